/**
 * Tags the words of a sentence from right to left: averaged perceptron (Collins 2002) over joint labels of UPOS and
 * XPOS. What words, tags and shapes bring to each label by themselves is summed once and kept.
 */
import { ANY, createKernel, type Kernel } from "../kernel/index.ts";
import { readModelFile } from "../model-file.ts";
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { hashWord } from "../word-clusters.ts";
import { createKeptScores, type Features, keptRows } from "./kept-scores.ts";
import { type LabelWeights, labelWeightsOf } from "./label-weights.ts";
import { FIRST, type SentenceWords } from "./sentence-words.ts";
import {
  afterFeatures,
  beforeFeatures,
  jointFeatures,
  nearFeatures,
  shapeFeatures,
  TAGGER_FEATURES,
  tagPairFeatures,
  wordFeatures,
} from "./tagger-features.ts";

export const TAGGER_VERSION = 3;

export interface Tagger {
  /** Fills `tag` and `pos` of the sentence. */
  tag(sentence: SentenceWords): void;
  /** To be called when the word numbers begin anew. */
  forget(): void;
  /** `UPOS` id by label. */
  readonly upos: Uint8Array;
  /** `XPOS` id by label. */
  readonly xpos: Uint8Array;
  /** `UPOS+XPOS` by label. */
  readonly labels: readonly string[];
}

/** Of what words, tags and shapes bring by themselves, this many sums are kept. */
const KEPT = 5;
const MOST_LABELS = 128;

/** Bytes of a kernel that a tagger takes. */
export function taggerBytes({ slots, entries }: LabelWeights, labels: number): number {
  const numbers = TAGGER_FEATURES + MOST_LABELS + KEPT * (1 + keptRows(labels));
  return slots.byteLength + entries.byteLength + 4 * numbers + 128;
}

/** `pastForms`: words in small letters that are no nouns, whatever the weights make of them: *struck*, *sent*. */
export function loadTagger(bytes: Uint8Array, pastForms: readonly string[] = []): Tagger {
  const { labels, weights } = readTagger(bytes);
  return createTagger(weights, labels, pastForms);
}

export interface TaggerModel {
  readonly labels: readonly string[];
  readonly weights: LabelWeights;
}

export function readTagger(bytes: Uint8Array): TaggerModel {
  const model = readModelFile(bytes, "tagger", TAGGER_VERSION);
  const labels = model.head.about.labels as readonly string[];
  return { labels, weights: labelWeightsOf(model) };
}

/**
 * A label that leads by so much without the features that must be looked up, or with the first five of them, is taken (after
 * Strubell and others 2015): on news pages half of the words, then 7 in 10. One tag of the 25,147 of
 * EWT dev differs from what all features say; with 13,000 and 9,000 it was 22, and LAS fell by .001.
 */
const CLEAR = 16_500;
const CLEAR_WITH_NEAR = 12_500;
/** *lead*, *put*: these were half of the tags that differed, and trees hang on them. */
const NEVER_CLEAR = new Set(["VBP", "VBD"]);

const NOUN = UPOS_ID.get("NOUN")!;
const PROPN = UPOS_ID.get("PROPN")!;
const VERB = UPOS_ID.get("VERB")!;
const AUX = UPOS_ID.get("AUX")!;
const CASINGS = 3;
/** Places of the shapes in a key: a shape has six bits. */
const SHAPES = 64;

