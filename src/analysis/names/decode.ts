/** The best sequence of labels (Viterbi), and how sure the model is of each (forward-backward). */
import { createKernel, type Kernel } from "../kernel/index.ts";
import { isOpen, LABEL_COUNT, mayFollow, mayStart, OUTSIDE } from "./labels.ts";
import { FORBIDDEN, WEIGHT_SCALE } from "./weights.ts";

const LABELS = [...Array(LABEL_COUNT).keys()];
/** For each label those that may stand before it: those of label b from `FROM[b]` to `FROM[b + 1]`. */
const BEFORE_EACH = LABELS.map((b) => LABELS.filter((a) => mayFollow(a, b)));
const BEFORE = Uint8Array.from(BEFORE_EACH.flat());
const FROM = new Int32Array(LABEL_COUNT + 1);
for (let b = 0; b < LABEL_COUNT; b++) FROM[b + 1] = FROM[b]! + BEFORE_EACH[b]!.length;
const STARTS = Uint8Array.from(LABELS.filter(mayStart));
/** Those that only go on with a name. */
const INNER = Uint8Array.from(LABELS.filter((label) => !mayStart(label)));
const ENDS = Uint8Array.from(LABELS.filter((label) => !isOpen(label)));

export interface Decoder {
  /** Labels of the `length` tokens whose scores are given, written to `labels`. */
  best(scores: Int32Array, length: number, labels: Uint8Array): void;
  /** Probability of each of these labels that is not `OUTSIDE`, written to `out`. */
  sureness(scores: Int32Array, length: number, labels: Uint8Array, out: Float32Array): void;
}

/** Of a matrix: vectors of two numbers. */
const ROW = LABEL_COUNT + (LABEL_COUNT & 1);

/** Bytes of a kernel that a decoder takes. */
export const DECODER_BYTES = 8 * (2 * LABEL_COUNT * ROW + LABEL_COUNT + ROW) + 64;

