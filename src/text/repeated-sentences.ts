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

/** 53 bits of a hash (two of Fowler, Noll and Vo) over outlet and letters; spaces and marks are one separator. Undefined for what is too short. */
export function sentenceKey({
  outlet,
  text,
}: {
  readonly outlet: string;
  readonly text: string;
}): number | undefined {
  if (text.length < SHORTEST) return undefined;
  let [high, low] = [0x811c9dc5, 0x01000193];
  const add = (code: number): void => {
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
  };
  for (let i = 0; i < outlet.length; i++) add(outlet.charCodeAt(i));
  add(SEPARATOR);
  const folded = text.toLowerCase();
  let length = 0;
  let isApart = false;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (!isWordPart(code)) isApart = length > 0;
    else {
      if (isApart) add(SEPARATOR);
      isApart = false;
      add(code);
      length++;
    }
  }
  return length < SHORTEST_LETTERS ? undefined : (high >>> 11) * 2 ** 32 + (low >>> 0);
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
