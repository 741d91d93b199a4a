/** Sentences that people say stand in quotation marks already: another pair around them reads as a slip. */

const OWN_MARKS = /^["“”„«»‟]/;

export function hasOwnMarks(sentence: string): boolean {
  return OWN_MARKS.test(sentence);
}

/** A sentence of an article as a quotation. */
export function inQuotes(sentence: string): string {
  return hasOwnMarks(sentence) ? sentence : `“${sentence}”`;
}
