/** Lemmas by word and tag, worked out once. Most words come with one tag again and again: that one is found at once. */
export interface LemmaStore {
  /** `word` is the number of the word, `label` that of its tag. */
  of(word: number, label: number, form: string): string;
  /** To be called when the word numbers begin anew. */
  forget(): void;
}

/** More than there are labels. */
const LABELS = 128;

export function createLemmaStore(lemmaOf: (form: string, label: number) => string): LemmaStore {
  /** By word: the label it came with last, and its lemma. */
  let labels: number[] = [];
  let lemmas: string[] = [];
  const others = new Map<number, string>();

  return {
    of(word, label, form) {
      if (labels[word] === label) return lemmas[word]!;
      const key = word * LABELS + label;
      let lemma = others.get(key);
      if (lemma === undefined) {
        lemma = lemmaOf(form, label);
        others.set(key, lemma);
      }
      // Words are numbered as they come: a gap would make these lists slow.
      while (labels.length <= word) {
        labels.push(-1);
        lemmas.push("");
      }
      labels[word] = label;
      lemmas[word] = lemma;
      return lemma;
    },
    forget() {
      labels = [];
      lemmas = [];
      others.clear();
    },
  };
}
