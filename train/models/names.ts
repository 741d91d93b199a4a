/**
 * `npm run train names`: the model of `data/models/names.bin`. Two models from the openly licensed corpora of
 * tagged names together label public-domain newswire; a third is trained on both; what ships is the mean of the third and
 * of the mean of the two. About ten minutes on one core.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Column, writeModelFile } from "../../src/analysis/model-file.ts";
import { loadEdgeWords } from "../../src/analysis/names/edge-words.ts";
import { createTagger, type TagNames } from "../../src/analysis/names/tagger.ts";
import { NAMES_VERSION } from "../../src/analysis/names/weights.ts";
import { toFindLists, toListColumns } from "../../src/analysis/names/word-lists.ts";
import { createWords } from "../../src/analysis/names/words.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
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
export const PRUNE = 0.05;
const TEACHER_PRUNE = 0.03;
const COPY_SEED = 7;
const SELF_COPY_SEED = 11;

export function train(corpora: string, models: string): void {
  const make = createNameMaker(models);
  const labeled = readLabeled(corpora, make.tables);
  const first = make.trainModels(labeled, FIRST_SEEDS);
  const teacher = make.toFile(averageModels(first), TEACHER_PRUNE);
  const newswire = withCopies(
    labelArticles(readNewswire(corpora), make.tagger(teacher)),
    weightOf,
    SELF_COPY_SEED,
  );
  const second = make.trainModels([...labeled, ...newswire], SECOND_SEEDS);
  writeFileSync(
    join(models, "names.bin"),
    make.toFile(averageModels([averageModels(first), averageModels(second)]), PRUNE),
  );
}

/** The corpora of tagged names, with copies as headlines write them. `isUsed` takes the number of a document. */
export function readLabeled(
  corpora: string,
  tables: DataSource,
  isUsed: (document: number) => boolean = () => true,
): TrainingDocument[] {
  const documents = readTraining(corpora, createMend(tables)).filter((_, i) => isUsed(i));
  return [
    ...withCopies(documents, weightOf, COPY_SEED),
    ...withCopies(makeSportReports(tables), weightOf, COPY_SEED),
  ];
}

export interface NameMaker {
  readonly tables: DataSource;
  tagger(model: Uint8Array): TagNames;
  trainModels(documents: readonly TrainingDocument[], seeds: readonly number[]): TrainedModel[];
  /** The bytes of a model file. */
  toFile(model: TrainedModel, prune: number): Uint8Array;
}

export function createNameMaker(models: string): NameMaker {
  const clusters = readClusters(readFileSync(join(models, "clusters.bin")));
  const tables = nodeData(join(models, ".."));
  const lists = toListColumns(readWordLists(tables));
  return {
    tables,
    tagger: (model) => createTagger({ clusters, model, edges: loadEdgeWords(tables) }),
    trainModels(documents, seeds) {
      const data = toDataset(documents, createWords(clusters, toFindLists(lists)), clusters);
      console.log(`${data.labels.length} tokens, ${data.featureCount} features`);
      return seeds.map((seed) => ({
        hashes: data.hashes,
        ...trainCrf(data, { ...SETTINGS, seed }),
      }));
    },
    toFile(model, prune) {
      const columns: Record<string, Column> = compact(model, prune);
      console.log(`${columns.weights!.length} weights`);
      const about = {
        corpora: SOURCES,
        settings: { ...SETTINGS, seeds: [FIRST_SEEDS, SECOND_SEEDS] },
        prune,
      };
      const head = { model: "names", version: NAMES_VERSION, about };
      return writeModelFile({ head, columns: { ...columns, ...lists } });
    },
  };
}
