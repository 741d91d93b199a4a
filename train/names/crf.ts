/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained sentence by sentence with
 * FTRL-Proximal (McMahan and others 2013: per-weight rates as in AdaGrad, and an L1 penalty that leaves most weights
 * at zero, which keeps the model small) and feature dropout. Words have many overlapping features (affixes, four
 * grains of clusters): dropout keeps the model from resting on the word itself, which names seldom repeat.
 */
import { isOpen, LABEL_COUNT, mayFollow, mayStart } from "../../src/analysis/names/labels.ts";
import { seededRandom } from "./seeded-random.ts";

/** Sentences as columns: feature numbers of token t are `features[tokenStart[t] ... tokenStart[t + 1]]`. */
export interface CrfData {
  readonly featureCount: number;
  readonly features: Int32Array;
  readonly tokenStart: Float64Array;
  readonly labels: Uint8Array;
  /** First token of each sentence, and one past the last. */
  readonly sentenceStart: Int32Array;
  readonly sentenceWeight: Float32Array;
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** What a weight's gradients must sum up to before it leaves zero. */
  readonly penalty: number;
  readonly dropout: number;
  readonly seed: number;
}

export interface CrfWeights {
  /** `LABEL_COUNT` a feature. */
  readonly emissions: Float32Array;
  readonly transitions: Float64Array;
}

const PAIRS = LABEL_COUNT * LABEL_COUNT;
const ALLOWED: readonly number[] = [...Array(PAIRS).keys()].filter((pair) =>
  mayFollow(Math.floor(pair / LABEL_COUNT), pair % LABEL_COUNT),
);
const FROM = Uint8Array.from(ALLOWED, (pair) => Math.floor(pair / LABEL_COUNT));
const TO = Uint8Array.from(ALLOWED, (pair) => pair % LABEL_COUNT);
/** Gradients below this are not worth the memory traffic. */
const NEGLIGIBLE = 1e-3;
const FIRST_ROOT = 0.01;

/** The mean of the weights after each epoch of the second half. */
export function trainCrf(data: CrfData, options: CrfOptions): CrfWeights {
  const { epochs, rate, penalty, dropout, seed } = options;
  const emissions = new Float32Array(data.featureCount * LABEL_COUNT);
  const squares = new Float32Array(emissions.length);
  const pulls = new Float32Array(emissions.length);
  const transitions = new Float64Array(PAIRS);
  const transitionSquares = new Float64Array(PAIRS).fill(FIRST_ROOT);
  const mean = {
    emissions: new Float32Array(emissions.length),
    transitions: new Float64Array(PAIRS),
  };
  const lattice = createLattice();
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: data.sentenceStart.length - 1 }, (_, i) => i);
  const kept = new Int32Array(4_000_000);
  const keptStart = new Int32Array(20_001);
  const firstAveraged = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const sentence of order) visit(sentence);
    if (epoch >= firstAveraged) addMean(1 / (epochs - firstAveraged));
  }
  return mean;

  function visit(sentence: number): void {
    const start = data.sentenceStart[sentence]!;
    const length = data.sentenceStart[sentence + 1]! - start;
    dropFeatures(start, length);
    lattice.resize(length);
    lattice.scores.fill(0, 0, length * LABEL_COUNT);
    const scale = 1 / (1 - dropout);
    for (let i = 0; i < length; i++) {
      const at = i * LABEL_COUNT;
      for (let k = keptStart[i]!; k < keptStart[i + 1]!; k++) {
        const row = kept[k]!;
        for (let b = 0; b < LABEL_COUNT; b++)
          lattice.scores[at + b]! += emissions[row + b]! * scale;
      }
    }
    lattice.run(transitions, length);
    const weight = data.sentenceWeight[sentence]!;
    updateTransitions(start, length, weight);
    for (let i = 0; i < length; i++) updateToken(i, data.labels[start + i]!, weight * scale);
  }

  function dropFeatures(start: number, length: number): void {
    let count = 0;
    for (let i = 0; i < length; i++) {
      keptStart[i] = count;
      const stop = data.tokenStart[start + i + 1]!;
      for (let k = data.tokenStart[start + i]!; k < stop; k++) {
        if (random() >= dropout) kept[count++] = data.features[k]! * LABEL_COUNT;
      }
    }
    keptStart[length] = count;
  }

  function updateToken(i: number, gold: number, weight: number): void {
    for (let b = 0; b < LABEL_COUNT; b++) {
      const gradient = weight * (lattice.marginals[i * LABEL_COUNT + b]! - (b === gold ? 1 : 0));
      if (Math.abs(gradient) < NEGLIGIBLE) continue;
      for (let k = keptStart[i]!; k < keptStart[i + 1]!; k++) follow(kept[k]! + b, gradient);
    }
  }

  function follow(at: number, gradient: number): void {
    const square = squares[at]!;
    const root = Math.sqrt(square + gradient * gradient);
    const pull = pulls[at]! + gradient - ((root - Math.sqrt(square)) / rate) * emissions[at]!;
    squares[at] = square + gradient * gradient;
    pulls[at] = pull;
    const excess = Math.abs(pull) - penalty;
    emissions[at] = excess <= 0 ? 0 : (-Math.sign(pull) * excess * rate) / (FIRST_ROOT + root);
  }

  function updateTransitions(start: number, length: number, weight: number): void {
    for (let i = 1; i < length; i++) {
      lattice.expected[data.labels[start + i - 1]! * LABEL_COUNT + data.labels[start + i]!]! -= 1;
    }
    for (const pair of ALLOWED) {
      const gradient = -weight * lattice.expected[pair]!;
      transitionSquares[pair]! += gradient * gradient;
      transitions[pair]! += (rate * gradient) / Math.sqrt(transitionSquares[pair]!);
    }
  }

  function addMean(share: number): void {
    for (let i = 0; i < emissions.length; i++) mean.emissions[i]! += share * emissions[i]!;
    for (let i = 0; i < PAIRS; i++) mean.transitions[i]! += share * transitions[i]!;
  }
}

