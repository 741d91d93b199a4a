/** Lines -> the numbers that the trees look at. The same for pages and for dumps, which have no places. */
import type { ClassWords } from "./class-words.ts";
import { CONTEXT_FEATURES, writeContextFeatures } from "./context-features.ts";
import { DUMP_FEATURES, writeDumpFeatures } from "./dump-features.ts";
import type { LineFacts } from "./line-facts.ts";
import { wordsOf } from "./line-words.ts";
import type { Line } from "./lines.ts";
import type { PageLines } from "./page-lines.ts";
import { type PageWords, placeFeatures, writePlaceFeatures } from "./place-features.ts";
import { STORY_FEATURES, writeStoryFeatures } from "./story-features.ts";
import type { StoryWords } from "./story-words.ts";
import { TEXT_FEATURES, writeTextFeatures } from "./text-features.ts";

export interface LineRows {
  readonly rows: Float32Array;
  /** Numbers a row. */
  readonly width: number;
}

/** Numbers at the head of each row that pages and dumps have in common. */
export const SHARED_FEATURES = TEXT_FEATURES.length + CONTEXT_FEATURES.length;

/** In the order in which they stand in a row. */
export function featureNames(classWords: ClassWords | undefined): readonly string[] {
  return [
    ...TEXT_FEATURES,
    ...CONTEXT_FEATURES,
    ...(classWords === undefined
      ? [...DUMP_FEATURES, ...STORY_FEATURES]
      : placeFeatures(classWords.groups)),
  ];
}

/** So much of a line is compared with other lines. */
const COMPARED = 1000;

export function pageRows(
  page: PageLines,
  facts: readonly LineFacts[],
  words: PageWords,
  classWords: ClassWords,
): LineRows {
  const { lines } = page;
  const result = emptyRows(lines.length, featureNames(classWords).length);
  const { rows, width } = result;
  const wordsOfLines = comparedWords(lines);
  const groups = classWords.groups.length;
  writeShared(result, lines, facts, wordsOfLines);
  writePlaceFeatures(rows, width, SHARED_FEATURES, page, facts, words, groups, wordsOfLines);
  return result;
}

export function dumpRows(
  lines: readonly Line[],
  facts: readonly LineFacts[],
  words: StoryWords,
): LineRows {
  const result = emptyRows(lines.length, featureNames(undefined).length);
  const { rows, width } = result;
  writeShared(result, lines, facts, comparedWords(lines));
  writeDumpFeatures(rows, width, SHARED_FEATURES, lines, facts);
  const story = SHARED_FEATURES + DUMP_FEATURES.length;
  writeStoryFeatures(rows, width, story, lines, facts, words);
  return result;
}

function comparedWords(lines: readonly Line[]): readonly (readonly string[])[] {
  return lines.map(({ text }) => wordsOf(text.slice(0, COMPARED)));
}

function emptyRows(count: number, width: number): LineRows {
  return { rows: new Float32Array(count * width), width };
}

function writeShared(
  { rows, width }: LineRows,
  lines: readonly Line[],
  facts: readonly LineFacts[],
  wordsOfLines: readonly (readonly string[])[],
): void {
  for (let i = 0; i < lines.length; i++) {
    writeTextFeatures(rows, i * width, lines[i]!, facts[i]!, i);
  }
  writeContextFeatures(rows, width, TEXT_FEATURES.length, lines, facts, wordsOfLines);
}
