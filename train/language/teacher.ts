/**
 * Self-training: newswire that nobody annotated, parsed by several models that vote, teaches the one that
 * ships (as tri-training and the distillation of ensembles do: Weiss and others 2015; Kuncoro and others 2016). Half
 * of the voters read from right to left; what is gained beside the votes is newswire's words and turns of phrase.
 */
import { join } from "node:path";
import { createParseStates, readHeads } from "../../src/analysis/language/arc-hybrid.ts";
import { addScores, type LabelWeights } from "../../src/analysis/language/label-weights.ts";
import { createLabeler } from "../../src/analysis/language/labeler.ts";
import { createParser, type FindTree } from "../../src/analysis/language/parser.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import type { Tagger } from "../../src/analysis/language/tagger.ts";
import { createTreeColumns, fillTreeColumns } from "../../src/analysis/language/tree-columns.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import { RELATIONS } from "../../src/analysis/tag-sets.ts";
import type { GoldSentence } from "../conllu.ts";
import { readNames } from "../names/read-names.ts";
import { loadGold, setTags } from "./load-gold.ts";
import { mirror, mirrorHeads } from "./mirror.ts";
import { scoresOf, type TaggedSentence, trainParser } from "./train-parser.ts";
import { voteHeads } from "./vote.ts";

const PARSER_TRAINING = { rounds: 4 };
/** Of each direction. */
const PARSERS = 2;
/** Lengths of the newswire sentences that are taken: fragments teach little, long ones cost much and hold most errors. */
const SHORTEST = 4;
const LONGEST = 60;

/** The words of the newswire alone; its own tags and names are not read. */
export function readNewswireForms(corpora: string, most: number): string[][] {
  const all = readNames(join(corpora, "ner", "gmb.jsonl.gz"))
    .flatMap(({ sentences }) => sentences.map(({ tokens }) => [...tokens]))
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

/** Label + 1 of each word. */
export function tagForms(tagger: Tagger, words: Words, forms: readonly string[]): Uint8Array {
  loadGold(s, words, { forms });
  tagger.tag(s);
  return Uint8Array.from(forms, (_, i) => s.tag[FIRST + i]!);
}

export interface ParserTeacher {
  parse(forms: readonly string[], tags: Uint8Array): Pick<GoldSentence, "heads" | "relations">;
}

export function trainParserTeacher(
  sentences: readonly TaggedSentence[],
  labelPos: Uint8Array,
  words: Words,
  labeler: LabelWeights,
): ParserTeacher {
  const mirrored = sentences.map(({ gold, tags }) => ({
    gold: mirror(gold),
    tags: tags.toReversed(),
  }));
  const train = (data: readonly TaggedSentence[], seed: number): FindTree => {
    const model = trainParser(data, labelPos, words, { ...PARSER_TRAINING, seed });
    model.startFromAverage();
    return createParser(scoresOf(model));
  };
  const numbers = [...Array(PARSERS).keys()];
  const forth = numbers.map((i) => train(sentences, 100 + i));
  const back = numbers.map((i) => train(mirrored, 200 + i));
  const labelArcs = createLabeler(new Int32Array(128), (features, count, scores) =>
    addScores(labeler, features, count, scores),
  );
  return {
    parse(forms, tags) {
      const backwards = forms.toReversed();
      const tagsBackwards = tags.toReversed();
      const heads = voteHeads([
        ...forth.map((find) => headsOf(find, forms, tags)),
        ...back.map((find) => mirrorHeads(headsOf(find, backwards, tagsBackwards))),
      ]);
      load(forms, tags);
      const root = FIRST + forms.length;
      heads.forEach((head, i) => {
        tree.head[FIRST + i] = head < 0 ? root : FIRST + head;
      });
      fillTreeColumns(tree, forms.length);
      const label = labelArcs(s, tree);
      return {
        heads: [...heads],
        relations: forms.map((_, i) => RELATIONS[label[FIRST + i]! - 1]!),
      };
    },
  };

  function load(forms: readonly string[], tags: Uint8Array): void {
    loadGold(s, words, { forms });
    setTags(s, tags, labelPos);
  }

  function headsOf(find: FindTree, forms: readonly string[], tags: Uint8Array): number[] {
    load(forms, tags);
    readHeads(states, find(s, states), tree.head);
    const root = FIRST + forms.length;
    return forms.map((_, i) => {
      const head = tree.head[FIRST + i]!;
      return head === root ? -1 : head - FIRST;
    });
  }
}

const s = createSentenceWords();
const states = createParseStates();
const tree = createTreeColumns();

/** A sentence of the newswire as if it came from a treebank. */
export function toSentence(
  forms: readonly string[],
  tags: Uint8Array,
  labels: readonly string[],
  tree: Pick<GoldSentence, "heads" | "relations">,
): GoldSentence {
  const own = Array.from(tags, (tag) => labels[tag - 1]!.split("+"));
  return {
    id: "",
    text: "",
    spaceAfter: true,
    startsDocument: false,
    startsParagraph: false,
    forms,
    lemmas: forms,
    upos: own.map(([upos]) => upos!),
    xpos: own.map(([, xpos]) => xpos!),
    ...tree,
  };
}
