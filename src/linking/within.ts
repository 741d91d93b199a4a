/** Buildings, squares and quarters that the news names instead of their town, by `data/en/linking/within.tsv`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import { placeId } from "./places.ts";

/** Of ids of entities: `place:white-house-usa` -> `place:washington-usa`. */
export type TownOf = ReadonlyMap<string, string>;

export function loadTowns(data: DataSource): TownOf {
  const towns = new Map<string, string>();
  for (const [town = "", country, names = ""] of parseTable(data.text("en/linking/within.tsv"))) {
    for (const name of names.split("|")) towns.set(placeId(name, country), placeId(town, country));
  }
  return towns;
}
