/** `npm run train tagger`: `data/models/tagger.bin` from UD English EWT and the open documents of GUM. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TAGGER_VERSION } from "../../src/analysis/language/tagger.ts";
import { createWords } from "../../src/analysis/language/words.ts";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import { readTreebanks, withNewsCopies } from "../language/corpus.ts";
import { trainTagger } from "../language/train-tagger.ts";

export const TAGGER_ROUNDS = 5;
export const TREEBANK_NOTICE = [
  "UD English EWT, CC BY-SA 4.0, Universal Dependencies contributors",
  "UD English GUM, open documents, CC BY 4.0, Amir Zeldes and others",
];

export function train(corpora: string, models: string): void {
  const words = createWords(readClusters(readFileSync(join(models, "clusters.bin"))));
  const sentences = withNewsCopies(readTreebanks(corpora));
  const { weights, labels } = trainTagger(sentences, words, TAGGER_ROUNDS);
  const bytes = writeModelFile({
    head: {
      model: "tagger",
      version: TAGGER_VERSION,
      about: { labels, corpora: TREEBANK_NOTICE, rounds: TAGGER_ROUNDS },
    },
    columns: { ...weights },
  });
  writeFileSync(join(models, "tagger.bin"), bytes);
  console.log(`tagger.bin: ${bytes.length} bytes`);
}
