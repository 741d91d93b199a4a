/** CSV and TSV with a header line -> a page for each row, by the same names of fields as JSONL. */
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { decode } from "./charset.ts";
import { pageOfRecord } from "./fields.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readTable(source: PeekedSource): AsyncGenerator<ReadItem> {
  const { origin, limits } = source;
  const header = decode(source.head).split(/\r?\n/, 1)[0]!;
  const parser = parse({
    delimiter: delimiterOf(header),
    columns: (names: string[]) => names.map((name) => name.trim()),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.itemBytes,
  });
  const input = Readable.from(decoded(source));
  input.once("error", (error) => parser.destroy(error));
  let number = 1;
  try {
    for await (const record of input.pipe(parser) as AsyncIterable<unknown>) {
      number++;
      const page = pageOfRecord(record, `${origin}:${number}`);
      yield page === undefined
        ? noteItem(`${origin}:${number}`, "left out: no field of it holds a text")
        : { page };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    yield noteItem(`${origin}:${number + 1}`, `cannot be read further: ${message}`);
  } finally {
    input.destroy();
    parser.destroy();
  }
}

function delimiterOf(header: string): string {
  const counts = [",", "\t", ";"].map((mark) => [header.split(mark).length, mark] as const);
  return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

/** Text by pieces: UTF-8, unless the beginning of the file is not. */
async function* decoded({ bytes, head }: PeekedSource): AsyncGenerator<string> {
  const charset = isUtf8(head) ? "utf-8" : "windows-1252";
  const decoder = new TextDecoder(charset);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function isUtf8(head: Uint8Array): boolean {
  // The head may end inside a character.
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(head.subarray(0, head.length - cut));
      return true;
    } catch {
      // One byte fewer.
    }
  }
  return false;
}
