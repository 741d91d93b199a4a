/** Events that fit a filter, and the events of one node along time. */
import type { EventRole, Evidence } from "../../model.ts";
import type { EventNode } from "../attributes.ts";
import { byText, compareText } from "../order.ts";
import { participantsOf, roleOf } from "../participants.ts";
import type { Context, MemoryContext } from "./context.ts";
import { QueryError } from "./errors.ts";
import { earliest } from "./in-order.ts";
import { page } from "./page.ts";
import { resolve, tryResolve } from "./resolve.ts";
import type { Place } from "./terrain.ts";
import type {
  EventSummary,
  EventsFilter,
  ResultPage,
  TimelineEntry,
  TimelineOptions,
} from "./types.ts";
import { daysOfNode, isWithin } from "./window.ts";

const TIMELINE_LIMIT = 1000;
const ALPHA3 = /^[A-Z]{3}$/;

export function events(
  context: MemoryContext,
  filter: EventsFilter = {},
): ResultPage<EventSummary> {
  const { graph } = context;
  const accepts = createFilter(context, filter);
  const found: { readonly id: string; readonly day: string }[] = [];
  for (const id of candidates(context, filter)) {
    const event = graph.getNodeAttributes(id);
    if (event.kind === "event" && accepts(id, event)) found.push({ id, day: firstDay(event) });
  }
  found.sort(byText(({ day, id }) => `${day} ${id}`));
  return page(found, filter, ({ id }) => summarizeEvent(context, id));
}

export function timeline(
  context: Context,
  ref: string,
  options: TimelineOptions = {},
): TimelineEntry[] {
  const { terrain } = context;
  const acts = options.acts === undefined ? undefined : new Set(options.acts);
  const roles = rolesOf(context, resolve(context, ref));
  const entries: { day: string; place: Place }[] = [];
  for (const place of roles.keys()) {
    const event = terrain.node(place);
    if (event.kind !== "event") continue;
    if (acts !== undefined && !acts.has(event.act) && !acts.has(event.plover)) continue;
    if (isWithin(daysOfNode(event), options)) entries.push({ day: firstDay(event), place });
  }
  return entries
    .sort((a, b) => compareText(a.day, b.day) || terrain.compare(a.place, b.place))
    .slice(0, options.limit ?? TIMELINE_LIMIT)
    .map(({ day, place }) => ({
      day,
      roles: roles.get(place)!,
      event: summarizeEvent(context, terrain.id(place)),
    }));
}

export function summarizeEvent(context: Context, id: string): EventSummary {
  const event = context.graph.getNodeAttributes(id) as EventNode;
  const { act, plover, mode, status, polarity, from, to, precision, basis, told } = event;
  return {
    ...context.node(id),
    act,
    plover,
    ...(mode !== undefined ? { mode } : {}),
    status,
    polarity,
    ...(from !== undefined ? { from } : {}),
    ...(to !== undefined ? { to } : {}),
    ...(precision !== undefined ? { precision } : {}),
    ...(basis !== undefined ? { basis } : {}),
    participants: participantsOf(context.graph, id),
    told,
    evidence: context.cite(earliest(sayingSo(event))),
  };
}

/**
 * The status that counts is best shown by a sentence that tells it so: of a meeting that was held, not its
 * announcement.
 */
function sayingSo({ evidence, status }: EventNode): readonly Evidence[] {
  const fitting = evidence.filter((item) => item.status === status);
  return fitting.length > 0 ? fitting : evidence;
}

/** Of an entity the events around it; of an event itself. */
function rolesOf({ graph, terrain }: Context, center: string): Map<Place, EventRole[]> {
  const roles = new Map<Place, EventRole[]>();
  const place = terrain.place(center);
  if (graph.getNodeAttribute(center, "kind") === "event") return roles.set(place, []);
  terrain.forEachStep(place, (event, kind) => {
    const role = roleOf(kind);
    if (role === undefined) return;
    const before = roles.get(event);
    if (before === undefined) roles.set(event, [role]);
    else if (!before.includes(role)) before.push(role);
  });
  return roles;
}

/** Around the first actor where one is asked for, else all events. */
function candidates(context: MemoryContext, { actors }: EventsFilter): Iterable<string> {
  const [first] = actors ?? [];
  return first === undefined
    ? context.graph.nodes()
    : [...rolesOf(context, resolve(context, first)).keys()].map(context.terrain.id);
}

function createFilter(
  context: Context,
  filter: EventsFilter,
): (id: string, event: EventNode) => boolean {
  const { graph } = context;
  const { acts, status, polarity, minStories = 1 } = filter;
  const actors = (filter.actors ?? []).map((ref) => resolve(context, ref));
  const country = filter.country === undefined ? undefined : countryCode(context, filter.country);
  return (id, event) => {
    if (acts !== undefined && !acts.includes(event.act) && !acts.includes(event.plover))
      return false;
    if (status !== undefined && !status.includes(event.status)) return false;
    if (polarity !== undefined && event.polarity !== polarity) return false;
    if (event.stories < minStories || !isWithin(daysOfNode(event), filter)) return false;
    if (actors.length === 0 && country === undefined) return true;
    const participants = participantsOf(graph, id);
    return (
      actors.every((actor) => participants.some((participant) => participant.id === actor)) &&
      (country === undefined || participants.some((participant) => participant.country === country))
    );
  };
}

/** A code that no node has is a country without news, not a mistake. */
export function countryCode(context: Context, country: string): string {
  if (ALPHA3.test(country)) return country;
  const id = tryResolve(context, country);
  const node = id === undefined ? undefined : context.graph.getNodeAttributes(id);
  if (node?.kind === "country" && node.country !== undefined) return node.country;
  throw new QueryError(
    `no country "${country}" in this graph: expected a name or an ISO 3166-1 alpha-3 code such as CHN`,
    "missing",
  );
}

/** Undated events stand where their first article stands; without any date, last. */
function firstDay(event: EventNode): string {
  return event.from ?? event.to ?? event.first ?? "9999-12-31";
}
