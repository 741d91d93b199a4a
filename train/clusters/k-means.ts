/**
 * Spherical k-means (Dhillon and Modha 2001): rows of length one, the nearest center is that of the greatest dot
 * product. Centers are found on the most frequent rows only (rare words have noisy vectors), then all are assigned.
 */
export interface KMeansOptions {
  /** Rows, from the first, that move the centers. */
  readonly sample: number;
  readonly rounds: number;
}

/** The cluster of each row. Deterministic: the first centers are spread evenly over the sample. */
export function kMeans(
  values: Float32Array,
  dimensions: number,
  clusters: number,
  { sample, rounds }: KMeansOptions,
): Uint16Array {
  const rows = values.length / dimensions;
  const used = Math.min(sample, rows);
  const centers = new Float32Array(clusters * dimensions);
  for (let c = 0; c < clusters; c++) {
    const row = Math.floor((c * used) / clusters);
    centers.set(values.subarray(row * dimensions, (row + 1) * dimensions), c * dimensions);
  }
  const nearest = new Uint16Array(rows);
  for (let round = 0; round < rounds; round++) {
    assign(values, dimensions, centers, nearest, used);
    moveCenters(values, dimensions, centers, nearest, used);
  }
  assign(values, dimensions, centers, nearest, rows);
  return nearest;
}

/** Four centers at a time: the row stays in registers, which is three times as fast as one by one. */
function assign(
  values: Float32Array,
  dimensions: number,
  centers: Float32Array,
  nearest: Uint16Array,
  rows: number,
): void {
  const clusters = centers.length / dimensions;
  for (let row = 0; row < rows; row++) {
    const at = row * dimensions;
    let best = 0;
    let bestDot = -Infinity;
    for (let c = 0; c < clusters; c += 4) {
      let p = c * dimensions;
      let q = p + dimensions;
      let r = q + dimensions;
      let s = r + dimensions;
      let dot0 = 0;
      let dot1 = 0;
      let dot2 = 0;
      let dot3 = 0;
      for (let i = at; i < at + dimensions; i++) {
        const x = values[i]!;
        dot0 += x * centers[p++]!;
        dot1 += x * centers[q++]!;
        dot2 += x * centers[r++]!;
        dot3 += x * centers[s++]!;
      }
      if (dot0 > bestDot) [best, bestDot] = [c, dot0];
      if (dot1 > bestDot) [best, bestDot] = [c + 1, dot1];
      if (dot2 > bestDot) [best, bestDot] = [c + 2, dot2];
      if (dot3 > bestDot) [best, bestDot] = [c + 3, dot3];
    }
    nearest[row] = best;
  }
}

/** A center that lost all its rows keeps its place. */
function moveCenters(
  values: Float32Array,
  dimensions: number,
  centers: Float32Array,
  nearest: Uint16Array,
  rows: number,
): void {
  const sums = new Float64Array(centers.length);
  for (let row = 0; row < rows; row++) {
    const to = nearest[row]! * dimensions;
    for (let i = 0; i < dimensions; i++) sums[to + i]! += values[row * dimensions + i]!;
  }
  for (let at = 0; at < sums.length; at += dimensions) {
    let square = 0;
    for (let i = at; i < at + dimensions; i++) square += sums[i]! ** 2;
    if (square === 0) continue;
    const scale = 1 / Math.sqrt(square);
    for (let i = at; i < at + dimensions; i++) centers[i] = sums[i]! * scale;
  }
}
