/** `dramatis/language` in Node: the same, but `analyze` finds the tables and models of the package by itself. */
import { type Analyze, type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
import { articleOf } from "./analysis/article-of.ts";
import { nodeData } from "./lexicon/node-data.ts";
import type { Analysis, Article } from "./model.ts";

export * from "./language.ts";

let own: Analyze | undefined;

/** Reads one article, or a bare text. The first call loads the tables and models, which takes some .1 s. */
export function analyze(article: Article | string, options?: AnalyzeOptions): Analysis {
  own ??= createAnalyzer(nodeData());
  return own(typeof article === "string" ? articleOf(article) : article, options);
}
