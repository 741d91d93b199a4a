/**
 * Article readers for honest figures: pages that trained the shipped trees are read with trees that never saw a page of
 * their outlet; all other pages with the shipped ones.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createArticleReader, type ToArticle } from "../../src/article/index.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { FOLDS, type LabelledPage } from "./corpus.ts";

export interface FoldReaders {
  readerFor(page: LabelledPage): ToArticle;
}

export function foldReaders(): FoldReaders {
  const folder = join(dataFolder(), "..", "train", "article", "folds");
  const known = join(folder, "pages.txt");
  const trainedOn = new Set(existsSync(known) ? readFileSync(known, "utf8").split("\n") : []);
  const readers = Array.from({ length: FOLDS }, (_, fold) =>
    createArticleReader(foldData(folder, fold)),
  );
  const shipped = createArticleReader(nodeData());
  return {
    readerFor: (page) => (trainedOn.has(`${page.set} ${page.id}`) ? readers[page.fold]! : shipped),
  };
}

const FITTED = /^models\/(lines-(?:page|dump)|dump-(?:title|date))\.bin$/;

/** The tables of `data/` with the trees of one fold. */
function foldData(folder: string, fold: number): ReturnType<typeof nodeData> {
  const data = nodeData();
  return {
    text: data.text,
    bytes: (name) => {
      const model = FITTED.exec(name)?.[1];
      const file = join(folder, `${model}-${fold}.bin`);
      return model !== undefined && existsSync(file) ? readFileSync(file) : data.bytes(name);
    },
  };
}
