/** What makes two mentions the same name inside one article. */
import { NAME_KINDS } from "./labels.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";

const PERSON = NAME_KINDS.indexOf("PER");
const FAMILY_FIRST = 1 << WORD_LISTS.indexOf("family name that comes first");

export function keyOf(
  forms: readonly string[],
  { first, last }: Pick<TaggedSpan, "first" | "last">,
): string {
  return forms.slice(first, last).join(" ").toLowerCase();
}

export function surnameOf(
  { forms, words, text }: Tagged,
  { first, last, kind }: TaggedSpan,
): string | undefined {
  if (kind !== PERSON || last - first < 2) return undefined;
  const isFamilyFirst = (words.lists[text.word[first]!]! & FAMILY_FIRST) !== 0;
  if (isFamilyFirst) return forms[first]!.toLowerCase();
  // "Okonjo-Iweala" is three words.
  const isDouble = last - first > 3 && forms[last - 2] === "-";
  return keyOf(forms, { first: isDouble ? last - 3 : last - 1, last });
}
