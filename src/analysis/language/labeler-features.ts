/**
 * What the labeler asks about an arc, with the whole tree known: both words, what stands left and right of the
 * dependent among its siblings, its own children, and the relations already given to its head and its siblings.
 */
import type { Template } from "../kernel/templates.ts";
import type { SentenceWords } from "./sentence-words.ts";
import type { TreeColumns } from "./tree-columns.ts";

// Places of the values: of the dependent, of its head, of both; of its first two children and the last one; of the
// siblings before and after it; of its neighbors in the sentence; of the head of its head; of the head's outermost children.
const WORD = 1;
const WORD_TAG = 2;
const CLUSTER256 = 3;
const CLUSTER1024 = 4;
const ENDING = 5;
const KINDS = 6;
const AUXILIARY = 7;
const COUNTS = 8;
const HEAD = 9;
const HEAD_TAG = 10;
const HEAD256 = 11;
const HEAD1024 = 12;
const HEAD_ENDING = 13;
const HEAD_KINDS = 14;
const HEAD_AUXILIARY = 15;
const HEAD_LEFTS = 16;
const HEAD_RIGHTS = 17;
const HEAD_LABEL = 18;
const SIDE = 19;
const GAP = 20;
const PAIR = 21;
const COARSE = 22;
const FIRST = 23;
const FIRST_TAG = 24;
const SECOND = 25;
const LAST = 26;
const LAST_TAG = 27;
const PREVIOUS_WORD = 28;
const PREVIOUS_TAG = 29;
const PREVIOUS_LABEL = 30;
const FOLLOWING_WORD = 31;
const FOLLOWING_TAG = 32;
const BEFORE = 33;
const BEFORE_TAG = 34;
const AFTER = 35;
const AFTER_TAG = 36;
const GRAND_TAG = 37;
const HEAD_FIRST = 38;
const HEAD_FIRST_TAG = 39;
const HEAD_LAST = 40;
const HEAD_LAST_TAG = 41;
const CASING = 42;

export const LABELER_VALUES = 43;

/** Those that tell most together, chosen one after another on news pages. */
const CORE_TEMPLATES: readonly Template[] = [
  [6, WORD, WORD_TAG, SIDE],
  [57, COARSE, FIRST_TAG, KINDS],
  [20, COARSE, LAST],
  [37, PAIR, AFTER_TAG],
  [32, COARSE, FOLLOWING_WORD],
  [23, PAIR, HEAD_LABEL],
  [21, PAIR, LAST_TAG],
  [46, HEAD, PREVIOUS_LABEL, WORD_TAG],
  [10, PAIR, CLUSTER256],
  [42, COARSE, HEAD_FIRST_TAG],
  [16, COARSE, FIRST],
  [61, COARSE, PREVIOUS_LABEL, HEAD_KINDS],
  [59, WORD, WORD_TAG, HEAD_LABEL],
  [51, COARSE, KINDS],
];

export const LABELER_TEMPLATES: readonly Template[] = [
  ...CORE_TEMPLATES,
  [1, PAIR],
  [2, WORD, SIDE],
  [3, WORD_TAG, SIDE],
  [4, HEAD, SIDE],
  [5, HEAD_TAG, SIDE],
  [7, COARSE, WORD],
  [8, COARSE, HEAD],
  [9, HEAD, WORD],
  [11, PAIR, HEAD256],
  [12, COARSE, HEAD256, CLUSTER256],
  [13, CLUSTER1024, COARSE],
  [14, HEAD1024, COARSE],
  [15, PAIR, GAP],
  [17, COARSE, FIRST_TAG],
  [18, HEAD, FIRST, COARSE],
  [19, WORD, FIRST, COARSE],
  [22, PAIR, FIRST_TAG, LAST_TAG],
  [24, COARSE, HEAD_LABEL, WORD],
  [25, PAIR, PREVIOUS_LABEL],
  [26, COARSE, PREVIOUS_LABEL, HEAD_LABEL],
  [27, COARSE, PREVIOUS_LABEL, WORD],
  [28, COARSE, PREVIOUS_LABEL, HEAD],
  [29, PAIR, PREVIOUS_TAG],
  [30, COARSE, PREVIOUS_WORD],
  [31, PAIR, FOLLOWING_TAG],
  [33, COARSE, PREVIOUS_TAG, FOLLOWING_TAG],
  [34, PAIR, COUNTS],
  [35, COARSE, HEAD_LEFTS, HEAD_RIGHTS],
  [36, PAIR, BEFORE_TAG],
  [38, COARSE, AFTER],
  [39, COARSE, BEFORE],
  [40, PAIR, GRAND_TAG],
  [41, COARSE, HEAD_FIRST],
  [43, COARSE, HEAD_FIRST_TAG, HEAD_LAST_TAG],
  [44, COARSE, ENDING],
  [45, COARSE, HEAD_ENDING],
  [47, COARSE, HEAD_LAST],
  [48, COARSE, CASING, GAP],
  [50, COARSE, FIRST, SECOND],
  [52, COARSE, HEAD_KINDS],
  [53, PAIR, HEAD_KINDS, KINDS],
  [54, PAIR, HEAD_AUXILIARY],
  [55, HEAD_TAG, HEAD_AUXILIARY, WORD],
  [56, COARSE, HEAD_LABEL, KINDS],
  [58, COARSE, FIRST, HEAD_KINDS],
  [60, COARSE],
  [62, COARSE, AUXILIARY, FIRST],
];

