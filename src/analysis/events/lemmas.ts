/** Lemmas as the tables have them: in lower case, of a plural that the lemmatizer left standing the singular; and what the tables know of each. */
import { UPOS_ID } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import type { WordFacets } from "./word-facets.ts";

/** Columns by token. */
export interface Lemmas {
  readonly lemmas: readonly string[];
  /** Bits of `FACET`. */
  readonly facets: Uint16Array;
}

export type ReadLemmas = (tokens: TokenTable) => Lemmas;

/** `given`: the lemma that a token brings. */
interface Lemma {
  readonly given: string;
  readonly lemma: string;
  readonly facets: number;
}

const NOUN = UPOS_ID.get("NOUN")!;
const PROPN = UPOS_ID.get("PROPN")!;

export function createLemmas(knownNouns: ReadonlySet<string>, facetsOf: WordFacets): ReadLemmas {
  let of: readonly string[] = [];
  /** Of each word, by number, the lemma that it had last, as a noun and otherwise: most have one. */
  let ofNouns: (Lemma | undefined)[] = [];
  let ofOthers: (Lemma | undefined)[] = [];
  const make = (given: string, isNoun: boolean): Lemma => {
    const lower = given.toLowerCase();
    const lemma = isNoun ? singular(lower, knownNouns) : lower;
    return { given, lemma, facets: facetsOf.get(lemma) ?? 0 };
  };

  return ({ count, upos, lemma: given, word, vocabulary }) => {
    if (vocabulary !== of) [of, ofNouns, ofOthers] = [vocabulary, [], []];
    for (let i = ofNouns.length; i < vocabulary.length; i++) {
      ofNouns.push(undefined);
      ofOthers.push(undefined);
    }
    const lemmas: string[] = new Array(count);
    const facets = new Uint16Array(count);
    for (let i = 0; i < count; i++) {
      const isNoun = upos[i] === NOUN || upos[i] === PROPN;
      const known = isNoun ? ofNouns : ofOthers;
      let one = known[word[i]!];
      if (one?.given !== given[i]) {
        one = make(given[i]!, isNoun);
        known[word[i]!] = one;
      }
      lemmas[i] = one!.lemma;
      facets[i] = one!.facets;
    }
    return { lemmas, facets };
  };
}

/** The singular, when the tables know it. */
function singular(lemma: string, knownNouns: ReadonlySet<string>): string {
  if (knownNouns.has(lemma)) return lemma;
  if (lemma.endsWith("men")) {
    const man = `${lemma.slice(0, -2)}an`;
    return knownNouns.has(man) ? man : lemma;
  }
  if (!lemma.endsWith("s")) return lemma;
  const forms = [lemma.slice(0, -1), lemma.slice(0, -2), `${lemma.slice(0, -3)}y`];
  return forms.find((form) => form.length > 2 && knownNouns.has(form)) ?? lemma;
}
