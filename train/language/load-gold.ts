/** Puts a gold sentence into the columns that the models read. */

import {
  FIRST,
  LONGEST_SENTENCE,
  loadSentence,
  type SentenceWords,
} from "../../src/analysis/language/sentence-words.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import type { GoldSentence } from "../conllu.ts";
import type { GoldTree } from "./oracle.ts";

const ids = new Int32Array(LONGEST_SENTENCE);

export function loadGold(
  into: SentenceWords,
  words: Words,
  gold: Pick<GoldSentence, "forms">,
): void {
  const count = gold.forms.length;
  for (let i = 0; i < count; i++) ids[i] = words.intern(gold.forms[i]!, 0, gold.forms[i]!.length);
  loadSentence(into, words, ids, 0, count);
}

/** Tags given beforehand: label + 1 of each word; `labelPos` is the `UPOS` id of each label. */
export function setTags(into: SentenceWords, tags: Uint8Array, labelPos: Uint8Array): void {
  for (let i = 0; i < tags.length; i++) {
    into.tag[FIRST + i] = tags[i]!;
    into.pos[FIRST + i] = labelPos[tags[i]! - 1]! + 1;
  }
}

export function goldTree(gold: GoldSentence): GoldTree {
  const count = gold.heads.length;
  const head = new Int32Array(FIRST + count + 1);
  const children: number[][] = Array.from({ length: FIRST + count + 1 }, () => []);
  for (let i = 0; i < count; i++) {
    const place = gold.heads[i]! < 0 ? FIRST + count : FIRST + gold.heads[i]!;
    head[FIRST + i] = place;
    children[place]!.push(FIRST + i);
  }
  return { head, children };
}
