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

const JACKKNIFE = { folds: 5, rounds: 3 };
/** 4 bytes a slot. */
const SLOTS = 1 << 20;
const TRAINING = { greedyRounds: 5, beamRounds: 0, width: 1 };
const LABELER_ROUNDS = 4;
const SMALLEST_LABEL_WEIGHT = 1;
/** In units of the training scores: found on EWT dev, where a wider margin gained nothing. */
const BEAM = { width: 4, margin: 30 };

export function train(corpora: string, models: string): void {
  const bytesOf = (name: string): Uint8Array => readFileSync(join(models, name));
  const words = createWords(readClusters(bytesOf("clusters.bin")));
  const sentences = withRecasedCopies(readTreebanks(corpora));
  const { labels, upos } = loadTagger(bytesOf("tagger.bin"));
  const tags = jackknifeTags(sentences, words, labels, JACKKNIFE);
  const tagged = sentences.map((gold, i) => ({ gold, tags: tags[i]! }));
  const actions = trainParser(tagged, upos, words, TRAINING).pack(SLOTS);
  const labeler = trainLabeler(tagged, upos, words, LABELER_ROUNDS, SMALLEST_LABEL_WEIGHT);
  const bytes = writeModelFile({
    head: {
      model: "parser",
      version: PARSER_VERSION,
      about: {
        corpora: TREEBANK_NOTICE,
        ...TRAINING,
        beam: { width: BEAM.width, margin: BEAM.margin * actions.scale },
      },
    },
    columns: { actions: actions.weights.slots, slots: labeler.slots, entries: labeler.entries },
  });
  writeFileSync(join(models, "parser.bin"), bytes);
  console.log(`parser.bin: ${bytes.length} bytes`);
}
