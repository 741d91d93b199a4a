/** Body, title and date of the article out of scraped text. */
import { join } from "node:path";
import { readPages } from "../article/corpus.ts";
import { measureBodies } from "../article/measure-bodies.ts";
import { measureDates, measureTitles } from "../article/measure-metadata.ts";
import type { Suite } from "./suite.ts";

export const suite: Suite = {
  name: "dumps",
  about: "body, title and date of scraped text; trees that never saw the outlet",
  files: ["dumps-dev.jsonl.gz"],
  async run(dataFolder) {
    const pages = await readPages(join(dataFolder, "dumps-dev.jsonl.gz"), "dump");
    const bodies = measureBodies(pages);
    const dates = measureDates(pages);
    const titles = measureTitles(pages);
    return {
      figures: { ...bodies.figures, ...dates.figures, ...titles.figures },
      lowerIsBetter: ["date.wrong", "title.wrong"],
      details: [bodies.details, dates.details, titles.details].join("\n"),
    };
  },
};
