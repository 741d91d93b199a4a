/**
 * Sentences that an outlet prints under many stories: *Our reporters can be reached day and night.* They are furniture,
 * however much they read like news. Decided over the whole pile, by group and not one after another, so that neither
 * order nor batches matter: a sentence is furniture of an outlet when two of its stories carry it word for word.
 * Reprints are one story.
 */
export interface StorySentences {
  readonly outlet: string;
  /** Equal for reprints of one another. */
  readonly story: string;
  readonly sentences: readonly string[];
}

/** By outlet, the folded sentences that stand in two or more of its stories. Ask with `isRepeated`. */
export type RepeatedSentences = ReadonlyMap<string, ReadonlySet<string>>;

export function findRepeatedSentences(stories: readonly StorySentences[]): RepeatedSentences {
  const firstStory = new Map<string, Map<string, string>>();
  const repeated = new Map<string, Set<string>>();
  for (const { outlet, story, sentences } of stories) {
    const known = firstStory.get(outlet) ?? new Map<string, string>();
    firstStory.set(outlet, known);
    for (const sentence of sentences) {
      const key = foldSentence(sentence);
      if (key.length < SHORTEST) continue;
      const first = known.get(key);
      if (first === undefined) known.set(key, story);
      else if (first !== story) {
        const set = repeated.get(outlet) ?? new Set<string>();
        repeated.set(outlet, set.add(key));
      }
    }
  }
  return repeated;
}

export function isRepeated(repeated: RepeatedSentences, outlet: string, sentence: string): boolean {
  return repeated.get(outlet)?.has(foldSentence(sentence)) ?? false;
}

/** Shorter ones recur by chance: *He declined to comment.* */
const SHORTEST = 40;

function foldSentence(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
