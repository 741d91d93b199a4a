/**
 * Names, countries, roles and pronouns -> mentions in chains, and the offices that people hold. The steps run in the
 * order of the list below; each adds to the draft what the ones before made sure.
 */
import type { DataSource } from "../../lexicon/data.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import type { Article, Chain, Mention, Role } from "../../model.ts";
import type { NameSpan, Parsed } from "../parsed.ts";
import { placeAtHome } from "./at-home.ts";
import { toCast } from "./cast.ts";
import { newDraft } from "./drafts.ts";
import { placeLeaders } from "./leaders.ts";
import { linkNames } from "./name-chains.ts";
import { findNameRuns } from "./name-runs.ts";
import { createWordReader, read } from "./reading.ts";
import { REFERENCE_WORDS, resolveReferences } from "./references.ts";
import { findRoles } from "./roles.ts";
import { nameRoyals } from "./royal-names.ts";
import { findSpans } from "./spans.ts";
import { loadWordFacets } from "./word-facets.ts";

export interface Cast {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly roles: readonly Role[];
}

export type FindMentions = (article: Article, parsed: Parsed, names: readonly NameSpan[]) => Cast;

export function createMentionFinder(data: DataSource): FindMentions {
  const lexicon = loadLexicon(data);
  const readWords = createWordReader(loadWordFacets(lexicon, REFERENCE_WORDS));
  return (article, parsed, names) => {
    const reading = read(article, parsed, lexicon, readWords);
    const spans = findSpans(reading, names.length > 0 ? names : findNameRuns(reading));
    const draft = newDraft(parsed.tokens.count);
    linkNames(reading, spans, draft);
    findRoles(reading, draft);
    placeLeaders(reading, draft);
    resolveReferences(reading, draft);
    placeAtHome(reading, draft);
    nameRoyals(reading, draft);
    return toCast(reading, draft);
  };
}
