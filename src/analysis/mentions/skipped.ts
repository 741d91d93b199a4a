/**
 * Tokens that name nobody who takes part: the dateline at the head of the body (*MOSCOW: ...*, *PARIS, March 5
 * (Reuters) - ...*) and credits in brackets or at the end (*(AFP)*, *Photo: ...*, *Source: Reuters*).
 */

import type { Lexicon, WordLists } from "../../lexicon/lexicon.ts";
import type { Places } from "../../lexicon/places.ts";
import type { Article } from "../../model.ts";
import { lowerBound } from "../../text/lower-bound.ts";
import type { Parsed } from "../parsed.ts";
import type { TokenTable } from "../tokens.ts";
import { OPENS } from "./word-facets.ts";

const LONGEST_DATELINE = 16;
const DATELINE_ENDS = new Set([":", "-", "–", "—", "--", "―"]);
const LONGEST_CREDIT = 24;
/** A photographer, an agency, *File*. */
const LONGEST_SOURCE = 8;

/** Datelines stand at the head of the body; above it a dump may have kept a line or two. */
const BLOCKS_TO_LOOK_AT = 8;

export function findSkipped(
  article: Article,
  parsed: Parsed,
  keys: readonly string[],
  opens: Uint16Array,
  { credits, places }: Pick<Lexicon, "credits" | "places">,
): Uint8Array {
  const skipped = new Uint8Array(parsed.tokens.count);
  const bodies = article.blocks.filter(({ kind }) => kind === "body").slice(0, BLOCKS_TO_LOOK_AT);
  for (const [index, body] of bodies.entries()) {
    const first = firstTokenAt(parsed.tokens, body.start);
    const end = datelineEnd(parsed.tokens, keys, first, credits);
    // Further down only what begins with a place and goes on: "ANALYSIS: ..." and "NATO: ..." are no datelines, nor is
    // a line of a table, "MIAMI 34 11 .756 -".
    const goesOn = end < parsed.tokens.count && parsed.tokens.start[end]! < body.end;
    const isInside = goesOn && beginsWithPlace(parsed.tokens, first, end, places);
    if (end > first && (index === 0 || isInside)) {
      skipped.fill(1, first, end);
    }
  }
  markCredits(parsed, keys, opens, skipped, credits);
  return skipped;
}

function beginsWithPlace(
  { form }: TokenTable,
  first: number,
  end: number,
  places: Places,
): boolean {
  for (let last = Math.min(end, first + 3); last > first; last--) {
    if (places.find(form.slice(first, last).join(" ")).length > 0) return true;
  }
  return false;
}

function firstTokenAt({ start, count }: TokenTable, offset: number): number {
  return lowerBound(0, count, (at) => start[at]! < offset);
}

/** One past the dash or colon that closes the dateline; `first` when there is none. */
function datelineEnd(
  { form, count, start, end }: TokenTable,
  keys: readonly string[],
  first: number,
  credits: WordLists,
): number {
  let capitals = 0;
  let agency = false;
  let inBrackets = false;
  for (let i = first; i < Math.min(count, first + LONGEST_DATELINE); i++) {
    const word = form[i]!;
    // The hyphen of "U.S.-led" ends no dateline.
    const isInside = word === "-" && end[i - 1] === start[i];
    if (DATELINE_ENDS.has(word) && !isInside) {
      if (keys[i - 1] !== undefined && i > first && (capitals > 0 || agency)) return i + 1;
      return first;
    }
    if (word === "(") inBrackets = true;
    else if (word === ")") inBrackets = false;
    else if (credits("agency").has(keys[i]!)) agency = true;
    else if (word.length > 2 && word === word.toUpperCase() && /\p{Lu}/u.test(word)) capitals += 1;
    else if (!inBrackets && !isDatelineWord(word, keys[i]!, credits)) return first;
  }
  return first;
}

/** Names, dates and commas; a lower-case word is prose. */
function isDatelineWord(word: string, key: string, credits: WordLists): boolean {
  return /^[\p{Lu},/.]/u.test(word) || /^\d{1,4}$/.test(word) || credits("date").has(key);
}

/** Marks that credits begin with. */
const MARKS = new Set(["(", "[", "©"]);

