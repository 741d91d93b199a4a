/**
 * Events as PLOVER records, one JSON object a line, with the field names of the PLOVER 2.0 manual's tables in
 * snake case. For those who count events: one line an event, not one an article.
 */
import type { EventNode, NewsGraph } from "../graph/attributes.ts";
import { type EventParticipant, participantsOf } from "../graph/participants.ts";
import type { Act } from "../model.ts";
import { articlesById } from "./articles.ts";
import type { FileFormat, WriteOptions } from "./format.ts";

export const plover: FileFormat = {
  name: "plover",
  about: "PLOVER event records, one JSON object a line",
  extensions: [".plover.jsonl", ".jsonl"],
  mediaType: "application/x-ndjson",
  hasPositions: false,
  shape: "file",
  write,
};

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  const articles = articlesById(graph);
  for (const { node, attributes } of graph.nodeEntries()) {
    if (attributes.kind !== "event") continue;
    const record = toRecord(graph, node, attributes);
    const sources = attributes.evidence.map(({ article, start, end, quote }) => {
      const { outlet, url, published } = articles.get(article) ?? {};
      return { article, outlet, url, published, start, end, text: quote };
    });
    yield `${JSON.stringify(options.evidence === false ? record : { ...record, sources })}\n`;
  }
}

function toRecord(graph: NewsGraph, id: string, event: EventNode): object {
  const participants = participantsOf(graph, id);
  const equals = participants.filter(({ role }) => role === "participant");
  const inRole = (role: EventParticipant["role"]) =>
    participants.filter((one) => one.role === role);
  return {
    event_id: id,
    event_date: event.from ?? event.first,
    event_date_end: event.to,
    date_precision: event.precision,
    date_basis: event.from === undefined ? "publication" : event.basis,
    event_type: event.plover,
    event_mode: ploverMode(event.act, event.mode, event.plover),
    event_context: event.contexts,
    base_type: event.act,
    status: event.status,
    polarity: event.polarity,
    description: event.name,
    actor: [...inRole("actor"), ...equals].map(toActor),
    recipient: [...inRole("recipient"), ...equals].map(toActor),
    reciprocal: equals.length > 0,
    location: inRole("place").map(toActor),
    stories: event.stories,
  };
}

function toActor({ id, name, country, kind }: EventParticipant): object {
  return { id, name, country, kind };
}

/** The mode that belongs to the PLOVER code: announced violence is THREATEN-violence, whatever weapon it names. */
export function ploverMode(act: Act, mode: string | undefined, code: Act): string | undefined {
  if (code === act) return mode;
  if (code !== "THREATEN") return undefined;
  if (act === "ASSAULT") return mode === "territory" ? mode : "violence";
  if (act === "COERCE") return mode === "arrest" ? mode : "restrict";
  if (act === "SANCTION") return mode === "expel" ? mode : "relations";
  return undefined;
}
