/**
 * A full name that an article writes in two ways, one letter apart: *Tate McRae*, *Tate McCrae*; *Bryan*, *Brian Kohberger*. Two persons of
 * whom one article tells hardly ever have names so alike, unless the letter makes another known given name (*Maria*, *Mario*), begins
 * the name (*Reed*, *Weed*) or parts short words.
 */
import { withinDistance } from "../text/edit-distance.ts";
import type { ChainPile } from "./chain-pile.ts";
import type { GivenNames } from "./given-names.ts";
import type { PersonName } from "./person-names.ts";

/** Letters of the word that is spelled in two ways; of the whole name where only that word's neighbors are the same. */
const FEWEST_LETTERS = 5;
const LONGEST_LIST = 64;

interface Named {
  readonly name: PersonName;
  readonly rows: readonly number[];
}

/** Pairs of indexes into the groups. */
export function* misspeltPairs(
  pile: ChainPile,
  groups: readonly Named[],
  givenNames: GivenNames,
): Generator<readonly [number, number]> {
  const alike = new Map<string, number[]>();
  groups.forEach(({ name, rows }, i) => {
    if (name.tokens.length < 2) return;
    for (const article of new Set(rows.map((row) => pile.article(row)))) {
      for (const half of [`${name.first}\t`, `\t${name.last}`]) {
        const key = `${article}\t${half}`;
        const list = alike.get(key);
        if (!list) alike.set(key, [i]);
        else if (list.length < LONGEST_LIST) list.push(i);
      }
    }
  });
  for (const list of alike.values()) {
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const [one, other] = [list[a]!, list[b]!];
        if (isMisspelt(groups[one]!.name, groups[other]!.name, givenNames)) yield [one, other];
      }
    }
  }
}

function isMisspelt(a: PersonName, b: PersonName, givenNames: GivenNames): boolean {
  if (a.generation !== b.generation || a.tokens.length !== b.tokens.length) return false;
  const places = [...a.tokens.keys()].filter((i) => a.tokens[i] !== b.tokens[i]);
  const place = places[0];
  if (place === undefined || places.length > 1) return false;
  const [one, other] = [a.tokens[place]!, b.tokens[place]!];
  if (Math.min(one.length, other.length) < FEWEST_LETTERS || one[0] !== other[0]) return false;
  if (place === 0 && givenNames.isGiven(one) && givenNames.isGiven(other)) return false;
  return withinDistance(one, other, 1);
}
