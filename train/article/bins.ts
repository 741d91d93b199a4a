/** Features -> one byte each: the number of the first edge that is not below the value. Edges are quantiles. */

export interface Bins {
  readonly rowCount: number;
  readonly featureCount: number;
  /** Row after row. */
  readonly values: Uint8Array;
  /** By feature, ascending: a value in bin `b` is at most `edges[b]`; the last bin has no edge. */
  readonly edges: readonly Float32Array[];
}

export const BIN_COUNT = 64;

export function binRows(rows: Float32Array, featureCount: number): Bins {
  const rowCount = rows.length / featureCount;
  const edges = Array.from({ length: featureCount }, (_, feature) =>
    edgesOf(rows, featureCount, feature),
  );
  const values = new Uint8Array(rows.length);
  for (let row = 0; row < rowCount; row++) {
    for (let feature = 0; feature < featureCount; feature++) {
      values[row * featureCount + feature] = binOf(
        edges[feature]!,
        rows[row * featureCount + feature]!,
      );
    }
  }
  return { rowCount, featureCount, values, edges };
}

const SAMPLE = 30_000;

function edgesOf(rows: Float32Array, featureCount: number, feature: number): Float32Array {
  const rowCount = rows.length / featureCount;
  const step = Math.max(1, Math.floor(rowCount / SAMPLE));
  const sample: number[] = [];
  for (let row = 0; row < rowCount; row += step) sample.push(rows[row * featureCount + feature]!);
  const sorted = Float32Array.from(sample).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BIN_COUNT) return Float32Array.from(distinct.slice(0, -1));
  const edges = new Set<number>();
  for (let i = 1; i < BIN_COUNT; i++)
    edges.add(sorted[Math.floor((i * sorted.length) / BIN_COUNT)]!);
  return Float32Array.from(edges).sort();
}

function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
