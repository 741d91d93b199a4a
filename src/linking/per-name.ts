/** A pure function of the name of a chain that remembers what it gave: the same few names return in millions of chains, and a number is looked up sooner than a text. */
import type { ChainRecord } from "./chain-records.ts";

export type PerName<Value> = (record: Pick<ChainRecord, "name" | "nameNumber">) => Value;

/** For records of one pile, whose names are numbered together. */
export function perName<Value extends {}>(compute: (name: string) => Value): PerName<Value> {
  const known: (Value | undefined)[] = [];
  return ({ name, nameNumber }) => {
    let value = known[nameNumber];
    if (value === undefined) {
      value = compute(name);
      // Numbers may come in any order: no holes.
      while (known.length < nameNumber) known.push(undefined);
      known[nameNumber] = value;
    }
    return value;
  };
}
