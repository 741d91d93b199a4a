/** The keys under which a verb may stand in the tables: with its particle, its phrase, its object, alone. */
import { BASE_RELATION } from "../tree.ts";
import { verbOf } from "./inflection.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { FACET } from "./word-facets.ts";

/**
 * The keys of a verb in the tables, most specific first: `carry_out`, `open_fire`, `go_on_strike`, `carry`. None for a verb that no key
 * begins with: its clause, which is costly to read, is not asked for.
 */
export function verbKeys(reading: Reading, token: number): readonly string[] {
  const lemma = knownLemma(reading, token);
  const facet = lemma === reading.lemma(token) ? reading.facets[token]! : facetOf(reading, lemma);
  const keys: string[] = [];
  const prefix = facet & FACET.endsHyphen ? hyphenBefore(reading, token) : "";
  if (prefix !== "") keys.push(`${prefix}-${lemma}`);
  if (!(facet & FACET.beginsVerb)) {
    if (facet & FACET.acts) keys.push(lemma);
    return keys;
  }
  const clause = reading.clause(token);
  const after = particleAfter(reading, token, lemma);
  if (after !== "") keys.push(`${lemma}_${after}`);
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    const relation = reading.tokens.relation[child]!;
    const word = reading.lemma(child);
    if (relation === REL.particle) keys.push(`${lemma}_${word}`);
    else if (base === REL.advmod && PARTICLES.has(word)) keys.push(`${lemma}_${word}`);
    else if (base === REL.xcomp && reading.tag(child) !== "VERB") keys.push(`${lemma}_${word}`);
    else if (base === REL.obl) {
      const prep = reading.preposition(child);
      if (prep) keys.push(`${lemma}_${prep}_${word}`);
      if (prep === "off" || prep === "out_of" || prep === "into" || prep === "by")
        keys.push(`${lemma}_${prep}`);
    }
  }
  const all = [...keys];
  for (const key of keys) {
    if (clause.obliques.some(({ prep }) => prep === "of") && key.endsWith("_out"))
      all.unshift(`${key}_of`);
  }
  if (clause.object >= 0) all.push(`${lemma}_${reading.lemma(clause.object)}`);
  all.push(lemma);
  return all;
}

/** Of *test-fired*, which is three tokens, the first. */
function hyphenBefore(reading: Reading, token: number): string {
  const isSplit =
    token >= 2 &&
    reading.tokens.form[token - 1] === "-" &&
    reading.tokens.sentence[token - 2] === reading.tokens.sentence[token];
  return isSplit ? reading.lemma(token - 2) : "";
}

/** The particle right after a verb, whatever the parse hung it on: *handed over 700 kg*. */
function particleAfter(reading: Reading, token: number, lemma: string): string {
  const next = token + 1;
  if (
    next >= reading.tokens.count ||
    reading.tokens.sentence[next] !== reading.tokens.sentence[token]
  )
    return "";
  const word = reading.lemma(next);
  // "Testimony given in support of her" gives in to nobody.
  const isPreposition =
    word === "in" &&
    reading.tokens.relation[next] === REL.case &&
    reading.tokens.head[next]! > next;
  return PARTICLES.has(word) && !isPreposition && reading.lexicon.verbs.has(`${lemma}_${word}`)
    ? word
    : "";
}

/** The lemma, or where a wrong tag left an inflected form (*agreed* as a present), the verb it comes from. */
export function knownLemma(reading: Reading, token: number): string {
  const lemma = reading.lemma(token);
  if (reading.facets[token]! & FACET.verb) return lemma;
  const isKnown = (form: string) => (facetOf(reading, form) & FACET.verb) !== 0;
  const form = reading.tokens.form[token]!.toLowerCase();
  return (
    verbOf(lemma, isKnown) ?? verbOf(form, isKnown) ?? (isKnown(`${lemma}e`) ? `${lemma}e` : lemma)
  );
}

function facetOf({ lexicon }: Reading, word: string): number {
  return lexicon.facets.get(word) ?? 0;
}

const PARTICLES: ReadonlySet<string> = new Set(
  "out up down back off away in over together aground through aside".split(" "),
);
