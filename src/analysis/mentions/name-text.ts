/** The words of a span as one line. */
import type { Reading } from "./reading.ts";

const BLANKS = /\s+/g;

export function nameText(
  { article, tokens }: Reading,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  return article.text.slice(tokens.start[first]!, tokens.end[last - 1]!).replace(BLANKS, " ");
}
