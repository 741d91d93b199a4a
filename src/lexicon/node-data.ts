/** Reads `data/` from the package folder, wherever the compiled file stands below it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DataSource } from "./data.ts";

export function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("dramatis: the folder data/ of the package is missing");
    folder = parent;
  }
  return join(folder, "data");
}

export function nodeData(folder: string = dataFolder()): DataSource {
  return {
    text: (name) => readFileSync(join(folder, name), "utf8"),
    bytes: (name) => readFileSync(join(folder, name)),
  };
}
