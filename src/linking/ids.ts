/** Ids for people and for links: `person:xi-jinping`. Only the name decides, so they are the same in every build. */
import { foldLetters } from "../text/fold.ts";
import { remembered } from "../text/remembered.ts";

const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const LONGEST = 80;

export const slug: (name: string) => string = remembered(toSlug);

function toSlug(name: string): string {
  const plain = foldLetters(name.normalize("NFKD"))
    .replace(MARKS, "")
    .replace(NOT_WORD, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, LONGEST) || "unnamed";
}
