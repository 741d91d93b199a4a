/** Disjoint sets with path halving (Tarjan 1975); the smaller index becomes the root, so results do not depend on order. */
export interface UnionFind {
  find(item: number): number;
  union(a: number, b: number): void;
}

export function createUnionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (item: number): number => {
    let i = item;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  return {
    find,
    union(a, b) {
      const x = find(a);
      const y = find(b);
      if (x < y) parent[y] = x;
      else if (y < x) parent[x] = y;
    },
  };
}
