/**
 * How alike two tellings of something are by their words alone: the act, the words of the sentence, the words next to it. Participants
 * and days are not looked at here. The weights are those of a logistic regression on pairs inside stories of ECB+, cross-validated by
 * topic, rounded (CoNLL .768; the act alone .766, the lemma alone .727); that of vague acts was set on top (.779), that of two
 * forms in one article on MEANTIME, where *the flight* and *flew* of one article are mostly two, and that of the rarity of an act on
 * both: each third of ECB+ and MEANTIME gain by it.
 */
import type { Analysis } from "../model.ts";
import { forEachWord } from "../text/words.ts";
import type { Acts } from "./acts.ts";

export interface Happening {
  readonly article: number;
  readonly sentence: number;
  readonly story: string;
  readonly lemma: string;
  readonly act: string;
  readonly isVague: boolean;
  /** Weights of the words of its sentence, without its own. */
  readonly context: ReadonlyMap<string, number>;
  /** Length of the context as a vector. */
  readonly norm: number;
  /** The nearest words that say something, three on each side. */
  readonly near: ReadonlySet<string>;
}

export interface Words {
  readonly acts: Acts;
  /** Words that say nothing. */
  readonly common: ReadonlySet<string>;
  /** The rarer among the articles, the heavier. */
  weightOf(word: string): number;
}

const NEAR = 3;

export function toHappening(
  { article: { text }, sentences }: Analysis,
  place: { readonly article: number; readonly sentence: number; readonly story: string },
  trigger: { readonly start: number; readonly end: number; readonly lemma: string },
  { acts, common, weightOf }: Words,
): Happening {
  const { start, end } = sentences[place.sentence]!;
  const before = wordsOf(text.slice(start, trigger.start), common);
  const after = wordsOf(text.slice(trigger.end, end), common);
  const context = new Map<string, number>();
  let squares = 0;
  for (const word of new Set([...before, ...after])) {
    const weight = weightOf(word);
    context.set(word, weight);
    squares += weight * weight;
  }
  const act = actOf(trigger.lemma, text.slice(trigger.start, trigger.end), acts);
  return {
    ...place,
    lemma: trigger.lemma,
    act,
    isVague: acts.isVague(act),
    context,
    norm: Math.sqrt(squares) || 1,
    near: new Set([...before.slice(-NEAR), ...after.slice(0, NEAR)]),
  };
}

/** 0 to 1. `rarity` of an act: 1 for one story only, 0 for one of every story. */
export function likeness(a: Happening, b: Happening, rarity: (act: string) => number): number {
  if (a.act !== b.act) return 0;
  const isSameArticle = a.article === b.article;
  const isSameLemma = a.lemma === b.lemma;
  const points =
    -3.4 +
    2.63 +
    0.41 * Number(isSameLemma) +
    1.66 * contextCosine(a, b) +
    0.3 * Math.min(2, countShared(a.near, b.near)) +
    0.37 * Number(isSameArticle) +
    0.5 * Number(isSameArticle && isSameLemma) -
    2.5 * Number(isSameArticle && a.sentence === b.sentence) +
    1.6 * rarity(a.act) -
    Number(a.isVague) -
    0.4 * Number(isSameArticle && !isSameLemma);
  return 1 / (1 + Math.exp(-points));
}

export function contextCosine(a: Happening, b: Happening): number {
  const [small, large] = a.context.size <= b.context.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small.context) {
    if (large.context.has(word)) sum += weight * weight;
  }
  return sum / (a.norm * b.norm);
}

/** The last word of *hold talks*, *impose sanctions* says what is done; a headline's *dies* may be lemmatized wrongly. */
function actOf(lemma: string, written: string, acts: Acts): string {
  const candidates = [...lemma.split(" ").reverse(), written.toLowerCase()];
  for (const word of candidates) {
    const act = acts.actOf(word);
    if (acts.isKnown(act)) return act;
  }
  return lemma;
}

function wordsOf(text: string, common: ReadonlySet<string>): string[] {
  const words: string[] = [];
  forEachWord(text, (written) => {
    const word = singular(written.toLowerCase());
    if (!common.has(word)) words.push(word);
  });
  return words;
}

/** Only the plural goes: more would make one word of *police* and *policy*. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
