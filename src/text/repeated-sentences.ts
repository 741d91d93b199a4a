import { WideHash } from "./wide-hash.ts";

/**
 * Sentences that an outlet prints under many stories: what it says of itself, a teaser left in the text, the background
 * that every story of a series repeats. Decided over the whole pile, by group and not one after another, so that
 * neither order nor batches matter: a sentence is repeated when two stories of one outlet carry it word for word.
 * Reprints are one story.
 */
export function findRepeatedSentences(
  sentences: Iterable<{
    /** What `sentenceKey` gives. */
    readonly key: number;
    /** Equal for reprints of one another. */
    readonly story: string;
  }>,
): ReadonlySet<number> {
  const storyOf = new Map<number, string>();
  const repeated = new Set<number>();
  for (const { key, story } of sentences) {
    const first = storyOf.get(key);
    if (first === undefined) storyOf.set(key, story);
    else if (first !== story) repeated.add(key);
  }
  return repeated;
}

/** Shorter ones recur by chance: *He declined to comment.* */
const SHORTEST = 40;
const SHORTEST_LETTERS = 30;

/** A hash over outlet and letters; spaces and marks are one separator. Undefined for what is too short. */
export function sentenceKey({
  outlet,
  text,
}: {
  readonly outlet: string;
  readonly text: string;
}): number | undefined {
  if (text.length < SHORTEST) return undefined;
  const hash = new WideHash();
  hash.addText(outlet);
  hash.add(SEPARATOR);
  const folded = text.toLowerCase();
  let length = 0;
  let isApart = false;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (!isWordPart(code)) isApart = length > 0;
    else {
      if (isApart) hash.add(SEPARATOR);
      isApart = false;
      hash.add(code);
      length++;
    }
  }
  return length < SHORTEST_LETTERS ? undefined : hash.sum();
}

const SEPARATOR = 10;

/** Letters and digits, and whatever is not ASCII but no general punctuation. */
function isWordPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xaa && !(code >= 0x2000 && code <= 0x206f))
  );
}
