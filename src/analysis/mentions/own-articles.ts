/**
 * *a concert by The Who*, *told The Guardian*: in running text a capital in the middle of a sentence makes the article a
 * part of the name; the mention begins with it. What the organization is called and looked up by stays without (*the Guardian* is
 * the same paper).
 */
import type { NamedSpan } from "./drafts.ts";
import { type Reading, sentenceOf } from "./reading.ts";

/** What may open a sentence inside a sentence: the capital after it says nothing. */
const OPENERS = new Set([
  '"',
  "“",
  "``",
  "'",
  "‘",
  ":",
  ";",
  "(",
  "[",
  ".",
  "?",
  "!",
  "…",
  "...",
  "-",
  "–",
  "—",
  "--",
  "•",
  "*",
]);
/** Words that headlines write small too are shorter. */
const LONG_WORD = 5;
/** So many longer words in small letters make running text. */
const FEWEST_SMALL = 2;

export function withOwnArticles(reading: Reading, spans: readonly NamedSpan[]): NamedSpan[] {
  return spans.map((span) =>
    span.kind === "organization" && span.from === undefined && hasOwnArticle(reading, span.first)
      ? { ...span, from: reading.tokens.start[span.first - 1]! }
      : span,
  );
}

function hasOwnArticle(reading: Reading, first: number): boolean {
  const { form } = reading.tokens;
  if (first < 2 || form[first - 1] !== "The") return false;
  const [from, end] = sentenceOf(reading, first);
  return first - 1 > from && !OPENERS.has(form[first - 2]!) && isRunningText(form, from, end);
}

function isRunningText(form: readonly string[], from: number, end: number): boolean {
  let small = 0;
  for (let i = from; i < end; i++) {
    if (form[i]!.length >= LONG_WORD && /^\p{Ll}/u.test(form[i]!)) small += 1;
    if (small >= FEWEST_SMALL) return true;
  }
  return false;
}
