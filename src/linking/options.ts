/** What the user may give to linking. */
import type { Note } from "../model.ts";
import { type Decision, parseDecisions } from "./decisions.ts";
import { type IdentifierRow, parseIdentifiers } from "./identifiers.ts";

export interface LinkingOptions {
  /** Parsed by `parseDecisions`. */
  readonly decisions: readonly Decision[];
  /** Name of their file, for notes. */
  readonly origin: string;
  /** Parsed by `parseIdentifiers`, by folded name. */
  readonly identifiers: ReadonlyMap<string, readonly IdentifierRow[]>;
  /** Articles of a block of days, at least (`blocks.ts`). */
  readonly blockSize: number;
  /**
   * Records of articles that are in memory at once while an addition is linked, of some 40 KB each: one who stands in thousands of articles may
   * turn out to be of another country. They are asked for in the order of their days, so that those of some months are enough.
   */
  readonly recordsInMemory: number;
}

export const NO_OPTIONS: LinkingOptions = {
  decisions: [],
  origin: "decisions",
  identifiers: new Map(),
  blockSize: 2000,
  recordsInMemory: 10_000,
};

/** The options out of the text of the user's files. */
export function toLinkingOptions(texts: {
  readonly decisions?: string;
  readonly identifiers?: string;
  readonly blockSize?: number;
  readonly recordsInMemory?: number;
}): { readonly options: LinkingOptions; readonly notes: readonly Note[] } {
  const { decisions, notes } = parseDecisions(texts.decisions ?? "");
  const table = parseIdentifiers(texts.identifiers ?? "");
  return {
    options: {
      decisions,
      origin: NO_OPTIONS.origin,
      identifiers: table.rows,
      blockSize: texts.blockSize ?? NO_OPTIONS.blockSize,
      recordsInMemory: texts.recordsInMemory ?? NO_OPTIONS.recordsInMemory,
    },
    notes: [...notes, ...table.notes],
  };
}
