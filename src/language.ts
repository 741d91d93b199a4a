/**
 * The language engine alone, safe in a browser: `createAnalyzer` takes the tables and models of `data/` from wherever they are,
 * `loadAnalyzer` fetches them, and after that `analyze` reads texts. In Node `analyze` needs no loading (`language-node.ts`).
 */
import { type Analyze, type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
import { articleOf } from "./analysis/article-of.ts";
import { MODEL_FILES, TABLE_FILES } from "./lexicon/language-files.ts";
import type { Analysis, Article } from "./model.ts";

export { type Analyze, type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
export { articleOf } from "./analysis/article-of.ts";
export type { DataSource } from "./lexicon/data.ts";
export type * from "./model.ts";

let loaded: Analyze | undefined;

/**
 * Fetches the tables and models (some 17 MB, 12 MB compressed) from below `base`, a copy of the package's folder `data/`. From
 * then on `analyze` works too. Throws when a file cannot be had.
 */
export async function loadAnalyzer(base: string | URL): Promise<Analyze> {
  const root = String(base).replace(/\/?$/, "/");
  const files = new Map<string, Uint8Array>();
  await Promise.all(
    [...TABLE_FILES, ...MODEL_FILES].map(async (name) => {
      const response = await fetch(root + name);
      if (!response.ok) {
        throw new Error(
          `loadAnalyzer: ${root}${name} answered ${response.status}; give the address of a copy of dramatis/data/`,
        );
      }
      files.set(name, new Uint8Array(await response.arrayBuffer()));
    }),
  );
  loaded = createAnalyzer({
    bytes: (name) => files.get(name)!,
    text: (name) => new TextDecoder().decode(files.get(name)),
  });
  return loaded;
}

/** Reads one article, or a bare text. Throws before `loadAnalyzer` is done. */
export function analyze(article: Article | string, options?: AnalyzeOptions): Analysis {
  if (loaded === undefined) {
    throw new Error(
      "analyze: the tables and models are not there yet; first await loadAnalyzer(address of data/), or use createAnalyzer",
    );
  }
  return loaded(typeof article === "string" ? articleOf(article) : article, options);
}
