/** The best sequence of labels (Viterbi), and how sure the model is of each (forward-backward). */
import { isOpen, LABEL_COUNT, mayFollow, mayStart, OUTSIDE } from "./labels.ts";
import { FORBIDDEN, WEIGHT_SCALE } from "./weights.ts";

const LABELS = [...Array(LABEL_COUNT).keys()];
/** For each label those that may stand before it: those of label b from `FROM[b]` to `FROM[b + 1]`. */
const BEFORE_EACH = LABELS.map((b) => LABELS.filter((a) => mayFollow(a, b)));
const BEFORE = Uint8Array.from(BEFORE_EACH.flat());
const FROM = beginnings(BEFORE_EACH);
/** For each label those that may come after it, in the same way. */
const AFTER_EACH = LABELS.map((a) => LABELS.filter((b) => mayFollow(a, b)));
const AFTER = Uint8Array.from(AFTER_EACH.flat());
const AFTER_FROM = beginnings(AFTER_EACH);
const STARTS = Uint8Array.from(LABELS.filter(mayStart));
/** Those that only go on with a name. */
const INNER = Uint8Array.from(LABELS.filter((label) => !mayStart(label)));
const ENDS = Uint8Array.from(LABELS.filter((label) => !isOpen(label)));

function beginnings(lists: readonly (readonly number[])[]): Int32Array {
  const from = new Int32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) from[i + 1] = from[i]! + lists[i]!.length;
  return from;
}

export interface Decoder {
  /** Labels of the `length` tokens whose scores are given, written to `labels`. */
  best(scores: Int32Array, length: number, labels: Uint8Array): void;
  /** Probability of each of these labels that is not `OUTSIDE`, written to `out`. */
  sureness(scores: Int32Array, length: number, labels: Uint8Array, out: Float32Array): void;
}

export function createDecoder(transitions: Int32Array): Decoder {
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
  const factorOf = (score: number): number =>
    score === FORBIDDEN ? 0 : Math.exp(score / WEIGHT_SCALE);
  const factors = Float64Array.from(steps, factorOf);
  /** In the order of `AFTER`. */
  const factorsAfter = Float64Array.from(
    AFTER_EACH.flatMap((labels, a) => labels.map((b) => transitions[a * LABEL_COUNT + b]!)),
    factorOf,
  );

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
    forward(potential, factors, last + 1, alpha);
    backward(potential, factorsAfter, length, first, beta);
    for (let i = first; i <= last; i++) {
      if (labels[i] === OUTSIDE) continue;
      let sum = 0;
      const at = i * LABEL_COUNT;
      for (let b = 0; b < LABEL_COUNT; b++) sum += alpha[at + b]! * beta[at + b]!;
      out[i] = sum > 0 ? (alpha[at + labels[i]!]! * beta[at + labels[i]!]!) / sum : 0;
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

/** Of the first `length` tokens. */
function forward(
  potential: Float64Array,
  factors: Float64Array,
  length: number,
  alpha: Float64Array,
): void {
  alpha.fill(0, 0, LABEL_COUNT);
  for (const label of STARTS) alpha[label] = potential[label]!;
  scale(alpha, 0);
  for (let i = 1; i < length; i++) {
    const at = i * LABEL_COUNT;
    for (let b = 0; b < LABEL_COUNT; b++) {
      const end = FROM[b + 1]!;
      let sum = 0;
      for (let step = FROM[b]!; step < end; step++)
        sum += alpha[at - LABEL_COUNT + BEFORE[step]!]! * factors[step]!;
      alpha[at + b] = sum * potential[at + b]!;
    }
    scale(alpha, at);
  }
}

/** Of the labels of the token behind. */
const weights = new Float64Array(LABEL_COUNT);

/** Of the tokens from the last to `first`; `factors` in the order of `AFTER`. */
function backward(
  potential: Float64Array,
  factors: Float64Array,
  length: number,
  first: number,
  beta: Float64Array,
): void {
  const end = (length - 1) * LABEL_COUNT;
  beta.fill(0, end, end + LABEL_COUNT);
  for (const label of ENDS) beta[end + label] = 1;
  for (let i = length - 2; i >= first; i--) {
    const at = i * LABEL_COUNT;
    const next = at + LABEL_COUNT;
    for (let b = 0; b < LABEL_COUNT; b++) weights[b] = potential[next + b]! * beta[next + b]!;
    for (let a = 0; a < LABEL_COUNT; a++) {
      const end = AFTER_FROM[a + 1]!;
      let sum = 0;
      for (let step = AFTER_FROM[a]!; step < end; step++)
        sum += factors[step]! * weights[AFTER[step]!]!;
      beta[at + a] = sum;
    }
    scale(beta, at);
  }
}

/** To a sum of one, so that long sentences neither overflow nor vanish. */
function scale(values: Float64Array, at: number): void {
  let sum = 0;
  for (let b = 0; b < LABEL_COUNT; b++) sum += values[at + b]!;
  if (sum === 0) return;
  for (let b = 0; b < LABEL_COUNT; b++) values[at + b]! /= sum;
}
