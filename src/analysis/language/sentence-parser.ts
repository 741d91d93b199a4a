/** Tagger, parser and labeler with their models, over one sentence at a time. */
import type { DataSource } from "../../lexicon/data.ts";
import { readModelFile } from "../model-file.ts";
import { loadClusters } from "../word-clusters.ts";
import type { ParseState } from "./arc-hybrid.ts";
import { labelWeightsOf } from "./label-weights.ts";
import { createLabeler } from "./labeler.ts";
import { createParser, PARSER_VERSION } from "./parser.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { loadTagger, type Tagger } from "./tagger.ts";
import { createWords, type Words } from "./words.ts";

export interface SentenceParser {
  readonly words: Words;
  readonly tagger: Tagger;
  /** Fills the tags of the sentence and finds its tree. The result is reused by the next call. */
  parse(sentence: SentenceWords): LabeledTree;
}

export interface LabeledTree {
  readonly state: ParseState;
  /** Relation + 1 by place. */
  readonly label: Int32Array;
}

export function createSentenceParser(data: DataSource): SentenceParser {
  const words = createWords(loadClusters(data));
  const tagger = loadTagger(data.bytes("models/tagger.bin"));
  const model = readModelFile(data.bytes("models/parser.bin"), "parser", PARSER_VERSION);
  const findHeads = createParser({ slots: model.columns.actions as Uint32Array });
  const labelArcs = createLabeler(labelWeightsOf(model));
  return {
    words,
    tagger,
    parse(sentence) {
      tagger.tag(sentence);
      const state = findHeads(sentence);
      return { state, label: labelArcs(sentence, state) };
    },
  };
}
