/**
 * Makes `world.json` when the viewer is built: land and borders (Natural Earth 1:110m, public domain, through npm world-atlas, ISC) and the points of
 * countries, capitals and large cities (GeoNames, CC BY 4.0, from `data/`). One file of plain numbers, fetched when the map is first opened.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { feature, mesh } from "topojson-client";
import type { Plugin } from "vite";
import { nameKey } from "../../src/text/fold.ts";
import type { Line, World } from "./world.ts";

/** Thousands of people from which a city is on the map. */
const LARGE_CITY = 200;

export function worldPlugin(root: string): Plugin {
  const make = (): string => JSON.stringify(makeWorld(root));
  return {
    name: "world",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "world.json", source: make() });
    },
    configureServer(server) {
      server.middlewares.use("/world.json", (_, response) => {
        response.setHeader("Content-Type", "application/json");
        response.end(make());
      });
    },
  };
}

function makeWorld(root: string): World {
  const atlas = createRequire(import.meta.url)("world-atlas/countries-110m.json");
  const land = feature(atlas, atlas.objects.land) as unknown as Shapes;
  const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b) as unknown as {
    coordinates: Line[];
  };
  return {
    land: land.features.flatMap(({ geometry }) =>
      geometry.type === "Polygon"
        ? [rings(geometry.coordinates as Line[])]
        : (geometry.coordinates as Line[][]).map(rings),
    ),
    borders: rings(borders.coordinates),
    countries: Object.fromEntries(
      table(root, "data/countries.tsv").flatMap(([code, , , latitude, longitude]) =>
        latitude === "" || latitude === undefined
          ? []
          : [[code!, [Number(longitude), Number(latitude)]]],
      ),
    ),
    places: Object.fromEntries(
      table(root, "data/places.tsv").flatMap(([key, code, latitude, longitude, people, sort]) =>
        sort !== "c" && !(sort === "" && Number(people) >= LARGE_CITY)
          ? []
          : [
              [
                `${nameKey(key!)} ${code}`,
                [Math.round(Number(longitude) * 10) / 10, Math.round(Number(latitude) * 10) / 10],
              ],
            ],
      ),
    ),
  };
}

interface Shapes {
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}

function rings(lines: readonly Line[]): Line[] {
  return lines.map((line) =>
    line.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const),
  );
}

function table(root: string, path: string): string[][] {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
