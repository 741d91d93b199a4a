/**
 * Boosted decision trees as flat arrays. A node asks whether a feature is at most a threshold; a leaf holds what it adds
 * to the log-odds. File: `DTRE`, number of trees, features and nodes (uint32), the base score (float32), the start of
 * each tree (uint32), then by node: feature (int16, -1 for a leaf), left child relative to the start of its tree
 * (uint16, the right one stands behind it), threshold or leaf value (float32).
 */
export interface Trees {
  readonly featureCount: number;
  readonly base: number;
  readonly starts: Uint32Array;
  readonly features: Int16Array;
  readonly lefts: Uint16Array;
  readonly values: Float32Array;
}

/** Probability for the row that begins at `at`. */
export function scoreRow(trees: Trees, rows: Float32Array, at: number): number {
  const { starts, features, lefts, values } = trees;
  let sum = trees.base;
  for (let tree = 0; tree < starts.length; tree++) {
    const start = starts[tree]!;
    let node = start;
    for (let feature = features[node]!; feature >= 0; feature = features[node]!) {
      node = start + lefts[node]! + (rows[at + feature]! <= values[node]! ? 0 : 1);
    }
    sum += values[node]!;
    // What a quarter of the trees puts so far down, the rest never lifted: saves most of the work on menus.
    if (tree === starts.length >> 2 && sum < HOPELESS) break;
  }
  return 1 / (1 + Math.exp(-sum));
}

const HOPELESS = -3.5;
const MAGIC = 0x45525444;

export function writeTrees(trees: Trees): Uint8Array {
  const { starts, features, lefts, values } = trees;
  const nodes = features.length;
  const bytes = new Uint8Array(20 + 4 * starts.length + 8 * nodes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, starts.length, true);
  view.setUint32(8, trees.featureCount, true);
  view.setUint32(12, nodes, true);
  view.setFloat32(16, trees.base, true);
  let at = 20;
  for (const start of starts) at = putUint32(view, at, start);
  for (let node = 0; node < nodes; node++, at += 2) view.setInt16(at, features[node]!, true);
  for (let node = 0; node < nodes; node++, at += 2) view.setUint16(at, lefts[node]!, true);
  for (let node = 0; node < nodes; node++, at += 4) view.setFloat32(at, values[node]!, true);
  return bytes;
}

/** Reads the trees that begin at `offset`; `end` is where the next ones begin. */
export function readTrees(bytes: Uint8Array): Trees {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error("trees: this is not a file of trees");
  const count = view.getUint32(4, true);
  const featureCount = view.getUint32(8, true);
  const nodes = view.getUint32(12, true);
  const base = view.getFloat32(16, true);
  const starts = new Uint32Array(count);
  const features = new Int16Array(nodes);
  const lefts = new Uint16Array(nodes);
  const values = new Float32Array(nodes);
  let at = 20;
  for (let i = 0; i < count; i++, at += 4) starts[i] = view.getUint32(at, true);
  for (let i = 0; i < nodes; i++, at += 2) features[i] = view.getInt16(at, true);
  for (let i = 0; i < nodes; i++, at += 2) lefts[i] = view.getUint16(at, true);
  for (let i = 0; i < nodes; i++, at += 4) values[i] = view.getFloat32(at, true);
  return { featureCount, base, starts, features, lefts, values };
}

function putUint32(view: DataView, at: number, value: number): number {
  view.setUint32(at, value, true);
  return at + 4;
}
