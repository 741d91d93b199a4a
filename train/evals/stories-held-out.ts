/**
 * The threshold of stories, chosen on two thirds of the topics of ECB+ and measured on the third, over several ways to part them. Eleven topics make a pool,
 * nearly as many as in the `stories` suite, for the threshold depends on how many there are.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { toLinkRecord } from "../../src/linking/records.ts";
import { findStories } from "../../src/linking/stories.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import { scoreCoreference } from "../coreference-scores.ts";
import { seededRandom, shuffled } from "../language/random.ts";
import { readEcb } from "./ecb-articles.ts";
import type { Suite } from "./suite.ts";

const FILE = "ecbplus-dev.jsonl";
const FOLDS = 3;
const PARTITIONS = 4;
const THRESHOLDS = [0.19, 0.2, 0.21, 0.22, 0.23, 0.24, 0.25];

export const suite: Suite = {
  name: "stories-held-out",
  about: "the threshold of stories chosen on other topics than it is measured on, ECB+",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const tables = loadLinkingTables(data);
    const articles = readEcb(join(folder, FILE)).map(({ topic, subtopic, article }) => ({
      ...{ topic, subtopic, record: toLinkRecord(analyze(article), tables) },
    }));
    const topics = [...new Set(articles.map(({ topic }) => topic))].sort();
    const random = seededRandom(1);
    const heldOut: number[] = [];
    const chosen: number[] = [];
    for (let round = 0; round < PARTITIONS; round++) {
      const order = shuffled(topics, random);
      const folds = Array.from({ length: FOLDS }, (_, fold) =>
        articles.filter(({ topic }) => order.indexOf(topic) % FOLDS === fold),
      );
      const scores = THRESHOLDS.map((threshold) => folds.map((fold) => score(fold, threshold)));
      for (let fold = 0; fold < FOLDS; fold++) {
        const others = scores.map((row) => mean(row.filter((_, i) => i !== fold)));
        const best = others.indexOf(Math.max(...others));
        heldOut.push(scores[best]![fold]!);
        chosen.push(THRESHOLDS[best]!);
      }
    }
    return {
      figures: { "b3.f1": mean(heldOut) },
      details: `chosen: ${chosen.sort().join(" ")}`,
    };
  },
};

function score(
  articles: readonly {
    readonly subtopic: string;
    readonly record: ReturnType<typeof toLinkRecord>;
  }[],
  threshold: number,
): number {
  const { storyOf } = findStories(
    articles.map(({ record }) => record),
    threshold,
  );
  const idOf = (i: number) => articles[i]!.record.article.id;
  return scoreCoreference(
    new Map(articles.map(({ subtopic }, i) => [idOf(i), subtopic])),
    new Map(articles.map((_, i) => [idOf(i), storyOf[i]!])),
  ).b3.f1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
