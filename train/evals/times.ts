/**
 * Time expressions against the articles of MEANTIME (CC BY 4.0, the NewsReader project), scored as TempEval-3 did
 * (UzZaman et al. 2013): relaxed counts overlaps, strict equal extents, value overlaps with equal TIMEX3 value.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLanguageEngine } from "../../src/analysis/language/index.ts";
import type { Parsed } from "../../src/analysis/parsed.ts";
import { createTimeTagger } from "../../src/analysis/times/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Article, Time } from "../../src/model.ts";
import type { Suite, SuiteResult } from "./suite.ts";

interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

interface GoldDocument {
  readonly doc_id: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timexes: readonly GoldTime[];
}

interface Counts {
  gold: number;
  found: number;
  relaxedGold: number;
  relaxedFound: number;
  strict: number;
  value: number;
}

const FILE = "timex-dev.jsonl";
/** Title, date line and four sentences: what was annotated completely. */
const LINES = 6;

export const suite: Suite = {
  name: "times",
  about: "time expressions and their values (MEANTIME, title, date line and first four sentences)",
  files: [FILE],
  run: (folder) => {
    const data = nodeData();
    const parse = createLanguageEngine(data);
    return measureTimes(folder, parse, createTimeTagger(data));
  },
};

export function measureTimes(
  folder: string,
  parse: (article: Article) => Parsed,
  tag: (article: Article, parsed: Parsed) => Time[],
): SuiteResult {
  const all = emptyCounts();
  const points = emptyCounts();
  const sentences = emptyCounts();
  const errors: string[] = [];
  for (const line of readFileSync(join(folder, FILE), "utf8").split("\n")) {
    if (line === "") continue;
    const document = JSON.parse(line) as GoldDocument;
    const text = document.text.split("\n").slice(0, LINES).join("\n");
    const article = toArticle(document, text);
    const found = tag(article, parse(article));
    const gold = document.timexes.filter(({ start }) => start < text.length);
    count(all, gold, found);
    count(
      points,
      gold.filter(isPoint),
      found.filter(({ timex }) => isPointType(timex)),
    );
    const isInSentence = outsideDateLine(text);
    count(sentences, gold.filter(isInSentence), found.filter(isInSentence));
    errors.push(...describeErrors(document.doc_id, text, gold, found));
  }
  return {
    figures: {
      ...figuresOf("all", all),
      ...figuresOf("dates", points),
      ...figuresOf("sentences", sentences),
    },
    details: errors.join("\n"),
  };
}

function toArticle({ doc_id, dct }: GoldDocument, text: string): Article {
  return {
    id: doc_id,
    title: "",
    text,
    blocks: lineBlocks(text),
    ...(dct === null ? {} : { published: dct }),
    language: "en",
    origin: doc_id,
  };
}

function lineBlocks(text: string): Article["blocks"] {
  const blocks: Article["blocks"][number][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      blocks.push({ kind: start === 0 ? "headline" : "body", start, end: start + line.length });
    }
    start += line.length + 1;
  }
  return blocks;
}

/** The second line is the date of the article, which is easy to find. */
function outsideDateLine(text: string): (span: { readonly start: number }) => boolean {
  const first = text.indexOf("\n");
  const second = text.indexOf("\n", first + 1);
  return ({ start }) => start < first || start > second;
}

function isPoint({ type }: GoldTime): boolean {
  return isPointType(type);
}

function isPointType(type: string): boolean {
  return type === "DATE" || type === "TIME";
}

function emptyCounts(): Counts {
  return { gold: 0, found: 0, relaxedGold: 0, relaxedFound: 0, strict: 0, value: 0 };
}

function count(counts: Counts, gold: readonly GoldTime[], found: readonly Time[]): void {
  counts.gold += gold.length;
  counts.found += found.length;
  for (const time of found) if (gold.some((other) => overlaps(time, other))) counts.relaxedFound++;
  for (const expected of gold) {
    const near = found.filter((time) => overlaps(time, expected));
    if (near.length === 0) continue;
    counts.relaxedGold++;
    if (near.some(({ start, end }) => start === expected.start && end === expected.end))
      counts.strict++;
    if (near.some(({ value }) => value === expected.value)) counts.value++;
  }
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function figuresOf(name: string, counts: Counts): Record<string, number> {
  const { gold, found, relaxedGold, relaxedFound, strict, value } = counts;
  return {
    [`${name}.relaxed`]: harmonic(relaxedFound / found, relaxedGold / gold),
    [`${name}.strict`]: harmonic(strict / found, strict / gold),
    [`${name}.value`]: harmonic(value / found, value / gold),
  };
}

function harmonic(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function describeErrors(
  id: string,
  text: string,
  gold: readonly GoldTime[],
  found: readonly Time[],
): string[] {
  const lines: string[] = [];
  const around = ({ start, end }: { start: number; end: number }): string =>
    `${text.slice(Math.max(0, start - 40), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 30)}`
      .split("\n")
      .join(" / ");
  for (const expected of gold) {
    const near = found.filter((time) => overlaps(time, expected));
    const label = `${expected.type} ${expected.value}`;
    if (near.length === 0) lines.push(`${id} missed ${label}: ${around(expected)}`);
    else if (!near.some(({ value }) => value === expected.value)) {
      lines.push(
        `${id} value ${label}, got ${near[0]!.value} (${near[0]!.rule}): ${around(expected)}`,
      );
    } else if (!near.some(({ start, end }) => start === expected.start && end === expected.end)) {
      lines.push(`${id} extent ${label}, got "${near[0]!.text}": ${around(expected)}`);
    }
  }
  for (const time of found) {
    if (gold.some((other) => overlaps(time, other))) continue;
    lines.push(`${id} false ${time.timex} ${time.value} (${time.rule}): ${around(time)}`);
  }
  return lines;
}
