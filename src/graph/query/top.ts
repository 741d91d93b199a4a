/** The most important nodes, in one of several senses of important. */
import type { NodeKind } from "../appearance.ts";
import type { NodeAttributes } from "../attributes.ts";
import { betweenness } from "../betweenness.ts";
import { compareText } from "../order.ts";
import { pagerank } from "../pagerank.ts";
import { lazy, type MemoryContext } from "./context.ts";
import { QueryError } from "./errors.ts";
import type { RankedNode, Ranking, TopOptions } from "./types.ts";
import { daysOfNode, isWithin } from "./window.ts";

const LIMIT = 20;

export type Top = (options?: TopOptions) => RankedNode[];

/** PageRank and betweenness look at the whole graph: they are computed once, when first asked for. */
export function createTop(context: MemoryContext): Top {
  const { graph } = context;
  const ranks = lazy(() => pagerank(graph));
  const bridges = lazy(() => betweenness(graph));
  const scores: Readonly<Record<Ranking, (id: string) => number>> = {
    stories: (id) => graph.getNodeAttribute(id, "stories"),
    newcomers: (id) => graph.getNodeAttribute(id, "stories"),
    degree: (id) => graph.neighbors(id).length,
    pagerank: (id) => ranks().get(id) ?? 0,
    betweenness: (id) => bridges().get(id) ?? 0,
  };
  return (options = {}) => {
    const { by = "stories", limit = LIMIT } = options;
    const score = scores[by];
    if (score === undefined) {
      throw new QueryError(
        `top: unknown ranking "${by}": known are ${Object.keys(scores).join(", ")}`,
      );
    }
    const accepts = createFilter(options);
    const ranked = graph
      .filterNodes((_, attributes) => accepts(attributes))
      .map((id) => ({ id, score: score(id) }))
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
    return ranked.slice(0, limit).map(({ id, score }, i) => ({
      ...context.node(id),
      rank: i + 1,
      score: Math.round(score * 1e6) / 1e6,
    }));
  };
}

function createFilter(options: TopOptions): (attributes: NodeAttributes) => boolean {
  const { by, since, until } = options;
  const kinds = options.kinds === undefined ? undefined : new Set<NodeKind>(options.kinds);
  return (attributes) => {
    const { kind, first } = attributes;
    if (kinds === undefined ? kind === "event" || kind === "article" : !kinds.has(kind))
      return false;
    if (by !== "newcomers") return isWithin(daysOfNode(attributes), options);
    if (first === undefined) return false;
    return (since === undefined || first >= since) && (until === undefined || first <= until);
  };
}
