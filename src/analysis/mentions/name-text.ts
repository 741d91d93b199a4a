/** The words of a span as one line. */
import type { Reading } from "./reading.ts";

const BLANKS = /\s+/g;

export function nameText(
  { article, tokens }: Reading,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  return article.text.slice(tokens.start[first]!, tokens.end[last - 1]!).replace(BLANKS, " ");
}

const COMMON_TAIL = /(?<! \p{Ll}[\p{L}-]{0,30})(?: \p{Ll}[\p{L}-]*)+$/u;

/** *R-Wis.*, *D-NY*. */
const PARTY = /^[RDI]-(?=\p{Lu})/u;

/** The name of a place without the common noun behind it: *Hubei province* -> *Hubei*. */
export function placeText(
  reading: Reading,
  span: { readonly first: number; readonly last: number },
): string {
  const text = nameText(reading, span);
  return text.replace(PARTY, "").replace(COMMON_TAIL, "") || text;
}
