/** Articles as nodes: on request, and without a trace in what is asked of the graph. */
import { describe, expect, test } from "vitest";
import { json } from "../../src/formats/json.ts";
import { withArticleNodes, withoutArticleNodes } from "../../src/graph/article-nodes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { createQuery } from "../../src/graph/query/index.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const plain = toGraph(knowledge);
const graph = withArticleNodes(plain);
const articles = graph.filterNodes((_, { kind }) => kind === "article");

describe("a graph with its articles", () => {
  test("has a node for each that is quoted, named by its title, with the sentences that are quoted", () => {
    expect(articles.length).toBeGreaterThan(2);
    for (const id of articles) {
      const { name, evidence } = graph.getNodeAttributes(id);
      const record = knowledge.articles.find((article) => `article:${article.id}` === id)!;
      expect(name).toBe(record.title || record.origin);
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.every(({ article }) => article === record.id)).toBe(true);
    }
  });

  test("says of which nodes each tells, and by which sentences", () => {
    plain.forEachNode((node, { evidence }) => {
      const quoted = new Set(evidence.map(({ article }) => `article:${article}`));
      const telling = graph
        .filterInEdges(node, (_, { kind }) => kind === "tells")
        .map((edge) => graph.source(edge));
      expect(new Set(telling)).toEqual(new Set([...quoted].filter((id) => graph.hasNode(id))));
    });
    graph.forEachEdge((_, { kind, evidence }, source) => {
      if (kind !== "tells") return;
      expect(evidence.every(({ article }) => `article:${article}` === source)).toBe(true);
    });
  });

  test("answers as the graph without them, until they are asked for", () => {
    const [before, after] = [createQuery(plain), createQuery(graph)];
    const [a, b] = ["person:xi-jinping", "person:vladimir-putin"];
    expect(after.neighbors(a, { depth: 2 })).toEqual(before.neighbors(a, { depth: 2 }));
    const nodesOf = (query: typeof before) => query.paths(a, b).map(({ nodes }) => nodes);
    expect(nodesOf(after)).toEqual(nodesOf(before));
    expect(after.timeline(a)).toEqual(before.timeline(a));
    expect(after.events()).toEqual(before.events());
    expect(after.top()).toEqual(before.top());
    const telling = after.neighbors(a, { edges: ["tells"] });
    expect(telling.nodes.map(({ kind }) => kind)).toContain("article");
  });

  test("is read back, and is the old graph when they are taken away", () => {
    const read = json.read!([...json.write(graph)].join(""));
    expect(read.export()).toEqual(graph.export());
    expect(withoutArticleNodes(read).nodes()).toEqual(plain.nodes());
    expect(withoutArticleNodes(read).edges()).toEqual(plain.edges());
    expect(withArticleNodes(graph).export()).toEqual(graph.export());
  });
});
