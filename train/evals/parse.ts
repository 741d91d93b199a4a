/** Sentences, tokens, tags, trees and subject-verb-object triples against UD English EWT dev. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createLanguageEngine } from "../../src/analysis/language/index.ts";
import { createSentenceParser } from "../../src/analysis/language/sentence-parser.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import { RELATIONS, UPOS, XPOS } from "../../src/analysis/tag-sets.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { type GoldSentence, readConllu } from "../conllu.ts";
import { nearestNouns, triplesOf } from "../language/clauses.ts";
import { loadGold } from "../language/load-gold.ts";
import { toRawDocuments } from "../language/raw-text.ts";
import type { Suite } from "./suite.ts";

const FILE = "../corpora/ud/ewt-dev.conllu.gz";

export const suite: Suite = {
  name: "parse",
  about: "UD English EWT dev: raw text, tags, trees, who did what to whom",
  files: [FILE],
  run(dataFolder) {
    const path = join(dataFolder, FILE);
    if (!existsSync(path)) return { figures: {}, details: `${path} is missing: skipped` };
    const gold = readConllu(path);
    const onGold = measureGoldTokens(gold);
    return {
      figures: { ...measureRawText(gold), ...onGold.figures },
      details: onGold.details,
    };
  },
};

interface Counter {
  right: number;
  gold: number;
  found: number;
}

const newCounter = (): Counter => ({ right: 0, gold: 0, found: 0 });
const f1 = ({ right, gold, found }: Counter): number => (2 * right) / Math.max(1, gold + found);

/** Own sentences and tokens; trees scored as the CoNLL 2018 shared task does, over words with equal offsets. */
function measureRawText(gold: readonly GoldSentence[]): Record<string, number> {
  const parse = createLanguageEngine(nodeData());
  const sentences = newCounter();
  const words = newCounter();
  const [tags, unlabeled, labeled] = [newCounter(), newCounter(), newCounter()];
  for (const { article, sentences: raw } of toRawDocuments(gold)) {
    const { sentences: found, tokens } = parse(article);
    const foundSentences = new Set(found.map(({ start, end }) => `${start} ${end}`));
    const tokenAt = new Map<string, number>();
    for (let i = 0; i < tokens.count; i++) tokenAt.set(`${tokens.start[i]} ${tokens.end[i]}`, i);
    sentences.found += found.length;
    for (const counter of [words, tags, unlabeled, labeled]) counter.found += tokens.count;
    for (const { gold: sentence, words: spans } of raw) {
      sentences.gold++;
      if (foundSentences.has(`${spans[0]![0]} ${spans.at(-1)![1]}`)) sentences.right++;
      const match = spans.map(([start, end]) => tokenAt.get(`${start} ${end}`));
      for (const counter of [words, tags, unlabeled, labeled]) counter.gold += spans.length;
      match.forEach((token, i) => {
        if (token === undefined) return;
        words.right++;
        if (UPOS[tokens.upos[token]!] === sentence.upos[i]) tags.right++;
        const goldHead = sentence.heads[i]! < 0 ? -1 : match[sentence.heads[i]!];
        if (goldHead !== tokens.head[token]) return;
        unlabeled.right++;
        if (RELATIONS[tokens.relation[token]!] === sentence.relations[i]) labeled.right++;
      });
    }
  }
  return {
    "raw.sentences.f1": f1(sentences),
    "raw.tokens.f1": f1(words),
    "raw.upos.f1": f1(tags),
    "raw.uas.f1": f1(unlabeled),
    "raw.las.f1": f1(labeled),
  };
}

function measureGoldTokens(gold: readonly GoldSentence[]): {
  figures: Record<string, number>;
  details: string;
} {
  const { words, tagger, parse } = createSentenceParser(nodeData());
  const s = createSentenceWords();
  let [tokens, upos, xpos, uas, las, plain, uasPlain, lasPlain] = [0, 0, 0, 0, 0, 0, 0, 0];
  const [triples, nearest] = [newCounter(), newCounter()];
  const tagErrors = new Map<string, number>();
  const arcErrors = new Map<string, number>();
  const started = process.cpuUsage();
  for (const sentence of gold) {
    loadGold(s, words, sentence);
    const { tree, label } = parse(s);
    const own = {
      upos: sentence.forms.map((_, i) => UPOS[tagger.upos[s.tag[FIRST + i]! - 1]!]!),
      heads: sentence.forms.map((_, i) => {
        const head = tree.head[FIRST + i]!;
        return head === tree.root ? -1 : head - FIRST;
      }),
      relations: sentence.forms.map((_, i) => RELATIONS[label[FIRST + i]! - 1]!),
    };
    sentence.forms.forEach((form, i) => {
      const [tag, relation] = [sentence.upos[i]!, sentence.relations[i]!];
      tokens++;
      if (own.upos[i] === tag) upos++;
      else count(tagErrors, `${tag} as ${own.upos[i]}, ${form}`);
      if (XPOS[tagger.xpos[s.tag[FIRST + i]! - 1]!] === sentence.xpos[i]) xpos++;
      const rightHead = own.heads[i] === sentence.heads[i];
      const rightArc = rightHead && own.relations[i] === relation;
      if (rightHead) uas++;
      if (rightArc) las++;
      else
        count(arcErrors, rightHead ? `${relation} as ${own.relations[i]}` : `${relation} astray`);
      if (tag === "PUNCT") return;
      plain++;
      if (rightHead) uasPlain++;
      if (rightArc) lasPlain++;
    });
    const wanted = triplesOf(sentence);
    compare(triples, wanted, triplesOf(own));
    compare(nearest, wanted, nearestNouns(own.upos));
  }
  const seconds = process.cpuUsage(started).user / 1e6;
  return {
    figures: {
      upos: upos / tokens,
      xpos: xpos / tokens,
      uas: uasPlain / plain,
      las: lasPlain / plain,
      "uas.punctuation": uas / tokens,
      "las.punctuation": las / tokens,
      "triples.f1": f1(triples),
      "triples.nearest.f1": f1(nearest),
      "triples.ratio": f1(triples) / f1(nearest),
      "speed.tokens": Math.round(tokens / seconds),
    },
    details: `tags: ${commonest(tagErrors)}\narcs: ${commonest(arcErrors)}`,
  };
}

function compare(counter: Counter, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  counter.gold += gold.size;
  counter.found += found.size;
  for (const triple of found) if (gold.has(triple)) counter.right++;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([key, n]) => `${key}: ${n}`)
    .join("; ");
}
