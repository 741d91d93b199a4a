/** Features of a line in the tree of its page: what it stands in, and how much prose stands in the same places. */
import type { LineFacts } from "./line-facts.ts";
import { wordsOf } from "./line-words.ts";
import type { BlockElement, Line } from "./lines.ts";
import { type PageLines, TAG_FLAGS } from "./page-lines.ts";
import { fold, mayFoldTo } from "./titles.ts";

const OWN_TAGS = [
  "p",
  "div",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "td",
  "blockquote",
  "section",
  "figcaption",
  "body",
];

/** What the page says of itself, to compare lines with. */
export interface PageWords {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** `articleBody` of its structured data. */
  readonly body: string | undefined;
}

export function placeFeatures(groups: readonly string[]): readonly string[] {
  return [
    "link share",
    "bold share",
    "italic share",
    "broken",
    "hidden",
    "lines before in block",
    "lines after in block",
    "lines before in parent",
    "lines after in parent",
    "run of signature before",
    "run of signature after",
    "long words before in core",
    "long words after in core",
    "depth",
    "lines in block",
    "lines in parent",
    "long lines in parent",
    "link share of parent",
    "link share of grandparent",
    "long words with signature",
    "lines with signature",
    "link share of signature",
    "long words in block",
    "long words in parent",
    "long words in grandparent",
    "long words in great-grandparent",
    "in core",
    "depth below core",
    "equals title",
    "shares title words",
    "equals description",
    "in structured body",
    "lines since title",
    "block changes before",
    "block changes after",
    "same parent as line before",
    "same parent as line after",
    "same signature as line before",
    "same signature as line after",
    ...OWN_TAGS.map((tag) => `is ${tag}`),
    ...TAG_FLAGS.map((tag) => `in ${tag}`),
    ...groups.map((group) => `near ${group}`),
    ...groups.map((group) => `far ${group}`),
  ];
}

const FAR = 60;
const CORE_SHARE = 0.7;

/** Writes the features of all lines; a row has `width` numbers, these begin at `at`. Adds the counts to the blocks. */
export function writePlaceFeatures(
  rows: Float32Array,
  width: number,
  at: number,
  { lines, blocks }: PageLines,
  facts: readonly LineFacts[],
  page: PageWords,
  groupCount: number,
  wordsOfLines: readonly (readonly string[])[],
): void {
  const allLongWords = Math.max(1, countBlocks(lines, blocks, facts));
  const signatures = countSignatures(lines, facts);
  markCore(blocks, allLongWords * CORE_SHARE);
  const title = fold(page.title ?? "");
  const titleWords = new Set(wordsOf(page.title ?? "").filter((word) => word.length > 1));
  const description = fold(page.description ?? "");
  const body = fold(page.body ?? "");
  const spanOf = spansInBlocks(lines);
  const runsAfter = signatureRunsAfter(lines);
  let allCoreWords = 0;
  for (let i = 0; i < lines.length; i++) {
    if ((lines[i]!.place?.block.belowCore ?? -1) >= 0 && facts[i]!.isLong)
      allCoreWords += facts[i]!.words;
  }
  let [sinceTitle, runBefore, coreWords] = [FAR, 0, 0];
  for (let i = 0; i < lines.length; i++) {
    const { text, place } = lines[i]!;
    if (place === undefined) continue;
    const { block, linkLength } = place;
    const parent = block.parent ?? block;
    const grandparent = parent.parent ?? parent;
    const great = grandparent.parent ?? grandparent;
    const signature = signatures.get(block.signature)!;
    const before = lines[i - 1]?.place?.block;
    const after = lines[i + 1]?.place?.block;
    const { length, isLong } = facts[i]!;
    const isCompared =
      (length < 400 || isLong) &&
      ((isLong && body !== "") ||
        mayFoldTo(text, title.charCodeAt(0)) ||
        mayFoldTo(text, description.charCodeAt(0)));
    const folded = isCompared ? fold(length > 400 ? text.slice(0, 400) : text) : "";
    const isTitle = title !== "" && folded === title;
    let o = i * width + at;
    rows[o++] = linkLength / length;
    rows[o++] = place.boldLength / length;
    rows[o++] = place.italicLength / length;
    rows[o++] = place.isBroken ? 1 : 0;
    rows[o++] = place.isHidden ? 1 : 0;
    const inBlock = spanOf.get(block)!;
    const inParent = spanOf.get(parent)!;
    rows[o++] = Math.min(FAR, i - inBlock.first);
    rows[o++] = Math.min(FAR, inBlock.last - i);
    rows[o++] = Math.min(FAR, i - inParent.first);
    rows[o++] = Math.min(FAR, inParent.last - i);
    rows[o++] = runBefore;
    rows[o++] = runsAfter[i]!;
    rows[o++] = coreWords / allLongWords;
    if (block.belowCore >= 0 && facts[i]!.isLong) coreWords += facts[i]!.words;
    rows[o++] = (allCoreWords - coreWords) / allLongWords;
    rows[o++] = Math.min(60, block.depth);
    rows[o++] = Math.min(99, block.lines);
    rows[o++] = Math.min(99, parent.lines);
    rows[o++] = Math.min(99, parent.longLines);
    rows[o++] = parent.linkLength / parent.length;
    rows[o++] = grandparent.linkLength / grandparent.length;
    rows[o++] = signature.longWords / allLongWords;
    rows[o++] = Math.min(99, signature.lines);
    rows[o++] = signature.linkLength / signature.length;
    rows[o++] = block.longWords / allLongWords;
    rows[o++] = parent.longWords / allLongWords;
    rows[o++] = grandparent.longWords / allLongWords;
    rows[o++] = great.longWords / allLongWords;
    rows[o++] = block.belowCore >= 0 ? 1 : 0;
    rows[o++] = Math.min(20, block.belowCore);
    rows[o++] = isTitle ? 1 : 0;
    rows[o++] = length < 300 ? sharedWords(wordsOfLines[i]!, titleWords) : 0;
    rows[o++] =
      description !== "" && folded.length > 20 && description.startsWith(folded.slice(0, 60))
        ? 1
        : 0;
    rows[o++] =
      body === "" ? -1 : isLong && folded.length > 30 && body.includes(folded.slice(0, 80)) ? 1 : 0;
    rows[o++] = sinceTitle;
    rows[o++] = before === undefined ? FAR : Math.min(20, distanceBetween(block, before));
    rows[o++] = after === undefined ? FAR : Math.min(20, distanceBetween(block, after));
    rows[o++] = before?.parent === block.parent ? 1 : 0;
    rows[o++] = after?.parent === block.parent ? 1 : 0;
    rows[o++] = before?.signature === block.signature ? 1 : 0;
    rows[o++] = after?.signature === block.signature ? 1 : 0;
    for (const tag of OWN_TAGS) rows[o++] = block.tag === tag ? 1 : 0;
    for (let flag = 0; flag < TAG_FLAGS.length; flag++) rows[o++] = (block.tags >> flag) & 1;
    const near = block.ownGroups | parent.ownGroups;
    for (let group = 0; group < groupCount; group++) rows[o++] = (near >> group) & 1;
    for (let group = 0; group < groupCount; group++) rows[o++] = (block.allGroups >> group) & 1;
    runBefore = after?.signature === block.signature ? Math.min(FAR, runBefore + 1) : 0;
    sinceTitle = isTitle ? 1 : Math.min(FAR, sinceTitle + 1);
  }
}

