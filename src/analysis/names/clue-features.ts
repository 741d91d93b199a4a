/** The features of what the rest of the article tells of a word. */
import type { Clue } from "./clues.ts";
import { type FeatureList, JOINT, pair, placeIn, push } from "./feature-list.ts";
import { type NameText, sentenceOf } from "./name-text.ts";
import { END_WORD, START_WORD, type Words } from "./words.ts";

export function pushClue(
  words: Words,
  text: NameText,
  clue: Clue | undefined,
  i: number,
  situation: number,
  out: FeatureList,
): void {
  const base = JOINT + 60;
  if (clue === undefined) {
    push(out, base, situation);
    return;
  }
  const often = Math.min(clue.capital, 3);
  push(out, base + 1, pair(situation, 4 * Math.min(clue.lower, 2) + often));
  for (const at of clue.at) {
    if (at === i) continue;
    const sentence = sentenceOf(text, at);
    const before = at > text.sentenceStart[sentence]! ? text.word[at - 1]! : START_WORD;
    const after = at + 1 < text.sentenceStart[sentence + 1]! ? text.word[at + 1]! : END_WORD;
    push(out, base + 2, words.lowerHash[before]!);
    push(out, base + 3, words.lowerHash[after]!);
    push(out, base + 4, words.by256[before]!);
    push(out, base + 5, words.by256[after]!);
  }
  if (clue.runEnd - clue.runStart < 2 || (i >= clue.runStart && i < clue.runEnd)) return;
  const place = placeIn(clue.runAt, clue.runStart, clue.runEnd);
  const first = text.word[clue.runStart]!;
  const last = text.word[clue.runEnd - 1]!;
  push(out, base + 6, place * 16 + Math.min(clue.runEnd - clue.runStart, 6));
  push(out, base + 7, pair(place, words.by256[first]!));
  push(out, base + 8, pair(place, words.by256[last]!));
  push(out, base + 9, pair(place, words.lowerHash[first]!));
  push(out, base + 10, pair(place, words.lowerHash[last]!));
}
