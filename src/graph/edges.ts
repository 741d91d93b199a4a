/**
 * Knowledge -> the edges of the graph, before they are weighed. One edge for each source, target, kind and
 * wording.
 */
import type { Evidence, Knowledge, NewsEvent, Participant, Relation } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import type { EdgeAttributes, EdgeKind } from "./attributes.ts";

export interface Edge extends Pick<EdgeAttributes, "title" | "former" | "stance" | "quoted"> {
  /** Unique and stable: source, kind, target and what else tells parallel edges apart. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  readonly evidence: readonly Evidence[];
}

export function listEdges({ events, relations }: Knowledge): Edge[] {
  const edges = new Map<string, Edge>();
  const add = (edge: Edge): void => {
    const other = edges.get(edge.key);
    edges.set(
      edge.key,
      other === undefined ? edge : { ...other, evidence: [...other.evidence, ...edge.evidence] },
    );
  };
  for (const event of events) {
    for (const participant of event.participants) add(roleEdge(event, participant));
  }
  for (const relation of relations) add(relationEdge(relation));
  return [...edges.values()];
}

/** Whoever takes part points at the event; the event points at its place. */
export function roleEdge(
  event: Pick<NewsEvent, "id">,
  { entity, role, evidence }: Participant,
): Edge {
  return role === "place"
    ? withKey({ source: event.id, target: entity, kind: "at", evidence })
    : withKey({ source: entity, target: event.id, kind: role, evidence });
}

export function relationEdge(relation: Relation): Edge {
  const { from, to, kind, title, former, stance, quoted, evidence } = relation;
  return withKey({
    source: from,
    target: to,
    kind,
    ...(title !== undefined ? { title } : {}),
    ...(former !== undefined ? { former } : {}),
    ...(stance !== undefined ? { stance } : {}),
    ...(quoted !== undefined ? { quoted } : {}),
    evidence,
  });
}

function withKey(edge: Omit<Edge, "key">): Edge {
  return { key: edgeKey(edge.source, edge.kind, edge.target, edge), ...edge };
}
