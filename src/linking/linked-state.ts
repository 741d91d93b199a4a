/** What linking keeps of its results, so that later only what hangs on a change is linked again. */

import type { LinkedArticle, LinkedDetails, LinkedHead } from "../model.ts";
import { namedHash } from "../text/head-hash.ts";
import { remembered } from "../text/remembered.ts";
import { hashOf, WideHash } from "../text/wide-hash.ts";
import type { CastFacts } from "./chain-records.ts";
import type { Cast, EntityHead } from "./entities.ts";
import { packKept } from "./kept-records.ts";
import { dayOf } from "./link.ts";
import type { BlockCounts, Place, PlacedArticle } from "./placing.ts";
import type { ChainFacts } from "./records.ts";
import { copyOf } from "./text-numbers.ts";

/** `article`: its index in the cast. */
export function toLinkedArticle(
  { record, place }: PlacedArticle,
  article: number,
  cast: Cast,
): LinkedArticle & LinkedDetails {
  const { id, outlet } = record.article;
  const day = dayOf(record);
  const { block, story, reprint, isCanonical, repeated, prints } = place;
  const chains = record.chains.map((_, chain) => chain);
  return {
    id,
    ...(outlet !== undefined ? { outlet } : {}),
    ...(Number.isNaN(day) ? {} : { day }),
    ...{ block, story, reprint, isCanonical, repeated, prints },
    chains: packChains(record.chains),
    castHash: castHash(cast, article, chains.length),
    cast: chains.map((chain) => cast.resolve(article, chain)),
    countries: [...new Set(record.whereabouts.map(({ country }) => country))],
    notes: record.notes,
    record: packKept(record),
  };
}

export function placeOf(article: Omit<LinkedArticle, "chains">): Place {
  const { story, reprint, isCanonical, block, repeated, prints } = article;
  return { story, reprint, isCanonical, block, repeated, prints };
}

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

/** A line each. */
export function packChains(chains: readonly CastFacts[]): string {
  return chains
    .map(({ kind, name, mentions, names, country, unnamed, offices, walks, members }) => {
      const packed: PackedChain = [
        ...([kind, name, mentions, names, country ?? 0, unnamed ? 1 : 0] as const),
        ...([offices, walks, members ?? 0] as const),
      ];
      return JSON.stringify(packed);
    })
    .join("\n");
}

/** The same few people and countries return in all articles: what says the same is read, and is in memory, once. */
export function createChainReader(): (packed: string) => readonly CastFacts[] {
  const known = new Map<string, CastFacts>();
  return (packed) =>
    packed === ""
      ? []
      : packed.split("\n").map((line) => {
          let facts = known.get(line);
          if (facts === undefined) {
            facts = unpackChain(line);
            known.set(copyOf(line), facts);
          }
          return facts;
        });
}

function unpackChain(line: string): CastFacts {
  const [kind, name, mentions, names, country, unnamed, offices, walks, members] = JSON.parse(
    line,
  ) as PackedChain;
  return {
    kind: kind as ChainFacts["kind"],
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

export function packCounts({ spread, stories, storiesOfAct }: BlockCounts): string {
  return JSON.stringify([spread.total, stories, [...storiesOfAct], [...spread.articles]]);
}

export function unpackCounts(packed: string): BlockCounts {
  const [total, stories, acts, words] = JSON.parse(packed) as [
    ...[number, number],
    ...[[string, number][], [string, number][]],
  ];
  return {
    spread: { total, articles: new Map(words) },
    stories,
    storiesOfAct: new Map(acts),
  };
}

/** Equal, as good as certainly (53 bits), when all its chains became the same entities. */
export function castHash(cast: Cast, article: number, chains: number): number {
  const hash = new WideHash();
  for (let chain = 0; chain < chains; chain++) {
    for (const id of cast.resolve(article, chain)) {
      const own = idHash(id);
      hash.add(own >>> 0);
      hash.add(own / 2 ** 32);
    }
    hash.add(chain);
  }
  return hash.sum() || 1;
}

/** The same few return in all articles. */
const idHash = remembered(hashOf);

export function hashesOf(head: EntityHead): LinkedHead {
  return { id: head.id, whole: hashOf(JSON.stringify(head)), named: namedHash(head) };
}
