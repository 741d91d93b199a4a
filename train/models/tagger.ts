/** `npm run train tagger`: `data/models/tagger.bin` from UD English EWT and the open documents of GUM. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TAGGER_VERSION } from "../../src/analysis/language/tagger.ts";
import { createWords, type Words } from "../../src/analysis/language/words.ts";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import type { GoldSentence } from "../conllu.ts";
import { readTreebanks, withNewsCopies } from "../language/corpus.ts";
import { type TaggerTraining, trainTagger } from "../language/train-tagger.ts";

export const ROUNDS = 5;
/** Orders of the sentences; the mean of what they teach is kept. */
export const TAGGER_SEEDS = [11, 12, 13, 14];
export const TREEBANK_NOTICE = [
  "UD English EWT, CC BY-SA 4.0, Universal Dependencies contributors",
  "UD English GUM, open documents, CC BY 4.0, Amir Zeldes and others",
];

export function train(corpora: string, models: string): void {
  const words = createWords(readClusters(readFileSync(join(models, "clusters.bin"))));
  const sentences = withNewsCopies(readTreebanks(corpora));
  const bytes = makeTagger(sentences, words, { rounds: ROUNDS, seeds: TAGGER_SEEDS });
  writeFileSync(join(models, "tagger.bin"), bytes);
  console.log(`tagger.bin: ${bytes.length} bytes`);
}

/** The bytes of a model file. */
export function makeTagger(
  sentences: readonly GoldSentence[],
  words: Words,
  training: TaggerTraining,
): Uint8Array {
  const { weights, labels } = trainTagger(sentences, words, training);
  return writeModelFile({
    head: {
      model: "tagger",
      version: TAGGER_VERSION,
      about: { labels, corpora: TREEBANK_NOTICE, ...training },
    },
    columns: { ...weights },
  });
}
