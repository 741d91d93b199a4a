/** `npm run train parser`: `data/models/parser.bin` from UD English EWT and the open documents of GUM, tags by jackknifing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARSER_VERSION } from "../../src/analysis/language/parser.ts";
import { loadTagger } from "../../src/analysis/language/tagger.ts";
import { createWords } from "../../src/analysis/language/words.ts";
import { writeModelFile } from "../../src/analysis/model-file.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import { readTreebanks, withRecasedCopies } from "../language/corpus.ts";
import { trainLabeler } from "../language/train-labeler.ts";
import { trainParser } from "../language/train-parser.ts";
import { jackknifeTags } from "../language/train-tagger.ts";
import { TREEBANK_NOTICE } from "./tagger.ts";

const FOLDS = 4;
const JACKKNIFE_ROUNDS = 3;
const PARSER_ROUNDS = 5;
const LABELER_ROUNDS = 4;
/** 4 bytes each. */
const SLOTS = 1 << 21;

export function train(corpora: string, models: string): void {
  const bytesOf = (name: string): Uint8Array => readFileSync(join(models, name));
  const words = createWords(readClusters(bytesOf("clusters.bin")));
  const sentences = withRecasedCopies(readTreebanks(corpora));
  const { labels } = loadTagger(bytesOf("tagger.bin"));
  const tags = jackknifeTags(sentences, words, JACKKNIFE_ROUNDS, FOLDS, labels);
  const actions = trainParser(sentences, tags, words, PARSER_ROUNDS, SLOTS);
  const labeler = trainLabeler(sentences, tags, words, LABELER_ROUNDS);
  const bytes = writeModelFile({
    head: {
      model: "parser",
      version: PARSER_VERSION,
      about: { corpora: TREEBANK_NOTICE, rounds: PARSER_ROUNDS },
    },
    columns: { actions: actions.slots, ...labeler },
  });
  writeFileSync(join(models, "parser.bin"), bytes);
  console.log(`parser.bin: ${bytes.length} bytes`);
}