/** Forward-backward in probabilities, each token scaled to a sum of one. */
function createLattice() {
  const factors = new Float64Array(PAIRS);
  const lattice = {
    scores: new Float64Array(0),
    marginals: new Float64Array(0),
    /** Expected count of each label pair. */
    expected: new Float64Array(PAIRS),
    resize(length: number): void {
      const size = length * LABEL_COUNT;
      if (lattice.scores.length >= size) return;
      lattice.scores = new Float64Array(2 * size);
      lattice.marginals = new Float64Array(2 * size);
      alpha = new Float64Array(2 * size);
      beta = new Float64Array(2 * size);
    },
    run(transitions: Float64Array, length: number): void {
      for (const pair of ALLOWED) factors[pair] = Math.exp(transitions[pair]!);
      const { scores, marginals, expected } = lattice;
      for (let i = 0; i < length; i++) exponentiate(scores, i * LABEL_COUNT);
      for (let b = 0; b < LABEL_COUNT; b++) alpha[b] = mayStart(b) ? scores[b]! : 0;
      toOne(alpha, 0);
      for (let i = 1; i < length; i++) {
        const at = i * LABEL_COUNT;
        const before = at - LABEL_COUNT;
        alpha.fill(0, at, at + LABEL_COUNT);
        for (let p = 0; p < ALLOWED.length; p++) {
          alpha[at + TO[p]!]! += alpha[before + FROM[p]!]! * factors[ALLOWED[p]!]!;
        }
        for (let b = 0; b < LABEL_COUNT; b++) alpha[at + b]! *= scores[at + b]!;
        toOne(alpha, at);
      }
      expected.fill(0);
      const end = (length - 1) * LABEL_COUNT;
      for (let b = 0; b < LABEL_COUNT; b++) beta[end + b] = isOpen(b) ? 0 : 1;
      for (let i = length - 2; i >= 0; i--) {
        const at = i * LABEL_COUNT;
        const next = at + LABEL_COUNT;
        beta.fill(0, at, next);
        for (let b = 0; b < LABEL_COUNT; b++) message[b] = scores[next + b]! * beta[next + b]!;
        let total = 0;
        for (let p = 0; p < ALLOWED.length; p++) {
          const flow = factors[ALLOWED[p]!]! * message[TO[p]!]!;
          beta[at + FROM[p]!]! += flow;
          flows[p] = flow * alpha[at + FROM[p]!]!;
          total += flows[p]!;
        }
        for (let p = 0; p < ALLOWED.length; p++) expected[ALLOWED[p]!]! += flows[p]! / total;
        toOne(beta, at);
      }
      for (let i = 0; i < length; i++) {
        const at = i * LABEL_COUNT;
        for (let b = 0; b < LABEL_COUNT; b++) marginals[at + b] = alpha[at + b]! * beta[at + b]!;
        toOne(marginals, at);
      }
    },
  };
  let alpha = new Float64Array(0);
  let beta = new Float64Array(0);
  const message = new Float64Array(LABEL_COUNT);
  const flows = new Float64Array(ALLOWED.length);
  return lattice;
}

function exponentiate(values: Float64Array, at: number): void {
  let top = values[at]!;
  for (let b = 1; b < LABEL_COUNT; b++) top = Math.max(top, values[at + b]!);
  for (let b = 0; b < LABEL_COUNT; b++) values[at + b] = Math.exp(values[at + b]! - top);
}

function toOne(values: Float64Array, at: number): void {
  let sum = 0;
  for (let b = 0; b < LABEL_COUNT; b++) sum += values[at + b]!;
  const factor = sum > 0 ? 1 / sum : 0;
  for (let b = 0; b < LABEL_COUNT; b++) values[at + b]! *= factor;
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
