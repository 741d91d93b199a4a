/**
 * The projective tree that most parsers agree on: Eisner's algorithm (1996) over the number of votes each arc got, as
 * in Sagae and Lavie (2006). Ties fall to the shorter arc found first, so the result is the same each time.
 */

/** Heads by word (`-1` the root) of one sentence, one array a parser. Returns the heads most voted for together. */
export function voteHeads(ballots: readonly ArrayLike<number>[]): Int32Array {
  const count = ballots[0]!.length;
  const size = count + 1;
  // Word `i` is place `i + 1`; place 0 is the root.
  const votes = new Int32Array(size * size);
  for (const heads of ballots) {
    for (let i = 0; i < count; i++) votes[(heads[i]! + 1) * size + i + 1]!++;
  }
  const chart = createChart(size);
  for (let width = 1; width < size; width++) {
    for (let left = 0; left + width < size; left++) fillSpan(chart, votes, left, left + width);
  }
  const heads = new Int32Array(count).fill(-1);
  follow(chart, heads, 0, size - 1, RIGHT_FULL);
  return heads;
}

/** Kinds of spans: headed at their left or right end, still open (an arc spans it) or full. */
const RIGHT_OPEN = 0;
const LEFT_OPEN = 1;
const RIGHT_FULL = 2;
const LEFT_FULL = 3;

interface Chart {
  readonly size: number;
  /** Best sum of votes by kind and span, and the place where the span falls into two. */
  readonly best: readonly Int32Array[];
  readonly cut: readonly Int32Array[];
}

function createChart(size: number): Chart {
  const tables = (): Int32Array[] => Array.from({ length: 4 }, () => new Int32Array(size * size));
  return { size, best: tables(), cut: tables() };
}

function fillSpan(
  { size, best, cut }: Chart,
  votes: Int32Array,
  left: number,
  right: number,
): void {
  const span = left * size + right;
  let top = -1;
  let place = left;
  for (let k = left; k < right; k++) {
    // Only the last word left of the root's children may end the sentence: one child of the root.
    const value = best[RIGHT_FULL]![left * size + k]! + best[LEFT_FULL]![(k + 1) * size + right]!;
    if (left === 0 && k > 0) continue;
    if (value > top) {
      top = value;
      place = k;
    }
  }
  best[RIGHT_OPEN]![span] = top + votes[left * size + right]!;
  best[LEFT_OPEN]![span] = left === 0 ? -1e6 : top + votes[right * size + left]!;
  cut[RIGHT_OPEN]![span] = place;
  cut[LEFT_OPEN]![span] = place;
  top = -1e9;
  for (let k = left + 1; k <= right; k++) {
    const value = best[RIGHT_OPEN]![left * size + k]! + best[RIGHT_FULL]![k * size + right]!;
    if (value > top) {
      top = value;
      place = k;
    }
  }
  best[RIGHT_FULL]![span] = top;
  cut[RIGHT_FULL]![span] = place;
  top = -1e9;
  for (let k = left; k < right; k++) {
    const value = best[LEFT_FULL]![left * size + k]! + best[LEFT_OPEN]![k * size + right]!;
    if (value > top) {
      top = value;
      place = k;
    }
  }
  best[LEFT_FULL]![span] = top;
  cut[LEFT_FULL]![span] = place;
}

function follow(chart: Chart, heads: Int32Array, left: number, right: number, kind: number): void {
  if (left === right) return;
  const k = chart.cut[kind]![left * chart.size + right]!;
  if (kind === RIGHT_FULL) {
    follow(chart, heads, left, k, RIGHT_OPEN);
    follow(chart, heads, k, right, RIGHT_FULL);
  } else if (kind === LEFT_FULL) {
    follow(chart, heads, left, k, LEFT_FULL);
    follow(chart, heads, k, right, LEFT_OPEN);
  } else {
    if (kind === RIGHT_OPEN) heads[right - 1] = left - 1;
    else heads[left - 1] = right - 1;
    follow(chart, heads, left, k, RIGHT_FULL);
    follow(chart, heads, k + 1, right, LEFT_FULL);
  }
}
