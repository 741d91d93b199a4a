/** A group of chains that are one entity. Each kind of entity has a function of its own that makes them. */
import type { EntityKind } from "../model.ts";
import type { ChainPile, Rows } from "./chain-pile.ts";

export interface EntityGroup {
  readonly kind: EntityKind;
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly rows: Rows;
}

export function groupBy<T, Key>(
  items: ArrayLike<T>,
  key: (item: T, index: number) => Key,
): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  // Asked about millions: to go through them one by one as an iterable takes twice as long.
  for (let i = 0; i < items.length; i++) addTo(groups, key(items[i]!, i), items[i]!);
  return groups;
}

export function addTo<Key, T>(groups: Map<Key, T[]>, key: Key, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

export function countMentions(pile: ChainPile, rows: Rows): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += pile.mentions(rows[i]!);
  return sum;
}

/** By line: how many of the chains have it. */
export function countLines(pile: ChainPile, rows: Rows): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const line = pile.line(rows[i]!);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** The names of the chains, by number of mentions; an office counts only where nobody has a name. */
export function countNames(pile: ChainPile, rows: Rows): Map<string, number> {
  return namesOfLines(pile, countLines(pile, rows));
}

/** The same, of chains that are counted by line. */
export function namesOfLines(
  pile: ChainPile,
  lines: ReadonlyMap<number, number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (line: number, times: number): void => {
    const name = pile.text(pile.nameOfLine(line));
    counts.set(name, (counts.get(name) ?? 0) + times * pile.mentionsOfLine(line));
  };
  for (const [line, times] of lines) if (!pile.isUnnamedLine(line)) count(line, times);
  if (counts.size === 0) for (const [line, times] of lines) count(line, times);
  return counts;
}
