/** An office beside a name, as the rules before and after names find it, and the words that both need. */
import type { DraftMention } from "./drafts.ts";
import type { Reading } from "./reading.ts";
import type { TitleMatch } from "./titles.ts";

export interface Held {
  readonly title: TitleMatch;
  readonly of?: DraftMention;
  readonly first: number;
  readonly last: number;
  readonly rule: string;
}

export const DETERMINERS = new Set([
  "the",
  "a",
  "an",
  "its",
  "their",
  "his",
  "her",
  "this",
  "our",
  "one",
]);

/** Not *to* and *in*: an ambassador to a country is not of it. */
export const OF_WORDS = new Set(["of", "for", "at", "from", "with"]);

/** 1 where this word says that an office is over: *former*. */
export function former({ keys, lexicon }: Reading, at: number): number {
  return lexicon.titles.modifiers.get(keys[at] ?? "") === "former" ? 1 : 0;
}
