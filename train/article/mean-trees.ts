/**
 * Several fits of the same trees, which differ by what they drew, as one: their mean in log-odds. The trees take turns,
 * so that the first quarter of them, after which `scoreRow` gives hopeless lines up, says what it would of each.
 */
import type { Trees } from "../../src/article/trees.ts";

/** Fits of one form: as many features and trees in each. */
export function meanOfTrees(fits: readonly Trees[]): Trees {
  const [first] = fits;
  if (first === undefined) throw new Error("meanOfTrees: expected one fit or more, got none");
  const starts: number[] = [];
  const features: number[] = [];
  const lefts: number[] = [];
  const values: number[] = [];
  for (let tree = 0; tree < first.starts.length; tree++) {
    for (const fit of fits) {
      const end = fit.starts[tree + 1] ?? fit.features.length;
      starts.push(features.length);
      for (let node = fit.starts[tree]!; node < end; node++) {
        const feature = fit.features[node]!;
        features.push(feature);
        lefts.push(fit.lefts[node]!);
        values.push(feature < 0 ? fit.values[node]! / fits.length : fit.values[node]!);
      }
    }
  }
  return {
    featureCount: first.featureCount,
    base: Math.fround(fits.reduce((sum, { base }) => sum + base, 0) / fits.length),
    starts: Uint32Array.from(starts),
    features: Int16Array.from(features),
    lefts: Uint16Array.from(lefts),
    values: Float32Array.from(values),
  };
}
