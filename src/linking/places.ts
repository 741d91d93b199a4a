/** Countries by code; places by name and country, so that places of the same name stay apart. */
import type { ChainRecord } from "./chain-records.ts";
import { type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { compareText } from "./order.ts";
import { foldName } from "./person-names.ts";

export function groupCountries(records: readonly ChainRecord[]): EntityGroup[] {
  return [...groupBy(records, ({ country, name }) => country ?? slug(name))].map(([key, list]) => ({
    kind: "country",
    id: `country:${key}`,
    formerIds: [],
    records: list,
  }));
}

export function groupPlaces(records: readonly ChainRecord[]): EntityGroup[] {
  const byName = groupBy(records, ({ name }) => foldName(name).replace(/^the /, ""));
  return [...byName.values()].flatMap((list) => {
    const countries = [...new Set(list.flatMap(({ country }) => country ?? []))].sort(compareText);
    const only = countries.length === 1 ? countries[0] : undefined;
    const groups = groupBy(
      list,
      ({ country, story }) => country ?? only ?? near(list, story) ?? "",
    );
    return [...groups].map(([country, members]): EntityGroup => {
      const name = slug(members[0]!.name.replace(/^the /i, ""));
      return {
        kind: "place",
        id: `place:${name}${country === "" ? "" : `-${country.toLowerCase()}`}`,
        formerIds: [],
        records: members,
      };
    });
  });
}

/** The country that the other articles of the story give the place, if they agree. */
function near(list: readonly ChainRecord[], story: string): string | undefined {
  const countries = new Set(
    list.flatMap((record) => (record.story === story && record.country ? [record.country] : [])),
  );
  return countries.size === 1 ? [...countries][0] : undefined;
}
