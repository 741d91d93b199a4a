/**
 * Search over names and aliases. Words are folded (case, accents, hyphens); each word of the question must fit
 * a word of the name: the same, its beginning, or, when nothing else fits, misspelled by one letter (from four
 * letters on) or two (from eight on). The vocabulary is sorted, so that a prefix is two binary searches;
 * misspellings are looked for in the vocabulary only, which is far smaller than the list of names.
 */

import { withinDistance } from "../../text/edit-distance.ts";
import { nameKey } from "../../text/fold.ts";
import { lowerBound } from "../../text/lower-bound.ts";
import type { NewsGraph } from "../attributes.ts";
import { isEventId } from "../kinds.ts";
import { compareText } from "../order.ts";

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

/** Where names are looked up: lists in memory, or tables of a database. Entries go by number. */
export interface NameLookup {
  entry(number: number): NameEntry;
  /** Of names that hold the word. */
  postings(word: string): readonly number[];
  /** Words that begin so, the word itself among them. */
  wordsFrom(start: string): Iterable<string>;
  /** Of so many letters. */
  wordsOfLength(least: number, most: number): Iterable<string>;
  /** Nodes whose folded name or alias is this. */
  bearersOf(key: string): readonly string[];
}

export interface NameEntry {
  readonly id: string;
  readonly text: string;
  readonly key: string;
  readonly isAlias: boolean;
  readonly stories: number;
}

const WHOLE_WORD = 1;
const WORD_START = 0.8;
const MISSPELLED = 0.6;
/** The label of an event names those who take part: behind all who bear the name. */
const BEHIND = 0.7;

export function createNameIndex(graph: NewsGraph): NameIndex {
  const entries: NameEntry[] = [];
  const postings = new Map<string, number[]>();
  const byKey = new Map<string, string[]>();
  graph.forEachNode((id, { name, aliases, stories }) => {
    for (const entry of nameEntries(id, [name, ...aliases], stories)) {
      for (const word of wordsIn(entry.key)) push(postings, word, entries.length);
      push(byKey, entry.key, id);
      entries.push(entry);
    }
  });
  const vocabulary = [...postings.keys()].sort(compareText);
  return createNameSearch({
    entry: (number) => entries[number]!,
    postings: (word) => postings.get(word) ?? [],
    wordsFrom: (start) => wordsFrom(vocabulary, start),
    wordsOfLength: (least, most) =>
      vocabulary.filter(({ length }) => length >= least && length <= most),
    bearersOf: (key) => byKey.get(key) ?? [],
  });
}

export function createNameSearch(lookup: NameLookup): NameIndex {
  return {
    exact: (text) => [...new Set(lookup.bearersOf(nameKey(text)))],
    bearers(text) {
      const whole = (word: string): Fits => new Map([[word, 1]]);
      const matches = matchAll(wordsOf(text), whole, lookup);
      return [...new Set([...matches.keys()].map((number) => lookup.entry(number).id))];
    },
    search(text, accepts) {
      const words = wordsOf(text);
      if (words.length === 0) return [];
      const strict = matchAll(words, (word) => fittingWords(word, lookup), lookup);
      const isEnough = [...strict.keys()].some((number) => !isEventId(lookup.entry(number).id));
      const matches = isEnough
        ? strict
        : matchAll(words, (word) => misspelledWords(word, lookup), lookup);
      return rank(lookup, matches, words, accepts);
    },
  };
}

/** The name and the aliases of a node, each folded name once; those that fold to nothing are left out. */
export function nameEntries(id: string, texts: readonly string[], stories: number): NameEntry[] {
  const entries: NameEntry[] = [];
  const seen = new Set<string>();
  for (const text of texts) {
    const key = nameKey(text);
    if (key === "" || seen.has(key)) continue;
    entries.push({ id, text, key, isAlias: seen.size > 0, stories });
    seen.add(key);
  }
  return entries;
}

/** Each word of a folded name once. */
export function wordsIn(key: string): Set<string> {
  return new Set(key.split(" "));
}

function* wordsFrom(vocabulary: readonly string[], start: string): Generator<string> {
  for (let i = firstAtLeast(vocabulary, start); i < vocabulary.length; i++) {
    const known = vocabulary[i]!;
    if (!known.startsWith(start)) return;
    yield known;
  }
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
  lookup: NameLookup,
): Map<number, number> {
  const lists = words.map((word) => listsOf(fits(word), lookup));
  const sizes = lists.map((list) => list.reduce((sum, { entries }) => sum + entries.length, 0));
  const rarestFirst = [...lists.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  const qualities: ReadonlyMap<number, number>[] = [];
  let inAll: ReadonlyMap<number, number> | undefined;
  // A given name has a hundred thousand entries: of these only those are kept that the rarer words have as well.
  for (const i of rarestFirst) {
    inAll = bestOf(lists[i]!, inAll);
    qualities[i] = inAll;
  }
  const found = new Map<number, number>();
  for (const entry of qualities.at(-1)?.keys() ?? []) {
    if (!inAll!.has(entry)) continue;
    found.set(
      entry,
      qualities.reduce((sum, quality) => sum + quality.get(entry)! / words.length, 0),
    );
  }
  return found;
}

interface EntryList {
  readonly entries: readonly number[];
  readonly quality: number;
}

function listsOf(fits: Fits, lookup: NameLookup): EntryList[] {
  return Array.from(fits, ([word, quality]) => ({ entries: lookup.postings(word), quality }));
}

/** The best quality of each entry, of those only that are `among` the others. */
function bestOf(
  lists: readonly EntryList[],
  among?: ReadonlyMap<number, number>,
): Map<number, number> {
  const best = new Map<number, number>();
  for (const { entries, quality } of lists) {
    for (const entry of entries) {
      if (among !== undefined && !among.has(entry)) continue;
      if (quality > (best.get(entry) ?? -1)) best.set(entry, quality);
    }
  }
  return best;
}

function fittingWords(word: string, lookup: NameLookup): Map<string, number> {
  const fits = new Map<string, number>();
  for (const known of lookup.wordsFrom(word)) {
    fits.set(known, known === word ? WHOLE_WORD : WORD_START);
  }
  return fits;
}

function misspelledWords(word: string, lookup: NameLookup): Map<string, number> {
  const fits = fittingWords(word, lookup);
  const errors = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (errors === 0) return fits;
  for (const known of lookup.wordsOfLength(word.length - errors, word.length + errors)) {
    if (!fits.has(known) && withinDistance(word, known, errors)) fits.set(known, MISSPELLED);
  }
  return fits;
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  return lowerBound(0, sorted.length, (at) => sorted[at]! < word);
}

function rank(
  lookup: NameLookup,
  matches: ReadonlyMap<number, number>,
  words: readonly string[],
  accepts: (id: string) => boolean,
): NameHit[] {
  const asked = words.join(" ");
  const best = new Map<string, NameHit & { stories: number }>();
  for (const [i, quality] of matches) {
    const { id, text, key, isAlias, stories } = lookup.entry(i);
    if (!accepts(id)) continue;
    const fit = scoreOf(key, asked, quality, isAlias);
    const score = isEventId(id) && key !== asked ? Math.round(fit * BEHIND * 1000) / 1000 : fit;
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
