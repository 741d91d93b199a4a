/** Runs the rules over the sentences and keeps the longest expression at each place. */
import type { Sentence } from "../../model.ts";
import type { DayNumber } from "../../text/calendar.ts";
import type { Period } from "./periods.ts";
import { type Reading, wordAt } from "./reading.ts";
import type { Context, Match } from "./rule.ts";
import { BOUNDARY } from "./word.ts";

export interface Found {
  readonly match: Match;
  readonly sentence: number;
  /** One end of a range: its interval is the whole range. */
  readonly inRange?: boolean;
}

/** An expression may be part of one that is part of a third: "the end of early next year". */
const DEPTH = 3;

export function findTimes(
  reading: Reading,
  sentences: readonly Sentence[],
  anchor: DayNumber | undefined,
): Found[] {
  const found: Found[] = [];
  let focus: Period | undefined;
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const { block } = sentences[sentence]!;
    // A caption has a time of its own: what it names does not carry over to the body.
    if (block !== sentences[sentence - 1]?.block || block === "caption") focus = undefined;
    let previous: Match | undefined;
    let at = reading.sentenceStart[sentence]!;
    while (wordAt(reading, at) !== BOUNDARY) {
      if (reading.words[at]!.rules.length === 0) {
        at++;
        continue;
      }
      const match = matchAt(reading, at, anchor, focus, previous, DEPTH);
      if (!match) {
        at++;
        continue;
      }
      found.push({ match, sentence });
      previous = match;
      at = Math.max(match.end, at + 1);
      if (match.period && match.timex !== "DURATION") focus = match.period;
    }
  }
  return found;
}

function matchAt(
  reading: Reading,
  at: number,
  anchor: DayNumber | undefined,
  focus: Period | undefined,
  previous: Match | undefined,
  depth: number,
): Match | undefined {
  const { rules } = wordAt(reading, at);
  if (rules.length === 0 || depth === 0) return undefined;
  const context: Context = {
    reading,
    anchor,
    focus,
    previous,
    inner: (place) => matchAt(reading, place, anchor, focus, previous, depth - 1),
  };
  let best: Match | undefined;
  for (const rule of rules) {
    const match = rule.match(context, at);
    if (match && (!best || match.end > best.end)) best = match;
  }
  return best;
}
