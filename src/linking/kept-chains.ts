/** Chains of articles as a store keeps them, a line each. The same few people and countries return in all articles: what says the same is parsed once. */
import { createWordTable } from "../text/word-table.ts";
import type { CastFacts, ChainPile } from "./chain-pile.ts";

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

export function packChains(chains: readonly CastFacts[]): string {
  return chains.map(packChain).join("\n");
}

function packChain(facts: CastFacts): string {
  const { kind, name, mentions, names, country, unnamed, offices, walks, members } = facts;
  const packed: PackedChain = [
    ...([kind, name, mentions, names, country ?? 0, unnamed ? 1 : 0] as const),
    ...([offices, walks, members ?? 0] as const),
  ];
  return JSON.stringify(packed);
}

/** All chains of an addition are read by one reader: the numbers of their lines in the pile. */
export function createChainReader(pile: ChainPile): (packed: string) => Uint32Array {
  const texts = createWordTable();
  const lines: number[] = [];
  return (packed) => {
    const found: number[] = [];
    for (let start = 0; start < packed.length; ) {
      let end = packed.indexOf("\n", start);
      if (end < 0) end = packed.length;
      const number = texts.numberOf(packed, start, end);
      if (number === lines.length) lines.push(pile.lineOf(unpackChain(texts.words[number]!)));
      found.push(lines[number]!);
      start = end + 1;
    }
    return Uint32Array.from(found);
  };
}

function unpackChain(line: string): CastFacts {
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
