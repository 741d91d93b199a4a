/**
 * What the labeler asks about an arc, with the whole tree known: both words, what stands left and right of the
 * dependent among its siblings, its own children, and the relations already given to its head and its siblings.
 */
import type { ParseState } from "./arc-hybrid.ts";
import { hash1, hash2, hash3 } from "./feature-hash.ts";
import type { SentenceWords } from "./sentence-words.ts";

export const LABELER_FEATURES = 80;

/** `label` holds relation + 1 by place, as far as they are known: the head's and those of siblings to the left. */
export function labelerFeatures(
  s: SentenceWords,
  state: ParseState,
  child: number,
  previous: number,
  following: number,
  label: Int32Array,
  into: Int32Array,
): number {
  const { lower, tag, c256, c1024, suffix3 } = s;
  const { head, left, right, leftCount, rightCount, root } = state;
  const h = head[child]!;
  const side = child < h ? 1 : 0;
  const w = lower[child]!;
  const t = tag[child]!;
  const hw = lower[h]!;
  const ht = h === root ? 127 : tag[h]!;
  const pair = (ht * 128 + t) * 2 + side;
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
  let n = 0;
  into[n++] = hash1(1, pair);
  into[n++] = hash2(2, w, side);
  into[n++] = hash2(3, t, side);
  into[n++] = hash2(4, hw, side);
  into[n++] = hash2(5, ht, side);
  into[n++] = hash3(6, w, t, side);
  into[n++] = hash2(7, pair, w);
  into[n++] = hash2(8, pair, hw);
  into[n++] = hash2(9, hw, w);
  into[n++] = hash2(10, pair, c256[child]!);
  into[n++] = hash2(11, pair, c256[h]!);
  into[n++] = hash3(12, pair, c256[h]!, c256[child]!);
  into[n++] = hash2(13, c1024[child]!, side);
  into[n++] = hash2(14, c1024[h]!, side);
  into[n++] = hash2(15, pair, gap);
  into[n++] = hash2(16, pair, fw);
  into[n++] = hash2(17, pair, ft);
  into[n++] = hash3(18, hw, fw, pair);
  into[n++] = hash3(19, w, fw, pair);
  into[n++] = hash2(20, pair, lw);
  into[n++] = hash2(21, pair, lt);
  into[n++] = hash3(22, pair, ft, lt);
  into[n++] = hash2(23, pair, hl);
  into[n++] = hash3(24, pair, hl, w);
  into[n++] = hash2(25, pair, pl);
  into[n++] = hash3(26, pair, pl, hl);
  into[n++] = hash3(27, pair, pl, w);
  into[n++] = hash3(28, pair, pl, hw);
  into[n++] = hash2(29, pair, tag[previous]!);
  into[n++] = hash2(30, pair, lower[previous]!);
  into[n++] = hash2(31, pair, tag[following]!);
  into[n++] = hash2(32, pair, lower[following]!);
  into[n++] = hash3(33, pair, tag[previous]!, tag[following]!);
  into[n++] = hash2(34, pair, Math.min(leftCount[child]!, 3) * 4 + Math.min(rightCount[child]!, 3));
  into[n++] = hash3(35, pair, Math.min(leftCount[h]!, 4), Math.min(rightCount[h]!, 4));
  into[n++] = hash2(36, pair, tag[child - 1]!);
  into[n++] = hash2(37, pair, tag[child + 1]!);
  into[n++] = hash2(38, pair, lower[child + 1]!);
  into[n++] = hash2(39, pair, lower[child - 1]!);
  into[n++] = hash2(40, pair, tag[grand]!);
  into[n++] = hash2(41, pair, lower[left[h]!]!);
  into[n++] = hash2(42, pair, tag[left[h]!]!);
  into[n++] = hash3(43, pair, tag[left[h]!]!, tag[right[h]!]!);
  into[n++] = hash2(44, pair, suffix3[child]!);
  into[n++] = hash2(45, pair, suffix3[h]!);
  into[n++] = hash3(46, hw, pl, t);
  into[n++] = hash3(47, pair, lower[right[h]!]!, 0);
  into[n++] = hash3(48, pair, s.casing, gap);
  into[n++] = hash3(49, hw, w, fw);
  into[n++] = hash3(50, pair, fw, lower[state.left2[child]!]!);
  return n;
}
