/** `npm run train <model>`: makes one model of `data/models/` from its corpora. Each file of `train/models/` is one. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { dataFolder } from "../src/lexicon/node-data.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" } },
});
const folder = join(import.meta.dirname, "models");
const known = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith(".js"))
      .map((file) => file.slice(0, -3))
      .sort()
  : [];
const wanted = positionals[0];
if (wanted === undefined || !known.includes(wanted)) {
  console.error(`usage: npm run train <model> [-- --data FOLDER]\nmodels: ${known.join(", ")}`);
  process.exit(2);
}
const corpora = resolve(values.data ?? join(dataFolder(), "..", "..", "shared", "corpora"));
if (!existsSync(corpora)) {
  console.error(`train: the corpora are missing: ${corpora} (name their folder with --data)`);
  process.exit(1);
}
const module = (await import(pathToFileURL(join(folder, `${wanted}.js`)).href)) as {
  train(corpora: string, models: string): Promise<void> | void;
};
await module.train(corpora, join(dataFolder(), "models"));
