/**
 * A line of the body that says again what the other lines say, in runs of four words: the whole story in one line, as
 * pages keep it for search engines. Short lines may repeat: pull quotes, refrains, the same answer to two questions.
 */
import type { Line } from "./lines.ts";

/** Takes the copy out of `isBody`: the longest line, when the others say nearly all of it, and not much besides. */
export function dropCopyOfBody(lines: readonly Line[], isBody: boolean[]): void {
  let longest = -1;
  for (let i = 0; i < lines.length; i++) {
    if (isBody[i] && lines[i]!.text.length > (lines[longest]?.text.length ?? LEAST_LENGTH))
      longest = i;
  }
  if (longest < 0) return;
  const others = new Set<number>();
  let otherRuns = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!isBody[i] || i === longest) continue;
    for (const run of wordRuns(lines[i]!.text)) {
      others.add(run);
      otherRuns++;
    }
  }
  const runs = wordRuns(lines[longest]!.text);
  const repeated = runs.filter((run) => others.has(run)).length;
  if (repeated >= REPEATED_SHARE * runs.length && repeated >= STORY_SHARE * otherRuns)
    isBody[longest] = false;
}

const RUN_WORDS = 4;
/** About a hundred words: longer than a paragraph that sums up. */
const LEAST_LENGTH = 600;
const REPEATED_SHARE = 0.85;
/** Terms of sale print nearly the same paragraph for each country: four of them are no copies of the whole. */
const STORY_SHARE = 0.5;

/** One number for each run of four words; words are parted by anything but letters and digits. */
function wordRuns(text: string): readonly number[] {
  const runs: number[] = [];
  const words = new Int32Array(RUN_WORDS);
  let count = 0;
  let word = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const isLetter =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f));
    if (isLetter) {
      word = (Math.imul(word, 31) + (code >= 65 && code <= 90 ? code + 32 : code)) | 0;
      continue;
    }
    if (word === 0) continue;
    words[count++ % RUN_WORDS] = word;
    word = 0;
    if (count < RUN_WORDS) continue;
    let hash = 0;
    for (let k = count - RUN_WORDS; k < count; k++)
      hash = Math.imul(hash ^ words[k % RUN_WORDS]!, 0x9e3779b1) ^ (hash >>> 15);
    runs.push(hash | 0);
  }
  return runs;
}
