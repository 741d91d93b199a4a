/** What has been named so far: the mentions by sentence, and how much each stands out. */
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import { hasRelation, headOf, type Reading } from "./reading.ts";

export interface History {
  /** The mentions of a sentence in text order. */
  of(sentence: number): readonly DraftMention[];
  add(mention: DraftMention): void;
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
  return { of: (sentence) => bySentence.get(sentence) ?? [], add };
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

/** The last mention of the chain that ends before the token; -1 when there is none. */
export function lastNamed(chain: DraftChain, token: number): number {
  let last = -1;
  for (const { first, last: end } of chain.mentions) if (end <= token && first > last) last = first;
  return last;
}
