/** Which entity each chain of each article became, in columns of numbers. */
import { NumberColumn } from "../text/number-column.ts";
import type { CastFacts } from "./chain-records.ts";

/** One more than the number of the entity; 0 for a chain that was left out. */
export class ChainOwners {
  /** Of each article: where its chains begin; one more for the end. */
  readonly #starts = new NumberColumn();
  readonly #owners: Uint32Array;
  /** Chains that stand for others (*the two countries*), by their row: the rows of those. */
  readonly #plurals: ReadonlyMap<number, readonly number[]>;

  constructor(articles: Iterable<readonly CastFacts[]>) {
    const plurals = new Map<number, readonly number[]>();
    let rows = 0;
    this.#starts.add(0);
    for (const chains of articles) {
      chains.forEach(({ members }, chain) => {
        if (members === undefined) return;
        const single = members.filter((id) => chains[id]!.members === undefined);
        plurals.set(
          rows + chain,
          single.map((id) => rows + id),
        );
      });
      rows += chains.length;
      this.#starts.add(rows);
    }
    this.#owners = new Uint32Array(rows);
    this.#plurals = plurals;
  }

  give(article: number, chain: number, owner: number): void {
    this.#owners[this.#starts.at(article) + chain] = owner + 1;
  }

  /** `ranks`: by number of owner, the number that it has from now on. */
  renumber(ranks: Uint32Array): void {
    const owners = this.#owners;
    for (let row = 0; row < owners.length; row++) {
      if (owners[row] !== 0) owners[row] = ranks[owners[row]! - 1]! + 1;
    }
  }

  /** Those of a plural in its order; one that two of its chains became twice. */
  of<T>(article: number, chain: number, toItem: (owner: number) => T): readonly T[] {
    const row = this.#starts.at(article) + chain;
    const owner = this.#owners[row]!;
    if (owner !== 0) return [toItem(owner - 1)];
    const members = this.#plurals.size === 0 ? undefined : this.#plurals.get(row);
    if (members === undefined) return NONE;
    const owners = members.map((member) => this.#owners[member]!);
    return owners.filter((each) => each !== 0).map((each) => toItem(each - 1));
  }
}

const NONE: readonly never[] = [];
