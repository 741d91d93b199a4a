/** Words by their numbers: what a step knows of a word it finds by that, and not by looking for its text again. */

/** The words of an article, or of other text, as columns by token. */
export interface NumberedWords {
  /** As they are written. */
  readonly form: readonly string[];
  /** Equal for equal words. */
  readonly word: Int32Array;
  /** The word of each number. It grows from article to article; another list when the numbers begin anew. */
  readonly vocabulary: readonly string[];
}

/** What a step knows of each word of a vocabulary, by number: worked out once. */
export function perWord<Value>(
  compute: (form: string) => Value,
): (vocabulary: readonly string[]) => readonly Value[] {
  let of: readonly string[] = [];
  let known: Value[] = [];
  return (vocabulary) => {
    if (vocabulary !== of) [of, known] = [vocabulary, []];
    while (known.length < vocabulary.length) known.push(compute(vocabulary[known.length]!));
    return known;
  };
}
