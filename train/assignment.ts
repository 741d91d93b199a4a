/**
 * The greatest sum of a one-to-one assignment of rows to columns (Kuhn 1955, Munkres 1957; the O(n²m) form with
 * potentials after Jonker and Volgenant 1987). Values are at least 0; rows or columns may stay free.
 */
export function assign(values: readonly (readonly number[])[]): number {
  const height = values.length;
  const width = values[0]?.length ?? 0;
  if (height === 0 || width === 0) return 0;
  if (height > width) return assign(transpose(values));
  const rowPotential = new Float64Array(height + 1);
  const columnPotential = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const previous = new Int32Array(width + 1);
  for (let row = 1; row <= height; row++) {
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= width; j++) {
        if (used[j]) continue;
        const cost = -values[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          previous[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= width; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else {
          least[j]! -= delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[previous[column]!]!;
      column = previous[column]!;
    }
  }
  let sum = 0;
  for (let j = 1; j <= width; j++) if (rowOf[j]! > 0) sum += values[rowOf[j]! - 1]![j - 1]!;
  return sum;
}

function transpose(values: readonly (readonly number[])[]): number[][] {
  return values[0]!.map((_, column) => values.map((row) => row[column]!));
}
