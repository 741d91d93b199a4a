/**
 * Tags the words of a sentence from left to right: averaged perceptron (Collins 2002) over joint labels of UPOS and
 * XPOS. What words, tags and shapes bring to each label by themselves is summed once and kept.
 */
import { readModelFile } from "../model-file.ts";
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { hashWord } from "../word-clusters.ts";
import { createKeptScores } from "./kept-scores.ts";
import { addScores, type LabelWeights, labelWeightsOf } from "./label-weights.ts";
import { FIRST, type SentenceWords } from "./sentence-words.ts";
import {
  afterFeatures,
  beforeFeatures,
  jointFeatures,
  shapeFeatures,
  TAGGER_FEATURES,
  tagPairFeatures,
  wordFeatures,
} from "./tagger-features.ts";

export const TAGGER_VERSION = 2;

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

/** `pastForms`: words in small letters that are no nouns, whatever the weights make of them: *struck*, *sent*. */
export function loadTagger(bytes: Uint8Array, pastForms: readonly string[] = []): Tagger {
  const model = readModelFile(bytes, "tagger", TAGGER_VERSION);
  const labels = model.head.about.labels as readonly string[];
  return createTagger(labelWeightsOf(model), labels, pastForms);
}

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
): Tagger {
  const size = labels.length;
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Int32Array(128);
  const upos = Uint8Array.from(labels, (label) => UPOS_ID.get(label.split("+")[0]!)!);
  const past = labels.indexOf("VERB+VBD");
  const noNouns = new Set(pastForms.map((form) => hashWord(form) | 0));
  const own = createKeptScores(weights, size, wordFeatures);
  const before = createKeptScores(weights, size, beforeFeatures);
  const after = createKeptScores(weights, size, afterFeatures);
  const tagPair = createKeptScores(weights, size, tagPairFeatures);
  const shapes = createKeptScores(weights, size, shapeFeatures);

  return {
    labels,
    upos,
    forget() {
      for (const kept of [own, before, after]) kept.forget();
    },
    xpos: Uint8Array.from(labels, (label) => XPOS_ID.get(label.split("+")[1]!)!),
    tag(sentence) {
      const end = FIRST + sentence.count;
      for (let at = FIRST; at < end; at++) {
        scorePlace(sentence, at, end);
        let best = 0;
        for (let label = 1; label < size; label++) {
          if (scores[label]! > scores[best]!) best = label;
        }
        if (isNoun(best) && noNouns.has(sentence.form[at]!)) best = verbAt(sentence, at);
        sentence.tag[at] = best + 1;
        sentence.pos[at] = upos[best]! + 1;
      }
    },
  };

  function isNoun(label: number): boolean {
    return upos[label] === NOUN || upos[label] === PROPN;
  }

  /** The finite verb that the sentence still lacks; else the likeliest of its verbs. */
  function verbAt({ pos }: SentenceWords, at: number): number {
    let hasVerb = false;
    for (let i = FIRST; i < at; i++) hasVerb ||= pos[i] === VERB + 1 || pos[i] === AUX + 1;
    if (!hasVerb && past >= 0) return past;
    let best = -1;
    for (let label = 0; label < size; label++) {
      if (upos[label] === VERB && (best < 0 || scores[label]! > scores[best]!)) best = label;
    }
    return best;
  }

  function scorePlace(s: SentenceWords, at: number, end: number): void {
    const { word, lower, shape, tag, casing } = s;
    const a = own.rowOf(word[at]! * CASINGS + casing, s, at);
    const b = before.rowOf(at > FIRST ? word[at - 1]! + 1 : 0, s, at);
    const c = after.rowOf(at + 1 < end ? word[at + 1]! + 1 : 0, s, at);
    const d = tagPair.rowOf(tag[at - 1]! * 128 + tag[at - 2]!, s, at);
    const e = shapes.rowOf(
      (((shape[at - 1]! * SHAPES + shape[at]!) * SHAPES + shape[at + 1]!) * CASINGS + casing) * 2 +
        (lower[at - 1] === 0 ? 1 : 0),
      s,
      at,
    );
    for (let label = 0; label < size; label++) {
      scores[label] =
        own.rows[a + label]! +
        before.rows[b + label]! +
        after.rows[c + label]! +
        tagPair.rows[d + label]! +
        shapes.rows[e + label]!;
    }
    const count = jointFeatures(s, at, features, 0);
    addScores(weights, features, 0, count, scores);
  }
}
