/** Words of an invented sentence as the name model sees them, with names that a test says it found. */
import { readModelFile } from "../../../src/analysis/model-file.ts";
import { loadEdgeWords } from "../../../src/analysis/names/edge-words.ts";
import { NAME_KINDS } from "../../../src/analysis/names/labels.ts";
import { toNameText } from "../../../src/analysis/names/name-text.ts";
import type { Tagged, TaggedSpan } from "../../../src/analysis/names/tagger.ts";
import { NAMES_VERSION } from "../../../src/analysis/names/weights.ts";
import { toFindLists } from "../../../src/analysis/names/word-lists.ts";
import { createWords } from "../../../src/analysis/names/words.ts";
import { loadClusters } from "../../../src/analysis/word-clusters.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { numberWords } from "../../../train/names/number-words.ts";

const data = nodeData();
const edges = loadEdgeWords(data);
const model = readModelFile(data.bytes("models/names.bin"), "names", NAMES_VERSION);
const words = createWords(loadClusters(data), toFindLists(model.columns));

export function toTagged(forms: readonly string[], spans: readonly TaggedSpan[]): Tagged {
  const text = toNameText(words, numberWords(forms), Int32Array.of(0, forms.length));
  return { forms, edges, words, text, spans };
}

export function kindsOf(spans: readonly TaggedSpan[]): string[] {
  return spans.map(({ kind }) => NAME_KINDS[kind]!);
}
