/** What a build says at its end. */
import type { GraphAttributes } from "../graph/attributes.ts";
import type { Note } from "../model.ts";
import type { Io } from "./io.ts";
import { printable } from "./progress.ts";

const SORTS_SHOWN = 15;
const SAME_WORDS = 4;

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

export function printSummary(summary: Summary, notes: readonly Note[], io: Io, all = false): void {
  const { output, articles, stories, entities, events, edges, seconds } = summary;
  const where = output === undefined ? "" : `${output}: `;
  io.error(
    `${where}${counted(articles, "article")} (${counted(stories, "story", "stories")}), ` +
      `${counted(entities, "entity", "entities")}, ${counted(events, "event")}, ` +
      `${counted(edges, "edge")}, ${counted(notes.length, "note")}, ${seconds} s\n`,
  );
  printNotes(notes, io, all);
}

/** One line for each sort of note; all of them with `--notes`. */
export function printNotes(notes: readonly Note[], io: Io, all = false): void {
  const sorts = all ? notes.map((note): Sort => [note]) : sortsOf(notes);
  const shown = all ? sorts : sorts.slice(0, SORTS_SHOWN);
  for (const [{ origin, message }, ...more] of shown) {
    const like = more.length === 0 ? "" : ` (and ${more.length} more like it)`;
    io.error(`  note: ${printable(origin)}: ${printable(message)}${like}\n`);
  }
  if (shown.length < notes.length) io.error(`  all ${notes.length} notes: add --notes\n`);
}

type Sort = readonly [Note, ...Note[]];

/** Notes that begin with the same words are of one sort. First what the user wrote and can mend, then the commonest. */
function sortsOf(notes: readonly Note[]): readonly Sort[] {
  const sorts = new Map<string, [Note, ...Note[]]>();
  for (const note of notes) {
    const key = `${note.stage} ${note.message.split(" ", SAME_WORDS).join(" ")}`;
    const sort = sorts.get(key);
    if (sort === undefined) sorts.set(key, [note]);
    else sort.push(note);
  }
  const isOfUser = ([{ stage }]: Sort): number => (stage === "linking" ? 1 : 0);
  return [...sorts.values()].sort((a, b) => isOfUser(b) - isOfUser(a) || b.length - a.length);
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
