/** Names as the model found them begin and end a word off now and then: titles, articles and possessives come off. */
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import { isCapitalized, type Reading } from "./reading.ts";
import { titleBefore } from "./titles.ts";

const ARTICLES = new Set(["the", "a", "an", "'s", "'", ",", "(", ")", '"', "and"]);

export function trimName(reading: Reading, name: NameSpan): NameSpan | undefined {
  const { keys, tokens, lexicon } = reading;
  let { firstToken: first, lastToken: last } = name;
  while (first < last && (ARTICLES.has(keys[first]!) || keys[first] === "")) first += 1;
  while (last > first && (ARTICLES.has(keys[last - 1]!) || keys[last - 1] === "")) last -= 1;
  if (name.kind === "person") {
    const nation = countryAt(reading, first, last);
    if (nation && nation.form === "adjective" && nation.last < last) first = nation.last;
    first = afterTitle(reading, first, last);
    while (last - first > 1 && lexicon.titles.honorifics.get(keys[first]!)?.place === "before")
      first += 1;
  }
  if (first >= last || !/[\p{L}\p{N}]/u.test(tokens.form[first]!)) return undefined;
  if (last - first === 1 && !isCapitalized(tokens.form[first]!) && !/\d/.test(tokens.form[first]!))
    return undefined;
  return { ...name, firstToken: first, lastToken: last };
}

/** *President Xi Jinping* tagged whole: the name begins after the title. */
function afterTitle(reading: Reading, first: number, last: number): number {
  for (let end = last - 1; end > first; end--) {
    const title = titleBefore(reading, end, first);
    if (title && title.first <= first) return end;
  }
  return first;
}
