/** The tree of one sentence by place: heads, and of each head its outermost children on both sides, 0 for none. */
import { FIRST, LONGEST_SENTENCE } from "./sentence-words.ts";

export interface TreeColumns {
  /** Place of the root: one past the last token. */
  root: number;
  readonly head: Int32Array;
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

export function createTreeColumns(): TreeColumns {
  const column = (): Int32Array => new Int32Array(LONGEST_SENTENCE + 8);
  return {
    root: FIRST,
    head: column(),
    left: column(),
    left2: column(),
    right: column(),
    right2: column(),
    leftCount: column(),
    rightCount: column(),
  };
}

/** Fills the other columns from `head`, for a sentence of so many tokens. */
export function fillTreeColumns(tree: TreeColumns, tokens: number): void {
  const { head, left, left2, right, right2, leftCount, rightCount } = tree;
  const root = FIRST + tokens;
  tree.root = root;
  for (const column of [left, left2, right, right2, leftCount, rightCount]) {
    column.fill(0, 0, root + 4);
  }
  head.fill(0, 0, FIRST);
  head.fill(0, root, root + 4);
  for (let at = FIRST; at < root; at++) {
    const h = head[at]!;
    if (at < h) {
      // Ascending: the first met on the left is the outermost.
      if (left[h] === 0) left[h] = at;
      else if (left2[h] === 0) left2[h] = at;
      leftCount[h]!++;
    } else {
      right2[h] = right[h]!;
      right[h] = at;
      rightCount[h]!++;
    }
  }
}
