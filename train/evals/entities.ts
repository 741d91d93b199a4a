/**
 * Named entities over documents, MEANTIME: each gold named mention of a person, organisation or place stands in the
 * entity of the mention that covers it best; one that nothing covers is alone. Beside it the baseline of equal strings.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { linkForMeasuring } from "../../src/linking/index.ts";
import { scoreCoreference } from "../coreference-scores.ts";
import { covering, readMeantime } from "./meantime.ts";
import type { Suite } from "./suite.ts";

const FILE = "meantime-dev.jsonl";
const NAMED = new Set(["NAM", "PRE.NAM"]);
const KINDS = new Set(["PER", "ORG", "LOC"]);

export const suite: Suite = {
  name: "entities",
  about: "named entities over documents, MEANTIME",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const articles = readMeantime(join(folder, FILE));
    const analyses = articles.map(({ article }) => analyze(article));
    const { entitiesOf } = linkForMeasuring(analyses, data);
    const gold = new Map<string, string>();
    const found = new Map<string, string>();
    const strings = new Map<string, string>();
    const texts = new Map<string, string>();
    articles.forEach(({ article, mentions }, i) => {
      const own = analyses[i]!.mentions;
      const names = own.filter(({ form }) => form !== "pronoun" && form !== "role");
      mentions.forEach((mention, m) => {
        if (!NAMED.has(mention.syntax) || !KINDS.has(mention.type)) return;
        const key = `${article.id}:${m}`;
        const cover = covering(mention, names);
        const at = cover === undefined ? -1 : own.indexOf(cover);
        gold.set(key, mention.chain);
        strings.set(key, mention.text);
        found.set(key, (at >= 0 ? entitiesOf(analyses[i]!, at)[0] : undefined) ?? key);
        texts.set(key, `${mention.text} [${article.id}]`);
      });
    });
    const scores = scoreCoreference(gold, found);
    return {
      figures: {
        "b3.precision": scores.b3.precision,
        "b3.recall": scores.b3.recall,
        "b3.f1": scores.b3.f1,
        conll: scores.conll,
        "lea.f1": scores.lea.f1,
        "strings.b3.f1": scoreCoreference(gold, strings).b3.f1,
      },
      details: [
        ...describe(gold, found, texts, "wrong merge"),
        ...describe(found, gold, texts, "missed merge"),
      ].join("\n"),
    };
  },
};

/** Clusters of `by` whose members stand in several clusters of `inside`. */
function describe(
  inside: ReadonlyMap<string, string>,
  by: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  what: string,
): string[] {
  const clusters = new Map<string, Map<string, Set<string>>>();
  for (const [mention, cluster] of by) {
    const parts = clusters.get(cluster) ?? new Map<string, Set<string>>();
    const part = parts.get(inside.get(mention)!) ?? new Set<string>();
    parts.set(inside.get(mention)!, part.add(names.get(mention)!));
    clusters.set(cluster, parts);
  }
  return [...clusters]
    .filter(([, parts]) => parts.size > 1)
    .map(
      ([cluster, parts]) =>
        `${what} ${cluster}: ${[...parts.values()].map((part) => [...part].slice(0, 3).join(", ")).join("  ≠  ")}`,
    );
}
