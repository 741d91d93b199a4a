/** Body of the article out of pages. */
import { join } from "node:path";
import { readPages } from "../article/corpus.ts";
import { measureBodies } from "../article/measure-bodies.ts";
import type { Suite } from "./suite.ts";

export const suite: Suite = {
  name: "body",
  about: "body of pages, in runs of four words; trees that never saw the outlet",
  files: ["pages-dev.jsonl.gz"],
  async run(dataFolder) {
    return measureBodies(await readPages(join(dataFolder, "pages-dev.jsonl.gz"), "page"));
  },
};