export const LABELER_CORE = CORE_TEMPLATES.length;
export const LABELER_FEATURES = LABELER_TEMPLATES.length;

/** The columns that the labeler fills as it goes. */
export interface LabelColumns {
  /** Relation + 1 by place, as far as they are known: the head's and those of siblings to the left. */
  readonly label: Int32Array;
  /** What kinds of children a place has: `childKinds`. */
  readonly kinds: Int32Array;
  /** The nearest auxiliary among the children of a place, 0 for none. */
  readonly auxiliary: Int32Array;
}

/** Writes the values of an arc; the first stays 0. `previous` and `following` are its siblings, 0 for none. */
export function writeLabelerValues(
  s: SentenceWords,
  tree: TreeColumns,
  columns: LabelColumns,
  child: number,
  previous: number,
  following: number,
  v: Int32Array,
): void {
  const { lower, tag, pos, c256, c1024, suffix3 } = s;
  const { head, left, right, leftCount, rightCount, root } = tree;
  const { label, kinds, auxiliary } = columns;
  const h = head[child]!;
  const side = child < h ? 1 : 0;
  const t = tag[child]!;
  const ht = h === root ? 127 : tag[h]!;
  const first = left[child]!;
  const last = right[child]!;
  const headFirst = left[h]!;
  const headLast = right[h]!;
  v[WORD] = lower[child]!;
  v[WORD_TAG] = t;
  v[CLUSTER256] = c256[child]!;
  v[CLUSTER1024] = c1024[child]!;
  v[ENDING] = suffix3[child]!;
  v[KINDS] = kinds[child]!;
  v[AUXILIARY] = lower[auxiliary[child]!]!;
  v[COUNTS] = Math.min(leftCount[child]!, 3) * 4 + Math.min(rightCount[child]!, 3);
  v[HEAD] = lower[h]!;
  v[HEAD_TAG] = ht;
  v[HEAD256] = c256[h]!;
  v[HEAD1024] = c1024[h]!;
  v[HEAD_ENDING] = suffix3[h]!;
  v[HEAD_KINDS] = kinds[h]!;
  v[HEAD_AUXILIARY] = lower[auxiliary[h]!]!;
  v[HEAD_LEFTS] = Math.min(leftCount[h]!, 4);
  v[HEAD_RIGHTS] = Math.min(rightCount[h]!, 4);
  v[HEAD_LABEL] = label[h]!;
  v[SIDE] = side;
  v[GAP] = Math.min(Math.abs(h - child), 6);
  v[PAIR] = (ht * 128 + t) * 2 + side;
  v[COARSE] = (pos[h]! * 32 + pos[child]!) * 2 + side;
  v[FIRST] = lower[first]!;
  v[FIRST_TAG] = tag[first]!;
  v[SECOND] = lower[tree.left2[child]!]!;
  v[LAST] = lower[last]!;
  v[LAST_TAG] = tag[last]!;
  v[PREVIOUS_WORD] = lower[previous]!;
  v[PREVIOUS_TAG] = tag[previous]!;
  v[PREVIOUS_LABEL] = label[previous]!;
  v[FOLLOWING_WORD] = lower[following]!;
  v[FOLLOWING_TAG] = tag[following]!;
  v[BEFORE] = lower[child - 1]!;
  v[BEFORE_TAG] = tag[child - 1]!;
  v[AFTER] = lower[child + 1]!;
  v[AFTER_TAG] = tag[child + 1]!;
  v[GRAND_TAG] = tag[head[h]!]!;
  v[HEAD_FIRST] = lower[headFirst]!;
  v[HEAD_FIRST_TAG] = tag[headFirst]!;
  v[HEAD_LAST] = lower[headLast]!;
  v[HEAD_LAST_TAG] = tag[headLast]!;
  v[CASING] = s.casing;
}
