/**
 * Names inside gold entity mentions: *Blazers* is *the Portland Trail Blazers* of its story, when all longer names there that hold its
 * words are forms of one name.
 */
import { singular } from "../../src/linking/happenings.ts";
import type { Span, Token } from "../../src/model.ts";

/** Where the first noun phrase of a mention ends: *the head | of the clinic*. */
const ENDS_PHRASE = new Set(["ADP", "PUNCT", "SCONJ", "CCONJ", "VERB", "PRON"]);
const BEFORE_PHRASE = new Set(["ADP", "DET", "PUNCT"]);
const NOT_IN_NAME = /'s$|\.$/;
const SHORTEST = 3;

/** The words of the last name in the first noun phrase, sorted; empty for none. */
export function nameWords(span: Span, tokens: readonly Token[], text: string): readonly string[] {
  const inside = tokens.filter(({ start, end }) => start >= span.start && end <= span.end);
  const first = inside.findIndex(({ tag }) => !BEFORE_PHRASE.has(tag));
  const rest = first < 0 ? [] : inside.slice(first);
  const length = rest.findIndex(({ tag }) => ENDS_PHRASE.has(tag));
  const phrase = length < 0 ? rest : rest.slice(0, length);
  const last = phrase.findLastIndex(({ tag }) => tag === "PROPN");
  const before = phrase.slice(0, last + 1).findLastIndex(({ tag }) => tag !== "PROPN");
  const words = phrase
    .slice(before + 1, last + 1)
    .map(({ start, end }) =>
      singular(text.slice(start, end).toLowerCase().replace(NOT_IN_NAME, "")),
    )
    .filter((word) => word.length >= SHORTEST);
  return [...new Set(words)].sort();
}

/** For the names of one story: each with the longest name that it is a part of, itself where that is not clear. */
export function fullNames(names: Iterable<readonly string[]>): ReadonlyMap<string, string> {
  const distinct = new Map([...names].map((words) => [words.join(" "), new Set(words)]));
  return new Map(
    [...distinct].map(([key, words]) => {
      const longer = [...distinct].filter(
        ([, other]) => other.size > words.size && isWithin(words, other),
      );
      const [longest] = longer.sort(([, a], [, b]) => b.size - a.size);
      const isOne = longer.every(([, other]) => isWithin(other, longest![1]));
      return [key, longest !== undefined && isOne ? longest[0] : key];
    }),
  );
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}
