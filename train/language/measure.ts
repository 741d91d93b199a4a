/** Figures of tagger and parser on gold tokens. */
import type { SentenceParser } from "../../src/analysis/language/sentence-parser.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import { RELATIONS, UPOS, XPOS } from "../../src/analysis/tag-sets.ts";
import type { GoldSentence } from "../conllu.ts";
import { loadGold } from "./load-gold.ts";

export interface ParseFigures {
  readonly upos: number;
  readonly xpos: number;
  /** With punctuation. */
  readonly uas: number;
  readonly las: number;
  /** Without arcs of punctuation. */
  readonly uasWords: number;
  readonly lasWords: number;
  readonly tokensASecond: number;
}

export function measure(
  sentences: readonly GoldSentence[],
  { words, tagger, parse }: SentenceParser,
): ParseFigures {
  const s = createSentenceWords();
  let [tokens, plain, upos, xpos, uas, las, uasWords, lasWords] = [0, 0, 0, 0, 0, 0, 0, 0];
  const started = process.cpuUsage();
  for (const gold of sentences) {
    loadGold(s, words, gold);
    const { tree, label } = parse(s);
    for (let i = 0; i < gold.forms.length; i++) {
      const at = FIRST + i;
      const tag = s.tag[at]! - 1;
      tokens++;
      if (UPOS[tagger.upos[tag]!] === gold.upos[i]) upos++;
      if (XPOS[tagger.xpos[tag]!] === gold.xpos[i]) xpos++;
      const head = tree.head[at] === tree.root ? -1 : tree.head[at]! - FIRST;
      const rightHead = head === gold.heads[i];
      const rightArc = rightHead && RELATIONS[label[at]! - 1] === gold.relations[i];
      if (rightHead) uas++;
      if (rightArc) las++;
      if (gold.upos[i] === "PUNCT") continue;
      plain++;
      if (rightHead) uasWords++;
      if (rightArc) lasWords++;
    }
  }
  const seconds = process.cpuUsage(started).user / 1e6;
  return {
    upos: upos / tokens,
    xpos: xpos / tokens,
    uas: uas / tokens,
    las: las / tokens,
    uasWords: uasWords / plain,
    lasWords: lasWords / plain,
    tokensASecond: Math.round(tokens / seconds),
  };
}
