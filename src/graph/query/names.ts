/**
 * Search over names and aliases. Words are folded (case, accents, hyphens); each word of the question must fit
 * a word of the name: the same, its beginning, or, when nothing else fits, misspelled by one letter (from four
 * letters on) or two (from eight on). The vocabulary is sorted, so that a prefix is two binary searches;
 * misspellings are looked for in the vocabulary only, which is far smaller than the list of names.
 */
import { nameKey } from "../../text/fold.ts";
import type { NewsGraph } from "../attributes.ts";
import { compareText } from "../order.ts";
import { withinDistance } from "./edit-distance.ts";

export interface NameHit {
  readonly id: string;
  readonly matched: string;
  /** 1 for the very name. */
  readonly score: number;
}

export interface NameIndex {
  /** Best first: by score, then by stories, then by id. One hit a node. */
  search(text: string, accepts: (id: string) => boolean): NameHit[];
  /** Nodes that have exactly this name or alias, after folding. */
  exact(text: string): string[];
  /** Nodes that have all of these words, none cut or misspelled, in one name or alias. */
  bearers(text: string): string[];
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly key: string;
  readonly isAlias: boolean;
  readonly stories: number;
}

const WHOLE_WORD = 1;
const WORD_START = 0.8;
const MISSPELLED = 0.6;

export function createNameIndex(graph: NewsGraph): NameIndex {
  const entries = listEntries(graph);
  const postings = new Map<string, number[]>();
  const byKey = new Map<string, string[]>();
  entries.forEach(({ key, id }, i) => {
    for (const word of new Set(key.split(" "))) push(postings, word, i);
    push(byKey, key, id);
  });
  const vocabulary = [...postings.keys()].sort(compareText);

  return {
    exact: (text) => [...new Set(byKey.get(nameKey(text)) ?? [])],
    bearers(text) {
      const words = wordsOf(text);
      const whole = (word: string): Fits => new Map(postings.has(word) ? [[word, 1]] : []);
      return [...new Set([...matchAll(words, whole, postings).keys()].map((i) => entries[i]!.id))];
    },
    search(text, accepts) {
      const words = wordsOf(text);
      if (words.length === 0) return [];
      const strict = matchAll(words, (word) => fittingWords(word, vocabulary), postings);
      const matches =
        strict.size > 0
          ? strict
          : matchAll(words, (word) => misspelledWords(word, vocabulary), postings);
      return rank(entries, matches, words, accepts);
    },
  };
}

function listEntries(graph: NewsGraph): Entry[] {
  const entries: Entry[] = [];
  graph.forEachNode((id, { name, aliases, stories }) => {
    const seen = new Set<string>();
    for (const text of [name, ...aliases]) {
      const key = nameKey(text);
      if (key === "" || seen.has(key)) continue;
      entries.push({ id, text, key, isAlias: seen.size > 0, stories });
      seen.add(key);
    }
  });
  return entries;
}

function wordsOf(text: string): string[] {
  return nameKey(text)
    .split(" ")
    .filter((word) => word !== "");
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

type Fits = ReadonlyMap<string, number>;

/** Entries in which every word finds its match, with the mean quality of the matches. */
function matchAll(
  words: readonly string[],
  fits: (word: string) => Fits,
  postings: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  let found: Map<number, number> | undefined;
  for (const word of words) {
    const best = new Map<number, number>();
    for (const [known, quality] of fits(word)) {
      for (const entry of postings.get(known)!) {
        const before = found === undefined ? 0 : found.get(entry);
        if (before === undefined) continue;
        const sum = before + quality / words.length;
        if (sum > (best.get(entry) ?? -1)) best.set(entry, sum);
      }
    }
    found = best;
  }
  return found ?? new Map();
}

function fittingWords(word: string, vocabulary: readonly string[]): Map<string, number> {
  const fits = new Map<string, number>();
  for (let i = firstAtLeast(vocabulary, word); i < vocabulary.length; i++) {
    const known = vocabulary[i]!;
    if (!known.startsWith(word)) break;
    fits.set(known, known === word ? WHOLE_WORD : WORD_START);
  }
  return fits;
}

function misspelledWords(word: string, vocabulary: readonly string[]): Map<string, number> {
  const fits = fittingWords(word, vocabulary);
  const errors = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (errors === 0) return fits;
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > errors || fits.has(known)) continue;
    if (withinDistance(word, known, errors)) fits.set(known, MISSPELLED);
  }
  return fits;
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rank(
  entries: readonly Entry[],
  matches: ReadonlyMap<number, number>,
  words: readonly string[],
  accepts: (id: string) => boolean,
): NameHit[] {
  const asked = words.join(" ");
  const best = new Map<string, NameHit & { stories: number }>();
  for (const [i, quality] of matches) {
    const { id, text, key, isAlias, stories } = entries[i]!;
    if (!accepts(id)) continue;
    const score = scoreOf(key, asked, quality, isAlias);
    const other = best.get(id);
    if (other === undefined || score > other.score) {
      best.set(id, { id, matched: text, score, stories });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || b.stories - a.stories || compareText(a.id, b.id))
    .map(({ id, matched, score }) => ({ id, matched, score }));
}

/**
 * The very name, then the beginning of a name, then words of it; the more of the name is asked for, the better.
 */
function scoreOf(key: string, asked: string, quality: number, isAlias: boolean): number {
  if (key === asked) return isAlias ? 0.98 : 1;
  const share = Math.min(1, asked.length / key.length);
  const start = key.startsWith(asked) ? 0.1 : 0;
  return Math.round((quality * (0.6 + 0.25 * share) + start - (isAlias ? 0.01 : 0)) * 1000) / 1000;
}
