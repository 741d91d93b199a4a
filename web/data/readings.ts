/** The texts of articles: in the graph itself where it was built with them, else asked of the server when an article is opened. */
import type { NewsGraph } from "../../src/graph/attributes.ts";
import type { ArticleReading } from "../../src/graph/reading.ts";
import type { Remote } from "./remote.ts";

export interface Readings {
  /** `undefined`: on its way; `"none"`: nobody keeps it. */
  get(article: string): ArticleReading | "none" | undefined;
}

export function createReadings(
  graph: NewsGraph,
  remote: Remote | undefined,
  onCome: () => void,
): Readings {
  const known = new Map<string, ArticleReading | "none">();
  const asked = new Set<string>();
  const ask = (article: string): void => {
    if (remote === undefined || asked.has(article)) return;
    asked.add(article);
    remote.article(article).then(
      (reading) => {
        known.set(article, reading ?? "none");
        onCome();
      },
      () => {
        known.set(article, "none");
        onCome();
      },
    );
  };
  return {
    get(article) {
      const texts = graph.getAttribute("texts");
      if (texts !== undefined && Object.hasOwn(texts, article)) return texts[article];
      if (remote === undefined) return "none";
      ask(article);
      return known.get(article);
    },
  };
}
