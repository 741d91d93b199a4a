/** Articles into a store, one at a time, and then the graph of all that is in it. */
import type { Assembler } from "../build.ts";
import type { GraphAttributes } from "../graph/attributes.ts";
import type { Analysis, Note } from "../model.ts";
import type { StoreWriter } from "../store/index.ts";
import type { Io } from "./io.ts";
import { type LineCommandOptions, type StoppableLine, stoppable } from "./line-options.ts";
import type { CommonOptions } from "./options.ts";
import { createProgressLine, expectBytes } from "./progress.ts";

export interface Filled {
  /** New ones. */
  readonly added: number;
  /** Of this run. */
  readonly notes: readonly Note[];
}

/** An article that the store has from the same place is not read again: a run that was ended goes on. `take` is given each that is added. */
export async function fillStore(
  store: StoreWriter,
  inputs: readonly string[],
  options: CommonOptions & LineCommandOptions,
  io: Io,
  take: (analysis: Analysis) => void = () => {},
): Promise<Filled> {
  const { quiet = false } = options;
  const { analyses } = await import("../line/index.ts");
  const progress = createProgressLine(io, quiet);
  const notes: Note[] = [];
  let waiting: Note[] = [];
  let added = 0;
  if (io.terminal && !quiet) await expectBytes(inputs, progress);
  const read = async (line: StoppableLine): Promise<void> => {
    const found = analyses(inputs, {
      ...line,
      onBytes: progress.addBytes,
      skip: ({ id, origin }) => store.has(id, origin),
      onNote: (note) => {
        waiting.push(note);
        notes.push(note);
      },
    });
    for await (const analysis of found) {
      store.add(analysis, waiting);
      take(analysis);
      waiting = [];
      added++;
      const { origin } = analysis.article;
      progress.show({ step: "reading", articles: added, notes: notes.length, origin });
    }
    store.add(undefined, waiting);
  };
  try {
    await stoppable(options, io, () => added, read);
    return { added, notes };
  } finally {
    progress.clear();
  }
}

/** `assembler`: given all that is in the store already. */
export async function relinkStore(
  store: StoreWriter,
  quiet: boolean,
  io: Io,
  assembler?: Assembler,
): Promise<GraphAttributes> {
  const { assembleChange, assembleParts } = await import("../build.ts");
  const progress = createProgressLine(io, quiet);
  try {
    const options = { ...store.settings, onProgress: progress.show };
    return store.relink(
      (analyses, notes) =>
        assembler?.parts(notes, progress.show) ?? assembleParts(analyses, notes, options),
      (pile) => assembleChange(pile, options),
    );
  } finally {
    progress.clear();
  }
}
