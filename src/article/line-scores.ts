/**
 * How likely each line is body, by boosted trees. Made by `npm run train lines`. A second look that sees the scores of
 * the neighbors was built and left out: with the features of place and context in the first, it gained nothing in
 * cross-validation (F1 .958 to .957 on pages, .915 to .914 on dumps).
 */
import type { DataSource } from "../lexicon/data.ts";
import type { ClassWords } from "./class-words.ts";
import type { MeasuredDump } from "./dump-ranks.ts";
import type { LanguageFinder } from "./language.ts";
import type { LineFacts } from "./line-facts.ts";
import { dumpRows, type LineRows, pageRows } from "./line-rows.ts";
import type { Line } from "./lines.ts";
import type { PageLines } from "./page-lines.ts";
import type { PageWords } from "./place-features.ts";
import { createStoryWords } from "./story-words.ts";
import { readTrees, scoreRow, type Trees } from "./trees.ts";

export interface LineScorer {
  page(page: PageLines, facts: readonly LineFacts[], words: PageWords): Float32Array;
  dump(lines: readonly Line[], facts: readonly LineFacts[]): MeasuredDump;
}

export function createLineScorer(
  data: DataSource,
  classWords: ClassWords,
  languages: LanguageFinder,
): LineScorer {
  const pageTrees = readTrees(data.bytes("models/lines-page.bin"));
  const storyWords = createStoryWords(data, languages);
  const dumpTrees = readTrees(data.bytes("models/lines-dump.bin"));
  return {
    page: (page, facts, words) => scoreRows(pageTrees, pageRows(page, facts, words, classWords)),
    dump: (lines, facts) => {
      const table = dumpRows(lines, facts, storyWords);
      return { lines, facts, ...table, scores: scoreRows(dumpTrees, table) };
    },
  };
}

function scoreRows(trees: Trees, { rows, width }: LineRows): Float32Array {
  if (trees.featureCount !== width) {
    throw new Error(
      `line scores: the trees know ${trees.featureCount} features, lines have ${width}; run "npm run train lines"`,
    );
  }
  const scores = new Float32Array(rows.length / width);
  for (let i = 0; i < scores.length; i++) scores[i] = scoreRow(trees, rows, i * width);
  return scores;
}
