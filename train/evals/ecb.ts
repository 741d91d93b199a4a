/**
 * Coreference of events and entities over documents, ECB+, ten topics at a time as in the standard test part: gold mentions with the
 * program's own stories, and events end to end (the program's mentions scored against the gold ones). Singletons count.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { type LinkingTables, loadLinkingTables } from "../../src/linking/tables.ts";
import type { Analysis } from "../../src/model.ts";
import { type CoreferenceScores, scoreCoreference } from "../coreference-scores.ts";
import { type EcbArticle, inParts, readEcb } from "./ecb-articles.ts";
import { type GoldHappening, linkGold } from "./gold-happenings.ts";
import type { Suite } from "./suite.ts";

const FILE = "ecbplus-dev.jsonl";

export const suite: Suite = {
  name: "ecb",
  about: "event coreference over documents, ECB+, gold mentions, own stories, ten topics at a time",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const tables = loadLinkingTables(data);
    const parts = inParts(readEcb(join(folder, FILE))).map((part) => {
      const analyses = part.map(({ article }) => analyze(article, { tokens: true }));
      return measureEvents(part, analyses, tables);
    });
    const mean = (value: (scores: (typeof parts)[number]) => number) =>
      parts.reduce((sum, each) => sum + value(each), 0) / parts.length;
    return {
      figures: {
        "events.conll": mean(({ found }) => found.conll),
        "events.b3.precision": mean(({ found }) => found.b3.precision),
        "events.b3.f1": mean(({ found }) => found.b3.f1),
        "events.lea.f1": mean(({ found }) => found.lea.f1),
        "events.lemma.conll": mean(({ lemma }) => lemma.conll),
      },
    };
  },
};

function measureEvents(
  part: readonly EcbArticle[],
  analyses: readonly Analysis[],
  tables: LinkingTables,
): { readonly found: CoreferenceScores; readonly lemma: CoreferenceScores } {
  const happenings = part.flatMap(({ article, mentions }, i) =>
    mentions.flatMap(({ kind, start, end, chain }, m): GoldHappening[] =>
      kind === "event" ? [{ key: `${article.id}:${m}`, chain, article: i, start, end }] : [],
    ),
  );
  const gold = new Map(happenings.map(({ key, chain }) => [key, chain]));
  const { found, byLemma } = linkGold(happenings, analyses, tables);
  return { found: scoreCoreference(gold, found), lemma: scoreCoreference(gold, byLemma) };
}
