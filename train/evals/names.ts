/**
 * Names by the sequence model, on the tokens of the gold: strict F1 (bounds and kind) on Wikinews articles of GUM and
 * on Wikipedia (WikiGold), none of which trained it; names found whatever the kind; and the same sentences as
 * headlines write them, one by one. GUM's names are cut off at hyphens (*Cheng Chung* of *Cheng Chung-tai*): `mended`
 * is measured with the rest of the name put back.
 */
import { join } from "node:path";
import { createNameTagger, type FindInWords } from "../../src/analysis/names/find-in-words.ts";
import { NAME_KINDS } from "../../src/analysis/names/labels.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { mendHyphens } from "../names/mend.ts";
import { numberWords } from "../names/number-words.ts";
import { readNames, type TaggedDocument } from "../names/read-names.ts";
import { type Casing, recase } from "../names/recase.ts";
import { type Judged, type NameScores, scoreNames } from "../names/score.ts";
import type { Suite } from "./suite.ts";

const GUM_NEWS = "../corpora/ner/dev-gum-news.jsonl.gz";
const WIKIGOLD = "../corpora/ner/dev-wikigold.jsonl.gz";
const SETS = { gum: GUM_NEWS, wikigold: WIKIGOLD };
const HEADLINES: readonly Casing[] = ["title", "capitals"];

export const suite: Suite = {
  name: "names",
  about: "names by the sequence model, GUM news and WikiGold",
  files: [GUM_NEWS, WIKIGOLD],
  run(dataFolder) {
    const find = createNameTagger(nodeData());
    const figures: Record<string, number> = {};
    const details: string[] = [];
    for (const [set, file] of Object.entries(SETS)) {
      const documents = readNames(join(dataFolder, file));
      const judged = documents.flatMap((document) => judge(document, find));
      record(figures, set, scoreNames(judged));
      details.push(`${set}:`, ...errors(judged));
      for (const casing of HEADLINES) {
        const headlines = documents.flatMap(({ sentences, ...document }) =>
          sentences.flatMap((sentence) =>
            judge({ ...document, sentences: [recase(sentence, casing)] }, find),
          ),
        );
        figures[`${set}.${casing}.f1`] = scoreNames(headlines).all.f1;
      }
    }
    const mended = readNames(join(dataFolder, GUM_NEWS)).map((document) => ({
      ...document,
      sentences: document.sentences.map(mendHyphens),
    }));
    figures["gum.mended.f1"] = scoreNames(
      mended.flatMap((document) => judge(document, find)),
    ).all.f1;
    return { figures, details: details.join("\n") };
  },
};

/** Strict F1 by set, of any model. */
export function nameFigures(dataFolder: string, find: FindInWords): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [set, file] of Object.entries(SETS)) {
    const judged = readNames(join(dataFolder, file)).flatMap((document) => judge(document, find));
    record(figures, set, scoreNames(judged));
  }
  return figures;
}

interface JudgedSentence extends Judged {
  readonly tokens: readonly string[];
}

function judge({ sentences }: TaggedDocument, find: FindInWords): JudgedSentence[] {
  const starts = new Int32Array(sentences.length + 1);
  sentences.forEach(({ tokens }, s) => {
    starts[s + 1] = starts[s]! + tokens.length;
  });
  const spans = find(numberWords(sentences.flatMap(({ tokens }) => tokens)), starts);
  return sentences.map(({ tokens, names }, s) => ({
    tokens,
    gold: names,
    system: spans
      .filter(({ first }) => first >= starts[s]! && first < starts[s + 1]!)
      .map(({ kind, first, last }) => ({
        kind: NAME_KINDS[kind]!,
        first: first - starts[s]!,
        last: last - starts[s]!,
      })),
  }));
}

function record(
  figures: Record<string, number>,
  set: string,
  { all, found, byKind }: NameScores,
): void {
  figures[`${set}.precision`] = all.precision;
  figures[`${set}.recall`] = all.recall;
  figures[`${set}.f1`] = all.f1;
  figures[`${set}.found.f1`] = found.f1;
  for (const [kind, { f1 }] of Object.entries(byKind))
    figures[`${set}.${kind.toLowerCase()}.f1`] = f1;
}

function errors(judged: readonly JudgedSentence[]): string[] {
  return judged.flatMap(({ tokens, gold, system }) => {
    const show = ({ kind, first, last }: Judged["gold"][number]) =>
      `${kind} ${tokens.slice(first, last).join(" ")}`;
    const scored = (names: Judged["gold"]) => names.filter(({ kind }) => kind !== "MISC").map(show);
    const missed = scored(gold).filter((name) => !scored(system).includes(name));
    const extra = scored(system).filter((name) => !scored(gold).includes(name));
    if (missed.length + extra.length === 0) return [];
    return [
      `  missed: ${missed.join("; ")} | extra: ${extra.join("; ")} | ${tokens.slice(0, 14).join(" ")}`,
    ];
  });
}
