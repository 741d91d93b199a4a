/** The public names. */
export { type Analyze, type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
export { type ArticleResult, createArticleReader, type ToArticle } from "./article/index.ts";
export {
  type AnalysesOptions,
  analyses,
  articles,
  assemble,
  assembleChange,
  assembleParts,
  type BuildOptions,
  build,
  type LineOptions,
  type Progress,
} from "./build.ts";
export * from "./formats/index.ts";
export * from "./graph/index.ts";
export type { DataSource } from "./lexicon/data.ts";
export { nodeData } from "./lexicon/node-data.ts";
export { Linker, parseDecisions, parseIdentifiers, reviewKnowledge } from "./linking/index.ts";
export type * from "./model.ts";
export { createHandler, type Handler, type HandlerOptions } from "./server/handle.ts";
export { type Listening, type ListenOptions, listen } from "./server/listen.ts";
export { viewerFiles } from "./server/viewer-files.ts";
export { MissingPathError, type ReadItem, type ReadOptions, read } from "./sources/index.ts";
