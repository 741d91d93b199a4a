/** The sequence model over the words of one article: sentences in, labeled names out. */
import { createKernel } from "../kernel/index.ts";
import { readModelFile } from "../model-file.ts";
import type { NumberedWords } from "../numbered-words.ts";
import type { WordClusters } from "../word-clusters.ts";
import { findClues } from "./clues.ts";
import { createDecoder, DECODER_BYTES } from "./decode.ts";
import type { EdgeWords } from "./edge-words.ts";
import { isOpen, kindOf, LABEL_COUNT, labelOf, OUTSIDE } from "./labels.ts";
import { type NameText, toNameText } from "./name-text.ts";
import { createScorer, scorerBytes } from "./scorer.ts";
import { NAMES_VERSION, toWeights, WEIGHT_SCALE } from "./weights.ts";
import { toFindLists } from "./word-lists.ts";
import { createWords, type Words } from "./words.ts";

/** A name over tokens `[first, last)`; `kind` is an index into `NAME_KINDS`. */
export interface TaggedSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** What found it, when that is not the sequence model. */
  readonly rule?: string;
}

export interface Tagged {
  readonly forms: readonly string[];
  readonly edges: EdgeWords;
  readonly words: Words;
  readonly text: NameText;
  readonly spans: readonly TaggedSpan[];
}

export type TagNames = (tokens: NumberedWords, sentenceStart: Int32Array) => Tagged;

export interface TaggerResources {
  readonly clusters: WordClusters;
  readonly model: Uint8Array;
  readonly edges: EdgeWords;
}

/** Organizations are missed more than invented: they get this much in their favor (in units of weight). */
const ORGANIZATION_BIAS = 0.25;
const ORGANIZATION = 1;
/** Words kept from article to article; beyond this the store starts anew. */
const MAX_WORDS = 60_000;

export function createTagger({ clusters, model, edges }: TaggerResources): TagNames {
  const { columns } = readModelFile(model, "names", NAMES_VERSION);
  const weights = toWeights(columns);
  const lists = toFindLists(columns);
  const kernel = createKernel(scorerBytes(weights) + DECODER_BYTES);
  const decoder = createDecoder(weights.transitions, kernel);
  let words = createWords(clusters, lists);
  const scorer = createScorer(clusters, weights, kernel);
  let scores = new Int32Array(512 * LABEL_COUNT);
  let labels = new Uint8Array(512);
  let sureness = new Float32Array(512);

  return (tokens, sentenceStart) => {
    if (words.size > MAX_WORDS) {
      words = createWords(clusters, lists);
      scorer.forget();
    }
    const text = toNameText(words, tokens, sentenceStart);
    const clues = findClues(words, text);
    const spans: TaggedSpan[] = [];
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const start = sentenceStart[s]!;
      const length = sentenceStart[s + 1]! - start;
      if (length > labels.length) {
        scores = new Int32Array(2 * length * LABEL_COUNT);
        labels = new Uint8Array(2 * length);
        sureness = new Float32Array(2 * length);
      }
      scorer.score(words, text, clues, s, scores);
      favorOrganizations(scores, length);
      decoder.best(scores, length, labels);
      if (!hasName(labels, length)) continue;
      decoder.sureness(scores, length, labels, sureness);
      collect(labels, sureness, start, length, spans);
    }
    return { forms: tokens.form, edges, words, text, spans };
  };
}

function favorOrganizations(scores: Int32Array, length: number): void {
  const bias = Math.round(ORGANIZATION_BIAS * WEIGHT_SCALE);
  const first = labelOf("B", ORGANIZATION);
  for (let i = 0; i < length; i++) {
    for (let part = 0; part < 4; part++) scores[i * LABEL_COUNT + first + part]! += bias;
  }
}

function hasName(labels: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (labels[i] !== OUTSIDE) return true;
  return false;
}

function collect(
  labels: Uint8Array,
  sureness: Float32Array,
  start: number,
  length: number,
  spans: TaggedSpan[],
): void {
  for (let i = 0; i < length; i++) {
    if (labels[i] === OUTSIDE) continue;
    const first = i;
    let confidence = sureness[i]!;
    while (i + 1 < length && isOpen(labels[i]!)) confidence = Math.min(confidence, sureness[++i]!);
    spans.push({
      first: start + first,
      last: start + i + 1,
      kind: kindOf(labels[first]!),
      confidence,
    });
  }
}
