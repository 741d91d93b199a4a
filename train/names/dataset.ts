/** Tagged documents -> the columns that `trainCrf` reads: features counted, the rare ones left out. */
import { findClues } from "../../src/analysis/names/clues.ts";
import { createFeatureList } from "../../src/analysis/names/feature-list.ts";
import { pushJointFeatures } from "../../src/analysis/names/joint-features.ts";
import { labelOf, NAME_KINDS } from "../../src/analysis/names/labels.ts";
import { toNameText } from "../../src/analysis/names/name-text.ts";
import { OFFSETS, pushWordFeatures } from "../../src/analysis/names/word-features.ts";
import { END_WORD, START_WORD, type Words } from "../../src/analysis/names/words.ts";
import type { WordClusters } from "../../src/analysis/word-clusters.ts";
import type { CrfData } from "./crf.ts";
import { numberWords } from "./number-words.ts";
import type { TaggedDocument, TaggedSentence } from "./read-names.ts";

export interface TrainingDocument {
  readonly document: TaggedDocument;
  /** Weight of each sentence; 0 leaves it out but keeps it as context. */
  readonly weight: (sentence: number) => number;
}

export interface Dataset extends CrfData {
  /** Hash of each feature, by its number. */
  readonly hashes: Int32Array;
}

/** Features seen fewer times than this are left out. */
const LEAST_COUNT = 2;
const CHUNK = 1 << 22;

export function toDataset(
  documents: readonly TrainingDocument[],
  words: Words,
  clusters: WordClusters,
): Dataset {
  const hashes = growing((size) => new Int32Array(size));
  const tokenStart: number[] = [0];
  const labels: number[] = [];
  const sentenceStart: number[] = [0];
  const sentenceWeight: number[] = [];
  const list = createFeatureList();
  for (const { document, weight } of documents) {
    const { sentences } = document;
    const starts = new Int32Array(sentences.length + 1);
    sentences.forEach((sentence, s) => {
      starts[s + 1] = starts[s]! + sentence.tokens.length;
    });
    const text = toNameText(words, numberWords(sentences.flatMap(({ tokens }) => tokens)), starts);
    const clues = findClues(words, text);
    sentences.forEach((sentence, s) => {
      const sentenceWeightHere = weight(s);
      if (sentenceWeightHere === 0 || sentence.tokens.length === 0) return;
      const start = starts[s]!;
      const end = starts[s + 1]!;
      for (let i = start; i < end; i++) {
        list.length = 0;
        for (const offset of OFFSETS) {
          const j = i + offset;
          const id = j < start ? START_WORD : j >= end ? END_WORD : text.word[j]!;
          pushWordFeatures(words, clusters, id, offset, list);
        }
        pushJointFeatures(words, text, clues, i, start, end, text.style[s]!, list);
        for (let k = 0; k < list.length; k++) hashes.push(list.hashes[k]!);
        tokenStart.push(hashes.length());
      }
      labels.push(...toLabels(sentence));
      sentenceStart.push(labels.length);
      sentenceWeight.push(sentenceWeightHere);
    });
  }
  const all = hashes.values();
  const numbered = numberFeatures(all);
  return {
    featureCount: numbered.hashes.length,
    hashes: numbered.hashes,
    ...keepNumbered(all, Float64Array.from(tokenStart), numbered.numbers),
    labels: Uint8Array.from(labels),
    sentenceStart: Int32Array.from(sentenceStart),
    sentenceWeight: Float32Array.from(sentenceWeight),
  };
}

export function toLabels({ tokens, names }: TaggedSentence): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  for (const { kind, first, last } of names) {
    const k = NAME_KINDS.indexOf(kind);
    if (last - first === 1) labels[first] = labelOf("U", k);
    else {
      labels.fill(labelOf("I", k), first, last);
      labels[first] = labelOf("B", k);
      labels[last - 1] = labelOf("L", k);
    }
  }
  return labels;
}

/** Open addressing over the hashes; numbers go by first appearance. */
function numberFeatures(all: Int32Array): { hashes: Int32Array; numbers: Int32Array } {
  const bits = Math.ceil(Math.log2(Math.max(all.length / 2, 1024)));
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(mask + 1);
  const counts = new Uint8Array(mask + 1);
  const slots = new Int32Array(all.length);
  for (let i = 0; i < all.length; i++) {
    const hash = all[i]!;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    if (counts[slot]! < 255) counts[slot]!++;
    slots[i] = slot;
  }
  const numberOf = new Int32Array(mask + 1).fill(-1);
  const hashes: number[] = [];
  const numbers = slots;
  for (let i = 0; i < all.length; i++) {
    const slot = slots[i]!;
    if (counts[slot]! < LEAST_COUNT) {
      numbers[i] = -1;
      continue;
    }
    if (numberOf[slot]! < 0) {
      numberOf[slot] = hashes.length;
      hashes.push(all[i]!);
    }
    numbers[i] = numberOf[slot]!;
  }
  return { hashes: Int32Array.from(hashes), numbers };
}

function keepNumbered(
  all: Int32Array,
  tokenStart: Float64Array,
  numbers: Int32Array,
): { features: Int32Array; tokenStart: Float64Array } {
  let count = 0;
  let token = 0;
  for (let i = 0; i < all.length; i++) {
    while (tokenStart[token] === i) tokenStart[token++] = count;
    if (numbers[i]! >= 0) numbers[count++] = numbers[i]!;
  }
  while (token < tokenStart.length) tokenStart[token++] = count;
  return { features: numbers.subarray(0, count), tokenStart };
}

function growing(make: (size: number) => Int32Array) {
  let array = make(CHUNK);
  let length = 0;
  return {
    push(value: number): void {
      if (length === array.length) {
        const larger = make(array.length * 2);
        larger.set(array);
        array = larger;
      }
      array[length++] = value;
    },
    length: () => length,
    values: () => array.subarray(0, length),
  };
}
