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
  const built: Node[][] = [];
  for (let round = 0; round < settings.trees; round++) {
    for (const row of rows) {
      const p = 1 / (1 + Math.exp(-scores[row]!));
      gradients[2 * row] = (p - labels[row]!) * weights[row]!;
      gradients[2 * row + 1] = Math.max(1e-6, p * (1 - p)) * weights[row]!;
    }
    const sample = sampleRows(rows, gradients, weights, settings, random);
    const features = sampleFeatures(bins, settings, random);
    const tree = growTree(bins, gradients, sample, features, settings);
    for (const row of rows) scores[row]! += leafValue(tree, bins, row);
    built.push(tree);
  }
  return flatten(built, base, bins);
}

interface Node {
  /** -1 for a leaf. */
  feature: number;
  bin: number;
  left: number;
  value: number;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
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
  rows: Int32Array,
  features: Int32Array,
  options: BoostOptions,
): Node[] {
  const nodes: Node[] = [];
  const leaves: Leaf[] = [];
  const addLeaf = (node: number, leafRows: Int32Array, histogram: Float64Array): void => {
    leaves.push({
      node,
      rows: leafRows,
      histogram,
      split: bestSplit(histogram, features, bins, options),
    });
  };
  nodes.push({ feature: -1, bin: 0, left: 0, value: 0 });
  addLeaf(0, rows, histogramOf(bins, gradients, rows, features));
  while (leaves.length < options.leaves) {
    let best = -1;
    for (let i = 0; i < leaves.length; i++) {
      if (leaves[i]!.split && (best < 0 || leaves[i]!.split!.gain > leaves[best]!.split!.gain))
        best = i;
    }
    if (best < 0) break;
    const [{ node, rows: leafRows, histogram, split }] = leaves.splice(best, 1) as [Leaf];
    const { feature, bin } = split!;
    const isLeft = (row: number): boolean => bins.values[row * bins.featureCount + feature]! <= bin;
    const leftRows = leafRows.filter(isLeft);
    const rightRows = leafRows.filter((row) => !isLeft(row));
    const smaller = leftRows.length <= rightRows.length ? leftRows : rightRows;
    const smallerHistogram = histogramOf(bins, gradients, smaller, features);
    const largerHistogram = histogram;
    for (let i = 0; i < largerHistogram.length; i++) largerHistogram[i]! -= smallerHistogram[i]!;
    const left = nodes.length;
    Object.assign(nodes[node]!, { feature, bin, left });
    nodes.push(
      { feature: -1, bin: 0, left: 0, value: 0 },
      { feature: -1, bin: 0, left: 0, value: 0 },
    );
    addLeaf(left, leftRows, smaller === leftRows ? smallerHistogram : largerHistogram);
    addLeaf(left + 1, rightRows, smaller === rightRows ? smallerHistogram : largerHistogram);
  }
  for (const { node, histogram } of leaves) {
    let [gradient, hessian] = [0, 0];
    for (let i = 0; i < 2 * BIN_COUNT; i += 2) {
      gradient += histogram[i]!;
      hessian += histogram[i + 1]!;
    }
    nodes[node]!.value = (-options.rate * gradient) / (hessian + options.l2);
  }
  return nodes;
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

function leafValue(tree: readonly Node[], bins: Bins, row: number): number {
  let node = tree[0]!;
  while (node.feature >= 0) {
    const bin = bins.values[row * bins.featureCount + node.feature]!;
    node = tree[node.left + (bin <= node.bin ? 0 : 1)]!;
  }
  return node.value;
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

function flatten(built: readonly (readonly Node[])[], base: number, bins: Bins): Trees {
  const nodes = built.flat();
  const starts: number[] = [];
  let at = 0;
  for (const tree of built) {
    starts.push(at);
    at += tree.length;
  }
  return {
    featureCount: bins.featureCount,
    base: Math.fround(base),
    starts: Uint32Array.from(starts),
    features: Int16Array.from(nodes, (node) => node.feature),
    lefts: Uint16Array.from(nodes, (node) => node.left),
    values: Float32Array.from(nodes, (node) =>
      node.feature < 0 ? node.value : bins.edges[node.feature]![node.bin]!,
    ),
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
