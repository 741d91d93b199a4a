/**
 * Ways to say when a given mention happened, from the program's own times and trees. They are compared by `event-days.ts`; values are those of
 * TIMEX3 at any grain, cut after the day.
 */
import type { TimeBook } from "../../src/analysis/events/event-time.ts";
import type { Reading } from "../../src/analysis/events/reading.ts";
import type { Analysis, Article, Span, Time } from "../../src/model.ts";

export interface Page {
  readonly analysis: Analysis;
  readonly reading: Reading;
  readonly times: TimeBook;
  /** The day of writing. */
  readonly published: string | undefined;
}

type Guess = (page: Page, told: Span) => string | undefined;

/** From the plainest to the one that reads most; the first is the baseline. */
export const GUESSES: Readonly<Record<string, Guess>> = {
  publication: ({ published }) => published,
  nearest: (page, told) => nearest(page, told) ?? page.published,
  hanging: (page, told) => hanging(page, headOf(page, told), MOST_STEPS_UP) ?? page.published,
  hangingOrLead(page, told) {
    const head = headOf(page, told);
    const own = hanging(page, head, MOST_STEPS_UP);
    if (own !== undefined || isPresent(page, head)) return own ?? page.published;
    return leadDay(page.analysis) ?? page.published;
  },
  sameWord(page, told) {
    const head = headOf(page, told);
    // What is written in the present happens on the day of writing, whatever dates its clauses have.
    if (isPresent(page, head)) return hanging(page, head, 1) ?? page.published;
    return (
      hanging(page, head, MOST_STEPS_UP) ??
      elsewhere(page, head) ??
      leadDay(page.analysis) ??
      page.published
    );
  },
};

/** Words from the mention up to the one with the time. */
const MOST_STEPS_UP = 6;

/** The time of the mention or of the next word above it that has one. */
export function hanging(
  { analysis, reading, times }: Page,
  head: number,
  most: number,
): string | undefined {
  for (let at = head, steps = 0; at >= 0 && steps < most; at = reading.tokens.head[at]!, steps++) {
    const time = analysis.times[times.ofToken(at)];
    if (time) return pointOf(time);
  }
  return undefined;
}

/** The time of the same word in another sentence: *its maiden flight* ... *the maiden flight on 11 December*. */
function elsewhere(page: Page, head: number): string | undefined {
  if (head < 0) return undefined;
  const { tokens, lemma } = page.reading;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.sentence[token] === tokens.sentence[head] || lemma(token) !== lemma(head)) continue;
    const time = hanging(page, token, 2);
    if (time !== undefined) return time;
  }
  return undefined;
}

function nearest({ analysis }: Page, told: Span): string | undefined {
  const sentence = analysis.sentences.findIndex(({ end }) => end > told.start);
  const distance = (time: Span) =>
    Math.min(Math.abs(time.start - told.start), Math.abs(time.end - told.start));
  let best: Time | undefined;
  for (const time of analysis.times) {
    if (time.sentence !== sentence || pointOf(time) === undefined) continue;
    if (!best || distance(time) < distance(best)) best = time;
  }
  return best && pointOf(best);
}

/** A day in the first sentence below headline and date line. */
function leadDay({ article, sentences, times }: Analysis): string | undefined {
  const start = bodyStart(article);
  const lead = sentences.findIndex((sentence) => sentence.start >= start);
  const found = times.find((time) => time.sentence === lead && isDay(time));
  return found && pointOf(found);
}

function isDay({ timex, from, to }: Time): boolean {
  return (timex === "DATE" || timex === "TIME") && from !== undefined && from === to;
}

const DAY_LENGTH = "2008-09-15".length;

function pointOf({ timex, value }: Time): string | undefined {
  if (timex !== "DATE" && timex !== "TIME") return undefined;
  return value.replace(/T.*/, "").slice(0, DAY_LENGTH);
}

/** Below the headline, where the present stands for the past, the present tense tells of the day of writing. */
function isPresent({ analysis: { article }, reading }: Page, head: number): boolean {
  if (head < 0 || reading.tokens.start[head]! < bodyStart(article)) return false;
  const xpos = reading.xpos(head);
  return xpos === "VBZ" || xpos === "VBP";
}

/** Behind headline and date line. */
function bodyStart({ blocks }: Article): number {
  return blocks[2]?.start ?? 0;
}

/** The word of the mention that hangs on something outside it. */
export function headOf({ reading: { tokens } }: Page, { start, end }: Span): number {
  const isInside = (token: number) => tokens.start[token]! < end && tokens.end[token]! > start;
  for (let token = 0; token < tokens.count; token++) {
    if (!isInside(token)) continue;
    const head = tokens.head[token]!;
    if (head < 0 || !isInside(head)) return token;
  }
  return -1;
}

/** The day on which an article was written; where its page does not say, the first in its text. */
export function writtenOn({ article, times }: Analysis): string | undefined {
  return article.published?.slice(0, DAY_LENGTH) ?? times.find(isDay)?.from;
}
