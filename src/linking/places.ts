/** Countries by code; places by name and country, so that places of the same name stay apart. */
import type { ChainRecord } from "./chain-records.ts";
import { type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { compareText } from "./order.ts";
import { foldName } from "./person-names.ts";

/** *Washington, D.C.*, *Washington DC*. */
const DOTS = /\./g;

export function groupCountries(records: readonly ChainRecord[]): EntityGroup[] {
  return [...groupBy(records, ({ country, name }) => country ?? slug(name))].map(([key, list]) => ({
    kind: "country",
    id: `country:${key}`,
    formerIds: [],
    records: list,
  }));
}

export function groupPlaces(records: readonly ChainRecord[]): EntityGroup[] {
  const byName = groupBy(records, ({ name }) =>
    foldName(name.replace(DOTS, "")).replace(/^the /, ""),
  );
  return [...byName.values()].flatMap((list) => {
    const countries = [...new Set(list.flatMap(({ country }) => country ?? []))].sort(compareText);
    const only = countries.length === 1 ? countries[0] : undefined;
    const near = countryByStory(list);
    const groups = groupBy(list, ({ country, story }) => country ?? only ?? near.get(story) ?? "");
    return [...groups].map(([country, members]): EntityGroup => {
      return {
        kind: "place",
        id: placeId(members[0]!.name, country),
        formerIds: [],
        records: members,
      };
    });
  });
}

/** `country`: alpha-3 code, empty where it is not known. */
export function placeId(name: string, country = ""): string {
  const suffix = country === "" ? "" : `-${country.toLowerCase()}`;
  return `place:${slug(name.replace(/^the /i, ""))}${suffix}`;
}

/** The country that the articles of a story give the place, where they agree. */
function countryByStory(list: readonly ChainRecord[]): Map<string, string> {
  const found = new Map<string, string | undefined>();
  for (const { story, country } of list) {
    if (country === undefined) continue;
    found.set(story, found.has(story) && found.get(story) !== country ? undefined : country);
  }
  return new Map([...found].flatMap(([story, country]) => (country ? [[story, country]] : [])));
}
