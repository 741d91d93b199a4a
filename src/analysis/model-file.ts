/**
 * The file format of the trained models: one JSON head (what it is, what it was trained on, licences) and after
 * it plain number columns, so that loading is a few views over the bytes and no parsing.
 *
 *     "DRM1" | length of head (uint32, little endian) | head as UTF-8 JSON, padded with blanks to 8 bytes | columns
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
}

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
  for (const { name, type, length } of entries) {
    const Type = TYPES[type];
    columns[name] = new Type(aligned.buffer as ArrayBuffer, aligned.byteOffset + offset, length);
    offset = padded(offset + length * Type.BYTES_PER_ELEMENT);
  }
  return { head, columns };
}

export function writeModelFile(file: ModelFile): Uint8Array {
  const names = Object.keys(file.columns);
  const entries = names.map((name) => ({
    name,
    type: typeOf(file.columns[name]!),
    length: file.columns[name]!.length,
  }));
  const json = new TextEncoder().encode(JSON.stringify({ ...file.head, columns: entries }));
  const headLength = padded(json.length);
  const size = names.reduce(
    (sum, name) => padded(sum + file.columns[name]!.byteLength),
    8 + headLength,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headLength, true);
  bytes.fill(0x20, 8, 8 + headLength);
  bytes.set(json, 8);
  let offset = 8 + headLength;
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = file.columns[name]!;
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
