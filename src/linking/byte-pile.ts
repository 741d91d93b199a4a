/**
 * Bytes by the million, of which few are asked for at once: the first in memory, what comes after in a file without a name. It was taken
 * out of its folder before the first byte was written, so that nothing is left of it, however the program ends.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Bytes {
  /** Returns where they begin. */
  append(bytes: Uint8Array): number;
  /** `room`: what comes from the file is read into it, when there is enough of it, and is good until something else is. */
  read(start: number, length: number, room?: Uint8Array): Uint8Array;
}

const CHUNK_SIZE = 2 ** 20;
const MOST_IN_MEMORY = 16 * CHUNK_SIZE;

/** Without a folder for the file, or with a full disk, all stays in memory. */
export function createBytes(mostInMemory = MOST_IN_MEMORY): Bytes {
  const memory = createMemory();
  let file: SpillFile | undefined;
  let isTried = false;
  return {
    append(bytes) {
      if (memory.size() + bytes.length > mostInMemory && !isTried) {
        isTried = true;
        file = openSpillFile();
      }
      const at = file?.append(bytes);
      return at === undefined ? memory.append(bytes) : -1 - at;
    },
    read: (start, length, room) =>
      start >= 0 ? memory.read(start, length) : file!.read(-1 - start, length, room),
  };
}

function createMemory(): Bytes & { size(): number } {
  const chunks: Buffer[] = [];
  let used = CHUNK_SIZE;
  return {
    append(bytes) {
      if (used + bytes.length > CHUNK_SIZE) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK_SIZE, bytes.length)));
        used = 0;
      }
      chunks.at(-1)!.set(bytes, used);
      const at = (chunks.length - 1) * CHUNK_SIZE + used;
      used += bytes.length;
      return at;
    },
    read(start, length) {
      const at = start % CHUNK_SIZE;
      return chunks[Math.floor(start / CHUNK_SIZE)]!.subarray(at, at + length);
    },
    size: () => chunks.length * CHUNK_SIZE,
  };
}

interface SpillFile {
  /** Undefined when there is no room. */
  append(bytes: Uint8Array): number | undefined;
  read(start: number, length: number, room?: Uint8Array): Uint8Array;
}

const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

function openSpillFile(): SpillFile | undefined {
  const descriptor = openNameless();
  if (descriptor === undefined) return undefined;
  let size = 0;
  let isFull = false;
  const file: SpillFile = {
    append(bytes) {
      if (isFull) return undefined;
      try {
        let written = 0;
        while (written < bytes.length) {
          written += writeSync(descriptor, bytes, written, bytes.length - written, size + written);
        }
      } catch {
        isFull = true;
        return undefined;
      }
      const at = size;
      size += bytes.length;
      return at;
    },
    read(start, length, room) {
      const isEnough = room !== undefined && room.length >= length;
      const bytes = isEnough ? room.subarray(0, length) : Buffer.allocUnsafeSlow(length);
      let read = 0;
      while (read < length) {
        const more = readSync(descriptor, bytes, read, length - read, start + read);
        if (more === 0) throw new Error("linking: its temporary file was cut short");
        read += more;
      }
      return bytes;
    },
  };
  forgotten.register(file, descriptor);
  return file;
}

function openNameless(): number | undefined {
  try {
    const folder = mkdtempSync(join(tmpdir(), "dramatis-"));
    try {
      return openSync(join(folder, "records"), "w+", 0o600);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    return undefined;
  }
}
