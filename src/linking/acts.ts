/**
 * Which words tell of one happening: *shot*, *shooting*, *murder*. `data/en/linking/acts.tsv` has rows of derivations and
 * synonyms. Words are looked up whatever their part of speech, because headlines confuse taggers.
 */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export interface Acts {
  /** The act of a word as written or as lemma: a row of the table, else the word itself in its base form. */
  actOf(word: string): string;
  isKnown(act: string): boolean;
  /** Saying, being, doing: says little of what happened. */
  isVague(act: string): boolean;
}

export function loadActs(data: DataSource): Acts {
  const acts = new Map<string, string>();
  for (const [words] of parseTable(data.text("en/linking/acts.tsv"))) {
    const [act, ...rest] = words!.split(" ");
    for (const word of [act!, ...rest]) if (!acts.has(word)) acts.set(word, act!);
  }
  const names = new Set(acts.values());
  const vague = new Set<string>();
  for (const [words] of parseTable(data.text("en/linking/vague-acts.tsv"))) {
    for (const word of words!.split(" ")) vague.add(acts.get(word) ?? word);
  }
  const irregular = new Map<string, string>();
  for (const [form, kind, lemma] of parseTable(data.text("en/lemmas.tsv"))) {
    if (lemma && /^(?:verb|VB[DNZ])$/.test(kind!)) irregular.set(form!, lemma);
  }
  const known = new Map<string, string>();
  const actOf = (word: string): string => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const form = baseForms(word.toLowerCase(), irregular).find((base) => acts.has(base));
    const act = form === undefined ? word.toLowerCase() : acts.get(form)!;
    known.set(word, act);
    return act;
  };
  return { actOf, isKnown: (act) => names.has(act), isVague: (act) => vague.has(act) };
}

/** The word itself and what it may be a form of: *died* of *die*, *hitting* of *hit*, *charges* of *charge*. */
function baseForms(word: string, irregular: ReadonlyMap<string, string>): string[] {
  const forms = [word];
  const lemma = irregular.get(word);
  if (lemma !== undefined) forms.push(lemma);
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("s")) forms.push(word.slice(0, -1));
  if (word.endsWith("ied")) forms.push(`${word.slice(0, -3)}y`);
  for (const ending of ["ed", "ing"]) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(stem, `${stem}e`);
    if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
    if (ending === "ing" && stem.endsWith("y")) forms.push(`${stem.slice(0, -1)}ie`);
  }
  return forms;
}
