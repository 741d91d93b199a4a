/**
 * What is new, gone and changed between two graphs: for whoever reads the news of today against that of
 * yesterday.
 */
import type { NodeKind } from "./appearance.ts";
import type { EdgeKind, NewsGraph, NodeAttributes } from "./attributes.ts";

export interface GraphDiff {
  readonly articles: { readonly added: number; readonly removed: number };
  readonly nodes: {
    readonly added: readonly DiffNode[];
    readonly removed: readonly DiffNode[];
    /** Gone, but known under another id now. */
    readonly merged: readonly (DiffNode & { readonly into: string })[];
    readonly changed: readonly ChangedNode[];
  };
  readonly edges: {
    readonly added: readonly DiffEdge[];
    readonly removed: readonly DiffEdge[];
    readonly changed: readonly (DiffEdge & { readonly before: number })[];
  };
}

export interface DiffNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly stories: number;
}

export interface ChangedNode extends DiffNode {
  readonly changes: readonly Change[];
}

export interface Change {
  readonly attribute: string;
  readonly before?: string | number;
  readonly after?: string | number;
}

export interface DiffEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** What a reader would call a change; positions, colors and single sentences are none. */
const COMPARED = ["name", "country", "stories", "status", "polarity", "act", "from", "to"] as const;

export function diffGraphs(before: NewsGraph, after: NewsGraph): GraphDiff {
  return {
    articles: compareArticles(before, after),
    nodes: compareNodes(before, after),
    edges: compareEdges(before, after),
  };
}

function compareArticles(before: NewsGraph, after: NewsGraph): GraphDiff["articles"] {
  const ids = (graph: NewsGraph) =>
    new Set((graph.getAttribute("articles") ?? []).map(({ id }) => id));
  const [old, now] = [ids(before), ids(after)];
  return {
    added: [...now].filter((id) => !old.has(id)).length,
    removed: [...old].filter((id) => !now.has(id)).length,
  };
}

function compareNodes(before: NewsGraph, after: NewsGraph): GraphDiff["nodes"] {
  const current = new Map<string, string>();
  after.forEachNode((id, { formerIds }) => {
    for (const former of formerIds ?? []) current.set(former, id);
  });
  const gone = before.filterNodes((id) => !after.hasNode(id));
  const changed = before
    .filterNodes((id) => after.hasNode(id))
    .map((id) => ({
      ...toNode(after, id),
      changes: changesOf(before.getNodeAttributes(id), after.getNodeAttributes(id)),
    }));
  return {
    added: after.filterNodes((id) => !before.hasNode(id)).map((id) => toNode(after, id)),
    removed: gone.filter((id) => !current.has(id)).map((id) => toNode(before, id)),
    merged: gone
      .filter((id) => current.has(id))
      .map((id) => ({ ...toNode(before, id), into: current.get(id)! })),
    changed: changed.filter(({ changes }) => changes.length > 0),
  };
}

function compareEdges(before: NewsGraph, after: NewsGraph): GraphDiff["edges"] {
  const weight = (graph: NewsGraph, id: string) => graph.getEdgeAttribute(id, "weight");
  return {
    added: after.filterEdges((id) => !before.hasEdge(id)).map((id) => toEdge(after, id)),
    removed: before.filterEdges((id) => !after.hasEdge(id)).map((id) => toEdge(before, id)),
    changed: after
      .filterEdges((id) => before.hasEdge(id) && weight(before, id) !== weight(after, id))
      .map((id) => ({ ...toEdge(after, id), before: weight(before, id) })),
  };
}

function changesOf(before: NodeAttributes, after: NodeAttributes): Change[] {
  const value = (node: NodeAttributes, name: string) =>
    (node as unknown as Record<string, string | number | undefined>)[name];
  const changes: Change[] = [];
  for (const attribute of COMPARED) {
    const [old, now] = [value(before, attribute), value(after, attribute)];
    if (old === now) continue;
    changes.push({
      attribute,
      ...(old !== undefined ? { before: old } : {}),
      ...(now !== undefined ? { after: now } : {}),
    });
  }
  const known = new Set(before.aliases);
  for (const alias of after.aliases)
    if (!known.has(alias)) changes.push({ attribute: "alias", after: alias });
  return changes;
}

function toNode(graph: NewsGraph, id: string): DiffNode {
  const { kind, name, stories } = graph.getNodeAttributes(id);
  return { id, kind, name, stories };
}

function toEdge(graph: NewsGraph, id: string): DiffEdge {
  const { kind, weight } = graph.getEdgeAttributes(id);
  const [source, target] = graph.extremities(id);
  return { id, kind, source, target, weight };
}
