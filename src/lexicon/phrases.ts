/**
 * Phrases of one or more words, found longest first in a row of word keys. Keys are folded (`text/fold.ts`), so
 * *Asia-Pacific* is found whether the tokens keep the hyphen inside or apart.
 */
import { nameKey } from "../text/fold.ts";

export interface PhraseTable<T> {
  readonly entries: ReadonlyMap<string, readonly T[]>;
  /** Every beginning of a phrase, in whole words. */
  readonly beginnings: ReadonlySet<string>;
  /** The phrases word by word, so that a search joins no strings. */
  readonly root: PhraseNode<T>;
}

interface PhraseNode<T> {
  /** The words so far. */
  readonly key: string;
  values: readonly T[] | undefined;
  next: Map<string, PhraseNode<T>> | undefined;
}

export interface PhraseMatch<T> {
  /** Words `[from, to)`. */
  readonly to: number;
  readonly key: string;
  readonly values: readonly T[];
}

export function phraseTable<T>(pairs: Iterable<readonly [string, T]>): PhraseTable<T> {
  const entries = new Map<string, T[]>();
  const beginnings = new Set<string>();
  for (const [phrase, value] of pairs) {
    const key = phraseKey(phrase);
    if (key === "") continue;
    const values = entries.get(key);
    if (values) values.push(value);
    else entries.set(key, [value]);
    for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) {
      beginnings.add(key.slice(0, at));
    }
    beginnings.add(key);
  }
  const root: PhraseNode<T> = { key: "", values: undefined, next: undefined };
  for (const [key, values] of entries) nodeOf(root, key).values = values;
  return { entries, beginnings, root };
}

function nodeOf<T>(root: PhraseNode<T>, key: string): PhraseNode<T> {
  let node = root;
  for (const word of key.split(" ")) {
    node.next ??= new Map();
    let next = node.next.get(word);
    if (next === undefined) {
      next = {
        key: node === root ? word : `${node.key} ${word}`,
        values: undefined,
        next: undefined,
      };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}

/** Splits as tokens do: a comma and the possessive are words of their own. */
export function phraseKey(phrase: string): string {
  return nameKey(phrase.replace(/,/g, " ,").replace(/['’]s(?=\s|$)/g, " 's"));
}

/** The longest phrase that begins at word `from` and ends at or before `end`. */
export function longestPhrase<T>(
  table: PhraseTable<T>,
  keys: readonly string[],
  from: number,
  end: number,
): PhraseMatch<T> | undefined {
  let node = step(table.root, keys[from]!);
  let best: PhraseNode<T> | undefined;
  let to = from;
  let next = from + 1;
  while (node !== undefined) {
    if (node.values !== undefined) [best, to] = [node, next];
    if (node.next === undefined) break;
    // A hyphen that stands as a token of its own has an empty key.
    while (next < end && keys[next] === "") next += 1;
    if (next >= end) break;
    node = step(node, keys[next]!);
    next += 1;
  }
  return best && { to, key: best.key, values: best.values! };
}

/** The node one key further; of a word with a hyphen inside the key has more than one word. */
function step<T>(node: PhraseNode<T>, key: string): PhraseNode<T> | undefined {
  const next = node.next?.get(key);
  if (next !== undefined || !key.includes(" ")) return next;
  let at: PhraseNode<T> | undefined = node;
  for (const word of key.split(" ")) at = at?.next?.get(word);
  return at;
}
