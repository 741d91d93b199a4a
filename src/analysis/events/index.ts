/** Who did what to whom, when, where, and who says so. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, Chain, EventMention, Mention, Role, Statement, Time } from "../../model.ts";
import type { Parsed } from "../parsed.ts";

export interface Findings {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly roles: readonly Role[];
  readonly times: readonly Time[];
}

/** The finder may append mentions and chains (*the army chief*, *rebels*): indexes of the given ones stay as they are. */
export interface Happenings {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly events: readonly EventMention[];
  readonly statements: readonly Statement[];
}

export type FindEvents = (article: Article, parsed: Parsed, findings: Findings) => Happenings;

export function createEventFinder(_data: DataSource): FindEvents {
  return (_article, _parsed, { mentions, chains }) => ({
    mentions,
    chains,
    events: [],
    statements: [],
  });
}
