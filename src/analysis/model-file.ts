/**
 * The file format of the trained models: one JSON head (what it is, what it was trained on, licences) and after
 * it plain number columns, so that loading is a few views over the bytes and no parsing.
 *
 *     "DRM1" | length of head (uint32, little endian) | head as UTF-8 JSON, padded with blanks to 8 bytes | columns
 *
 * A column of many zeros, as a hash table with free slots is, stands there without them: a bit for each of its numbers
 * tells which are kept, then come those. To spread out the tables of all models takes some ten milliseconds and saves
 * eight megabytes on every disk.
 */
export type Column = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Float32Array;

export interface ModelHead {
  readonly model: string;
  readonly version: number;
  /** What people should know: sources with licences, settings, figures. */
  readonly about: Readonly<Record<string, unknown>>;
}

export interface ModelFile {
  readonly head: ModelHead;
  readonly columns: Readonly<Record<string, Column>>;
}

interface ColumnEntry {
  readonly name: string;
  readonly type: keyof typeof TYPES;
  readonly length: number;
  /** How many of its numbers are kept, when zeros are left out. */
  readonly kept?: number;
}

/** Zeros are left out when that makes a column at least this much smaller. */
const WORTH_IT = 0.75;

const MAGIC = 0x314d5244; // "DRM1"
const TYPES = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

/** Throws when the bytes are no model, or another model than the one asked for. */
export function readModelFile(bytes: Uint8Array, model: string, version: number): ModelFile {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error(`dramatis: the model file "${model}" is damaged: its first bytes are not DRM1`);
  }
  const headLength = view.getUint32(4, true);
  const { columns: entries, ...head } = JSON.parse(
    new TextDecoder().decode(aligned.subarray(8, 8 + headLength)),
  ) as ModelHead & { columns: readonly ColumnEntry[] };
  if (head.model !== model || head.version !== version) {
    throw new Error(
      `dramatis: expected the model "${model}" version ${version}, found "${head.model}" version ${head.version}; train it again`,
    );
  }
  const columns: Record<string, Column> = {};
  let offset = 8 + headLength;
  const take = (type: keyof typeof TYPES, length: number): Column => {
    const Type = TYPES[type];
    const begin = aligned.byteOffset + offset;
    offset = padded(offset + length * Type.BYTES_PER_ELEMENT);
    return new Type(aligned.buffer as ArrayBuffer, begin, length);
  };
  for (const { name, type, length, kept } of entries) {
    if (kept !== undefined) {
      const bits = take("u32", wordsFor(length)) as Uint32Array;
      columns[name] = spreadOut(new TYPES[type](length), bits, take(type, kept));
    } else columns[name] = take(type, length);
  }
  return { head, columns };
}

function spreadOut(column: Column, bits: Uint32Array, kept: Column): Column {
  let next = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; ) {
      const lowest = rest & -rest;
      column[word * 32 + 31 - Math.clz32(lowest)] = kept[next++]!;
      rest ^= lowest;
    }
  }
  return column;
}

/** The numbers that are not zero, and a bit for each place that holds one. */
function withoutZeros(column: Column): { readonly bits: Uint32Array; readonly kept: Column } {
  const bits = new Uint32Array(wordsFor(column.length));
  for (let i = 0; i < column.length; i++) if (column[i] !== 0) bits[i >>> 5]! |= 1 << (i & 31);
  return { bits, kept: column.filter((value) => value !== 0) };
}

/** 32-bit words with a bit for each of so many numbers. */
function wordsFor(length: number): number {
  return Math.ceil(length / 32);
}

export function writeModelFile(file: ModelFile): Uint8Array {
  const pieces: Column[] = [];
  const entries: ColumnEntry[] = [];
  for (const [name, column] of Object.entries(file.columns)) {
    const entry = { name, type: typeOf(column), length: column.length };
    const { bits, kept } = withoutZeros(column);
    if (bits.byteLength + kept.byteLength < WORTH_IT * column.byteLength) {
      entries.push({ ...entry, kept: kept.length });
      pieces.push(bits, kept);
    } else {
      entries.push(entry);
      pieces.push(column);
    }
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...file.head, columns: entries }));
  const headLength = padded(json.length);
  const size = pieces.reduce((sum, { byteLength }) => padded(sum + byteLength), 8 + headLength);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headLength, true);
  bytes.fill(0x20, 8, 8 + headLength);
  bytes.set(json, 8);
  let offset = 8 + headLength;
  for (const { buffer, byteOffset, byteLength } of pieces) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset = padded(offset + byteLength);
  }
  return bytes;
}

function typeOf(column: Column): keyof typeof TYPES {
  for (const type of Object.keys(TYPES) as (keyof typeof TYPES)[]) {
    if (column instanceof TYPES[type]) return type;
  }
  throw new Error("dramatis: a model column must be a typed array");
}

function padded(size: number): number {
  return (size + 7) & ~7;
}
