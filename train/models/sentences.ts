/** `npm run train sentences`: `data/models/sentences.bin` from the treebanks put together as raw text. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SENTENCES_VERSION } from "../../src/analysis/language/sentences.ts";
import { loadSpelling } from "../../src/analysis/language/tokenize.ts";
import { createWords } from "../../src/analysis/language/words.ts";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { readTreebanks } from "../language/corpus.ts";
import { toRawDocuments } from "../language/raw-text.ts";
import { trainSentences } from "../language/train-sentences.ts";
import { TREEBANK_NOTICE } from "./tagger.ts";

const ROUNDS = 4;

export function train(corpora: string, models: string): void {
  const words = createWords(readClusters(readFileSync(join(models, "clusters.bin"))));
  const documents = toRawDocuments(readTreebanks(corpora));
  const weights = trainSentences(documents, words, loadSpelling(nodeData()), ROUNDS);
  const bytes = writeModelFile({
    head: {
      model: "sentences",
      version: SENTENCES_VERSION,
      about: { corpora: TREEBANK_NOTICE, rounds: ROUNDS },
    },
    columns: { ...weights },
  });
  writeFileSync(join(models, "sentences.bin"), bytes);
  console.log(`sentences.bin: ${bytes.length} bytes`);
}
