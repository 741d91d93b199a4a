/**
 * Average linkage on a sparse graph of similarities: pairs are taken from the most to the least similar; two
 * clusters join when the mean similarity over all their pairs (absent ones count 0) reaches the threshold.
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** Returns the cluster of each item, named by its smallest member. Items of one `group` start together. */
export function clusterByAverage(
  size: number,
  pairs: readonly Similarity[],
  threshold: number,
  group: readonly number[],
): number[] {
  const cluster = [...group];
  const members = new Map<number, number[]>();
  cluster.forEach((root, i) => {
    const list = members.get(root);
    if (list) list.push(i);
    else members.set(root, [i]);
  });
  const links: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  for (const { a, b, value } of pairs) {
    links[a]!.set(b, value);
    links[b]!.set(a, value);
  }
  const sorted = [...pairs].sort((p, q) => q.value - p.value || p.a - q.a || p.b - q.b);
  for (const { a, b } of sorted) {
    const x = cluster[a]!;
    const y = cluster[b]!;
    if (x === y) continue;
    const left = members.get(x)!;
    const right = members.get(y)!;
    if (averageLink(left, right, links) < threshold) continue;
    const [root, gone] = x < y ? [x, y] : [y, x];
    const all = [...left, ...right];
    members.set(root, all);
    members.delete(gone);
    for (const item of all) cluster[item] = root;
  }
  return cluster;
}

function averageLink(
  left: readonly number[],
  right: readonly number[],
  links: readonly ReadonlyMap<number, number>[],
): number {
  let sum = 0;
  for (const i of left) {
    const neighbors = links[i]!;
    for (const j of right) sum += neighbors.get(j) ?? 0;
  }
  return sum / (left.length * right.length);
}
