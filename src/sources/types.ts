/** What passes between the readers of this folder. */
import type { Note, Page } from "../model.ts";
import type { ReadLimits } from "./limits.ts";

export type ReadItem = { readonly page: Page } | { readonly note: Note };

/** Something to read: a file, an entry of an archive, a part of a mail. */
export interface Source {
  /** For people and for notes. */
  readonly origin: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How deep in containers it lies. */
  readonly nesting: number;
  /** Charset that the transport named: a WARC or mail header. */
  readonly charset?: string;
  readonly limits: ReadLimits;
}

/** A source whose first bytes are known. `bytes` still yields all of them. */
export interface PeekedSource extends Source {
  readonly head: Uint8Array;
}

export type SourceReader = (source: PeekedSource) => AsyncIterable<ReadItem>;

export function noteItem(origin: string, message: string): ReadItem {
  return { note: { stage: "read", origin, message } };
}
