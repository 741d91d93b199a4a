/** Files, folders, standard input, in any of the forms that news comes in -> pages, one at a time. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { peek } from "./byte-streams.ts";
import { readHtml, readText } from "./documents.ts";
import { FORM_HEAD_BYTES, type Form, formOf } from "./form.ts";
import { gunzip, PackingRatioError } from "./gzip.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import type * as Office from "./office.ts";
import { assertPathsExist, filesAt, reason } from "./paths.ts";
import {
  noteItem,
  type PeekedSource,
  type ReadItem,
  type Source,
  type SourceReader,
} from "./types.ts";
import type { zipEntries } from "./zip.ts";

export { MissingPathError } from "./paths.ts";
export type { ReadItem, ReadLimits };

export interface ReadOptions {
  /** Standard input, for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<ReadLimits>;
  /** Told how many bytes were taken from a file or standard input, as they come. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Yields pages and notes in the order of the given paths; inside a folder sorted by path. Never throws for bad
 * content. Throws `MissingPathError` at once when a path does not exist.
 */
export async function* read(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  await assertPathsExist(paths);
  for (const path of paths) {
    if (path === "-") {
      if (options.stdin === undefined) yield noteItem("-", "left out: there is no standard input");
      else {
        const bytes = counted(options.stdin, options.onBytes);
        yield* readSource({ origin: "-", bytes, nesting: 0, limits });
      }
      continue;
    }
    for await (const found of filesAt(path, limits.folderDepth)) {
      if (!("file" in found)) yield found;
      else {
        const file = createReadStream(found.file, { highWaterMark: 1 << 16 });
        const bytes = counted(file, options.onBytes);
        yield* readSource({ origin: found.file, bytes, nesting: 0, limits });
      }
    }
  }
}

/** Bytes of all files at or below the paths; standard input has no size. For progress. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    if (path === "-") continue;
    for await (const found of filesAt(path, DEFAULT_LIMITS.folderDepth)) {
      if ("file" in found) bytes += (await stat(found.file)).size;
    }
  }
  return bytes;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: ((count: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/** All but the commonest are loaded when the first such source is met: with what they need they are half of this folder. */
const READERS: Partial<Readonly<Record<Form, () => SourceReader | Promise<SourceReader>>>> = {
  gzip: () => readGzip,
  zip: async () => toZipReader((await import("./zip.ts")).zipEntries, await import("./office.ts")),
  warc: async () => (await import("./warc.ts")).readWarc,
  json: async () => (await import("./records.ts")).readRecords,
  csv: async () => (await import("./table.ts")).readTable,
  feed: async () => (await import("./feed.ts")).readFeed,
  newsml: async () => (await import("./newsml.ts")).readNewsml,
  mbox: async () => (await import("./mail.ts")).readMailbox,
  mail: async () => (await import("./mail.ts")).readMail,
  html: () => readHtml,
  text: () => readText,
};

async function* readSource(source: Source): AsyncGenerator<ReadItem> {
  const { origin, nesting, limits } = source;
  try {
    const { head, bytes } = await peek(source.bytes, FORM_HEAD_BYTES);
    const form = formOf(head);
    const load = READERS[form];
    if (load === undefined)
      yield noteItem(origin, `left out: ${UNREAD[form] ?? "binary, not a text"}`);
    else if (CODE.test(origin)) yield noteItem(origin, "left out: a script or style sheet");
    else if (nesting > limits.nesting) yield noteItem(origin, "left out: packed too often");
    else yield* (await load())({ ...source, bytes, head });
  } catch (error) {
    const why = error instanceof PackingRatioError ? error.message : reason(error);
    yield noteItem(origin, `cannot be read${nesting > 0 ? " to its end" : ""}: ${why}`);
  }
}

const UNREAD: Readonly<Partial<Record<Form, string>>> = {
  empty: "the file is empty",
  graph: "a graph, not articles",
  pdf: "a PDF: save its text first",
  rtf: "an RTF file: save its text first",
  "old-office": "a file of an old Office: save it as .docx or as text",
};

/** What a browser saves beside a page looks like text. Chrome adds an ending of its own. */
const CODE = /\.(?:m?js|css|map)(?:\.download)?$/i;

async function* readGzip(source: PeekedSource): AsyncGenerator<ReadItem> {
  const bytes = gunzip(source.bytes, source.limits);
  yield* readSource({ ...source, bytes, nesting: source.nesting + 1 });
}

function toZipReader(entriesOf: typeof zipEntries, office: typeof Office): SourceReader {
  return async function* readZip(source) {
    let isEmpty = true;
    let isOffice = false;
    let hasText = false;
    for await (const entry of entriesOf(source.bytes, source.limits)) {
      const { name, bytes } = entry;
      if (isEmpty) isOffice = await office.isOfficePackage(entry);
      isEmpty = false;
      if (isOffice) {
        if (!office.isOfficeText(name)) continue;
        hasText = true;
        yield* office.readOfficeText({ ...source, bytes });
        continue;
      }
      // What macOS and makers of EPUB put into archives is no news.
      if (HIDDEN_ENTRY.test(name)) continue;
      const origin = `${source.origin}/${name}`;
      yield* readSource({ origin, bytes, nesting: source.nesting + 1, limits: source.limits });
    }
    if (isEmpty) yield noteItem(source.origin, "left out: the archive is empty");
    else if (isOffice && !hasText) yield noteItem(source.origin, office.NOT_A_TEXT);
  };
}

const HIDDEN_ENTRY = /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)|^mimetype$/;
