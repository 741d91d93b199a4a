/** Why there is an event, and why not: each candidate of each sentence with the frame that fired and the decision. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Act, Article } from "../../model.ts";
import type { Parsed } from "../parsed.ts";
import { RELATIONS, UPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { type Findings, findEvents } from "./index.ts";
import { loadEventLexicon } from "./lexicon.ts";
import { repairTrees } from "./repair-trees.ts";

export interface ExplainedCandidate {
  /** The trigger as it stands in the text. */
  readonly trigger: string;
  readonly start: number;
  readonly end: number;
  /** Frames, outermost first: `promise > meet[with]`. */
  readonly frame: string;
  readonly act: Act;
  readonly decision: "event" | "rejected" | "merged";
  readonly reason: string;
}

/** A word whose place in the tree was mended before events were read (`repair-trees.ts`). */
export interface MendedWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** `VERB root`, `NOUN nsubj of shot`. */
  readonly was: string;
  readonly is: string;
}

export interface ExplainedSentence {
  readonly sentence: number;
  readonly mended: readonly MendedWord[];
  readonly candidates: readonly ExplainedCandidate[];
}

export type ExplainEvents = (
  article: Article,
  parsed: Parsed,
  findings: Findings,
) => ExplainedSentence[];

export function createEventExplainer(data: DataSource): ExplainEvents {
  const lexicon = loadEventLexicon(data);
  return (article, parsed, findings) => {
    const bySentence: ExplainedCandidate[][] = parsed.sentences.map(() => []);
    const { tokens } = parsed;
    findEvents(lexicon, article, parsed, findings, (sentence, { candidate, decision, reason }) => {
      bySentence[sentence]!.push({
        trigger: tokens.form[candidate.token]!,
        start: tokens.start[candidate.token]!,
        end: tokens.end[candidate.token]!,
        frame: candidate.rule,
        act: candidate.act,
        decision,
        reason,
      });
    });
    const mended = repairTrees(parsed, lexicon).tokens;
    return bySentence.map((candidates, sentence) => ({
      sentence,
      mended: mendedWords(tokens, mended, parsed.sentences[sentence]!),
      candidates: candidates.sort((a, b) => a.start - b.start),
    }));
  };
}

function mendedWords(
  before: TokenTable,
  after: TokenTable,
  { firstToken, lastToken }: Parsed["sentences"][number],
): MendedWord[] {
  const words: MendedWord[] = [];
  for (let token = firstToken; token < lastToken; token++) {
    const was = placeOf(before, token);
    const is = placeOf(after, token);
    if (was === is) continue;
    const { form, start, end } = before;
    words.push({ start: start[token]!, end: end[token]!, word: form[token]!, was, is });
  }
  return words;
}

function placeOf({ form, upos, head, relation }: TokenTable, token: number): string {
  const above = head[token]!;
  const place = above < 0 ? "root" : `${RELATIONS[relation[token]!]} of ${form[above]}`;
  return `${UPOS[upos[token]!]} ${place}`;
}
