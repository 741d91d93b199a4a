/** What chains say, as a store keeps it: the same few people and countries return in all articles, and what says the same is kept, and read, once. */
import type { LinkedLine } from "../model.ts";
import type { CastFacts } from "./chain-pile.ts";

type PackedChain = [
  kind: string,
  name: string,
  mentions: number,
  names: CastFacts["names"],
  country: string | 0,
  unnamed: 0 | 1,
  offices: readonly string[],
  walks: readonly string[],
  members: readonly number[] | 0,
];

export function packChain(facts: CastFacts): string {
  const { kind, name, mentions, names, country, unnamed, offices, walks, members } = facts;
  const packed: PackedChain = [
    ...([kind, name, mentions, names, country ?? 0, unnamed ? 1 : 0] as const),
    ...([offices, walks, members ?? 0] as const),
  ];
  return JSON.stringify(packed);
}

export function unpackChain(line: string): CastFacts {
  const [kind, name, mentions, names, country, unnamed, offices, walks, members] = JSON.parse(
    line,
  ) as PackedChain;
  return {
    kind: kind as CastFacts["kind"],
    name,
    names,
    mentions,
    ...(country !== 0 ? { country } : {}),
    ...(unnamed === 1 ? { unnamed: true } : {}),
    ...(members !== 0 ? { members } : {}),
    offices,
    walks,
  };
}

/** The numbers that a store gives to the lines of a pile. */
export interface KeptLines {
  /** Of the chain of a line; what is new goes into `fresh`. */
  numberOf(line: number, facts: CastFacts, fresh: LinkedLine[]): number;
}

/** `known`: by line of the pile the number that it has in the store already. */
export function createKeptLines(known: readonly number[] = []): KeptLines {
  const numbers: (number | undefined)[] = [...known];
  let next = known.reduce((most, number) => Math.max(most, number), -1) + 1;
  return {
    numberOf(line, facts, fresh) {
      let number = numbers[line];
      if (number === undefined) {
        number = next++;
        fresh.push({ number, line: packChain(facts) });
        // No holes.
        while (numbers.length < line) numbers.push(undefined);
        numbers[line] = number;
      }
      return number;
    },
  };
}
