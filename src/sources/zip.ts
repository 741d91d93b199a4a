/** The entries of a zip archive, unpacked one after another as the archive streams by. */
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { PackingRatioError } from "./gzip.ts";
import type { ReadLimits } from "./limits.ts";

export interface ZipEntry {
  readonly name: string;
  /** Must be read, or left, before the next entry is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export async function* zipEntries(
  bytes: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ZipEntry> {
  const iterator = bytes[Symbol.asyncIterator]();
  const waiting: UnzipFile[] = [];
  let failure: Error | undefined;
  let isDone = false;
  let [packed, unpacked] = [0, 0];
  const unzip = new Unzip((file) => waiting.push(file));
  unzip.register(UnzipInflate);
  const feed = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done) {
      isDone = true;
      return;
    }
    packed += next.value.length;
    // Small pieces: what one piece unpacks to is held in memory.
    for (let at = 0; at < next.value.length; at += PIECE)
      unzip.push(next.value.subarray(at, at + PIECE));
  };
  for (let count = 0; ; ) {
    while (waiting.length === 0 && !isDone) await feed();
    const file = waiting.shift();
    if (file === undefined) return;
    const chunks: Uint8Array[] = [];
    let isFinal = false;
    file.ondata = (error, chunk, final) => {
      if (error) failure = error;
      if (chunk?.length > 0) chunks.push(chunk);
      unpacked += chunk?.length ?? 0;
      isFinal ||= final;
    };
    file.start();
    const entryBytes = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        while (chunks.length > 0) yield chunks.shift()!;
        if (failure) throw failure;
        if (isFinal) return;
        if (isDone) throw new Error("the archive ends in the middle of an entry");
        if (unpacked > RATIO_FREE_BYTES && unpacked > packed * limits.packingRatio) {
          throw new PackingRatioError(`unpacks to more than ${limits.packingRatio} times its size`);
        }
        await feed();
      }
    };
    if (!file.name.endsWith("/")) yield { name: file.name, bytes: entryBytes() };
    while (!isFinal && !isDone && !failure) {
      chunks.length = 0;
      await feed();
    }
    if (failure || ++count >= limits.entries) return;
  }
}

const PIECE = 16 * 1024;
const RATIO_FREE_BYTES = 4 * 1024 * 1024;
