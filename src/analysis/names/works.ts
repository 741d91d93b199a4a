/**
 * Titles of works, by how they are written: *“Mad Max”*, *the film Saltburn*. Neither nicknames (*Charles “Lucky” Luciano*, *nicknamed
 * “Shaq”*) nor what the noun before calls a body (*the party “Our Home”*).
 */
import { isCalled } from "./appositions.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { isCapitalized } from "./words.ts";

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ['"', '"'],
  ["``", "''"],
  ["‘", "’"],
  ["«", "»"],
]);
const INSIDE_QUOTES = new Set([",", ".", "?", "!", ";"]);
const NAMING = /^(?:nicknamed?|named?|renamed|called|dubbed|known|alias|aka|codenamed?)$/;
/** *was nicknamed by his mother “Chin”* */
const FAR = 3;
/** What may stand behind *the film Saltburn*, and not behind the doer in *the film Disney made*. */
const AFTER_WORK = new Set(
  ", . ; : ) ( ” in on at by from with and or of for which as to".split(" "),
);
const BODY = 1 << WORD_LISTS.indexOf("noun for an organization");

export function isWork(tagged: Tagged, span: TaggedSpan): boolean {
  const { forms, edges } = tagged;
  if (edges.beforeWork.has(forms[span.first - 1]?.toLowerCase() ?? "")) {
    return AFTER_WORK.has(forms[span.last] ?? ".");
  }
  if (isCalled(tagged, span, edges.beforeWork)) return true;
  return isInQuotes(forms, span) && !isBody(tagged, span.last - 1) && !isNamedSo(tagged, span);
}

function isInQuotes(forms: readonly string[], { first, last }: TaggedSpan): boolean {
  const closing = CLOSING.get(forms[first - 1] ?? "");
  if (closing === undefined) return false;
  return forms[INSIDE_QUOTES.has(forms[last] ?? "") ? last + 1 : last] === closing;
}

function isNamedSo(tagged: Tagged, { first, last }: TaggedSpan): boolean {
  const { forms, words, text } = tagged;
  const before = first - 2;
  if (before < 0) return false;
  // "the European Aeronautic Company ("EADS")"
  if (forms[before] === "(") return true;
  if (isBody(tagged, before)) return true;
  const isBetweenNames = isName(before) && isName(last + 1);
  if (isBetweenNames) return true;
  for (let i = before; i > before - FAR && i >= 0; i--) if (NAMING.test(forms[i]!)) return true;
  return false;

  function isName(token: number): boolean {
    return token < forms.length && isCapitalized(words.caseClass[text.word[token]!]!);
  }
}

function isBody({ words, text }: Tagged, token: number): boolean {
  return (words.lists[text.word[token]!]! & BODY) !== 0;
}
