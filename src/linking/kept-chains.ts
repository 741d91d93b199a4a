/**
 * Chains of articles as a store keeps them, a line each. The same few people and countries return in all articles: what says the same is read, and
 * is in memory, once, and a record of a chain is no more than that and where it stands.
 */
import type { CountryCode, EntityKind } from "../model.ts";
import type { CastFacts, ChainRecord } from "./chain-records.ts";
import type { ChainFacts } from "./records.ts";
import { copyOf, createNumbers } from "./text-numbers.ts";

/** Of chains that say the same, of any article. */
export interface SharedFacts extends CastFacts {
  /** The same for equal names. */
  readonly nameNumber: number;
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

/** All chains of an addition are read by one reader. */
export function createChainReader(): (packed: string) => readonly SharedFacts[] {
  const known = new Map<string, SharedFacts>();
  const names = createNumbers();
  const read = (line: string): SharedFacts => {
    let facts = known.get(line);
    if (facts === undefined) {
      facts = unpackChain(line, names.number);
      known.set(copyOf(line), facts);
    }
    return facts;
  };
  return (packed) => (packed === "" ? [] : packed.split("\n").map(read));
}

function unpackChain(line: string, numberOf: (name: string) => number): SharedFacts {
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
    nameNumber: numberOf(name),
  };
}

/** Where the chains of an article stand. */
interface Standing {
  /** Index into the articles, which are sorted by id. */
  readonly article: number;
  readonly day: number;
  readonly story: string;
}

/** The chains of one article; as in `ChainColumns` plural ones and those that are left out are not among them. */
export function addSharedChains(
  records: ChainRecord[],
  chains: readonly SharedFacts[],
  standing: Standing,
): void {
  chains.forEach((facts, chain) => {
    if (facts.members !== undefined || facts.mentions === 0) return;
    records.push(new SharedChain(facts, facts.kind, standing, chain));
  });
}

class SharedChain implements ChainRecord {
  readonly kind: EntityKind;
  readonly chain: number;
  readonly #facts: SharedFacts;
  readonly #standing: Standing;

  constructor(facts: SharedFacts, kind: EntityKind, standing: Standing, chain: number) {
    this.kind = kind;
    this.chain = chain;
    this.#facts = facts;
    this.#standing = standing;
  }

  withKind(kind: EntityKind): ChainRecord {
    return new SharedChain(this.#facts, kind, this.#standing, this.chain);
  }

  get article(): number {
    return this.#standing.article;
  }

  get day(): number {
    return this.#standing.day;
  }

  get story(): string {
    return this.#standing.story;
  }

  get name(): string {
    return this.#facts.name;
  }

  get nameNumber(): number {
    return this.#facts.nameNumber;
  }

  get country(): CountryCode | undefined {
    return this.#facts.country;
  }

  get unnamed(): boolean {
    return this.#facts.unnamed === true;
  }

  get mentions(): number {
    return this.#facts.mentions;
  }

  get names(): ChainFacts["names"] {
    return this.#facts.names;
  }

  get offices(): readonly string[] {
    return this.#facts.offices;
  }

  get walks(): readonly string[] {
    return this.#facts.walks;
  }
}
