/** The words that labels of events are made with: `data/en/linking/label-words.tsv` and the irregular verbs of `data/en/lemmas.tsv`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export interface LabelWords {
  /** What a noun is as a verb: *invasion* -> `invade`, *talk* -> `hold talks with`. */
  verbOfNoun(noun: string): string | undefined;
  /** Is the word in the list of this sort: `preposition`, `stop`, `determiner`? */
  is(sort: string, word: string): boolean;
  /** *met*, *elected*, *sworn*: may it be what was done to somebody? */
  isParticiple(written: string): boolean;
  /** *elect* -> elected, *swear* -> sworn. */
  participle(verb: string): string;
  /** *strike* -> strikes, *deny* -> denies, *be* -> is. */
  thirdPerson(verb: string): string;
}

const ENDS_IN_VOWEL_Y = /[aeiou]y$/;
const TAKES_ES = /(?:s|x|z|ch|sh|o)$/;
/** One syllable with one short vowel doubles what follows it: *ban*, *stop*. */
const DOUBLES = /^[^aeiou]*[aeiou][bdgmnprt]$/;

export function loadLabelWords(data: DataSource): LabelWords {
  const nouns = new Map<string, string>();
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [sort, first, second] of parseTable(data.text("en/linking/label-words.tsv"))) {
    if (sort === "noun") for (const noun of second!.split(" ")) nouns.set(spaced(noun), first!);
    else lists.set(sort!, new Set(first!.split(" ").map(spaced)));
  }
  const verbs = new Map<string, string>();
  const participles = new Map<string, string>();
  for (const [form, kind, lemma] of parseTable(data.text("en/lemmas.tsv"))) {
    if (lemma === undefined || kind !== "verb" || /(?:s|ing)$/.test(form!)) continue;
    verbs.set(form!, lemma);
    // Of *took* and *taken* the one with -n is the participle; of *held* alone it is that.
    const other = participles.get(lemma);
    if (other === undefined || /n$/.test(form!)) participles.set(lemma, form!);
  }
  const unchanged = lists.get("unchanged");
  const participle = (verb: string): string =>
    participles.get(verb) ?? (unchanged?.has(verb) ? verb : regularPast(verb));
  return {
    verbOfNoun: (noun) => nouns.get(noun),
    is: (sort, word) => lists.get(sort)?.has(word) ?? false,
    isParticiple: (written) =>
      verbs.has(written) || written.endsWith("ed") || unchanged?.has(written) === true,
    participle,
    thirdPerson: (verb) => {
      if (verb === "be") return "is";
      if (verb === "have") return "has";
      if (verb.endsWith("y") && !ENDS_IN_VOWEL_Y.test(verb)) return `${verb.slice(0, -1)}ies`;
      return TAKES_ES.test(verb) ? `${verb}es` : `${verb}s`;
    },
  };
}

/** *Xi Jinping’s*, *the United States’*, as news agencies write it. */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}

function regularPast(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (verb.endsWith("y") && !ENDS_IN_VOWEL_Y.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLES.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}
