/**
 * What the labeler asks about an arc, with the whole tree known: both words, what stands left and right of the
 * dependent among its siblings, its own children, and the relations already given to its head and its siblings.
 */
import { hash1, hash2, hash3 } from "./feature-hash.ts";
import type { SentenceWords } from "./sentence-words.ts";
import type { TreeColumns } from "./tree-columns.ts";

export const LABELER_FEATURES = 96;

/** The columns that the labeler fills as it goes. */
export interface LabelColumns {
  /** Relation + 1 by place, as far as they are known: the head's and those of siblings to the left. */
  readonly label: Int32Array;
  /** What kinds of children a place has: `childKinds`. */
  readonly kinds: Int32Array;
  /** The nearest auxiliary among the children of a place, 0 for none. */
  readonly auxiliary: Int32Array;
}

export function labelerFeatures(
  s: SentenceWords,
  tree: TreeColumns,
  columns: LabelColumns,
  child: number,
  previous: number,
  following: number,
  into: Int32Array,
): number {
  const { lower, tag, pos, c256, c1024, suffix3 } = s;
  const { head, left, left2, right, leftCount, rightCount, root } = tree;
  const { label, kinds, auxiliary } = columns;
  const h = head[child]!;
  const side = child < h ? 1 : 0;
  const w = lower[child]!;
  const t = tag[child]!;
  const hw = lower[h]!;
  const ht = h === root ? 127 : tag[h]!;
  const pair = (ht * 128 + t) * 2 + side;
  const coarse = (pos[h]! * 32 + pos[child]!) * 2 + side;
  const first = left[child]!;
  const last = right[child]!;
  const fw = lower[first]!;
  const ft = tag[first]!;
  const lw = lower[last]!;
  const lt = tag[last]!;
  const hl = label[h]!;
  const pl = label[previous]!;
  const gap = Math.min(Math.abs(h - child), 6);
  const grand = head[h]!;
  const hfirst = left[h]!;
  const hlast = right[h]!;
  let n = 0;
  into[n++] = hash1(1, pair);
  into[n++] = hash2(2, w, side);
  into[n++] = hash2(3, t, side);
  into[n++] = hash2(4, hw, side);
  into[n++] = hash2(5, ht, side);
  into[n++] = hash3(6, w, t, side);
  into[n++] = hash2(7, coarse, w);
  into[n++] = hash2(8, coarse, hw);
  into[n++] = hash2(9, hw, w);
  into[n++] = hash2(10, pair, c256[child]!);
  into[n++] = hash2(11, pair, c256[h]!);
  into[n++] = hash3(12, coarse, c256[h]!, c256[child]!);
  into[n++] = hash2(13, c1024[child]!, coarse);
  into[n++] = hash2(14, c1024[h]!, coarse);
  into[n++] = hash2(15, pair, gap);
  into[n++] = hash2(16, coarse, fw);
  into[n++] = hash2(17, coarse, ft);
  into[n++] = hash3(18, hw, fw, coarse);
  into[n++] = hash3(19, w, fw, coarse);
  into[n++] = hash2(20, coarse, lw);
  into[n++] = hash2(21, pair, lt);
  into[n++] = hash3(22, pair, ft, lt);
  into[n++] = hash2(23, pair, hl);
  into[n++] = hash3(24, coarse, hl, w);
  into[n++] = hash2(25, pair, pl);
  into[n++] = hash3(26, coarse, pl, hl);
  into[n++] = hash3(27, coarse, pl, w);
  into[n++] = hash3(28, coarse, pl, hw);
  into[n++] = hash2(29, pair, tag[previous]!);
  into[n++] = hash2(30, coarse, lower[previous]!);
  into[n++] = hash2(31, pair, tag[following]!);
  into[n++] = hash2(32, coarse, lower[following]!);
  into[n++] = hash3(33, coarse, tag[previous]!, tag[following]!);
  into[n++] = hash2(34, pair, Math.min(leftCount[child]!, 3) * 4 + Math.min(rightCount[child]!, 3));
  into[n++] = hash3(35, coarse, Math.min(leftCount[h]!, 4), Math.min(rightCount[h]!, 4));
  into[n++] = hash2(36, pair, tag[child - 1]!);
  into[n++] = hash2(37, pair, tag[child + 1]!);
  into[n++] = hash2(38, coarse, lower[child + 1]!);
  into[n++] = hash2(39, coarse, lower[child - 1]!);
  into[n++] = hash2(40, pair, tag[grand]!);
  into[n++] = hash2(41, coarse, lower[hfirst]!);
  into[n++] = hash2(42, coarse, tag[hfirst]!);
  into[n++] = hash3(43, coarse, tag[hfirst]!, tag[hlast]!);
  into[n++] = hash2(44, coarse, suffix3[child]!);
  into[n++] = hash2(45, coarse, suffix3[h]!);
  into[n++] = hash3(46, hw, pl, t);
  into[n++] = hash2(47, coarse, lower[hlast]!);
  into[n++] = hash3(48, coarse, s.casing, gap);
  into[n++] = hash3(50, coarse, fw, lower[left2[child]!]!);
  into[n++] = hash2(51, coarse, kinds[child]!);
  into[n++] = hash2(52, coarse, kinds[h]!);
  into[n++] = hash3(53, pair, kinds[h]!, kinds[child]!);
  into[n++] = hash2(54, pair, lower[auxiliary[h]!]!);
  into[n++] = hash3(55, ht, lower[auxiliary[h]!]!, w);
  into[n++] = hash3(56, coarse, hl, kinds[child]!);
  into[n++] = hash3(57, coarse, ft, kinds[child]!);
  into[n++] = hash3(58, coarse, fw, kinds[h]!);
  into[n++] = hash3(59, w, t, hl);
  into[n++] = hash1(60, coarse);
  into[n++] = hash3(61, coarse, pl, kinds[h]!);
  into[n++] = hash3(62, coarse, lower[auxiliary[child]!]!, fw);
  return n;
}
