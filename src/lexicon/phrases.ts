/**
 * Phrases of one or more words, found longest first in a row of word keys. Keys are folded (`text/fold.ts`), so
 * *Asia-Pacific* is found whether the tokens keep the hyphen inside or apart.
 */
import { nameKey } from "../text/fold.ts";

export interface PhraseTable<T> {
  readonly entries: ReadonlyMap<string, readonly T[]>;
  /** Every beginning of a phrase, in whole words. */
  readonly beginnings: ReadonlySet<string>;
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
  return { entries, beginnings };
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
  let running = keys[from]!;
  if (running === "") return undefined;
  let best: PhraseMatch<T> | undefined;
  let next = from + 1;
  while (table.beginnings.has(running)) {
    const values = table.entries.get(running);
    if (values) best = { to: next, key: running, values };
    // A hyphen that stands as a token of its own has an empty key.
    while (next < end && keys[next] === "") next += 1;
    if (next >= end) break;
    running += ` ${keys[next]}`;
    next += 1;
  }
  return best;
}
