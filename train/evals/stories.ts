/**
 * Stories, ECB+: which articles tell of one happening (a subtopic). The articles carry no dates, and each topic has two happenings of
 * one sort, so the task is harder than with news of a week.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { toLinkRecord } from "../../src/linking/records.ts";
import { findStories } from "../../src/linking/stories.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import { type CoreferenceScores, scoreCoreference } from "../coreference-scores.ts";
import { inParts, readEcb } from "./ecb-articles.ts";
import type { Suite } from "./suite.ts";

const FILE = "ecbplus-dev.jsonl";

export const suite: Suite = {
  name: "stories",
  about: "articles on one happening, ECB+ without dates, ten topics at a time",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const tables = loadLinkingTables(data);
    const scores = inParts(readEcb(join(folder, FILE))).map((part): CoreferenceScores => {
      const analyses = part.map(({ article }) => analyze(article));
      const { storyOf } = findStories(analyses.map((each) => toLinkRecord(each, tables)));
      return scoreCoreference(
        new Map(part.map(({ article, subtopic }) => [article.id, subtopic])),
        new Map(part.map(({ article }, i) => [article.id, storyOf[i]!])),
      );
    });
    const mean = (value: (s: CoreferenceScores) => number) =>
      scores.reduce((sum, each) => sum + value(each), 0) / scores.length;
    return {
      figures: {
        "b3.precision": mean(({ b3 }) => b3.precision),
        "b3.recall": mean(({ b3 }) => b3.recall),
        "b3.f1": mean(({ b3 }) => b3.f1),
        conll: mean(({ conll }) => conll),
      },
    };
  },
};
