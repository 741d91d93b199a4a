/** Date, title and authors out of pages. */
import { join } from "node:path";
import { readPages } from "../article/corpus.ts";
import { measureAuthors, measureDates, measureTitles } from "../article/measure-metadata.ts";
import type { Suite } from "./suite.ts";

export const suite: Suite = {
  name: "metadata",
  about: "date, title and authors of pages",
  files: ["pages-dev.jsonl.gz"],
  async run(dataFolder) {
    const pages = await readPages(join(dataFolder, "pages-dev.jsonl.gz"), "page");
    const parts = [measureDates(pages), measureTitles(pages), measureAuthors(pages)];
    return {
      figures: Object.assign({}, ...parts.map((part) => part.figures)) as Record<string, number>,
      lowerIsBetter: ["date.wrong", "title.wrong"],
      details: parts.map((part) => part.details).join("\n"),
    };
  },
};
