/** Dumps with the features of their lines and their scores as body, by trees that never saw the outlet. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dumpLines } from "../../src/article/dump-lines.ts";
import type { MeasuredDump } from "../../src/article/dump-ranks.ts";
import { createLanguageFinder } from "../../src/article/language.ts";
import { lineFacts } from "../../src/article/line-facts.ts";
import { dumpRows } from "../../src/article/line-rows.ts";
import { createPhraseFinder } from "../../src/article/phrases.ts";
import { createStoryWords } from "../../src/article/story-words.ts";
import { readTrees, scoreRow } from "../../src/article/trees.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import { FOLDS, type LabelledPage } from "./corpus.ts";

export interface LabelledDump {
  readonly page: LabelledPage;
  readonly dump: MeasuredDump;
}

export function measuredDumps(
  pages: readonly LabelledPage[],
  data: DataSource,
  folds: string,
): readonly LabelledDump[] {
  const phrasesOf = createPhraseFinder(data);
  const storyWords = createStoryWords(data, createLanguageFinder(data));
  const trees = Array.from({ length: FOLDS }, (_, fold) =>
    readTrees(readFileSync(join(folds, `lines-dump-${fold}.bin`))),
  );
  return pages.map((page) => {
    const lines = dumpLines(page.content);
    const facts = lineFacts(lines, phrasesOf);
    const { rows, width } = dumpRows(lines, facts, storyWords);
    const scores = Float32Array.from(lines, (_, i) => scoreRow(trees[page.fold]!, rows, i * width));
    return { page, dump: { lines, facts, rows, width, scores } };
  });
}
