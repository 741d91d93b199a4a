/**
 * The language engine alone, safe in a browser: give it the tables and models of `data/`, it analyzes articles.
 */
export { type Analyze, type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
export type { DataSource } from "./lexicon/data.ts";
export type * from "./model.ts";
