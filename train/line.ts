/** The whole line for measuring: paths in, graph and analyses out. */
import { analyses, assemble } from "../src/build.ts";
import type { NewsGraph } from "../src/graph/attributes.ts";
import type { Analysis, Note } from "../src/model.ts";

export interface Built {
  readonly graph: NewsGraph;
  readonly analyses: readonly Analysis[];
}

export async function buildFrom(paths: readonly string[]): Promise<Built> {
  const found: Analysis[] = [];
  const notes: Note[] = [];
  for await (const analysis of analyses(paths, { onNote: (note) => notes.push(note) })) {
    found.push(analysis);
  }
  return { graph: assemble(found, notes), analyses: found };
}
