/**
 * In a report of a match the name of a town is mostly its club's: *Boston beat Detroit*, *Tulsa 3, Omaha 1*, *the
 * Pittsburgh quarterback*; *in Pittsburgh* it stays the town. Countries are left alone: newspapers mean the team as
 * well, but it plays for them.
 */
import { NAME_KINDS } from "./labels.ts";
import { sentenceOf } from "./name-text.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { Case } from "./words.ts";

const PLACE = NAME_KINDS.indexOf("LOC");
const ORGANIZATION = NAME_KINDS.indexOf("ORG");
const NO_TOWN =
  (1 << WORD_LISTS.indexOf("country")) |
  (1 << WORD_LISTS.indexOf("word of a country's name")) |
  (1 << WORD_LISTS.indexOf("nationality")) |
  (1 << WORD_LISTS.indexOf("region"));

/** Different sport words that make an article a report of a match. */
const LEAST_SPORT = 4;
/** A line of a table: this share of its words are numbers. */
const TABLE_SHARE = 0.4;

export function markTeams(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  if (!spans.some(({ kind }) => kind === PLACE) || !isSportReport(tagged)) return [...spans];
  return spans.map((span) =>
    span.kind === PLACE && isTown(tagged, span) && playsHere(tagged, span)
      ? { ...span, kind: ORGANIZATION, rule: "town-as-team" }
      : span,
  );
}

function isSportReport({ forms, edges }: Tagged): boolean {
  const seen = new Set<string>();
  for (const form of forms) {
    const lower = form.toLowerCase();
    if (edges.sport.has(lower)) seen.add(lower);
    if (seen.size >= LEAST_SPORT) return true;
  }
  return false;
}

function isTown({ words, text }: Tagged, { first, last }: TaggedSpan): boolean {
  for (let i = first; i < last; i++) if (words.lists[text.word[i]!]! & NO_TOWN) return false;
  return true;
}

function playsHere(tagged: Tagged, { first, last }: TaggedSpan): boolean {
  const { forms, edges, text, words } = tagged;
  const before = forms[first - 1]?.toLowerCase() ?? "";
  if (before === "in" || before === "near" || before === "from") return false;
  const after = forms[last]?.toLowerCase() ?? "";
  if (edges.afterTeam.has(after) || edges.beforeTeam.has(before)) return true;
  const isNumber = (token: number) => words.caseClass[text.word[token] ?? 0] === Case.digits;
  return last < text.count && isNumber(last) && isTableLine(tagged, first, isNumber);
}

function isTableLine(
  { text }: Tagged,
  token: number,
  isNumber: (token: number) => boolean,
): boolean {
  const { sentenceStart } = text;
  const sentence = sentenceOf(text, token);
  let numbers = 0;
  for (let i = sentenceStart[sentence]!; i < sentenceStart[sentence + 1]!; i++) {
    if (isNumber(i)) numbers++;
  }
  return numbers >= TABLE_SHARE * (sentenceStart[sentence + 1]! - sentenceStart[sentence]!);
}
