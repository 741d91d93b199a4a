/** Tagger, parser and labeler with their models, over one sentence at a time. */
import type { DataSource } from "../../lexicon/data.ts";
import { createKernel, featureSetBytes, type Kernel } from "../kernel/index.ts";
import { readModelFile } from "../model-file.ts";
import { loadPastForms } from "../past-forms.ts";
import { loadClusters } from "../word-clusters.ts";
import { createParseStates, readHeads } from "./arc-hybrid.ts";
import { labelWeightsOf } from "./label-weights.ts";
import { createLabeler } from "./labeler.ts";
import { LABELER_VALUES } from "./labeler-features.ts";
import { createParser, PARSER_VERSION } from "./parser.ts";
import { actionScorerBytes, createActionScorer } from "./parser-scores.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { createTagger, readTagger, type Tagger, taggerBytes } from "./tagger.ts";
import { createTreeColumns, fillTreeColumns, type TreeColumns } from "./tree-columns.ts";
import { createWords, type Words } from "./words.ts";

const MOST_RELATIONS = 128;

export interface SentenceParser {
  readonly words: Words;
  readonly tagger: Tagger;
  /** What has asked for more room may use it. */
  readonly kernel: Kernel;
  /** Fills the tags of the sentence and finds its tree. The result is reused by the next call. */
  parse(sentence: SentenceWords): LabeledTree;
}

export interface LabeledTree {
  readonly tree: TreeColumns;
  /** Relation + 1 by place. */
  readonly label: Int32Array;
}

/** `more`: bytes of its kernel for others. */
export function createSentenceParser(data: DataSource, more = 0): SentenceParser {
  const words = createWords(loadClusters(data));
  const tags = readTagger(data.bytes("models/tagger.bin"));
  const model = readModelFile(data.bytes("models/parser.bin"), "parser", PARSER_VERSION);
  const actions = { slots: model.columns.actions as Uint32Array };
  const labels = labelWeightsOf(model);
  // One memory for all: what is called for each word is then always the same function, which is quicker.
  const kernel = createKernel(
    taggerBytes(tags.weights, tags.labels.length) +
      actionScorerBytes(actions) +
      labels.slots.byteLength +
      labels.entries.byteLength +
      featureSetBytes(LABELER_VALUES) +
      4 * MOST_RELATIONS +
      64 +
      more,
  );
  const tagger = createTagger(tags.weights, tags.labels, loadPastForms(data).sure, kernel);
  const findTree = createParser(createActionScorer(actions, kernel));
  const labelTable = kernel.slotsFrom(labels.slots);
  const labelEntries = kernel.uint16From(labels.entries);
  const labelArcs = createLabeler(
    kernel.int32(MOST_RELATIONS),
    (features, count, scores) =>
      kernel.addRows(features, count, labelTable, labelEntries, scores, 0),
    kernel,
  );
  const states = createParseStates();
  const tree = createTreeColumns();
  return {
    words,
    tagger,
    kernel,
    parse(sentence) {
      tagger.tag(sentence);
      readHeads(states, findTree(sentence, states), tree.head);
      fillTreeColumns(tree, sentence.count);
      return { tree, label: labelArcs(sentence, tree) };
    },
  };
}
