/**
 * Gradient boosting of decision trees for yes or no, on histograms: trees grow at the leaf with the highest gain, the
 * histogram of the larger child is the parent's less that of the smaller (Friedman, "Greedy function approximation",
 * 2001; the histogram tricks are those of LightGBM, Ke and others 2017).
 */
import type { Trees } from "../../src/article/trees.ts";
import { BIN_COUNT, type Bins } from "./bins.ts";

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of rows and of features that a tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  /** Least sum of weights times p(1-p) in a leaf. */
  readonly leastWeight: number;
  readonly l2: number;
  readonly seed: number;
  /** Every so many trees the rows that are safe are thinned out, which halves the time of a fit; 0 for never. */
  readonly siftEvery: number;
}

export const BOOST_DEFAULTS: BoostOptions = {
  trees: 240,
  leaves: 24,
  rate: 0.07,
  rowShare: 0.6,
  featureShare: 0.35,
  leastWeight: 3,
  l2: 2,
  seed: 1,
  siftEvery: 0,
};

/** `labels` are 0 or 1 by row; only `rows` are learned from. Weights should average about 1. */
export function boost(
  bins: Bins,
  labels: Uint8Array,
  weights: Float32Array,
  rows: Int32Array,
  options: Partial<BoostOptions> = {},
): Trees {
  const settings = { ...BOOST_DEFAULTS, ...options };
  const random = seeded(settings.seed);
  const base = logOddsOf(labels, weights, rows);
  const scores = new Float64Array(bins.rowCount).fill(base);
  const gradients = new Float64Array(bins.rowCount * 2);
  const shares = Float32Array.from(weights);
  const built: Tree[] = [];
  let taught = rows;
  for (let round = 0; round < settings.trees; round++) {
    if (round > 0 && round % settings.siftEvery === 0) {
      taught = siftLearned(taught, labels, scores, shares, random);
    }
    for (let i = 0; i < taught.length; i++) {
      const row = taught[i]!;
      const p = 1 / (1 + Math.exp(-scores[row]!));
      gradients[2 * row] = (p - labels[row]!) * shares[row]!;
      gradients[2 * row + 1] = Math.max(1e-6, p * (1 - p)) * shares[row]!;
    }
    const sample = sampleRows(taught, gradients, shares, settings, random);
    const features = sampleFeatures(bins, settings, random);
    const tree = growTree(bins, gradients, sample, features, settings);
    addTree(tree, bins, taught, scores);
    built.push(tree);
  }
  return flatten(built, base, bins);
}

/** A row this near to its label is hardly ever unlearned: nearly all lines of menus, after forty rounds. */
const SAFE = 0.004;
const SAFE_SHARE = 0.25;

/** Of the rows that are safe only a share stays, and speaks for the others. */
function siftLearned(
  rows: Int32Array,
  labels: Uint8Array,
  scores: Float64Array,
  shares: Float32Array,
  random: () => number,
): Int32Array {
  return rows.filter((row) => {
    const p = 1 / (1 + Math.exp(-scores[row]!));
    if (Math.abs(p - labels[row]!) > SAFE) return true;
    if (random() >= SAFE_SHARE) return false;
    shares[row]! /= SAFE_SHARE;
    return true;
  });
}

/** Nodes by number; the right child stands behind the left one. */
interface Tree {
  /** -1 for a leaf. */
  readonly features: Int32Array;
  readonly bins: Int32Array;
  readonly lefts: Int32Array;
  readonly values: Float64Array;
  count: number;
}

interface Leaf {
  readonly node: number;
  /** Its rows are `order[start .. end)`. */
  readonly start: number;
  readonly end: number;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function growTree(
  bins: Bins,
  gradients: Float64Array,
  order: Int32Array,
  features: Int32Array,
  options: BoostOptions,
): Tree {
  const tree = createTree(2 * options.leaves);
  const leaves: Leaf[] = [];
  const spare = new Int32Array(order.length);
  const addLeaf = (start: number, end: number, histogram: Float64Array): void => {
    tree.features[tree.count] = -1;
    const split = bestSplit(histogram, features, bins, options);
    leaves.push({ node: tree.count++, start, end, histogram, split });
  };
  addLeaf(0, order.length, histogramOf(bins, gradients, order, features));
  while (leaves.length < options.leaves) {
    let best = -1;
    for (let i = 0; i < leaves.length; i++) {
      if (leaves[i]!.split && (best < 0 || leaves[i]!.split!.gain > leaves[best]!.split!.gain))
        best = i;
    }
    if (best < 0) break;
    const [{ node, start, end, histogram, split }] = leaves.splice(best, 1) as [Leaf];
    const middle = partition(bins, order, start, end, split!, spare);
    const isLeftSmaller = middle - start <= end - middle;
    const smaller = isLeftSmaller ? order.subarray(start, middle) : order.subarray(middle, end);
    const smallerHistogram = histogramOf(bins, gradients, smaller, features);
    const larger = histogram;
    for (let i = 0; i < larger.length; i++) larger[i]! -= smallerHistogram[i]!;
    tree.features[node] = split!.feature;
    tree.bins[node] = split!.bin;
    tree.lefts[node] = tree.count;
    addLeaf(start, middle, isLeftSmaller ? smallerHistogram : larger);
    addLeaf(middle, end, isLeftSmaller ? larger : smallerHistogram);
  }
  for (const { node, histogram } of leaves) {
    let [gradient, hessian] = [0, 0];
    for (let i = 0; i < 2 * BIN_COUNT; i += 2) {
      gradient += histogram[i]!;
      hessian += histogram[i + 1]!;
    }
    tree.values[node] = (-options.rate * gradient) / (hessian + options.l2);
  }
  return tree;
}

function createTree(nodes: number): Tree {
  return {
    features: new Int32Array(nodes),
    bins: new Int32Array(nodes),
    lefts: new Int32Array(nodes),
    values: new Float64Array(nodes),
    count: 0,
  };
}

/** Moves the rows of the left child to the front, both in their old order; returns where the right ones begin. */
function partition(
  { values, featureCount }: Bins,
  order: Int32Array,
  start: number,
  end: number,
  { feature, bin }: Split,
  spare: Int32Array,
): number {
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = order[i]!;
    if (values[row * featureCount + feature]! <= bin) order[left++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), left);
  return left;
}

