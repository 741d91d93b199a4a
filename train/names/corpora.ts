/** Which corpora train the name model, and with what weight. */
import { join } from "node:path";
import type { TrainingDocument } from "./dataset.ts";
import type { Mend } from "./mend.ts";
import {
  asSingleSentences,
  readNames,
  type TaggedDocument,
  type TaggedSentence,
} from "./read-names.ts";
import { type Casing, recase } from "./recase.ts";
import { seededRandom } from "./seeded-random.ts";

/** Whole documents first; then collections of sentences that have nothing to do with each other. */
export const DOCUMENT_SETS = ["uner-ewt", "gum", "redocred"] as const;
export const SENTENCE_SETS = ["crossner", "btc", "wnut17"] as const;

/** Written into the head of the model. */
export const SOURCES = [
  "Universal NER, English EWT dev (CC BY-SA 4.0)",
  "GUM, open documents without news (annotation CC BY 4.0, texts CC BY and CC BY-SA by document)",
  "Re-DocRED dev and test (MIT; texts CC BY-SA 3.0)",
  "CrossNER (MIT; texts CC BY-SA 3.0)",
  "Broad Twitter Corpus, WNUT 2017 (CC BY 4.0)",
  "Groningen Meaning Bank, text only (public domain)",
] as const;

/** Other sources count 1. */
const WEIGHTS: Readonly<Record<string, number>> = {
  btc: 0.5,
  wnut17: 0.5,
  "self-training": 0.3,
  "sport reports": 0.3,
};

/** Shares of sentences that are also trained on as headlines write them. */
const COPIES: readonly { readonly casing: Casing; readonly share: number }[] = [
  { casing: "title", share: 0.12 },
  { casing: "capitals", share: 0.12 },
  { casing: "lower", share: 0.03 },
];

export function readTraining(corpora: string, mend: Mend): TaggedDocument[] {
  const path = (name: string) => join(corpora, "ner", `${name}.jsonl.gz`);
  return [
    ...DOCUMENT_SETS.flatMap((name) => readNames(path(name))),
    ...SENTENCE_SETS.flatMap((name) => asSingleSentences(readNames(path(name)))),
  ].map(mend);
}

/** Newswire without labels (its own are not read): single sentences in the order of their articles. */
export function readNewswire(corpora: string): TaggedSentence[] {
  return readNames(join(corpora, "ner", "gmb.jsonl.gz")).flatMap(({ sentences }) => sentences);
}

/** The documents, and copies of them in which some sentences are recased; in a copy only these are trained on. */
export function withCopies(
  documents: readonly TaggedDocument[],
  weightOf: (document: TaggedDocument) => number,
  seed: number,
): TrainingDocument[] {
  const random = seededRandom(seed);
  const all: TrainingDocument[] = documents.map((document) => {
    const weight = weightOf(document);
    return { document, weight: () => weight };
  });
  for (const { casing, share } of COPIES) {
    for (const document of documents) {
      const chosen = document.sentences.map(
        ({ tokens }) => tokens.length > 3 && tokens.length < 40 && random() < share,
      );
      if (!chosen.includes(true)) continue;
      const weight = weightOf(document);
      const sentences = document.sentences.map((sentence, s) =>
        chosen[s] ? recase(sentence, casing) : sentence,
      );
      all.push({
        document: { ...document, sentences },
        weight: (s) => (chosen[s] ? weight : 0),
      });
    }
  }
  return all;
}

/** What a document counts in training. */
export function weightOf({ source }: TaggedDocument): number {
  return WEIGHTS[source] ?? 1;
}
