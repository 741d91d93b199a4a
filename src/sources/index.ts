/** Files, folders, standard input, in any of the forms that news comes in -> pages, one at a time. */
import type { Note, Page } from "../model.ts";

export interface ReadOptions {
  /** Standard input, for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

export type ReadItem = { readonly page: Page } | { readonly note: Note };

/**
 * Yields pages and notes in the order of the given paths; inside a folder sorted by path. Never throws for bad
 * content. Throws `MissingPathError` at once when a path does not exist.
 */
export async function* read(
  _paths: readonly string[],
  _options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  throw new Error("not there yet");
}