function markCredits(
  parsed: Parsed,
  keys: readonly string[],
  opens: Uint16Array,
  skipped: Uint8Array,
  credits: WordLists,
): void {
  const { tokens } = parsed;
  for (let i = 0; i < tokens.count; i++) {
    const mayBegin = (opens[i]! & OPENS.credit) !== 0 || MARKS.has(tokens.form[i]!);
    if (!mayBegin) continue;
    const isOpen = tokens.form[i] === "(" || tokens.form[i] === "[";
    if (isOpen) {
      const close = closingBracket(tokens, i);
      if (close > 0 && isCredit(tokens, keys, i + 1, close, credits)) skipped.fill(1, i, close + 1);
    } else if (isSource(keys, i, credits)) {
      const [first, last] = sourceSpan(tokens, keys, i, credits);
      skipped.fill(1, first, last);
    } else if (tokens.form[i] === "©") {
      const { lastToken } = parsed.sentences[tokens.sentence[i]!]!;
      if (lastToken - i <= LONGEST_CREDIT) skipped.fill(1, i, lastToken);
    } else if (credits("credit").has(keys[i]!)) {
      const colon = keys[i + 1] === "photo" ? i + 2 : i + 1;
      if (tokens.form[colon] !== ":") continue;
      const { lastToken } = parsed.sentences[tokens.sentence[i]!]!;
      if (lastToken - i <= LONGEST_CREDIT) skipped.fill(1, i, lastToken);
    }
  }
}

/** *AP Photo/Jane Doe*, *Jane Doe/Getty Images*, *Jane Doe/via Reuters*: whose picture it is. */
function isSource(keys: readonly string[], i: number, credits: WordLists): boolean {
  const isAgency = credits("agency").has(keys[i]!);
  if (!isAgency && !credits("pictures").has(keys[i]!)) return false;
  if (isAgency && credits("credit").has(keys[i + 1] ?? "")) return true;
  const before = keys[i - 1] === "via" ? keys[i - 2] : keys[i - 1];
  return before === "/";
}

/** The source with the name of the photographer on either side of the slash. */
function sourceSpan(
  { form, sentence, count }: TokenTable,
  keys: readonly string[],
  at: number,
  credits: WordLists,
): readonly [number, number] {
  const isNamed = (i: number): boolean => /^\p{Lu}/u.test(form[i] ?? "");
  let first = at;
  if (form[at - 1] === "/" || form[at - 2] === "/") {
    first = form[at - 1] === "/" ? at - 1 : at - 2;
    while (
      first > 0 &&
      at - first < LONGEST_SOURCE &&
      isNamed(first - 1) &&
      sentence[first - 1] === sentence[at]
    )
      first -= 1;
  }
  let last = at + 1;
  let isAfterSlash = false;
  while (last < count && last - at < LONGEST_SOURCE) {
    if (form[last] === "/") isAfterSlash = true;
    else if (isNamed(last) ? !isAfterSlash && !isPicture(last) : !isFile(last)) break;
    last += 1;
  }
  return [first, last];

  function isPicture(i: number): boolean {
    return keys[i] === "images" || credits("credit").has(keys[i]!);
  }

  /** *AP Photo/Jane Doe, File* */
  function isFile(i: number): boolean {
    return form[i] === "," && (keys[i + 1] === "file" || keys[i + 1] === "pool");
  }
}

function closingBracket({ form, count }: TokenTable, open: number): number {
  for (let i = open + 1; i < Math.min(count, open + LONGEST_CREDIT); i++) {
    if (form[i] === ")" || form[i] === "]") return i;
  }
  return -1;
}

function isCredit(
  tokens: TokenTable,
  keys: readonly string[],
  first: number,
  last: number,
  credits: WordLists,
): boolean {
  if (last - first <= 3 && credits("agency").has(keys[first]!)) return true;
  if (credits("pictures").has(keys[first]!)) return true;
  const startsSo = credits("credit").has(keys[first]!) && last - first > 1;
  if (!startsSo) return false;
  for (let i = first; i < last; i++) {
    if (tokens.form[i] === ":" || tokens.form[i] === "/" || keys[i] === "by") return true;
  }
  return false;
}
