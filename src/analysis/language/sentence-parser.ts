/** Tagger, parser and labeler with their models, over one sentence at a time. */
import type { DataSource } from "../../lexicon/data.ts";
import { readModelFile } from "../model-file.ts";
import { loadPastForms } from "../past-forms.ts";
import { loadClusters } from "../word-clusters.ts";
import { createParseStates, readHeads } from "./arc-hybrid.ts";
import { addScores, labelWeightsOf } from "./label-weights.ts";
import { createLabeler } from "./labeler.ts";
import { type BeamOptions, createParser, PARSER_VERSION } from "./parser.ts";
import { createActionScorer } from "./parser-scores.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { loadTagger, type Tagger } from "./tagger.ts";
import { createTreeColumns, fillTreeColumns, type TreeColumns } from "./tree-columns.ts";
import { createWords, type Words } from "./words.ts";

export interface SentenceParser {
  readonly words: Words;
  readonly tagger: Tagger;
  /** Fills the tags of the sentence and finds its tree. The result is reused by the next call. */
  parse(sentence: SentenceWords): LabeledTree;
}

export interface LabeledTree {
  readonly tree: TreeColumns;
  /** Relation + 1 by place. */
  readonly label: Int32Array;
}

export function createSentenceParser(data: DataSource): SentenceParser {
  const words = createWords(loadClusters(data));
  const tagger = loadTagger(data.bytes("models/tagger.bin"), loadPastForms(data).sure);
  const model = readModelFile(data.bytes("models/parser.bin"), "parser", PARSER_VERSION);
  const actions = { slots: model.columns.actions as Uint32Array };
  const labels = labelWeightsOf(model);
  const findTree = createParser(createActionScorer(actions), model.head.about.beam as BeamOptions);
  const labelArcs = createLabeler(new Int32Array(128), (features, count, scores) =>
    addScores(labels, features, 0, count, scores),
  );
  const states = createParseStates();
  const tree = createTreeColumns();
  return {
    words,
    tagger,
    parse(sentence) {
      tagger.tag(sentence);
      readHeads(states, findTree(sentence, states), tree.head);
      fillTreeColumns(tree, sentence.count);
      return { tree, label: labelArcs(sentence, tree) };
    },
  };
}
