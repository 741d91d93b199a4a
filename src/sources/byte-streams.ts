/** Streams of bytes: looking ahead, cutting into lines, gathering up to a limit. */

/** The first `size` bytes (fewer when the stream is shorter), and a stream that still yields everything. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const start = joinBytes(chunks);
  return { head: start.subarray(0, size), bytes: resume(start, iterator) };
}

async function* resume(
  start: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    // Leaving early must close the file below.
    await iterator.return?.();
  }
}

/** All bytes, or undefined when there are more than `limit`. */
export async function gather(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}

/** Lines without their end (`\n` or `\r\n`). A line of more than `limit` bytes is `undefined`: it is passed over, not held. */
export async function* byteLines(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      length += at - from;
      if (length <= limit) parts.push(chunk.subarray(from, at));
      yield length > limit ? undefined : withoutCarriageReturn(joinBytes(parts));
      parts = [];
      length = 0;
      from = at + 1;
    }
    length += chunk.length - from;
    if (length > limit) parts = [];
    else if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (length > 0) yield length > limit ? undefined : withoutCarriageReturn(joinBytes(parts));
}

export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function withoutCarriageReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
