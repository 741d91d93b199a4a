/**
 * Puts a graph together again from what a reader found, in the canonical order of its parts, or says what is
 * missing.
 */
import { MultiDirectedGraph } from "graphology";
import type {
  EdgeAttributes,
  GraphAttributes,
  NewsGraph,
  NodeAttributes,
} from "../graph/attributes.ts";
import { FORMAT_VERSION, VERSION } from "../graph/version.ts";
import type { Evidence } from "../model.ts";
import { withReprintGroups } from "./articles.ts";
import { checkWhole } from "./check-whole.ts";
import { FormatError } from "./format.ts";

export interface Part {
  readonly key: string;
  readonly source?: string;
  readonly target?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export function rebuild(
  header: string | undefined,
  nodes: readonly Part[],
  edges: readonly Part[],
): NewsGraph {
  const graph: NewsGraph = new MultiDirectedGraph();
  for (const { key, attributes } of nodes) {
    if (typeof attributes.kind !== "string") {
      throw new FormatError(
        `node "${key}" has no attribute "kind": this graph was not made by dramatis`,
      );
    }
    if (graph.hasNode(key)) throw new FormatError(`node "${key}" stands twice in the file`);
    graph.addNode(key, inOrder(attributes) as unknown as NodeAttributes);
  }
  for (const { key, source, target, attributes } of edges) {
    if (!graph.hasNode(source) || !graph.hasNode(target)) {
      throw new FormatError(`edge "${key}" joins nodes that are not in the file`);
    }
    if (graph.hasEdge(key)) throw new FormatError(`edge "${key}" stands twice in the file`);
    graph.addEdgeWithKey(key, source, target, {
      ...attributes,
      evidence: attributes.evidence ?? [],
    } as unknown as EdgeAttributes);
  }
  graph.replaceAttributes(parseHeader(header) ?? guessHeader(graph));
  checkWhole(graph);
  return graph;
}

/**
 * `toGraph` writes the look before former ids, merges and evidence; the order of keys is part of the bytes of the JSON.
 */
function inOrder(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const {
    size,
    color,
    x,
    y,
    formerIds,
    merged,
    evidence = [],
    kind,
    name,
    aliases = [],
    ...rest
  } = attributes;
  return {
    kind,
    name,
    aliases,
    ...rest,
    ...(size !== undefined ? { size } : {}),
    ...(color !== undefined ? { color } : {}),
    ...(formerIds !== undefined ? { formerIds } : {}),
    ...(merged !== undefined ? { merged } : {}),
    evidence,
    ...(x !== undefined ? { x } : {}),
    ...(y !== undefined ? { y } : {}),
  };
}

function parseHeader(header: string | undefined): GraphAttributes | undefined {
  if (header === undefined) return undefined;
  try {
    return withReprintGroups(JSON.parse(header) as GraphAttributes);
  } catch {
    throw new FormatError("the header of the graph is damaged");
  }
}

/** A program between may have dropped the header: the articles are then known by their ids only. */
function guessHeader(graph: NewsGraph): GraphAttributes {
  const ids = new Set<string>();
  graph.forEachNode((_, { evidence }) => {
    for (const { article } of evidence as readonly Evidence[]) ids.add(article);
  });
  return {
    format: FORMAT_VERSION,
    generator: `dramatis ${VERSION}`,
    inputs: "",
    counts: { articles: ids.size },
    articles: [...ids].sort().map((id) => ({ id, title: "", origin: "", reprintGroup: id })),
    notes: [],
  };
}
