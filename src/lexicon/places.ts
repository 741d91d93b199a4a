/** Cities, divisions and regions: where they lie. */
import type { CountryCode } from "../model.ts";
import { nameKey } from "../text/fold.ts";
import { remembered } from "../text/remembered.ts";
import type { DataSource } from "./data.ts";
import { sortedTable } from "./sorted-table.ts";
import { parseTable } from "./tables.ts";

export interface Place {
  readonly name: string;
  readonly sort: "city" | "capital" | "division" | "region";
  /** Missing for a region that lies in several countries. */
  readonly country?: CountryCode;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

export interface Places {
  /** Every place of that name, the likeliest first; empty when it is not known. */
  find(name: string): readonly Place[];
  /** The likeliest place of that name, given the countries that the text names. */
  choose(name: string, countries?: ReadonlySet<CountryCode>): Place | undefined;
  /** Words that name a part of the place after them (*eastern*), or of the country only (*occupied*). */
  readonly directions: ReadonlyMap<string, "place" | "land">;
}

/** Names of places that are remembered with what they stand for. */
const MOST_NAMES = 20_000;

/** *La.* is Louisiana, *L.A.* is Los Angeles, *MD* is Maryland: only as written, no folding. */
const AS_WRITTEN = /^(?:\p{Lu}{2}|.*\.)$/u;

const SORTS: Readonly<Record<string, Place["sort"]>> = { c: "capital", d: "division" };

export function loadPlaces(data: DataSource): Places {
  const rowsOf = sortedTable(data.text("places.tsv"));
  const regions = readRegions(data.text("en/regions.tsv"));
  const aliases = new Map<string, readonly [string, CountryCode]>();
  const written = new Map<string, readonly [string, CountryCode]>();
  for (const [alias = "", name = "", country = ""] of parseTable(
    data.text("en/place-aliases.tsv"),
  )) {
    if (AS_WRITTEN.test(alias)) written.set(alias, [nameKey(name), country]);
    else aliases.set(nameKey(alias), [nameKey(name), country]);
  }

  const find = remembered((name: string): readonly Place[] => {
    const key = nameKey(name);
    const region = regions.get(key);
    const alias = written.get(name) ?? aliases.get(key);
    const found = alias
      ? rowsOf(alias[0])
          .map(toPlace)
          .filter((place) => place.country === alias[1])
          .sort(byWeight)
      : [];
    return [...(region ? [region] : []), ...found, ...rowsOf(key).map(toPlace).sort(byWeight)];
  }, MOST_NAMES);
  return {
    find,
    directions: new Map(
      parseTable(data.text("en/directions.tsv")).map(([word = "", of]) => [
        nameKey(word),
        of === "land" ? "land" : "place",
      ]),
    ),
    choose: (name, countries) => {
      const found = find(name);
      if (found.length < 2 || !countries || countries.size === 0) return found[0];
      const likeliest = found[0]!;
      const isNear = (place: Place): boolean =>
        place.country !== undefined && countries.has(place.country);
      if (isNear(likeliest)) return likeliest;
      return (
        found.find((place) => isNear(place) && rivals(place, likeliest, countries)) ?? likeliest
      );
    },
  };
}

function readRegions(text: string): ReadonlyMap<string, Place> {
  const regions = new Map<string, Place>();
  for (const [names = "", country, latitude, longitude] of parseTable(text)) {
    const [first = "", ...others] = names.split("|");
    const place: Place = {
      name: first,
      sort: "region",
      ...(country ? { country } : {}),
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: 0,
    };
    for (const name of [first, ...others]) regions.set(nameKey(name), place);
  }
  return regions;
}

function toPlace(row: readonly string[]): Place {
  const [key = "", country = "", latitude, longitude, thousands, sort = "", name] = row;
  return {
    name: name || key.replace(/(?<![^ ])[a-z]/g, (letter) => letter.toUpperCase()),
    sort: SORTS[sort] ?? "city",
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(thousands) * 1000,
  };
}

/**
 * The likeliest of namesakes: people, with a capital worth more and a division less than its people (*Moscow* is the
 * city). The figures put Washington, Georgetown, San Jose, Victoria and Hamilton where a newspaper means them.
 */
function byWeight(a: Place, b: Place): number {
  return weight(b) - weight(a);
}

/**
 * How many times as large the likeliest may be before it is meant though the text names the country of a namesake: no *Lima* is in Ohio. Where
 * the text names several countries each says less, and the one that all news of the world names says least: Russians and Americans meet in *Geneva*.
 */
const LARGER = 60;
const LARGER_OF_SEVERAL = 15;
const LARGER_THAN_AMERICAN = 3;

function rivals(place: Place, likeliest: Place, countries: ReadonlySet<CountryCode>): boolean {
  const several = place.country === "USA" ? LARGER_THAN_AMERICAN : LARGER_OF_SEVERAL;
  const larger = countries.size === 1 ? LARGER : several;
  return weight(place) * larger >= weight(likeliest);
}

function weight({ sort, population }: Place): number {
  if (sort === "capital") return 300_000 + 2 * population;
  return sort === "division" ? population / 10 : population;
}
