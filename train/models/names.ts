/**
 * `npm run train names`: the model of `data/models/names.bin`. A first model, from the openly licensed corpora of
 * tagged names, labels public-domain newswire; a second is trained on both; what ships is their mean. About eight minutes on one
 * core.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Column, writeModelFile } from "../../src/analysis/model-file.ts";
import { loadEdgeWords } from "../../src/analysis/names/edge-words.ts";
import { createTagger } from "../../src/analysis/names/tagger.ts";
import { NAMES_VERSION } from "../../src/analysis/names/weights.ts";
import { toFindLists, toListColumns } from "../../src/analysis/names/word-lists.ts";
import { createWords } from "../../src/analysis/names/words.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { averageModels, type TrainedModel } from "../names/average.ts";
import { compact } from "../names/compact.ts";
import { readNewswire, readTraining, SOURCES, weightOf, withCopies } from "../names/corpora.ts";
import { trainCrf } from "../names/crf.ts";
import { type TrainingDocument, toDataset } from "../names/dataset.ts";
import { createMend } from "../names/mend.ts";
import { labelArticles } from "../names/self-training.ts";
import { makeSportReports } from "../names/sport-reports.ts";
import { readWordLists } from "../names/word-lists.ts";

const SETTINGS = { epochs: 8, rate: 0.1, penalty: 1, dropout: 0.3, seed: 1 };
const PRUNE = 0.03;
const COPY_SEED = 7;
const SELF_COPY_SEED = 11;

export function train(corpora: string, models: string): void {
  const clusters = readClusters(readFileSync(join(models, "clusters.bin")));
  const tables = nodeData(join(models, ".."));
  const lists = toListColumns(readWordLists(tables));
  const labeled = [
    ...withCopies(readTraining(corpora, createMend(tables)), weightOf, COPY_SEED),
    ...withCopies(makeSportReports(tables), weightOf, COPY_SEED),
  ];

  const first = trainModel(labeled);
  const tag = createTagger({ clusters, model: toFile(first), edges: loadEdgeWords(tables) });
  const newswire = labelArticles(readNewswire(corpora), tag);
  const second = trainModel([...labeled, ...withCopies(newswire, weightOf, SELF_COPY_SEED)]);
  writeFileSync(join(models, "names.bin"), toFile(averageModels(first, second)));

  function trainModel(documents: readonly TrainingDocument[]): TrainedModel {
    const data = toDataset(documents, createWords(clusters, toFindLists(lists)), clusters);
    console.log(`${data.labels.length} tokens, ${data.featureCount} features`);
    return { hashes: data.hashes, ...trainCrf(data, SETTINGS) };
  }

  function toFile(model: TrainedModel): Uint8Array {
    const columns: Record<string, Column> = compact(model, PRUNE);
    console.log(`${columns.weights!.length} weights`);
    const about = { corpora: SOURCES, settings: SETTINGS, prune: PRUNE };
    const head = { model: "names", version: NAMES_VERSION, about };
    return writeModelFile({ head, columns: { ...columns, ...lists } });
  }
}
