/** One chain of one article, with what linking needs to know of it. */
import type { CountryCode, EntityKind } from "../model.ts";
import { doubled } from "../text/doubled.ts";
import type { ChainFacts } from "./records.ts";
import { createNumbers } from "./text-numbers.ts";

export interface ChainRecord
  extends Pick<ChainFacts, "kind" | "name" | "names" | "mentions" | "offices" | "walks"> {
  /** The same for equal names of a pile. */
  readonly nameNumber: number;
  readonly country: CountryCode | undefined;
  readonly unnamed: boolean;
  /** Index into the articles, which are sorted by id. */
  readonly article: number;
  readonly chain: number;
  /** Day of the article, NaN where it has none. */
  readonly day: number;
  /** Smallest article id of the story. */
  readonly story: string;
  withKind(kind: EntityKind): ChainRecord;
}

/** A chain as far as who is who depends on it: all but where it stands. */
export type CastFacts = Omit<ChainFacts, "findings">;

/** The chains of many articles, of which there are millions: what is told of them lies in columns of numbers, and a record says only which row is its own. */
export interface ChainColumns {
  /** Those of one article. Plural chains (*the two countries*) stand for their members and are left out. */
  add(chains: readonly CastFacts[], article: number, day: number, story: string): void;
  /** In the order in which they came. */
  readonly records: readonly ChainRecord[];
}

export function createChainColumns(): ChainColumns {
  const columns = new Columns();
  const toRecord = recordsOf(columns);
  const records: ChainRecord[] = [];
  return {
    records,
    add(chains, article, day, story) {
      columns.days[article] = day;
      columns.stories[article] = story;
      for (const [chain, facts] of chains.entries()) {
        if (facts.members !== undefined || facts.mentions === 0) continue;
        records.push(toRecord(columns.add(facts, article, chain), facts.kind));
      }
    },
  };
}

/** Rows in a chunk: so that none is copied when there are more. */
const CHUNK_BITS = 14;
const CHUNK_SIZE = 2 ** CHUNK_BITS;
/** In a row: article, chain, name, country, mentions, and where in `lists` its lists are told, 0 for a chain that has none. */
const WIDTH = 6;
const ARTICLE = 0;
const CHAIN = 1;
const NAME = 2;
/** With one more for a chain without a name. */
const COUNTRY = 3;
const MENTIONS = 4;
const LISTS = 5;
/** Told there: the places of its lists, 0 for none. */
const NAMES = 1;
const OFFICES = 2;
const WALKS = 3;

class Columns {
  readonly texts = createNumbers();
  readonly days: number[] = [];
  readonly stories: string[] = [];
  readonly #chunks: Uint32Array[] = [];
  /** Lists of numbers, each after its length; the first is empty. */
  lists = new Uint32Array(CHUNK_SIZE);
  #count = 0;
  #used = 1;

  /** Returns the row. */
  add(facts: CastFacts, article: number, chain: number): number {
    const { name, names, mentions, country, unnamed, offices, walks } = facts;
    const row = this.#count++;
    if (row % CHUNK_SIZE === 0) this.#chunks.push(new Uint32Array(CHUNK_SIZE * WIDTH));
    const rows = this.#chunks.at(-1)!;
    const at = (row % CHUNK_SIZE) * WIDTH;
    const toNumber = (text: string): number => this.texts.number(text);
    rows[at + ARTICLE] = article;
    rows[at + CHAIN] = chain;
    rows[at + NAME] = toNumber(name);
    const place = country === undefined ? 0 : toNumber(country) + 1;
    rows[at + COUNTRY] = place * 2 + Number(unnamed === true);
    rows[at + MENTIONS] = mentions;
    // Most have one name, which all their mentions have.
    const isPlain = names.length === 1 && names[0]![0] === name && names[0]![1] === mentions;
    const own = [
      isPlain ? 0 : this.#list(names.flatMap(([form, count]) => [toNumber(form), count])),
      offices.length === 0 ? 0 : this.#list(offices.map(toNumber)),
      walks.length === 0 ? 0 : this.#list(walks.map(toNumber)),
    ];
    rows[at + LISTS] = own.every((list) => list === 0) ? 0 : this.#list(own);
    return row;
  }

  at(row: number, column: number): number {
    return this.#chunks[row >> CHUNK_BITS]![(row % CHUNK_SIZE) * WIDTH + column]!;
  }

  /** Where the names, offices or walks of a row are; 0 for none. */
  listAt(row: number, which: number): number {
    const lists = this.at(row, LISTS);
    return lists === 0 ? 0 : this.lists[lists + which]!;
  }

  textsAt(list: number): readonly string[] {
    if (list === 0) return NONE;
    return Array.from({ length: this.lists[list]! }, (_, i) =>
      this.texts.text(this.lists[list + 1 + i]!),
    );
  }

  #list(numbers: readonly number[]): number {
    while (this.#used + numbers.length + 1 > this.lists.length) {
      this.lists = doubled(this.lists);
    }
    const at = this.#used;
    this.lists[at] = numbers.length;
    this.lists.set(numbers, at + 1);
    this.#used += numbers.length + 1;
    return at;
  }
}

const NONE: readonly string[] = [];

const KINDS: readonly EntityKind[] = ["person", "organization", "group", "country", "place"];
const MOST_KINDS = 8;

/** A record knows its row and its kind, in one number: of a large pile there are millions, and each more that they held would be forty megabytes. */
function recordsOf(columns: Columns): (row: number, kind: EntityKind) => ChainRecord {
  class Row implements ChainRecord {
    readonly #place: number;

    constructor(row: number, kind: EntityKind) {
      this.#place = row * MOST_KINDS + KINDS.indexOf(kind);
    }

    withKind(kind: EntityKind): ChainRecord {
      return new Row(this.#row, kind);
    }

    get kind(): EntityKind {
      return KINDS[this.#place % MOST_KINDS]!;
    }

    get article(): number {
      return columns.at(this.#row, ARTICLE);
    }

    get chain(): number {
      return columns.at(this.#row, CHAIN);
    }

    get day(): number {
      return columns.days[this.article]!;
    }

    get story(): string {
      return columns.stories[this.article]!;
    }

    get name(): string {
      return columns.texts.text(this.nameNumber);
    }

    get nameNumber(): number {
      return columns.at(this.#row, NAME);
    }

    get country(): CountryCode | undefined {
      const place = columns.at(this.#row, COUNTRY) >> 1;
      return place === 0 ? undefined : columns.texts.text(place - 1);
    }

    get unnamed(): boolean {
      return columns.at(this.#row, COUNTRY) % 2 === 1;
    }

    get mentions(): number {
      return columns.at(this.#row, MENTIONS);
    }

    get names(): ChainFacts["names"] {
      const { lists, texts } = columns;
      const list = columns.listAt(this.#row, NAMES);
      if (list === 0) return [[this.name, this.mentions]];
      return Array.from({ length: lists[list]! / 2 }, (_, i) => [
        texts.text(lists[list + 1 + 2 * i]!),
        lists[list + 2 + 2 * i]!,
      ]);
    }

    get offices(): readonly string[] {
      return columns.textsAt(columns.listAt(this.#row, OFFICES));
    }

    get walks(): readonly string[] {
      return columns.textsAt(columns.listAt(this.#row, WALKS));
    }

    get #row(): number {
      return Math.floor(this.#place / MOST_KINDS);
    }
  }
  return (row, kind) => new Row(row, kind);
}
