/** What marks a word and its clause: *to*, *that*, a gerund behind a preposition, a relative pronoun, a subject of its own. */
import { BASE_RELATION, childWithBase } from "../tree.ts";
import type { Clause } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export function hasMark(reading: Reading, token: number, lemma: string): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.mark && reading.lemma(child) === lemma) return true;
  }
  return false;
}

export function formOf(
  reading: Reading,
  token: number,
  fallback: "inf" | "that",
): Clause["complementForm"] {
  // "The aim is to look at it" is a sentence of its own.
  if (hasMark(reading, token, "to") && !hasFiniteCopula(reading, token)) return "inf";
  if (reading.xpos(token) === "VBG") return "ing";
  return fallback;
}

export function hasFiniteCopula(reading: Reading, token: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const xpos = reading.xpos(child);
    if (reading.tag(child) === "AUX" && (xpos === "VBZ" || xpos === "VBD" || xpos === "VBP"))
      return true;
  }
  return false;
}

/** *by shelling the town*, *from condemning*: a gerund behind a preposition. */
export function isGerund(reading: Reading, token: number): boolean {
  if (reading.xpos(token) !== "VBG") return false;
  const prep = reading.preposition(token);
  return (
    prep === "of" ||
    prep === "from" ||
    prep === "for" ||
    prep === "to" ||
    prep === "in" ||
    prep === "against" ||
    prep === "with" ||
    prep === "about" ||
    prep === "on"
  );
}

export function isRelativePronoun(reading: Reading, token: number): boolean {
  const xpos = reading.xpos(token);
  return xpos === "WDT" || xpos === "WP";
}

export function isNominal(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return tag === "NOUN" || tag === "PROPN" || tag === "PRON" || tag === "NUM";
}

export function isVerbal(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return tag === "VERB" || tag === "AUX" || tag === "ADJ" || hasSubject(reading, token);
}

export function hasSubject(reading: Reading, token: number): boolean {
  return childWithBase(reading.tree, token, REL.nsubj) >= 0;
}

export function relationBase(reading: Reading, token: number): number {
  return BASE_RELATION[reading.tokens.relation[token]!]!;
}
