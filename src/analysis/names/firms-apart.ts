/** *Fiat SpA and Olivetti*, found as one name, are two firms: a company ending ends a name. */
import { NAME_KINDS } from "./labels.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { WORD_LISTS } from "./word-lists.ts";
import { isCapitalized } from "./words.ts";

const ORGANIZATION = NAME_KINDS.indexOf("ORG");
/** *Inc*, *SpA*; the longer ones (*Group*, *Systems*) stand inside names too. */
const LONGEST_ENDING = 4;
const ENDING = 1 << WORD_LISTS.indexOf("company ending");

export function withFirmsApart({ forms, words, text, spans }: Tagged): TaggedSpan[] {
  return spans.flatMap((span) => {
    if (span.kind !== ORGANIZATION) return [span];
    const parts: TaggedSpan[] = [];
    let { first } = span;
    for (let i = first + 2; i + 1 < span.last; i++) {
      const isBetween = forms[i] === "and" || forms[i] === ",";
      const endsFirm = isEnding(i - 1);
      if (!isBetween || !endsFirm || !isCapitalized(words.caseClass[text.word[i + 1]!]!)) continue;
      // "Acme, Inc.": the ending alone is no firm.
      if (isEnding(i + 1)) continue;
      parts.push({ ...span, first, last: i });
      first = i + 1;
    }
    return parts.length === 0 ? [span] : [...parts, { ...span, first }];
  });

  function isEnding(token: number): boolean {
    const length = forms[token]!.replace(/\.$/, "").length;
    return length <= LONGEST_ENDING && (words.lists[text.word[token]!]! & ENDING) !== 0;
  }
}
