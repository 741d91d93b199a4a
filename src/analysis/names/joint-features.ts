/** The features that join several words, the sentence and the article: worked out for each token. */
import { pushClue } from "./clue-features.ts";
import type { Clues } from "./clues.ts";
import { type FeatureList, JOINT, pair, placeIn, push } from "./feature-list.ts";
import { type NameText, Style } from "./name-text.ts";
import { pushRun } from "./run-features.ts";
import { Case, END_WORD, START_WORD, type Words } from "./words.ts";

/** Token `i` lies in the sentence `[start, end)` of this style. */
export function pushJointFeatures(
  words: Words,
  text: NameText,
  clues: Clues,
  i: number,
  start: number,
  end: number,
  style: number,
  out: FeatureList,
): void {
  const word = text.word;
  const id = word[i]!;
  const before = i > start ? word[i - 1]! : START_WORD;
  const after = i + 1 < end ? word[i + 1]! : END_WORD;
  const lower = words.lowerHash[id]!;
  const lowerBefore = words.lowerHash[before]!;
  const lowerAfter = words.lowerHash[after]!;
  const caseClass = words.caseClass[id]!;
  const fine = words.by256[id]!;
  const fineBefore = words.by256[before]!;
  const fineAfter = words.by256[after]!;
  const shape = words.shape[id]!;
  const situation = style * 32 + caseClass * 2 + (i === start ? 1 : 0);

  push(out, JOINT, pair(lowerBefore, lower));
  push(out, JOINT + 1, pair(lower, lowerAfter));
  push(out, JOINT + 2, pair(words.shape[before]!, shape));
  push(out, JOINT + 3, pair(shape, words.shape[after]!));
  push(out, JOINT + 4, pair(pair(words.shape[before]!, shape), words.shape[after]!));
  push(out, JOINT + 5, pair(fineBefore, fine));
  push(out, JOINT + 6, pair(fine, fineAfter));
  push(out, JOINT + 7, situation);
  push(out, JOINT + 8, pair(situation, fine));
  push(out, JOINT + 16, pair(words.by64[before]!, lower));
  push(out, JOINT + 17, pair(lower, words.by64[after]!));
  if (caseClass === Case.lower && style === Style.sentence) return;

  const lists = words.lists[id]!;
  const caseBefore = words.caseClass[before]!;
  const caseAfter = words.caseClass[after]!;
  const cases = caseBefore * 256 + caseClass * 16 + caseAfter;
  const beyond = i - 2 >= start ? words.caseClass[word[i - 2]!]! : 15;
  const further = i + 2 < end ? words.caseClass[word[i + 2]!]! : 15;
  push(out, JOINT + 18, ((cases * 16 + beyond) * 16 + further) * 8 + style);
  push(out, JOINT + 19, pair(words.lists[before]!, lists));
  push(out, JOINT + 100, pair(lists, words.lists[after]!));
  push(out, JOINT + 101, pair(lists, cases));
  push(out, JOINT + 102, pair(words.by1024[before]!, words.by1024[id]!));
  push(out, JOINT + 103, pair(words.by1024[id]!, words.by1024[after]!));
  push(out, JOINT + 104, pair(lowerBefore, fine));
  push(out, JOINT + 105, pair(fine, lowerAfter));
  if (text.phrase[i] !== 0) {
    const place = placeIn(i, text.phraseStart[i]!, text.phraseEnd[i]!);
    push(out, JOINT + 106, text.phrase[i]! * 4 + place);
    push(out, JOINT + 107, pair(text.phrase[i]! * 4 + place, lowerAfter));
  }

  push(out, JOINT + 9, pair(pair(fineBefore, fine), fineAfter));
  push(out, JOINT + 10, pair(situation, lower));
  push(out, JOINT + 11, pair(lowerBefore, lowerAfter));
  push(out, JOINT + 12, pair(fineBefore, fineAfter));
  if (i - 2 >= start) push(out, JOINT + 13, pair(words.lowerHash[word[i - 2]!]!, lowerBefore));
  if (i + 2 < end) push(out, JOINT + 14, pair(lowerAfter, words.lowerHash[word[i + 2]!]!));
  if (isBracketed(words, before, after)) push(out, JOINT + 15, caseClass);
  if (style !== Style.capitals) {
    pushRun(words, text.word, text.runStart[i]!, text.runEnd[i]!, i, start, end, JOINT + 20, out);
    if (text.looseEnd[i]! - text.looseStart[i]! > text.runEnd[i]! - text.runStart[i]!) {
      pushRun(
        words,
        text.word,
        text.looseStart[i]!,
        text.looseEnd[i]!,
        i,
        start,
        end,
        JOINT + 40,
        out,
      );
    }
  }
  if (caseClass !== Case.punctuation && caseClass !== Case.digits) {
    const clue = clues.get(lower);
    pushClue(words, text, clue, i, situation, out);
  }
}

function isBracketed(words: Words, before: number, after: number): boolean {
  return words.form[before] === "(" && words.form[after] === ")";
}
