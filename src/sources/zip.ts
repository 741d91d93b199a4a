/**
 * The entries of a zip archive one after another, as the archive streams by (PKWARE APPNOTE 6.3: local headers, data
 * descriptors, zip64). An entry that cannot be read costs itself alone, as long as its header says where the next one begins. The
 * table at the end is not looked at: neither standard input nor an archive in an archive can be read from the end.
 */
import { type ByteReader, byteReader } from "./byte-reader.ts";
import { PackingRatioError } from "./gzip.ts";
import { inflated } from "./inflate.ts";
import type { ReadLimits } from "./limits.ts";

export interface ZipEntry {
  readonly name: string;
  /** Must be read, or left, before the next entry is asked for. Throws in one sentence. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface Header {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Packed bytes; undefined where they are told behind the entry. */
  readonly size: number | undefined;
}

const ENTRY = 0x04034b50;
/** What follows the last entry: the table, its ends, a signature, a record of encryption. */
const AFTER_ENTRIES = new Set([0x02014b50, 0x06064b50, 0x06054b50, 0x05054b50, 0x08064b50]);
const DESCRIPTOR = 0x08074b50;
const STORED = 0;
const DEFLATED = 8;
const CUT_OFF = "the archive ends in the middle of an entry";

export async function* zipEntries(
  bytes: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ZipEntry> {
  const reader = byteReader(bytes);
  for (let count = 0; ; count++) {
    const signature = numberAt(await reader.take(4), 0, 4);
    if (signature === undefined || AFTER_ENTRIES.has(signature)) return;
    if (signature !== ENTRY) throw new Error("the archive is damaged");
    if (count === limits.entries)
      throw new Error(`it has more than ${count} entries, the rest is left out`);
    const header = await readHeader(reader);
    const entry = openEntry(reader, header, limits);
    if (!header.name.endsWith("/")) yield { name: header.name, bytes: entry.bytes };
    await entry.leave();
  }
}

async function readHeader(reader: ByteReader): Promise<Header> {
  const fixed = await reader.take(26);
  const read = (at: number, length: 2 | 4): number => {
    const number = numberAt(fixed, at, length);
    if (number === undefined) throw new Error(CUT_OFF);
    return number;
  };
  const flags = read(2, 2);
  const name = await reader.take(read(22, 2));
  const extra = await reader.take(read(24, 2));
  const size = read(14, 4);
  return {
    name: nameOf(name),
    method: read(4, 2),
    isEncrypted: (flags & 1) !== 0,
    size: (flags & 8) !== 0 ? undefined : size === 0xffffffff ? longSize(extra) : size,
  };
}

/** Most archives say whether a name is UTF-8, some are wrong. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

const ZIP64 = 1;

/** The packed size out of the extra field of zip64, where the size before packing comes first. */
function longSize(extra: Uint8Array): number | undefined {
  for (let at = 0; ; ) {
    const [id, length] = [numberAt(extra, at, 2), numberAt(extra, at + 2, 2)];
    if (id === undefined || length === undefined) return undefined;
    if (id === ZIP64) {
      const [low, high] = [numberAt(extra, at + 12, 4), numberAt(extra, at + 16, 4)];
      return low === undefined || high === undefined ? undefined : low + high * 2 ** 32;
    }
    at += 4 + length;
  }
}

interface OpenEntry {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Goes to the end of the entry, wherever its reader has stopped. */
  leave(): Promise<void>;
}

function openEntry(reader: ByteReader, header: Header, limits: ReadLimits): OpenEntry {
  const { method, isEncrypted, size } = header;
  let left = size ?? Number.POSITIVE_INFINITY;
  let isAtEnd = false;

  async function* packed(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      const piece = await reader.next(Math.min(left, PIECE));
      if (piece === undefined) throw new Error(CUT_OFF);
      left -= piece.length;
      yield piece;
    }
  }
  async function* unpacked(): AsyncGenerator<Uint8Array> {
    if (isEncrypted) throw new Error("it is encrypted");
    if (method === STORED && size !== undefined) {
      yield* packed();
    } else if (method === DEFLATED) {
      yield* withinRatio(inflated(packed(), reader.unread), limits);
    } else {
      throw new Error(`it is packed by method ${method}, which is not known here`);
    }
    isAtEnd = true;
  }

  const content = unpacked();
  return {
    bytes: { [Symbol.asyncIterator]: () => ({ next: () => content.next() }) },
    async leave() {
      if (size !== undefined) return reader.skip(left);
      while (!(await content.next()).done);
      if (!isAtEnd)
        throw new Error(`it cannot be told where the entry after ${header.name} begins`);
      await skipDescriptor(reader);
    },
  };
}

/** Small: what one piece unpacks to is held in memory. */
const PIECE = 16 * 1024;

/** A sum and two sizes, of four bytes each or, in zip64, the sizes of eight; with or without a signature. */
async function skipDescriptor(reader: ByteReader): Promise<void> {
  const first = await reader.take(4);
  await reader.skip(numberAt(first, 0, 4) === DESCRIPTOR ? 12 : 8);
  const next = await reader.take(4);
  const signature = numberAt(next, 0, 4);
  if (signature === undefined || signature === ENTRY || AFTER_ENTRIES.has(signature)) {
    reader.unread(next);
  } else await reader.skip(4);
}

async function* withinRatio(
  { bytes, taken }: ReturnType<typeof inflated>,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  for await (const chunk of bytes) {
    unpacked += chunk.length;
    if (unpacked > RATIO_FREE_BYTES && unpacked > taken() * limits.packingRatio) {
      throw new PackingRatioError(`unpacks to more than ${limits.packingRatio} times its size`);
    }
    yield chunk;
  }
}

const RATIO_FREE_BYTES = 4 * 1024 * 1024;

/** Little endian; undefined beyond the end. */
function numberAt(bytes: Uint8Array, at: number, length: 2 | 4): number | undefined {
  if (at + length > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return length === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}
