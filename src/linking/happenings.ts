/**
 * How alike two tellings of something are by their words alone: the act, the words of the sentence, the words next to it. Participants
 * and days are not looked at here. The weights are those of a logistic regression on pairs inside stories of ECB+, cross-validated by
 * topic, rounded (CoNLL .768; the act alone .766, the lemma alone .727); that of vague acts was set on top (.779), that of two
 * forms in one article on MEANTIME, where *the flight* and *flew* of one article are mostly two, and that of the rarity of an act on
 * both: each third of ECB+ and MEANTIME gain by it.
 */
import type { Acts } from "./acts.ts";
import type { EventFacts, LinkRecord } from "./records.ts";
import type { TownOf } from "./within.ts";

export interface Happening {
  readonly article: number;
  readonly sentence: number;
  readonly story: string;
  readonly lemma: string;
  readonly act: string;
  readonly isVague: boolean;
  /** Of the act: 1 for one story only, 0 for one of every story. Asked for late, as few are. */
  readonly rarity: () => number;
  /** The words of its sentence, without its own; worked out when first asked for, which few are. */
  readonly context: () => Context;
  /** The nearest words that say something, three on each side. */
  readonly near: () => readonly string[];
}

export interface Context {
  readonly weights: ReadonlyMap<string, number>;
  /** Length as a vector. */
  readonly norm: number;
}

/** What the articles around tell of words and acts. */
export interface Weights {
  readonly acts: Acts;
  readonly townOf: TownOf;
  /** The rarer among the articles, the heavier. */
  weightOf(word: string): number;
  /** 1 for an act of one story, 0 for one that all stories tell of. */
  rarityOf(act: string): number;
}

const NEAR = 3;

/** `event`: of the record. */
export function toHappening(
  record: Pick<LinkRecord, "words" | "tokens">,
  { deed, lemma, around }: Pick<EventFacts, "deed" | "lemma" | "around">,
  place: { readonly article: number; readonly sentence: number; readonly story: string },
  { acts, weightOf, rarityOf }: Weights,
): Happening {
  const [from, before, after, to] = around;
  const wordsAt = (start: number, end: number): string[] => {
    const { words, tokens } = record;
    return Array.from(tokens.subarray(start, end), (word) => words[word]!);
  };
  let context: Context | undefined;
  let near: readonly string[] | undefined;
  return {
    article: place.article,
    sentence: place.sentence,
    story: place.story,
    lemma,
    act: deed,
    isVague: acts.isVague(deed),
    rarity: () => rarityOf(deed),
    context() {
      context ??= toContext([...wordsAt(from, before), ...wordsAt(after, to)], weightOf);
      return context;
    },
    near() {
      near ??= [
        ...new Set([
          ...wordsAt(Math.max(from, before - NEAR), before),
          ...wordsAt(after, Math.min(to, after + NEAR)),
        ]),
      ];
      return near;
    },
  };
}

function toContext(words: readonly string[], weightOf: Weights["weightOf"]): Context {
  const weights = new Map<string, number>();
  let squares = 0;
  for (const word of new Set(words)) {
    const weight = weightOf(word);
    weights.set(word, weight);
    squares += weight * weight;
  }
  return { weights, norm: Math.sqrt(squares) || 1 };
}

/** 0 to 1. */
export function likeness(a: Happening, b: Happening): number {
  if (a.act !== b.act) return 0;
  const isSameArticle = a.article === b.article;
  const isSameLemma = a.lemma === b.lemma;
  const points =
    -3.4 +
    2.63 +
    0.41 * Number(isSameLemma) +
    1.66 * contextCosine(a.context(), b.context()) +
    0.3 * Math.min(2, countShared(a.near(), b.near())) +
    0.37 * Number(isSameArticle) +
    0.5 * Number(isSameArticle && isSameLemma) -
    2.5 * Number(isSameArticle && a.sentence === b.sentence) +
    1.6 * Math.min(a.rarity(), b.rarity()) -
    Number(a.isVague) -
    0.4 * Number(isSameArticle && !isSameLemma);
  return 1 / (1 + Math.exp(-points));
}

function contextCosine(a: Context, b: Context): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small.weights) sum += weight * (large.weights.get(word) ?? 0);
  return sum / (a.norm * b.norm);
}

/** The last word of *hold talks*, *impose sanctions* says what is done; a headline's *dies* may be lemmatized wrongly. */
export function actOf(lemma: string, written: string, acts: Acts): string {
  const candidates = [...lemma.split(" ").reverse(), written.toLowerCase()];
  for (const word of candidates) {
    const act = acts.actOf(word);
    if (acts.isKnown(act)) return act;
  }
  return lemma;
}

/** Only the plural goes: more would make one word of *police* and *policy*. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function countShared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (const word of a) if (b.includes(word)) count++;
  return count;
}
