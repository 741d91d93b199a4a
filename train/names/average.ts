/**
 * The mean of trained models, feature by feature. A linear model's mean scores as all do together, at the cost of one: it
 * keeps what hand-labeled text says of kinds and what newswire says of headlines, and loses what only the order of the sentences made.
 */
import { LABEL_COUNT } from "../../src/analysis/names/labels.ts";
import type { CrfWeights } from "./crf.ts";

export interface TrainedModel extends CrfWeights {
  /** Hash of each feature, by its row in `emissions`. */
  readonly hashes: Int32Array;
}

export function averageModels(models: readonly TrainedModel[]): TrainedModel {
  const rows = new Map<number, number>();
  for (const { hashes } of models) {
    for (const hash of hashes) if (!rows.has(hash)) rows.set(hash, rows.size);
  }
  const share = 1 / models.length;
  const emissions = new Float32Array(rows.size * LABEL_COUNT);
  const transitions = new Float64Array(models[0]!.transitions.length);
  for (const model of models) {
    model.hashes.forEach((hash, feature) => {
      const to = rows.get(hash)! * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        emissions[to + label]! += share * model.emissions[feature * LABEL_COUNT + label]!;
      }
    });
    model.transitions.forEach((weight, pair) => {
      transitions[pair]! += share * weight;
    });
  }
  return { hashes: Int32Array.from(rows.keys()), emissions, transitions };
}
