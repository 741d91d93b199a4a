/**
 * Articles as nodes, for those who ask: each that is quoted, with an edge `tells` to every actor, place and event that it tells of. They are
 * made of the evidence that a graph holds, so that any graph can be given them, and left out of walks and measures, which would otherwise find
 * everybody two steps from everybody.
 */
import type { ArticleRecord, Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import { KIND_COLORS, nodeSize } from "./appearance.ts";
import type { ArticleNode, NewsGraph } from "./attributes.ts";
import { byText, compareText } from "./order.ts";

/** Of the same graph, so that positions and ids stay. Reprints, whose sentences are quoted from the article that they repeat, get no node. */
export function withArticleNodes(graph: NewsGraph): NewsGraph {
  const told = withoutArticleNodes(graph);
  const sentences = new Map<string, Told>();
  told.forEachNode((id, { evidence }) => {
    for (const item of evidence) {
      const article = sentences.get(item.article);
      if (article === undefined) sentences.set(item.article, new Map([[id, [item]]]));
      else if (article.has(id)) article.get(id)!.push(item);
      else article.set(id, [item]);
    }
  });
  const records = [...(graph.getAttribute("articles") ?? [])].sort(byText(({ id }) => id));
  for (const record of records) {
    const tells = sentences.get(record.id);
    if (tells !== undefined) addArticle(told, record, tells);
  }
  const counts = { ...told.getAttribute("counts"), edges: told.size };
  told.setAttribute("counts", counts);
  return told;
}

/** The viewer has pages for articles and needs no nodes. */
export function withoutArticleNodes(graph: NewsGraph): NewsGraph {
  const rest = graph.copy() as NewsGraph;
  graph.forEachNode((id, { kind }) => {
    if (kind === "article") rest.dropNode(id);
  });
  return rest;
}

/** Sentences of one article by the node that they tell of. */
type Told = Map<string, Evidence[]>;

function addArticle(graph: NewsGraph, record: ArticleRecord, tells: Told): void {
  const key = `article:${record.id}`;
  if (graph.hasNode(key)) return;
  const day = record.published?.slice(0, 10);
  const days = day === undefined ? {} : { first: day, last: day };
  graph.addNode(key, {
    kind: "article",
    name: record.title || record.origin,
    aliases: [],
    stories: 1,
    ...days,
    size: nodeSize("article", 1),
    color: KIND_COLORS.article,
    evidence: eachOnce([...tells.values()].flat()),
    ...middle(graph, [...tells.keys()]),
  } satisfies ArticleNode);
  for (const [node, evidence] of [...tells].sort(([a], [b]) => compareText(a, b))) {
    const edge = edgeKey(key, "tells", node);
    if (graph.hasEdge(edge)) continue;
    graph.addEdgeWithKey(edge, key, node, { kind: "tells", weight: 1, ...days, evidence });
  }
}

/** In the order of the text. */
function eachOnce(evidence: readonly Evidence[]): Evidence[] {
  const first = new Map(
    [...evidence].reverse().map((item) => [`${item.start} ${item.end}`, item] as const),
  );
  return [...first.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Of the nodes that it tells of; without positions none. */
function middle(graph: NewsGraph, nodes: readonly string[]): { x?: number; y?: number } {
  const places = nodes.flatMap((node) => {
    const { x, y } = graph.getNodeAttributes(node);
    return x === undefined || y === undefined ? [] : [{ x, y }];
  });
  if (places.length === 0) return {};
  const mean = (of: (place: { x: number; y: number }) => number): number =>
    Math.round((100 * places.reduce((sum, place) => sum + of(place), 0)) / places.length) / 100;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}
