/** Reads a stream of bytes by need: a header up to its empty line, then so many bytes. */
import { joinBytes } from "./byte-streams.ts";

export interface ByteReader {
  /** Bytes up to and including the mark, or undefined at the end of the stream or beyond `limit`. */
  until(mark: Uint8Array, limit: number): Promise<Uint8Array | undefined>;
  /** Exactly so many bytes, fewer only at the end of the stream. */
  take(count: number): Promise<Uint8Array>;
  skip(count: number): Promise<void>;
  /** What comes next, at least one byte and no more than `most`; undefined at the end of the stream. */
  next(most: number): Promise<Uint8Array | undefined>;
  /** Puts back what was read too much. */
  unread(bytes: Uint8Array): void;
}

export function byteReader(bytes: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = bytes[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : joinBytes([rest, next.value]);
    return true;
  };
  return {
    async until(mark, limit) {
      let searched = 0;
      for (;;) {
        const at = indexOfBytes(rest, mark, searched);
        if (at >= 0) {
          const found = rest.subarray(0, at + mark.length);
          rest = rest.subarray(at + mark.length);
          return found;
        }
        searched = Math.max(0, rest.length - mark.length);
        if (rest.length > limit || !(await more())) return undefined;
      }
    },
    async take(count) {
      const parts: Uint8Array[] = [];
      let missing = count;
      for (;;) {
        const part = rest.subarray(0, missing);
        parts.push(part);
        missing -= part.length;
        rest = rest.subarray(part.length);
        if (missing === 0 || !(await more())) return joinBytes(parts);
      }
    },
    async skip(count) {
      let missing = count;
      for (;;) {
        const part = Math.min(rest.length, missing);
        missing -= part;
        rest = rest.subarray(part);
        if (missing === 0 || !(await more())) return;
      }
    },
    async next(most) {
      while (rest.length === 0) if (!(await more())) return undefined;
      const found = rest.subarray(0, most);
      rest = rest.subarray(found.length);
      return found;
    },
    unread(given) {
      rest = joinBytes([given, rest]);
    },
  };
}

export function indexOfBytes(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  const first = mark[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + mark.length > bytes.length) return -1;
    let same = 1;
    while (same < mark.length && bytes[at + same] === mark[same]) same++;
    if (same === mark.length) return at;
  }
  return -1;
}
