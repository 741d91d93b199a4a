/** Names in the words of one article: the sequence model, then what the whole article settles, then the bounds. */
import type { DataSource } from "../../lexicon/data.ts";
import type { NumberedWords } from "../numbered-words.ts";
import { loadClusters } from "../word-clusters.ts";
import { fitBounds } from "./bounds.ts";
import { makeConsistent } from "./consistency.ts";
import { loadEdgeWords } from "./edge-words.ts";
import { createTagger, type TaggedSpan } from "./tagger.ts";

/** `sentenceStart` holds the first word of each sentence and, at its end, the number of words. */
export type FindInWords = (tokens: NumberedWords, sentenceStart: Int32Array) => TaggedSpan[];

export function createNameTagger(data: DataSource): FindInWords {
  const tag = createTagger({
    clusters: loadClusters(data),
    model: data.bytes("models/names.bin"),
    edges: loadEdgeWords(data),
  });
  return (tokens, sentenceStart) => {
    const tagged = tag(tokens, sentenceStart);
    return fitBounds(tagged, makeConsistent(tagged));
  };
}
