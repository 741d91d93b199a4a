/**
 * What lies ahead of each word: the next verb and how far it is, how many verbs are left, and the next comma,
 * conjunction or other mark at which a clause may end. A parser that goes from left to right and sees three words
 * would not know whether a verb is still to come.
 */
import { UPOS_ID } from "../tag-sets.ts";
import { FIRST, type SentenceWords } from "./sentence-words.ts";

const VERB = UPOS_ID.get("VERB")! + 1;
const AUX = UPOS_ID.get("AUX")! + 1;
const CCONJ = UPOS_ID.get("CCONJ")! + 1;
const SCONJ = UPOS_ID.get("SCONJ")! + 1;
const PUNCT = UPOS_ID.get("PUNCT")! + 1;
const MOST_VERBS = 3;

/** Fills `nextVerb` and `nextBreak` of a sentence whose tags are known; 0 where nothing lies ahead. */
export function lookAhead({ count, pos, tag, nextVerb, nextBreak }: SentenceWords): void {
  let [verb, verbAt, verbs, mark, markAt] = [0, 0, 0, 0, 0];
  const end = FIRST + count;
  for (let at = end; at < end + 4; at++) nextVerb[at] = nextBreak[at] = 0;
  for (let at = end - 1; at >= FIRST; at--) {
    const p = pos[at]!;
    if (p === VERB || p === AUX) {
      verb = tag[at]!;
      verbAt = at;
      verbs = Math.min(MOST_VERBS, verbs + 1);
    } else if (p === PUNCT || p === CCONJ || p === SCONJ) {
      mark = tag[at]!;
      markAt = at;
    }
    nextVerb[at] = verb === 0 ? 0 : (verb * 4 + steps(verbAt - at)) * 4 + verbs;
    nextBreak[at] = mark === 0 ? 0 : mark * 4 + steps(markAt - at);
  }
}

function steps(distance: number): number {
  return distance < 2 ? distance : distance < 5 ? 2 : 3;
}
