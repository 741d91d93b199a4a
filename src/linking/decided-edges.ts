/**
 * Edges that the user calls wrong: a role in an event, an office, a whereabouts, a statement, a common sentence. They are named by the key
 * that they have in the graph; ends that were merged since are found under their new ids.
 */
import type { NewsEvent, Note, Relation } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import { type Cast, type EntityHead, headsOf } from "./entities.ts";
import type { LinkedEvents } from "./events.ts";
import type { LinkingOptions } from "./options.ts";

export interface DecidedEdges {
  readonly events: readonly NewsEvent[];
  readonly relations: readonly Relation[];
  readonly notes: readonly Note[];
}

/** What the viewer adds to the key of an edge that came over from a merged node. */
const MERGED = /(?:\|merged)+$/;

export function withoutWrongEdges(
  events: readonly NewsEvent[],
  { relabel }: Pick<LinkedEvents, "relabel">,
  relations: readonly Relation[],
  cast: Cast,
  { decisions, origin }: LinkingOptions,
): DecidedEdges {
  const wrong = decisions.filter((decision) => decision.kind === "wrong");
  if (wrong.length === 0) return { events, relations, notes: [] };
  const current = currentIds([...headsOf(cast.settled()), ...events]);
  const lines = new Map(wrong.map(({ edge, line }) => [currentKey(edge, current), line]));
  const met = new Set<string>();
  const isRight = (key: string): boolean => {
    if (lines.has(key)) met.add(key);
    return !lines.has(key);
  };
  const kept = events.map((event): NewsEvent => {
    const participants = event.participants.filter(({ entity, role }) =>
      isRight(role === "place" ? edgeKey(event.id, "at", entity) : edgeKey(entity, role, event.id)),
    );
    if (participants.length === event.participants.length) return event;
    const changed = { ...event, participants };
    return { ...changed, label: relabel(changed) };
  });
  return {
    events: kept,
    relations: relations.filter((relation) =>
      isRight(edgeKey(relation.from, relation.kind, relation.to, relation)),
    ),
    notes: wrong
      .filter(({ edge }) => !met.has(currentKey(edge, current)))
      .map(({ edge, line }) => ({
        stage: "linking",
        origin,
        message: `line ${line} has no effect: there is no edge "${edge}"`,
      })),
  };
}

function currentIds(nodes: readonly (EntityHead | NewsEvent)[]): ReadonlyMap<string, string> {
  const current = new Map<string, string>();
  for (const { id, formerIds } of nodes) for (const old of formerIds ?? []) current.set(old, id);
  for (const { id } of nodes) current.set(id, id);
  return current;
}

function currentKey(edge: string, current: ReadonlyMap<string, string>): string {
  const [source = "", kind = "", target = "", ...wording] = edge.replace(MERGED, "").split("|");
  const now = (id: string): string => current.get(id) ?? id;
  return [now(source), kind, now(target), ...wording].join("|");
}
