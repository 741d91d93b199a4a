/** What a build says at its end. */
import type { GraphAttributes } from "../graph/attributes.ts";
import type { Note } from "../model.ts";
import type { Io } from "./io.ts";
import { printable } from "./progress.ts";

const NOTES_SHOWN = 10;

export interface Summary {
  readonly output?: string;
  readonly articles: number;
  readonly stories: number;
  readonly entities: number;
  readonly events: number;
  readonly edges: number;
  readonly notes: number;
  readonly seconds: number;
}

export function summarize(
  { counts }: GraphAttributes,
  milliseconds: number,
  output?: string,
): Summary {
  return {
    ...(output !== undefined ? { output } : {}),
    articles: counts.articles ?? 0,
    stories: counts.stories ?? 0,
    entities: counts.entities ?? 0,
    events: counts.events ?? 0,
    edges: counts.edges ?? 0,
    notes: counts.notes ?? 0,
    seconds: Math.round(milliseconds / 10) / 100,
  };
}

export function printSummary(summary: Summary, notes: readonly Note[], io: Io): void {
  const { output, articles, stories, entities, events, edges, seconds } = summary;
  const where = output === undefined ? "" : `${output}: `;
  io.error(
    `${where}${counted(articles, "article")} (${counted(stories, "story", "stories")}), ` +
      `${counted(entities, "entity", "entities")}, ${counted(events, "event")}, ` +
      `${counted(edges, "edge")}, ${counted(notes.length, "note")}, ${seconds} s\n`,
  );
  printNotes(notes, io);
}

export function printNotes(notes: readonly Note[], io: Io): void {
  for (const { origin, message } of notes.slice(0, NOTES_SHOWN)) {
    io.error(`  note: ${printable(origin)}: ${printable(message)}\n`);
  }
  if (notes.length > NOTES_SHOWN) {
    io.error(`  and ${notes.length - NOTES_SHOWN} more notes; all of them are in the graph\n`);
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
