/** Puts parts of one large graph together. Whoever is there stays; of two samples of quotes the larger one counts. */
import type { GraphPart, NewsGraph } from "../../src/graph/attributes.ts";
import type { CitedEvidence } from "../../src/graph/query/types.ts";
import type { ArticleRecord } from "../../src/model.ts";

/** A new graph; both given ones stay as they are. */
export function joinParts(known: NewsGraph, more: NewsGraph): NewsGraph {
  const joined = known.copy() as NewsGraph;
  more.forEachNode((id, attributes) => {
    if (!joined.hasNode(id)) joined.addNode(id, { ...attributes });
    else if (attributes.evidence.length > joined.getNodeAttribute(id, "evidence").length) {
      joined.replaceNodeAttributes(id, { ...attributes });
    }
  });
  more.forEachEdge((id, attributes, source, target) => {
    if (!joined.hasEdge(id)) joined.addEdgeWithKey(id, source, target, { ...attributes });
  });
  addArticles(joined, more.getAttribute("articles"));
  const around: GraphPart["around"] = {
    ...known.getAttribute("part")?.around,
    ...more.getAttribute("part")?.around,
  };
  joined.setAttribute("part", { around });
  return joined;
}

/** With more quotes of one node. */
export function joinQuotes(
  known: NewsGraph,
  id: string,
  quotes: readonly CitedEvidence[],
  isAll: boolean,
): NewsGraph {
  const joined = known.copy() as NewsGraph;
  const { sentences: _, ...node } = joined.getNodeAttributes(id);
  const seen = new Set(node.evidence.map(({ article, start }) => `${article} ${start}`));
  const evidence = [
    ...node.evidence,
    ...quotes.filter(({ article, start }) => !seen.has(`${article} ${start}`)),
  ];
  const total = joined.getNodeAttribute(id, "sentences");
  const rest = isAll || total === undefined ? {} : { sentences: total };
  joined.replaceNodeAttributes(id, { ...node, evidence, ...rest } as never);
  addArticles(
    joined,
    quotes.map(
      ({ article, title, origin, outlet, url, published }): ArticleRecord => ({
        ...{ id: article, reprintGroup: article, title, origin },
        ...(outlet === undefined ? {} : { outlet }),
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published }),
      }),
    ),
  );
  return joined;
}

function addArticles(graph: NewsGraph, more: readonly ArticleRecord[]): void {
  const known = graph.getAttribute("articles");
  const ids = new Set(known.map(({ id }) => id));
  const fresh = more.filter(({ id }) => !ids.has(id) && ids.add(id));
  if (fresh.length > 0) graph.setAttribute("articles", [...known, ...fresh]);
}
