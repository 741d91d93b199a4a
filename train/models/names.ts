/** `npm run train names`: the model of `data/models/names.bin`, from the openly licensed corpora of tagged names. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { NAMES_VERSION } from "../../src/analysis/names/weights.ts";
import { toFindLists, toListColumns } from "../../src/analysis/names/word-lists.ts";
import { createWords } from "../../src/analysis/names/words.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { compact } from "../names/compact.ts";
import { readTraining, withCopies } from "../names/corpora.ts";
import { trainCrf } from "../names/crf.ts";
import { toDataset } from "../names/dataset.ts";
import { createMend } from "../names/mend.ts";
import { readWordLists } from "../names/word-lists.ts";

const SETTINGS = { epochs: 8, rate: 0.05, dropout: 0.3, penalty: 0.3, seed: 1 };
const PRUNE = 0.07;

export function train(corpora: string, models: string): void {
  const clusters = readClusters(readFileSync(join(models, "clusters.bin")));
  const tables = nodeData(join(models, ".."));
  const lists = toListColumns(readWordLists(tables));
  const words = createWords(clusters, toFindLists(lists));
  const documents = withCopies(readTraining(corpora, createMend(tables)), 1, 7);
  const data = toDataset(documents, words, clusters);
  console.log(`${data.labels.length} tokens, ${data.featureCount} features`);
  const columns = compact(data.hashes, trainCrf(data, SETTINGS), PRUNE);
  const bytes = writeModelFile({
    head: {
      model: "names",
      version: NAMES_VERSION,
      about: { settings: SETTINGS, prune: PRUNE, tokens: data.labels.length },
    },
    columns: { ...columns, ...lists },
  });
  writeFileSync(join(models, "names.bin"), bytes);
  console.log(`${columns.marks!.length} features, ${columns.weights!.length} weights kept`);
}
