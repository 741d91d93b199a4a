/** Trained weights -> the columns of `data/models/names.bin`: small weights left out, the rest in eight bits. */
import type { Column } from "../../src/analysis/model-file.ts";
import { LABEL_COUNT } from "../../src/analysis/names/labels.ts";
import { FEATURE_BITS, WEIGHT_SCALE } from "../../src/analysis/names/weights.ts";
import type { TrainedModel } from "./average.ts";

export function compact(
  { hashes, emissions, transitions }: TrainedModel,
  prune: number,
): Record<string, Column> {
  const least = Math.max(1, Math.round(prune * WEIGHT_SCALE));
  const used = [...hashes.keys()].filter((feature) => sizeOf(emissions, feature, least) > 0);
  used.sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
  const counts = new Uint8Array(1 << FEATURE_BITS);
  const sizes = new Uint8Array(used.length);
  const labels: number[] = [];
  const weights: number[] = [];
  used.forEach((feature, i) => {
    counts[hashes[feature]! >>> (32 - FEATURE_BITS)]!++;
    for (let b = 0; b < LABEL_COUNT; b++) {
      const weight = quantized(emissions[feature * LABEL_COUNT + b]!);
      if (Math.abs(weight) < least) continue;
      labels.push(b);
      weights.push(weight);
      sizes[i]!++;
    }
  });
  return {
    transitions: Int16Array.from(transitions, (weight) => Math.round(weight * WEIGHT_SCALE)),
    counts,
    marks: Uint8Array.from(used, (feature) => hashes[feature]! & 0xff),
    sizes,
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
  };
}

function sizeOf(emissions: Float32Array, feature: number, least: number): number {
  let size = 0;
  for (let b = 0; b < LABEL_COUNT; b++) {
    if (Math.abs(quantized(emissions[feature * LABEL_COUNT + b]!)) >= least) size++;
  }
  return size;
}

function quantized(weight: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight * WEIGHT_SCALE)));
}