/** Blocks stand in the order in which they open, so parents go before their children. */
function countBlocks(
  lines: readonly Line[],
  blocks: readonly BlockElement[],
  facts: readonly LineFacts[],
): number {
  for (let i = 0; i < lines.length; i++) {
    const { place, text } = lines[i]!;
    if (place === undefined) continue;
    const { block, linkLength } = place;
    block.lines++;
    block.length += text.length;
    block.linkLength += linkLength;
    if (!facts[i]!.isLong) continue;
    block.longLines++;
    block.longWords += facts[i]!.words;
  }
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i]!;
    const parent = block.parent!;
    parent.lines += block.lines;
    parent.length += block.length;
    parent.linkLength += block.linkLength;
    parent.longLines += block.longLines;
    parent.longWords += block.longWords;
  }
  return blocks[0]!.longWords;
}

/** First and last line directly in a block or in its children. */
function spansInBlocks(
  lines: readonly Line[],
): ReadonlyMap<BlockElement, { readonly first: number; last: number }> {
  const spans = new Map<BlockElement, { readonly first: number; last: number }>();
  for (let i = 0; i < lines.length; i++) {
    const block = lines[i]!.place?.block;
    for (const element of block === undefined ? [] : [block, block.parent ?? block]) {
      const span = spans.get(element);
      if (span === undefined) spans.set(element, { first: i, last: i });
      else span.last = i;
    }
  }
  return spans;
}

function signatureRunsAfter(lines: readonly Line[]): Uint8Array {
  const runs = new Uint8Array(lines.length);
  for (let i = lines.length - 2; i >= 0; i--) {
    const isSame = lines[i]!.place?.block.signature === lines[i + 1]!.place?.block.signature;
    runs[i] = isSame ? Math.min(FAR, runs[i + 1]! + 1) : 0;
  }
  return runs;
}

interface SignatureCounts {
  lines: number;
  length: number;
  linkLength: number;
  longWords: number;
}

function countSignatures(
  lines: readonly Line[],
  facts: readonly LineFacts[],
): ReadonlyMap<string, SignatureCounts> {
  const counts = new Map<string, SignatureCounts>();
  for (let i = 0; i < lines.length; i++) {
    const { place, text } = lines[i]!;
    if (place === undefined) continue;
    let count = counts.get(place.block.signature);
    if (count === undefined) {
      count = { lines: 0, length: 0, linkLength: 0, longWords: 0 };
      counts.set(place.block.signature, count);
    }
    count.lines++;
    count.length += text.length;
    count.linkLength += place.linkLength;
    if (facts[i]!.isLong) count.longWords += facts[i]!.words;
  }
  return counts;
}

/** The core is the deepest block that holds so many of the words of long lines. */
function markCore(blocks: readonly BlockElement[], leastWords: number): void {
  let core = blocks[0]!;
  for (const block of blocks)
    if (block.longWords >= leastWords && block.depth > core.depth) core = block;
  for (const block of blocks) {
    const above = block.parent?.belowCore ?? -1;
    block.belowCore = block === core ? 0 : above >= 0 ? above + 1 : -1;
  }
}

/** Steps in the tree from one block to another. */
function distanceBetween(a: BlockElement, b: BlockElement): number {
  let [left, right, steps]: [BlockElement | undefined, BlockElement | undefined, number] = [
    a,
    b,
    0,
  ];
  while (left !== right && left !== undefined && right !== undefined && steps < 20) {
    if (left.depth >= right.depth) left = left.parent;
    else right = right.parent;
    steps++;
  }
  return steps;
}

/** Single letters are no words. */
function sharedWords(words: readonly string[], titleWords: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (word.length > 1 && titleWords.has(word)) shared++;
  if (shared === 0) return 0;
  const count = words.reduce((sum, word) => sum + (word.length > 1 ? 1 : 0), 0);
  return shared / Math.max(count, titleWords.size);
}
