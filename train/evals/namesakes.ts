/**
 * Namesakes: pairs of invented articles that name one person, whose office may have changed, or two of one name. The rows marked `seen` may be looked at
 * while rules are made, those marked `unseen` only measure and are never printed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import { Linker } from "../../src/linking/index.ts";
import type { Article, Knowledge } from "../../src/model.ts";
import type { Suite } from "./suite.ts";

interface Pair {
  readonly half: string;
  readonly isOne: boolean;
  /** As the first and the second article call them. */
  readonly names: readonly [string, string];
  readonly about: string;
  readonly articles: readonly [Article, Article];
}

export const suite: Suite = {
  name: "namesakes",
  about: "one person or two of one name, invented pairs of articles; one half never looked at",
  files: [],
  run() {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const pairs = readPairs();
    const figures: Record<string, number> = {};
    const details: string[] = [];
    for (const half of ["seen", "unseen"]) {
      const own = pairs.filter((pair) => pair.half === half);
      // One pile: the names of other pairs are other people.
      const linker = new Linker(data);
      for (const { articles } of own) for (const article of articles) linker.add(analyze(article));
      const knowledge = linker.finish();
      const right = (pair: Pair) => isOneIn(knowledge, pair) === pair.isOne;
      for (const [kind, isOne] of [
        ["one", true],
        ["two", false],
      ] as const) {
        const asked = own.filter((pair) => pair.isOne === isOne);
        figures[`${half}.${kind}`] = asked.filter(right).length / asked.length;
      }
      if (half === "seen")
        details.push(
          ...own.filter((pair) => !right(pair)).map(({ names, about }) => `${names[0]}: ${about}`),
        );
    }
    return { figures, details: details.join("\n") };
  },
};

/** Undefined where an article's person was not found. */
function isOneIn({ entities }: Knowledge, { names, articles }: Pair): boolean | undefined {
  const [a, b] = articles.map(({ id }, i) =>
    entities.find(
      ({ kind, name, aliases, evidence }) =>
        kind === "person" &&
        [name, ...aliases].includes(names[i]!) &&
        evidence.some(({ article, quote }) => article === id && quote.includes(names[i]!)),
    ),
  );
  return a === undefined || b === undefined ? undefined : a === b;
}

function readPairs(): Pair[] {
  const path = join(dataFolder(), "..", "tests", "fixtures", "namesakes.tsv");
  return parseTable(readFileSync(path, "utf8")).map((cells, i) => {
    const [half = "", kind, name = "", about = "", day1 = "", text1 = "", day2 = "", text2 = ""] =
      cells;
    const [first = "", second = first] = name.split(" / ");
    return {
      half,
      isOne: kind === "same",
      names: [first, second],
      about,
      articles: [toArticle(`n${i}a`, day1, text1), toArticle(`n${i}b`, day2, text2)],
    };
  });
}

function toArticle(id: string, published: string, written: string): Article {
  const paragraphs = written.split(" // ");
  const text = paragraphs.join("\n\n");
  let start = 0;
  const blocks = paragraphs.map((paragraph, i) => {
    const block = {
      kind: i === 0 ? "headline" : "body",
      start,
      end: start + paragraph.length,
    } as const;
    start = block.end + 2;
    return block;
  });
  return { id, title: paragraphs[0]!, text, blocks, published, language: "en", origin: id };
}
