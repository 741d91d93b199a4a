/**
 * Events over documents, MEANTIME, no topic given: all gold event mentions of the sentences that were annotated in full (the first six),
 * linked by the program's words, stories and days. Beside it the baselines of equal lemmas in a story and of equal lemmas on one day.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import { scoreCoreference } from "../coreference-scores.ts";
import { type GoldHappening, linkGold } from "./gold-happenings.ts";
import { readMeantime } from "./meantime.ts";
import type { Suite } from "./suite.ts";

const FILE = "meantime-dev.jsonl";

export const suite: Suite = {
  name: "events-linked",
  about: "event coreference over documents, MEANTIME, gold mentions, no topic given",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const articles = readMeantime(join(folder, FILE));
    const analyses = articles.map(({ article }) => analyze(article, { tokens: true }));
    const happenings = articles.flatMap(({ article, events }, i) =>
      events.map(
        (event, m): GoldHappening => ({ ...event, key: `${article.id}:${m}`, article: i }),
      ),
    );
    const gold = new Map(happenings.map(({ key, chain }) => [key, chain]));
    const { found, byLemma, byDay } = linkGold(happenings, analyses, loadLinkingTables(data), true);
    const scores = scoreCoreference(gold, found);
    return {
      figures: {
        conll: scores.conll,
        "b3.precision": scores.b3.precision,
        "b3.f1": scores.b3.f1,
        "lea.f1": scores.lea.f1,
        "lemma.conll": scoreCoreference(gold, byLemma).conll,
        "lemmaAndDay.conll": scoreCoreference(gold, byDay).conll,
      },
    };
  },
};
