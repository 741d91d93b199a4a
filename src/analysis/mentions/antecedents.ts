/** What has been named so far: the mentions by sentence, and how much each stands out. */
import { lowerBound } from "../../text/lower-bound.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import { hasRelation, headOf, type Reading } from "./reading.ts";

export interface History {
  /** The mentions of a sentence in text order. */
  of(sentence: number): readonly DraftMention[];
  add(mention: DraftMention): void;
  /** How many of the chain's mentions are names: the first ones. */
  namesOf(chain: DraftChain): number;
}

export function newHistory(reading: Reading, draft: Draft): History {
  const bySentence = new Map<number, DraftMention[]>();
  const add = (mention: DraftMention): void => {
    const sentence = reading.tokens.sentence[mention.first]!;
    const list = bySentence.get(sentence);
    if (!list) {
      bySentence.set(sentence, [mention]);
      return;
    }
    let at = list.length;
    while (at > 0 && list[at - 1]!.first > mention.first) at -= 1;
    list.splice(at, 0, mention);
  };
  for (const mention of draft.mentions) add(mention);
  const names = new Map<DraftChain, number>();
  for (const chain of draft.chains) names.set(chain, chain.mentions.length);
  return {
    of: (sentence) => bySentence.get(sentence) ?? [],
    add,
    namesOf: (chain) => names.get(chain) ?? 0,
  };
}

/** Mentions that end before this token, the nearest sentence first, and inside a sentence from left to right. */
export function* mentionsBefore(
  reading: Reading,
  history: History,
  token: number,
  sentencesBack: number,
): Generator<{ readonly mention: DraftMention; readonly distance: number }> {
  const sentence = reading.tokens.sentence[token]!;
  for (let distance = 0; distance <= sentencesBack && sentence - distance >= 0; distance++) {
    for (const mention of history.of(sentence - distance)) {
      if (mention.last <= token) yield { mention, distance };
    }
  }
}

export type Standing = "subject" | "passive" | "object" | "owner" | "other";

/** The part that a mention plays in its clause; the second of a coordination plays that of the first. */
export function standing(reading: Reading, mention: DraftMention): Standing {
  let head = headOf(reading, mention.first, mention.last);
  for (let steps = 0; steps < 3 && hasRelation(reading, head, "conj", "appos", "flat"); steps++) {
    head = reading.tokens.head[head]!;
  }
  if (hasRelation(reading, head, "nsubj", "nsubj:outer")) return "subject";
  if (hasRelation(reading, head, "nsubj:pass")) return "passive";
  if (hasRelation(reading, head, "obj", "iobj")) return "object";
  if (hasRelation(reading, head, "nmod:poss")) return "owner";
  return "other";
}

/**
 * The last mention of the chain that ends before the token; -1 when there is none. Names were added in text order, and
 * after them references in text order: two searches by halves.
 */
export function lastNamed(history: History, chain: DraftChain, token: number): number {
  const { mentions } = chain;
  const names = history.namesOf(chain);
  return Math.max(
    lastBefore(mentions, 0, names, token),
    lastBefore(mentions, names, mentions.length, token),
  );
}

function lastBefore(
  mentions: readonly DraftMention[],
  from: number,
  to: number,
  token: number,
): number {
  const behind = lowerBound(from, to, (at) => mentions[at]!.first < token);
  return behind === from ? -1 : mentions[behind - 1]!.first;
}
