/** What a name is by what follows it: *Woebot, a popular therapy app, ...*. */
import type { Tagged, TaggedSpan } from "./tagger.ts";

const ARTICLES = new Set(["a", "an"]);
/** *a popular mental health app*: words up to the noun and the noun itself. */
const LONGEST = 6;
/** What may stand behind the noun; another noun may not: *a company executive*. */
const AFTER = new Set(
  ", . ; : ) — – of for in on at by from with that which who and based founded owned run made released called to".split(
    " ",
  ),
);

/** The noun, in small letters, where it is one of these. */
export function isCalled(
  { forms }: Tagged,
  { last }: TaggedSpan,
  nouns: ReadonlySet<string>,
): boolean {
  if (forms[last] !== "," || !ARTICLES.has(forms[last + 1] ?? "")) return false;
  for (let i = last + 2; i < last + 2 + LONGEST; i++) {
    const form = forms[i];
    if (form === undefined) return false;
    if (AFTER.has(forms[i + 1] ?? ".")) return nouns.has(form);
  }
  return false;
}
