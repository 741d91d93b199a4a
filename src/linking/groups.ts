/** A group of chains that are one entity. Each kind of entity has a function of its own that makes them. */
import type { EntityKind } from "../model.ts";
import type { ChainRecord } from "./chain-records.ts";

export interface EntityGroup {
  readonly kind: EntityKind;
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly records: readonly ChainRecord[];
}

export function groupBy<T, Key>(
  items: readonly T[],
  key: (item: T, index: number) => Key,
): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  items.forEach((item, i) => {
    addTo(groups, key(item, i), item);
  });
  return groups;
}

export function addTo<Key, T>(groups: Map<Key, T[]>, key: Key, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

export function countMentions(records: readonly ChainRecord[]): number {
  return records.reduce((sum, record) => sum + record.mentions, 0);
}

/** The names of the chains, by number of mentions; an office counts only where nobody has a name. */
export function countNames(records: readonly ChainRecord[]): Map<string, number> {
  const names = new Map<string, number>();
  const named = records.filter(({ unnamed }) => !unnamed);
  for (const { name, mentions } of named.length > 0 ? named : records) {
    names.set(name, (names.get(name) ?? 0) + mentions);
  }
  return names;
}
