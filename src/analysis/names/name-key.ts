/** What makes two mentions the same name inside one article. */
import { NAME_KINDS } from "./labels.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const FAMILY_FIRST = 1 << WORD_LISTS.indexOf("family name that comes first");

export function keyOf(forms: readonly string[], { first, last }: TaggedSpan): string {
  return forms.slice(first, last).join(" ").toLowerCase();
}

export function surnameOf(
  { forms, words, text }: Tagged,
  { first, last, kind }: TaggedSpan,
): string | undefined {
  if (kind !== PERSON || last - first < 2) return undefined;
  const isFamilyFirst = (words.lists[text.word[first]!]! & FAMILY_FIRST) !== 0;
  return forms[isFamilyFirst ? first : last - 1]!.toLowerCase();
}
