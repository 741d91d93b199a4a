/**
 * Names that the name finder passed over, shown by a title before them: *President Xi Jinping*, *spokesman Peskov*. Not
 * what it took for something else (*Doctor Who*), nor what only says of which sort the next word is (*head Ilocano
 * forces*, *Major League Baseball*).
 */
import type { NameSpan } from "../parsed.ts";
import { UPOS_ID } from "../tag-sets.ts";
import { type NamedSpan, wholeSpan } from "./drafts.ts";
import { hasTag, isAllCapitals, isCapitalized, type Reading } from "./reading.ts";
import { titleBefore } from "./titles.ts";

const LONGEST_NAME = 4;
const PROPN = UPOS_ID.get("PROPN")!;
const NOUN = UPOS_ID.get("NOUN")!;

export function titledNames(
  reading: Reading,
  spans: readonly NamedSpan[],
  others: readonly NameSpan[],
): NamedSpan[] {
  const { parsed, tokens, lexicon } = reading;
  const covered = new Uint8Array(tokens.count);
  for (const { first, last } of spans) covered.fill(1, first, last);
  for (const { firstToken, lastToken } of others) covered.fill(1, firstToken, lastToken);
  const found: NamedSpan[] = [];
  for (const { firstToken, lastToken } of parsed.sentences) {
    for (let i = firstToken + 1; i < lastToken; i++) {
      if (tokens.upos[i] !== PROPN || covered[i] || reading.skipped[i]) continue;
      // "MS Windows": an address is not written in capitals before a name that is not.
      const address = isAllCapitals(tokens.form[i - 1]!)
        ? undefined
        : lexicon.titles.honorifics.get(reading.keys[i - 1]!);
      // "Mrs May": who is addressed so is a person, whatever else the word means.
      if (!isNameWord(reading, i, address?.gender !== undefined)) continue;
      const title = titleBefore(reading, i, firstToken);
      const honorific = address?.place === "before";
      // "government officials", "the bank president": a title in lower case names nobody by itself.
      if (!title && !honorific) continue;
      let last = i + 1;
      while (
        last < lastToken &&
        last - i < LONGEST_NAME &&
        !covered[last] &&
        isNameWord(reading, last)
      )
        last += 1;
      if (isModifier(reading, i, last)) continue;
      found.push(
        wholeSpan({ first: i, last, kind: "person", form: "name", rule: "name-after-title" }),
      );
      i = last;
    }
  }
  if (found.length === 0) return [...spans];
  return [...spans, ...found].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Whether a common noun follows that the words belong to; *Mr Lavrov's aide* has a mark between. */
function isModifier({ tokens }: Reading, first: number, last: number): boolean {
  if (last >= tokens.count || tokens.upos[last] !== NOUN) return false;
  for (let i = first; i < last; i++) {
    if (tokens.head[i]! >= last) return tokens.upos[tokens.head[i]!] === NOUN;
  }
  return false;
}

/** A capitalised proper noun that is neither a title, a day or month (unless `isAddressed`), nor an acronym. */
function isNameWord(reading: Reading, i: number, isAddressed = false): boolean {
  const { tokens, keys, lexicon } = reading;
  const form = tokens.form[i]!;
  if (!isCapitalized(form) || !hasTag(reading, i, "PROPN") || !/\p{Ll}/u.test(form)) return false;
  if (!isAddressed && lexicon.credits("date").has(keys[i]!)) return false;
  if (lexicon.titles.honorifics.has(keys[i]!)) return false;
  return (
    !lexicon.titles.phrases.beginnings.has(keys[i]!) && !lexicon.titles.modifiers.has(keys[i]!)
  );
}
