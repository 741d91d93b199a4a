/** Which entity each chain of each article became, in columns of numbers. */
import { lowerBound } from "../text/lower-bound.ts";
import { NumberColumn } from "../text/number-column.ts";
import type { ChainPile } from "./chain-pile.ts";

/** One more than the number of the entity; 0 for a chain that was left out. */
export class ChainOwners {
  /** Of each article: where its chains begin; one more for the end. */
  readonly #starts: NumberColumn;
  readonly #owners: Uint32Array;
  /** By row: the number of what the chain says. */
  readonly #lines: Uint32Array;
  /** Rows of chains that stand for others (*the two countries*), in ascending order: of an article one or two. */
  readonly #plurals = new NumberColumn();
  /** Of each of them: where the rows of those others begin; one more for the end. */
  readonly #memberStarts = new NumberColumn();
  readonly #members = new NumberColumn();

  /** Nothing else of the pile is kept. */
  constructor(pile: ChainPile) {
    this.#starts = pile.starts;
    this.#owners = new Uint32Array(pile.rows);
    this.#lines = pile.linesOfRows();
    this.#memberStarts.add(0);
    for (const [row, members] of pile.plurals()) {
      this.#plurals.add(row);
      for (const member of members) this.#members.add(member);
      this.#memberStarts.add(this.#members.length);
    }
  }

  give(row: number, owner: number): void {
    this.#owners[row] = owner + 1;
  }

  /** How many chains the article has. */
  count(article: number): number {
    return this.#starts.at(article + 1) - this.#starts.at(article);
  }

  line(article: number, chain: number): number {
    return this.#lines[this.#starts.at(article) + chain]!;
  }

  /** Articles of which a chain, by itself, is one of the owners. */
  *articlesOf(isWanted: (owner: number) => boolean): Generator<number> {
    for (let article = 0; article + 1 < this.#starts.length; article++) {
      const end = this.#starts.at(article + 1);
      for (let row = this.#starts.at(article); row < end; row++) {
        const owner = this.#owners[row]!;
        if (owner === 0 || !isWanted(owner - 1)) continue;
        yield article;
        break;
      }
    }
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
    const plurals = this.#plurals;
    const plural = lowerBound(0, plurals.length, (at) => plurals.at(at) < row);
    if (plural === plurals.length || plurals.at(plural) !== row) return NONE;
    const items: T[] = [];
    const end = this.#memberStarts.at(plural + 1);
    for (let i = this.#memberStarts.at(plural); i < end; i++) {
      const member = this.#owners[this.#members.at(i)]!;
      if (member !== 0) items.push(toItem(member - 1));
    }
    return items;
  }

  /** The same one by one, chain by chain. */
  forEach(article: number, visit: (owner: number) => void, end: (chain: number) => void): void {
    const start = this.#starts.at(article);
    const count = this.count(article);
    for (let chain = 0; chain < count; chain++) {
      const owner = this.#owners[start + chain]!;
      if (owner !== 0) visit(owner - 1);
      else for (const each of this.of(article, chain, (member) => member)) visit(each);
      end(chain);
    }
  }
}

const NONE: readonly never[] = [];
