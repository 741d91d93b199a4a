/**
 * `npm run train curves`: what less of the training data would give. Tagger and parser with one order of the sentences and without the
 * newswire that parsers vote on, names with one model and without self-training, so that a point costs minutes; measured on EWT dev, GUM news
 * and WikiGold, which train nothing. Prints tables and writes no model.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSentenceParser } from "../../src/analysis/language/sentence-parser.ts";
import { loadTagger } from "../../src/analysis/language/tagger.ts";
import { createWords } from "../../src/analysis/language/words.ts";
import { createNameTagger } from "../../src/analysis/names/find-in-words.ts";
import { readClusters } from "../../src/analysis/word-clusters.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { readConllu } from "../conllu.ts";
import { nameFigures } from "../evals/names.ts";
import { readTreebanks, withNewsCopies } from "../language/corpus.ts";
import { measure } from "../language/measure.ts";
import { averageModels } from "../names/average.ts";
import { createNameMaker, PRUNE, readLabeled } from "./names.ts";
import { JACKKNIFE, makeParser } from "./parser.ts";
import { makeTagger, ROUNDS } from "./tagger.ts";

const EIGHTHS = [1, 2, 4, 8];
const SEED = 11;
/** Sentences of a stretch stand and fall together: neighbors are of one document. */
const STRETCH = 100;

export function train(corpora: string, models: string): void {
  const rows = EIGHTHS.map((eighths) => treeRow(corpora, models, eighths));
  const names = EIGHTHS.map((eighths) => nameRow(corpora, models, eighths));
  console.log(
    ["| of the treebanks | sentences | UPOS | UAS | LAS |", "|---|--:|--:|--:|--:|", ...rows].join(
      "\n",
    ),
  );
  console.log(
    [
      "| of the tagged names | documents | GUM news | WikiGold |",
      "|---|--:|--:|--:|",
      ...names,
    ].join("\n"),
  );
}

function treeRow(corpora: string, models: string, eighths: number): string {
  const words = createWords(readClusters(readFileSync(join(models, "clusters.bin"))));
  const own = readTreebanks(corpora).filter((_, i) => Math.floor(i / STRETCH) % 8 < eighths);
  const sentences = withNewsCopies(own);
  const tagger = makeTagger(sentences, words, { rounds: ROUNDS, seeds: [SEED] });
  const parser = makeParser(sentences, loadTagger(tagger), words, {
    jackknife: { ...JACKKNIFE, seeds: [SEED] },
    newswire: [],
    seeds: [SEED],
    labelerSeeds: [SEED],
  });
  const made = withModels(models, { tagger, parser });
  const dev = readConllu(join(corpora, "ud", "ewt-dev.conllu.gz"));
  const { upos, uasWords, lasWords } = measure(dev, createSentenceParser(made));
  const figures = [upos, uasWords, lasWords].map((figure) => figure.toFixed(4));
  return `| ${eighths}/8 | ${own.length} | ${figures.join(" | ")} |`;
}

function nameRow(corpora: string, models: string, eighths: number): string {
  const make = createNameMaker(models);
  const isUsed = (document: number): boolean => document % 8 < eighths;
  const labeled = readLabeled(corpora, make.tables, isUsed);
  const names = make.toFile(averageModels(make.trainModels(labeled, [1])), PRUNE);
  const figures = nameFigures(
    join(corpora, "..", "gold"),
    createNameTagger(withModels(models, { names })),
  );
  const shown = [figures["gum.f1"]!, figures["wikigold.f1"]!].map((figure) => figure.toFixed(4));
  return `| ${eighths}/8 | ${labeled.length} with copies | ${shown.join(" | ")} |`;
}

/** The data of the program with other models. */
function withModels(models: string, made: Readonly<Record<string, Uint8Array>>): DataSource {
  const data = nodeData(join(models, ".."));
  return {
    ...data,
    bytes: (name) => made[/^models\/(\w+)\.bin$/.exec(name)?.[1] ?? ""] ?? data.bytes(name),
  };
}