function addTree(tree: Tree, bins: Bins, rows: Int32Array, scores: Float64Array): void {
  const { values, featureCount } = bins;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const start = row * featureCount;
    let node = 0;
    for (let feature = tree.features[0]!; feature >= 0; feature = tree.features[node]!) {
      node = tree.lefts[node]! + (values[start + feature]! <= tree.bins[node]! ? 0 : 1);
    }
    scores[row]! += tree.values[node]!;
  }
}

function histogramOf(
  bins: Bins,
  gradients: Float64Array,
  rows: Int32Array,
  features: Int32Array,
): Float64Array {
  const histogram = new Float64Array(features.length * BIN_COUNT * 2);
  const { values, featureCount } = bins;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const gradient = gradients[2 * row]!;
    const hessian = gradients[2 * row + 1]!;
    const start = row * featureCount;
    for (let k = 0; k < features.length; k++) {
      const at = 2 * (k * BIN_COUNT + values[start + features[k]!]!);
      histogram[at]! += gradient;
      histogram[at + 1]! += hessian;
    }
  }
  return histogram;
}

function bestSplit(
  histogram: Float64Array,
  features: Int32Array,
  bins: Bins,
  { l2, leastWeight }: BoostOptions,
): Split | undefined {
  let best: Split | undefined;
  for (let k = 0; k < features.length; k++) {
    const start = 2 * k * BIN_COUNT;
    let [allGradient, allHessian] = [0, 0];
    for (let i = start; i < start + 2 * BIN_COUNT; i += 2) {
      allGradient += histogram[i]!;
      allHessian += histogram[i + 1]!;
    }
    const parent = (allGradient * allGradient) / (allHessian + l2);
    const lastBin = bins.edges[features[k]!]!.length;
    let [gradient, hessian] = [0, 0];
    for (let bin = 0; bin < lastBin; bin++) {
      gradient += histogram[start + 2 * bin]!;
      hessian += histogram[start + 2 * bin + 1]!;
      if (hessian < leastWeight) continue;
      if (allHessian - hessian < leastWeight) break;
      const rest = allGradient - gradient;
      const gain =
        (gradient * gradient) / (hessian + l2) +
        (rest * rest) / (allHessian - hessian + l2) -
        parent;
      if (gain > 1e-4 && (best === undefined || gain > best.gain)) {
        best = { gain, feature: features[k]!, bin };
      }
    }
  }
  return best;
}

/** Below this distance from its label a row is learned: most lines of menus, after a few rounds. */
const LEARNED = 0.03;
const LEARNED_SHARE = 0.15;

/** Learned rows are drawn seldom and weigh the more for it (gradient-based sampling, as in LightGBM). */
function sampleRows(
  rows: Int32Array,
  gradients: Float64Array,
  weights: Float32Array,
  { rowShare }: BoostOptions,
  random: () => number,
): Int32Array {
  return rows.filter((row) => {
    if (Math.abs(gradients[2 * row]!) > LEARNED * weights[row]!) return random() < rowShare;
    if (random() >= LEARNED_SHARE) return false;
    gradients[2 * row]! *= rowShare / LEARNED_SHARE;
    gradients[2 * row + 1]! *= rowShare / LEARNED_SHARE;
    return true;
  });
}

function sampleFeatures(bins: Bins, options: BoostOptions, random: () => number): Int32Array {
  const features: number[] = [];
  for (let feature = 0; feature < bins.featureCount; feature++) {
    if (bins.edges[feature]!.length > 0 && random() < options.featureShare) features.push(feature);
  }
  return Int32Array.from(features);
}

function flatten(built: readonly Tree[], base: number, bins: Bins): Trees {
  const starts: number[] = [];
  const features: number[] = [];
  const lefts: number[] = [];
  const values: number[] = [];
  for (const tree of built) {
    starts.push(features.length);
    for (let node = 0; node < tree.count; node++) {
      const feature = tree.features[node]!;
      features.push(feature);
      lefts.push(tree.lefts[node]!);
      values.push(feature < 0 ? tree.values[node]! : bins.edges[feature]![tree.bins[node]!]!);
    }
  }
  return {
    featureCount: bins.featureCount,
    base: Math.fround(base),
    starts: Uint32Array.from(starts),
    features: Int16Array.from(features),
    lefts: Uint16Array.from(lefts),
    values: Float32Array.from(values),
  };
}

function logOddsOf(labels: Uint8Array, weights: Float32Array, rows: Int32Array): number {
  let [yes, all] = [1, 2];
  for (const row of rows) {
    all += weights[row]!;
    if (labels[row] === 1) yes += weights[row]!;
  }
  return Math.log(yes / (all - yes));
}

/** Park and Miller's generator: plain, seeded, good enough to draw samples. */
export function seeded(seed: number): () => number {
  let state = (seed * 7919) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
