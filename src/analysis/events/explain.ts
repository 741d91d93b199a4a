/** Why there is an event, and why not: each candidate of each sentence with the frame that fired and the decision. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Act, Article } from "../../model.ts";
import type { Parsed } from "../parsed.ts";
import { type Findings, findEvents } from "./index.ts";
import { loadEventLexicon } from "./lexicon.ts";

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

export interface ExplainedSentence {
  readonly sentence: number;
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
    return bySentence.map((candidates, sentence) => ({
      sentence,
      candidates: candidates.sort((a, b) => a.start - b.start),
    }));
  };
}
