/**
 * The mean of two trained models, feature by feature. A linear model's mean scores as the two do together, at the
 * cost of one: it keeps what hand-labeled text says of kinds and what newswire says of headlines.
 */
import { LABEL_COUNT } from "../../src/analysis/names/labels.ts";
import type { CrfWeights } from "./crf.ts";

export interface TrainedModel extends CrfWeights {
  /** Hash of each feature, by its row in `emissions`. */
  readonly hashes: Int32Array;
}

export function averageModels(a: TrainedModel, b: TrainedModel): TrainedModel {
  const rows = new Map<number, number>();
  for (const hashes of [a.hashes, b.hashes]) {
    for (const hash of hashes) if (!rows.has(hash)) rows.set(hash, rows.size);
  }
  const emissions = new Float32Array(rows.size * LABEL_COUNT);
  const transitions = new Float64Array(a.transitions.length);
  for (const model of [a, b]) {
    model.hashes.forEach((hash, feature) => {
      const to = rows.get(hash)! * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        emissions[to + label]! += model.emissions[feature * LABEL_COUNT + label]! / 2;
      }
    });
    model.transitions.forEach((weight, pair) => {
      transitions[pair]! += weight / 2;
    });
  }
  return { hashes: Int32Array.from(rows.keys()), emissions, transitions };
}
