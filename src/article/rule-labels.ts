/** Lines -> labels by plain rules: the run of prose with the highest sum, without the furniture inside it. */
import type { Line, LineLabel } from "./lines.ts";
import { type PhraseFinder, phraseBit } from "./phrases.ts";
import { fold } from "./titles.ts";

export function ruleLabels(
  lines: readonly (Line & { readonly linkLength?: number })[],
  title: string | undefined,
  phrasesOf: PhraseFinder,
): LineLabel[] {
  const phrases = lines.map((line) => phrasesOf(line.text));
  const scores = lines.map((line, i) => scoreOf(line, phrases[i]!));
  const { start, end } = bestRun(scores);
  const foldedTitle = title === undefined ? "" : fold(title);
  const seen = new Set<string>();
  return lines.map((line, i) => {
    const folded = fold(line.text);
    const isRepeated = seen.has(folded);
    seen.add(folded);
    if (foldedTitle !== "" && folded === foldedTitle)
      return isRepeated ? "boilerplate" : "headline";
    if (phrases[i]! & CREDIT) return isRepeated ? "boilerplate" : "caption";
    if (i < start || i >= end) return "boilerplate";
    if (isFurniture(line.text, phrases[i]!) || isRepeated) return "boilerplate";
    return scores[i]! > 0 || !line.text.endsWith(":") ? "body" : "boilerplate";
  });
}

const CREDIT = phraseBit("credit");
const NEVER_BODY = (
  [
    "share",
    "advertisement",
    "related",
    "more",
    "navigation",
    "newsletter",
    "rights",
    "cookie",
    "account",
    "comment",
    "agency",
    "byline",
    "date",
    "reading",
    "video",
  ] as const
).reduce((bits, kind) => bits | phraseBit(kind), 0);
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]{0,2}(?:\s?\([^()]{2,30}\))?$/;

/** A long sentence may speak of videos and views without being furniture. */
function isFurniture(text: string, phrases: number): boolean {
  return (phrases & NEVER_BODY) !== 0 && (text.length < 100 || !SENTENCE_END.test(text));
}

function scoreOf(line: Line & { readonly linkLength?: number }, phrases: number): number {
  const { text } = line;
  const words = text.split(" ").length;
  if (
    isFurniture(text, phrases) ||
    text.endsWith("...") ||
    (line.linkLength ?? 0) > text.length / 2
  )
    return -20;
  return SENTENCE_END.test(text) && words >= 5 ? words : words > 25 ? words / 2 : -8;
}

function bestRun(scores: readonly number[]): { start: number; end: number } {
  let best = 0;
  let range = { start: 0, end: 0 };
  let sum = 0;
  let start = 0;
  for (let i = 0; i < scores.length; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += scores[i]!;
    if (sum > best) {
      best = sum;
      range = { start, end: i + 1 };
    }
  }
  return range;
}
