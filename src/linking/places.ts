/** Countries by code; places by name and country, so that places of the same name stay apart. */
import type { ChainPile, Rows } from "./chain-pile.ts";
import { type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";

/** *Washington, D.C.*, *Washington DC*. */
const DOTS = /\./g;

export function groupCountries(pile: ChainPile, rows: Rows): EntityGroup[] {
  const toSlug = perName(pile, slug);
  const byCode = groupBy(
    rows,
    (row) => pile.countryText(pile.country(row)) ?? toSlug(pile.name(row)),
  );
  return [...byCode].map(([key, own]) => ({
    kind: "country",
    id: `country:${key}`,
    formerIds: [],
    rows: own,
  }));
}

export function groupPlaces(pile: ChainPile, rows: Rows): EntityGroup[] {
  const toKey = perName(pile, (name, number) => {
    const bare = name.replace(DOTS, "");
    return (bare === name ? pile.folded(number) : foldName(bare)).replace(/^the /, "");
  });
  const byName = groupBy(rows, (row) => toKey(pile.name(row)));
  return [...byName.values()].flatMap((list) => {
    const countries = new Set(list.map((row) => pile.country(row)).filter((each) => each !== 0));
    const [only = 0] = countries.size === 1 ? countries : [];
    const near = countries.size > 1 ? countryByStory(pile, list) : new Map<number, number>();
    const groups = groupBy(
      list,
      (row) => pile.country(row) || only || (near.get(pile.story(row)) ?? 0),
    );
    return [...groups].map(([country, members]): EntityGroup => {
      return {
        kind: "place",
        id: placeId(pile.nameText(members[0]!), pile.countryText(country)),
        formerIds: [],
        rows: members,
      };
    });
  });
}

/** `country`: alpha-3 code, empty where it is not known. */
export function placeId(name: string, country = ""): string {
  const suffix = country === "" ? "" : `-${country.toLowerCase()}`;
  return `place:${slug(name.replace(/^the /i, ""))}${suffix}`;
}

/** By story: the country that its articles give the place, 0 where they do not agree. */
function countryByStory(pile: ChainPile, list: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const row of list) {
    const [story, country] = [pile.story(row), pile.country(row)];
    if (country === 0) continue;
    found.set(story, found.has(story) && found.get(story) !== country ? 0 : country);
  }
  return found;
}