/** Labels are `UPOS+XPOS`. */
export function createTagger(
  weights: LabelWeights,
  labels: readonly string[],
  pastForms: readonly string[] = [],
  kernel: Kernel = createKernel(taggerBytes(weights, labels.length)),
): Tagger {
  const size = labels.length;
  const table = kernel.slotsFrom(weights.slots);
  const entries = kernel.uint16From(weights.entries);
  const features = kernel.int32(TAGGER_FEATURES);
  const scores = kernel.int32(MOST_LABELS);
  /** Where the rows begin that are summed for a word. */
  const rowList = kernel.int32(KEPT);
  const rows = kernel.int32(KEPT * keptRows(size) + 4);
  const upos = Uint8Array.from(labels, (label) => UPOS_ID.get(label.split("+")[0]!)!);
  const isClear = labels.map((label) => !NEVER_CLEAR.has(label.split("+")[1]!));
  const past = labels.indexOf("VERB+VBD");
  const noNouns = new Set(pastForms.map((form) => hashWord(form) | 0));
  const addRows = (list: Int32Array, count: number, into: Int32Array, at: number): void =>
    kernel.addRows(list, count, table, entries, into, at);
  const keep = (number: number, of: Features) =>
    createKeptScores(of, features, rows, number * keptRows(size), size, addRows);
  const own = keep(0, wordFeatures);
  const before = keep(1, beforeFeatures);
  const after = keep(2, afterFeatures);
  const tagPair = keep(3, tagPairFeatures);
  const shapes = keep(4, shapeFeatures);

  return {
    labels,
    upos,
    forget() {
      for (const kept of [own, before, after]) kept.forget();
    },
    xpos: Uint8Array.from(labels, (label) => XPOS_ID.get(label.split("+")[1]!)!),
    tag(sentence) {
      const end = FIRST + sentence.count;
      for (let at = end - 1; at >= FIRST; at--) {
        const best = labelOf(sentence, at, end);
        sentence.tag[at] = best + 1;
        sentence.pos[at] = upos[best]! + 1;
      }
    },
  };

  /** Looks up no more features than it takes. */
  function labelOf(s: SentenceWords, at: number, end: number): number {
    const noNoun = noNouns.has(s.form[at]!);
    sumKept(s, at, end);
    let best = clearLabel(CLEAR);
    if (best >= 0 && !noNoun) return best;
    add(nearFeatures(s, at, features, 0));
    best = clearLabel(CLEAR_WITH_NEAR);
    if (best >= 0 && !noNoun) return best;
    add(jointFeatures(s, at, features, 0));
    best = kernel.leader(scores, size, ANY);
    return noNoun && isNoun(best) ? verbAt(s, at) : best;
  }

  function clearLabel(margin: number): number {
    const best = kernel.leader(scores, size, margin);
    return best >= 0 && isClear[best]! ? best : -1;
  }

  function add(count: number): void {
    kernel.addRows(features, count, table, entries, scores, 0);
  }

  function isNoun(label: number): boolean {
    return upos[label] === NOUN || upos[label] === PROPN;
  }

  /** The finite verb that the rest of the sentence lacks; else the likeliest of its verbs. */
  function verbAt({ pos, count }: SentenceWords, at: number): number {
    let hasVerb = false;
    for (let i = at + 1; i < FIRST + count; i++)
      hasVerb ||= pos[i] === VERB + 1 || pos[i] === AUX + 1;
    if (!hasVerb && past >= 0) return past;
    let best = -1;
    for (let label = 0; label < size; label++) {
      if (upos[label] === VERB && (best < 0 || scores[label]! > scores[best]!)) best = label;
    }
    return best;
  }

  function sumKept(s: SentenceWords, at: number, end: number): void {
    const { word, lower, shape, tag, casing } = s;
    rowList[0] = own.rowOf(word[at]! * CASINGS + casing, s, at);
    rowList[1] = before.rowOf(at > FIRST ? word[at - 1]! + 1 : 0, s, at);
    rowList[2] = after.rowOf(at + 1 < end ? word[at + 1]! + 1 : 0, s, at);
    rowList[3] = tagPair.rowOf(tag[at + 1]! * 128 + tag[at + 2]!, s, at);
    rowList[4] = shapes.rowOf(
      (((shape[at - 1]! * SHAPES + shape[at]!) * SHAPES + shape[at + 1]!) * CASINGS + casing) * 2 +
        (lower[at - 1] === 0 ? 1 : 0),
      s,
      at,
    );
    kernel.sumRows(rows, rowList, KEPT, size, scores, 0);
  }
}
