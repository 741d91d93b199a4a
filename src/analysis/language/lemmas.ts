/**
 * The lemma of a word with its Penn tag: a table of exceptions (`data/en/lemmas.tsv`), then rules of spelling. The
 * rules undo an ending and ask the list of known base forms where spelling leaves two ways (*hoping*, *hopping*).
 */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";

export type Lemmatize = (form: string, xpos: string) => string;

const VERB_ENDINGS: ReadonlyMap<string, string> = new Map([
  ["VBZ", "s"],
  ["VBD", "ed"],
  ["VBN", "ed"],
  ["VBG", "ing"],
]);
const DOUBLED = /([bdgmnprt])\1$/;
const VOWEL = /[aeiouy]/;
/** One syllable that ends in one consonant would have doubled it: *hop-ing* is *hope*. */
const SHORT = /^[^aeiouy]*(?:qu)?[aeiouy][bcdfgklmnprstvz]$/;
/** After these endings a base form has a silent e: *seiz-e*, *argu-e*, *troubl-e*, *pledg-e*, *involv-e*, *creat-e*. */
const TAKES_E =
  /(?:[cuvz]|dg|rg|lg|[aeiou]s|[lnrp]s|[bcdfgkptz]l|[iu]at|creat|[^aeo]at|quir|[aiu]r|[aiou]ng|[^e][cs]ed|[aiou]d|[iu][nmt]|[aou][bkmpt]|[aiou]g)$/;
/** But not after these: *appear*, *contain*, *doubt*, *visit*, *happen*, *long*, *bring*, *contact*. */
const TAKES_NONE =
  /(?:ss|ea[rdtlkmpn]|oo[a-z]|ai[nrdlm]|ou[ntrdb]|oa[dtrn]|ee[a-z]|eig[hn]|[aeiou](?:it|in|on|or|er|en|el|al|ol)|(?:is|b|os|ed|ec|rof|im|ud|erm|rib|od)it|[^aeiou]er|ong|ing|ang|ung|dev|[aeiou]w|[^l]us)$/;

export function loadLemmas(data: DataSource): Lemmatize {
  const verbs = new Map<string, string>();
  const nouns = new Map<string, string>();
  const others = new Map<string, string>();
  const bases = new Set<string>();
  for (const [form, kind, lemma] of parseTable(data.text("en/lemmas.tsv"))) {
    if (form === undefined || kind === undefined) continue;
    if (kind === "base") bases.add(form);
    else if (lemma !== undefined) {
      if (kind === "verb") {
        verbs.set(form, lemma);
        bases.add(lemma);
      } else if (kind === "noun") nouns.set(form, lemma);
      else others.set(`${form} ${kind}`, lemma);
    }
  }

  return (form, xpos) => {
    const lower = form.toLowerCase().replaceAll("’", "'");
    if (xpos === "NNP") return form;
    if (xpos === "NNPS") return form;
    if (xpos === "NNS") return nouns.get(lower) ?? singular(lower);
    if (xpos.startsWith("VB") || xpos === "MD") {
      return others.get(`${lower} ${xpos}`) ?? verbs.get(lower) ?? baseOf(lower, xpos, bases);
    }
    const other = others.get(`${lower} ${xpos}`);
    if (other !== undefined) return other;
    if (xpos === "JJR" || xpos === "RBR") return positive(lower, "er", bases);
    if (xpos === "JJS" || xpos === "RBS") return positive(lower, "est", bases);
    return lower;
  };
}

function baseOf(lower: string, xpos: string, bases: ReadonlySet<string>): string {
  const ending = VERB_ENDINGS.get(xpos);
  if (ending === undefined || !lower.endsWith(ending)) return lower;
  if (ending === "s") return withoutS(lower, bases);
  const stem = lower.slice(0, -ending.length);
  if (stem.length < 2 || !VOWEL.test(stem)) return bases.has(`${stem}e`) ? `${stem}e` : lower;
  if (bases.has(`${stem}e`) && (!bases.has(stem) || SHORT.test(stem))) return `${stem}e`;
  if (bases.has(stem)) return stem;
  if (ending === "ed" && stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  if (SHORT.test(stem)) return `${stem}e`;
  return TAKES_E.test(stem) && !TAKES_NONE.test(stem) ? `${stem}e` : stem;
}

function withoutS(lower: string, bases: ReadonlySet<string>): string {
  const stem = lower.slice(0, -1);
  if (bases.has(stem)) return stem;
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("ss") ? lower : stem;
}

function singular(lower: string): string {
  if (/[^aeiou]men$/.test(lower)) return `${lower.slice(0, -2)}an`;
  if (lower.endsWith("children")) return lower.slice(0, -3);
  if (!lower.endsWith("s") || lower.length < 3 || lower.endsWith("ss")) return lower;
  if (lower.endsWith("'s")) return lower.slice(0, -2);
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

function positive(lower: string, ending: string, bases: ReadonlySet<string>): string {
  if (!lower.endsWith(ending) || lower.length < ending.length + 3) return lower;
  const stem = lower.slice(0, -ending.length);
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (DOUBLED.test(stem) && !stem.endsWith("ll")) return stem.slice(0, -1);
  return bases.has(`${stem}e`) || SHORT.test(stem) || /(?:[cv]|rg|[bdgkpt]l|[ao]s)$/.test(stem)
    ? `${stem}e`
    : stem;
}
