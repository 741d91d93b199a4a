/** What a format is: a pure function from a graph to strings, and for some the way back. */
import type { NewsGraph } from "../graph/attributes.ts";

export interface WriteOptions {
  /** Leaves the quotes out: smaller files for tools that only draw. Default true. */
  readonly evidence?: boolean;
  /** Edges of the kind `together`. Default true. */
  readonly together?: boolean;
  /** Of `json` and `html`: the texts of the articles, where the graph has them. Default true. */
  readonly texts?: boolean;
  /**
   * Of `html`: the files of the built viewer as text, by path in the address (`/index.html`,
   * `/assets/main.js`).
   */
  readonly viewer?: () => ReadonlyMap<string, string>;
}

interface FormatBase {
  /** As on the command line: `gexf`. */
  readonly name: string;
  /** One line for people: what reads it. */
  readonly about: string;
  /** Endings that choose it, longest first, with the dot. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Whether positions are written: a graph without them is laid out first. */
  readonly hasPositions: boolean;
}

/** One file. Chunks may be of any length; together they are the file. */
export interface FileFormat extends FormatBase {
  readonly shape: "file";
  write(graph: NewsGraph, options?: WriteOptions): Generator<string>;
  /** Throws `FormatError` when the text is not what `write` gives. */
  read?(text: string): NewsGraph;
}

/** Several files, to be written as a folder or a zip. */
export interface FolderFormat extends FormatBase {
  readonly shape: "folder";
  files(graph: NewsGraph, options?: WriteOptions): Generator<OutputFile>;
}

export interface OutputFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly chunks: Iterable<string>;
}

export type Format = FileFormat | FolderFormat;

/** The text is not a graph of this format; the message says what was expected and what came. */
export class FormatError extends Error {
  override readonly name = "FormatError";
}
