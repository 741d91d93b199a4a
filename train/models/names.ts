/**
 * `npm run train names`: the model of `data/models/names.bin`. Two models from the openly licensed corpora of
 * tagged names together label public-domain newswire; a third is trained on both; what ships is the mean of the third and
 * of the mean of the two. About ten minutes on one core.
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

const SETTINGS = { epochs: 8, rate: 0.1, penalty: 1, dropout: 0.3 };
/** Of the models from labeled text, and of that from newswire too. */
const FIRST_SEEDS = [1, 2];
const SECOND_SEEDS = [1];
/**
 * Weights below are left out. A mean of several models has many that only one of them wanted: with .05 instead of .03 the file is a
 * third smaller, and the figures stay.
 */
const PRUNE = 0.05;
const TEACHER_PRUNE = 0.03;
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

  const first = trainModels(labeled, FIRST_SEEDS);
  const teacher = toFile(averageModels(first), TEACHER_PRUNE);
  const tag = createTagger({ clusters, model: teacher, edges: loadEdgeWords(tables) });
  const newswire = withCopies(labelArticles(readNewswire(corpora), tag), weightOf, SELF_COPY_SEED);
  const second = trainModels([...labeled, ...newswire], SECOND_SEEDS);
  writeFileSync(
    join(models, "names.bin"),
    toFile(averageModels([averageModels(first), averageModels(second)]), PRUNE),
  );

  function trainModels(
    documents: readonly TrainingDocument[],
    seeds: readonly number[],
  ): TrainedModel[] {
    const data = toDataset(documents, createWords(clusters, toFindLists(lists)), clusters);
    console.log(`${data.labels.length} tokens, ${data.featureCount} features`);
    return seeds.map((seed) => ({ hashes: data.hashes, ...trainCrf(data, { ...SETTINGS, seed }) }));
  }

  function toFile(model: TrainedModel, prune: number): Uint8Array {
    const columns: Record<string, Column> = compact(model, prune);
    console.log(`${columns.weights!.length} weights`);
    const about = {
      corpora: SOURCES,
      settings: { ...SETTINGS, seeds: [FIRST_SEEDS, SECOND_SEEDS] },
      prune,
    };
    const head = { model: "names", version: NAMES_VERSION, about };
    return writeModelFile({ head, columns: { ...columns, ...lists } });
  }
}