export function createDecoder(
  transitions: Int32Array,
  kernel: Kernel = createKernel(DECODER_BYTES),
): Decoder {
  let paths = new Int32Array(0);
  let back = new Uint8Array(0);
  let alpha = new Float64Array(0);
  let beta = new Float64Array(0);
  let potential = new Float64Array(0);
  /** In the order of `BEFORE`: of each label the transitions to it from those that may stand before it. */
  const steps = Int32Array.from(
    BEFORE_EACH.flatMap((labels, b) => labels.map((a) => transitions[a * LABEL_COUNT + b]!)),
  );
  /** What a transition from another label can bring more than that from `OUTSIDE`, the first of those before a start. */
  let lead = 0;
  for (const b of STARTS) {
    for (let step = FROM[b]!; step < FROM[b + 1]!; step++) {
      lead = Math.max(lead, steps[step]! - steps[FROM[b]!]!);
    }
  }
  const factorOf = (before: number, after: number): number => {
    const score = transitions[before * LABEL_COUNT + after]!;
    return score === FORBIDDEN || !mayFollow(before, after) ? 0 : Math.exp(score / WEIGHT_SCALE);
  };
  const onward = toMatrix(kernel, factorOf);
  const backward = toMatrix(kernel, (after, before) => factorOf(before, after));
  const vector = kernel.float64(LABEL_COUNT);
  const product = kernel.float64(ROW);

  function best(scores: Int32Array, length: number, labels: Uint8Array): void {
    if (length === 0) return;
    if (paths.length < length * LABEL_COUNT) {
      paths = new Int32Array(2 * length * LABEL_COUNT);
      back = new Uint8Array(2 * length * LABEL_COUNT);
    }
    paths.fill(FORBIDDEN, 0, LABEL_COUNT);
    for (const label of STARTS) paths[label] = scores[label]!;
    for (let i = 1; i < length; i++) {
      const at = i * LABEL_COUNT;
      if (isOutside(at - LABEL_COUNT)) {
        const outside = paths[at - LABEL_COUNT + OUTSIDE]!;
        for (let k = 0; k < STARTS.length; k++) {
          const b = STARTS[k]!;
          const bestScore = Math.max((outside + steps[FROM[b]!]!) | 0, FORBIDDEN);
          paths[at + b] = bestScore + scores[at + b]!;
          back[at + b] = OUTSIDE;
        }
      } else for (let k = 0; k < STARTS.length; k++) enter(STARTS[k]!, at, scores);
      for (let k = 0; k < INNER.length; k++) enter(INNER[k]!, at, scores);
    }
    const end = (length - 1) * LABEL_COUNT;
    let label = ENDS[0]!;
    for (const b of ENDS) if (paths[end + b]! > paths[end + label]!) label = b;
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = label;
      label = back[i * LABEL_COUNT + label]!;
    }
  }

  /** Whether the way through `OUTSIDE` is so far ahead that every label that may follow it comes from there. */
  function isOutside(at: number): boolean {
    const least = paths[at + OUTSIDE]! - lead;
    for (let k = 0; k < ENDS.length; k++) {
      if (ENDS[k] !== OUTSIDE && paths[at + ENDS[k]!]! > least) return false;
    }
    return true;
  }

  /** The best way to a label. */
  function enter(b: number, at: number, scores: Int32Array): void {
    const end = FROM[b + 1]!;
    let step = FROM[b]!;
    let from = BEFORE[step]!;
    let bestScore = (paths[at - LABEL_COUNT + from]! + steps[step]!) | 0;
    while (++step < end) {
      const a = BEFORE[step]!;
      const way = (paths[at - LABEL_COUNT + a]! + steps[step]!) | 0;
      if (way > bestScore) {
        bestScore = way;
        from = a;
      }
    }
    paths[at + b] = Math.max(bestScore, FORBIDDEN) + scores[at + b]!;
    back[at + b] = from;
  }

  function sureness(
    scores: Int32Array,
    length: number,
    labels: Uint8Array,
    out: Float32Array,
  ): void {
    const size = length * LABEL_COUNT;
    if (alpha.length < size) {
      alpha = new Float64Array(2 * size);
      beta = new Float64Array(2 * size);
      potential = new Float64Array(2 * size);
    }
    let first = 0;
    while (first < length && labels[first] === OUTSIDE) first++;
    let last = length - 1;
    while (last > first && labels[last] === OUTSIDE) last--;
    toPotentials(scores, length, potential);
    goForward(last + 1);
    goBackward(length, first);
    for (let i = first; i <= last; i++) {
      if (labels[i] === OUTSIDE) continue;
      let sum = 0;
      const at = i * LABEL_COUNT;
      for (let b = 0; b < LABEL_COUNT; b++) sum += alpha[at + b]! * beta[at + b]!;
      out[i] = sum > 0 ? (alpha[at + labels[i]!]! * beta[at + labels[i]!]!) / sum : 0;
    }
  }

  /** Fills `alpha` for the first `length` tokens. */
  function goForward(length: number): void {
    vector.fill(0);
    for (let k = 0; k < STARTS.length; k++) vector[STARTS[k]!] = potential[STARTS[k]!]!;
    scale(vector);
    alpha.set(vector);
    for (let i = 1; i < length; i++) {
      const at = i * LABEL_COUNT;
      kernel.timesMatrix(vector, onward, product);
      for (let b = 0; b < LABEL_COUNT; b++) vector[b] = product[b]! * potential[at + b]!;
      scale(vector);
      for (let b = 0; b < LABEL_COUNT; b++) alpha[at + b] = vector[b]!;
    }
  }

  /** Fills `beta` for the tokens from the last to `first`. */
  function goBackward(length: number, first: number): void {
    product.fill(0);
    for (let k = 0; k < ENDS.length; k++) product[ENDS[k]!] = 1;
    for (let i = length - 1; ; i--) {
      const at = i * LABEL_COUNT;
      for (let a = 0; a < LABEL_COUNT; a++) beta[at + a] = product[a]!;
      if (i <= first) break;
      for (let b = 0; b < LABEL_COUNT; b++) vector[b] = potential[at + b]! * product[b]!;
      kernel.timesMatrix(vector, backward, product);
      scale(product);
    }
  }

  return { best, sureness };
}

function toPotentials(scores: Int32Array, length: number, potential: Float64Array): void {
  for (let i = 0; i < length; i++) {
    const at = i * LABEL_COUNT;
    let top = scores[at]!;
    for (let b = 1; b < LABEL_COUNT; b++) top = Math.max(top, scores[at + b]!);
    for (let b = 0; b < LABEL_COUNT; b++) {
      potential[at + b] = shareOf(top - scores[at + b]!);
    }
  }
}

/** What a score this far below the best one stands for. */
function shareOf(below: number): number {
  return below < SHARES.length ? SHARES[below]! : Math.exp(-below / WEIGHT_SCALE);
}

/** Scores are whole numbers, mostly small ones. */
const SHARES = Float64Array.from({ length: 2048 }, (_, below) => Math.exp(-below / WEIGHT_SCALE));

/** Rows by the label that is known, columns by the one that is asked for. */
function toMatrix(kernel: Kernel, factorOf: (row: number, column: number) => number): Float64Array {
  const matrix = kernel.float64(LABEL_COUNT * ROW);
  for (const row of LABELS) {
    for (const column of LABELS) matrix[row * ROW + column] = factorOf(row, column);
  }
  return matrix;
}

/** To a sum of one, so that long sentences neither overflow nor vanish. */
function scale(values: Float64Array): void {
  let sum = 0;
  for (let b = 0; b < LABEL_COUNT; b++) sum += values[b]!;
  if (sum === 0) return;
  for (let b = 0; b < LABEL_COUNT; b++) values[b]! /= sum;
}
