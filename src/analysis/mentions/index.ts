/** Names, countries, roles and pronouns -> mentions in chains, and the offices that people hold. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, Chain, Mention, Role } from "../../model.ts";
import type { NameSpan, Parsed } from "../parsed.ts";

export interface Cast {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly roles: readonly Role[];
}

export type FindMentions = (article: Article, parsed: Parsed, names: readonly NameSpan[]) => Cast;

export function createMentionFinder(_data: DataSource): FindMentions {
  return () => ({ mentions: [], chains: [], roles: [] });
}
