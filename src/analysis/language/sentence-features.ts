/** What the splitter asks about the gap between two tokens: both sides, their shapes, the quotes and words so far. */
import { hash1, hash2, hash3 } from "../kernel/feature-hash.ts";

export const SENTENCE_FEATURES = 40;

/** What a token is to the splitter; columns by token of one block, two empty places before and after. */
export interface GapColumns {
  /** Number of tokens: they stand from place 2. */
  count: number;
  lower: Int32Array;
  shape: Int32Array;
  cluster: Int32Array;
  /** What stood before it: 0 nothing, 1 blanks, 2 a line break, 3 a blank line. */
  gap: Uint8Array;
  /** `MARK`. */
  mark: Uint8Array;
}

export const MARK = {
  word: 0,
  final: 1,
  closing: 2,
  opening: 3,
  bullet: 4,
  abbreviation: 5,
  leading: 6,
  initial: 7,
  pause: 8,
  reporting: 9,
  quote: 10,
} as const;

/** Features of the gap before place `at`; `first` is where the sentence began, `quotes` the straight quotes since. */
export function gapFeatures(
  g: GapColumns,
  at: number,
  first: number,
  quotes: number,
  informal: number,
  into: Int32Array,
): number {
  const { lower, shape, cluster, gap, mark } = g;
  const p = lower[at - 1]!;
  const p2 = lower[at - 2]!;
  const q = lower[at]!;
  const q2 = lower[at + 1]!;
  const pm = mark[at - 1]! * 64 + shape[at - 1]!;
  const p2m = mark[at - 2]! * 64 + shape[at - 2]!;
  const qm = mark[at]! * 64 + shape[at]!;
  const q2m = mark[at + 1]! * 64 + shape[at + 1]!;
  const open = quotes & 1;
  const length = Math.min(at - first, 12);
  const rest = Math.min(g.count + 2 - at, 8);
  const before = gap[at]!;
  const reported =
    mark[at]! === MARK.reporting ||
    mark[at + 1]! === MARK.reporting ||
    (mark[at + 2] ?? 0) === MARK.reporting
      ? 1
      : 0;
  let n = 0;
  into[n++] = hash1(1, before);
  into[n++] = hash2(2, p, before);
  into[n++] = hash2(3, q, before);
  into[n++] = hash2(4, p, q);
  into[n++] = hash3(5, pm, qm, before);
  into[n++] = hash2(6, p2, p);
  into[n++] = hash2(7, q, q2);
  into[n++] = hash3(8, p, qm, before);
  into[n++] = hash3(9, pm, q, before);
  into[n++] = hash3(10, p2m, pm, qm);
  into[n++] = hash3(11, pm, qm, q2m);
  into[n++] = hash3(12, pm, length, qm);
  into[n++] = hash3(13, pm, qm, open);
  into[n++] = hash3(14, pm, qm, informal);
  into[n++] = hash3(15, pm, qm, rest);
  into[n++] = hash3(16, pm, qm, reported);
  into[n++] = hash3(17, p, qm, informal);
  into[n++] = hash2(18, p2, pm);
  into[n++] = hash3(19, cluster[at]!, pm, before);
  into[n++] = hash3(20, cluster[at - 1]!, mark[at - 1]!, qm);
  into[n++] = hash3(21, p2m, pm, q);
  into[n++] = hash3(22, length, rest, pm);
  into[n++] = hash3(23, p2m * 1024 + pm, qm * 1024 + q2m, before);
  into[n++] = hash3(24, lower[first]!, pm, qm);
  into[n++] = hash3(25, cluster[at]!, cluster[at + 1]!, mark[at - 1]!);
  return n;
}
