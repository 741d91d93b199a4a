/** Titles as token ranges: before a name, after it, or standing alone. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { Title } from "../../lexicon/titles.ts";
import type { Reading } from "./reading.ts";

export interface TitleMatch {
  readonly first: number;
  readonly last: number;
  readonly entry: Title;
  /** As it is written, lower case: `deputy foreign minister`. */
  readonly title: string;
  readonly former: boolean;
}

const LONGEST_TITLE = 6;

/** The title whose last word is just before `end`, with the words that belong to it. */
export function titleBefore(reading: Reading, end: number, from: number): TitleMatch | undefined {
  const { keys, lexicon } = reading;
  let best: { first: number; entry: Title } | undefined;
  for (let first = end - 1; first >= Math.max(from, end - LONGEST_TITLE); first--) {
    const match = longestPhrase(lexicon.titles.phrases, keys, first, end);
    if (match && match.to === end) best = { first, entry: match.values[0]! };
  }
  return best && withModifiers(reading, best.first, end, best.entry, from);
}

/** *Presidents* before *Putin and Xi*: the title of each of them. */
export function pluralTitleBefore(
  reading: Reading,
  end: number,
  from: number,
): TitleMatch | undefined {
  const last = reading.keys[end - 1] ?? "";
  if (end <= from || last.length < 5 || !last.endsWith("s")) return undefined;
  const keys = [
    ...reading.keys.slice(Math.max(from, end - LONGEST_TITLE), end - 1),
    last.slice(0, -1),
  ];
  const shift = end - keys.length;
  const singular = { ...reading, keys };
  const title = titleBefore(singular, keys.length, 0);
  return title && { ...title, first: title.first + shift, last: title.last + shift };
}

/** The title that begins at this token, modifiers included. */
export function titleAt(reading: Reading, from: number, end: number): TitleMatch | undefined {
  const { keys, lexicon } = reading;
  for (let first = from; first < Math.min(end, from + LONGEST_TITLE); first++) {
    const match = longestPhrase(lexicon.titles.phrases, keys, first, end);
    if (match) {
      // "chief of the general staff" is longer than any title that begins inside its modifiers.
      return withModifiers(reading, first, match.to, match.values[0]!, from);
    }
    if (keys[first] !== "" && !lexicon.titles.modifiers.has(keys[first]!)) return undefined;
  }
  return undefined;
}

function withModifiers(
  reading: Reading,
  titleFirst: number,
  last: number,
  entry: Title,
  from: number,
): TitleMatch {
  const { keys, lexicon } = reading;
  let first = titleFirst;
  let former = false;
  while (first > from) {
    const before = keys[first - 1]!;
    if (before === "" && first - 2 >= from && lexicon.titles.modifiers.has(keys[first - 2]!)) {
      first -= 1;
      continue;
    }
    if (!lexicon.titles.modifiers.has(before)) break;
    if (lexicon.titles.modifiers.get(before) === "former") former = true;
    first -= 1;
  }
  const words = keys.slice(first, last).filter((key) => key !== "");
  const kept = words.filter((word) => lexicon.titles.modifiers.get(word) === undefined);
  return { first, last, entry, former, title: kept.join(" ") || entry.title };
}
