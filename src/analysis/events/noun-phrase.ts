/** Reading noun phrases: what a partitive is about, compounds as keys of the lexicon, the words a phrase spans. */
import { BASE_RELATION } from "../tree.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { FACET } from "./word-facets.ts";

/** Heads that only measure what stands after *of*: *hundreds of protesters*, *a round of talks*, *members of the Senate*. */
const PARTITIVE: ReadonlySet<string> = new Set(
  (
    "group number hundred thousand dozen score million lot part series round wave string one some majority " +
    "act piece kind sort host handful couple rest most many several ten two three four five all bunch " +
    "campaign ton kilogram kg barrel shipment spate batch contingent team pair half quarter dose volley spree " +
    "flurry barrage month year week day hour package amount"
  ).split(" "),
);

/** The noun that a phrase is about: of *hundreds of protesters* the protesters. */
export function contentHead(reading: Reading, head: number): number {
  let at = head;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (!PARTITIVE.has(reading.lemma(at)) && reading.tag(at) !== "NUM") return at;
    const inner = nounAfter(reading, at, "of");
    if (inner < 0) return at;
    at = inner;
  }
  return at;
}

/** The head of the first `nmod` with this preposition, -1 when there is none. */
export function nounAfter(reading: Reading, head: number, prep: string): number {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if ((base === REL.nmod || base === REL.obl) && reading.preposition(child) === prep)
      return child;
  }
  return -1;
}

/** Keys under which a noun may stand in a table: `hunger_strike`, `state_of_emergency`; most specific first. */
export function compoundKeys(reading: Reading, head: number): readonly string[] {
  const facet = reading.facets[head]!;
  if (!(facet & (FACET.endsCompound | FACET.beginsOf))) return NO_KEYS;
  const keys: string[] = [];
  const lemma = reading.lemma(head);
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
    const relation = reading.tokens.relation[child]!;
    const base = BASE_RELATION[relation];
    if (base === REL.compound || base === REL.amod) keys.push(`${reading.lemma(child)}_${lemma}`);
    else if (base === REL.nmod && reading.preposition(child) === "of") {
      keys.push(`${lemma}_of_${reading.lemma(child)}`);
    }
  }
  return keys;
}

const NO_KEYS: readonly string[] = [];

/** Modifiers that belong to the name of an actor and not to a clause about it. */
const INSIDE: ReadonlySet<number> = new Set([
  REL.amod,
  REL.compound,
  REL.nmod,
  REL.nummod,
  REL.flat,
  REL.det,
]);

/**
 * Tokens `[first, last)` of an actor's phrase: from its first modifier without an article to its head, and an
 * *of* phrase after it (*members of the Syrian parliament*).
 */
export function phraseSpan(reading: Reading, head: number): { first: number; last: number } {
  const { firstChild, nextSibling, leftEdge, rightEdge } = reading.tree;
  let first = head;
  let last = head + 1;
  for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!]!;
    if (!INSIDE.has(base)) continue;
    if (child < head) {
      const edge = leftEdge[child]!;
      if (base !== REL.det && edge < first && head - edge <= 12) first = edge;
    } else if (base === REL.flat || (base === REL.nmod && reading.preposition(child) === "of")) {
      const edge = rightEdge[child]!;
      if (edge > last && edge - head <= 12) last = edge;
    }
  }
  return { first: nameBegin(reading, first, head), last };
}

const WH: ReadonlySet<string> = new Set(["WDT", "WP", "WP$", "WRB"]);
const EDGES: ReadonlySet<string> = new Set(["PUNCT", "ADP", "CCONJ"]);
const QUOTE = /^["“”'‘’]/;

/** Where the name of a phrase begins: behind a relative clause that the tree put into it, no *against*, *and* or comma first. */
function nameBegin(reading: Reading, from: number, head: number): number {
  let first = from;
  for (let at = from; at < head; at++) if (WH.has(reading.xpos(at))) first = at + 1;
  while (first < head && EDGES.has(reading.tag(first)) && !belongs(reading, first)) first++;
  return first;
}

/** *At least 30 people*: words that say how sure the number is; and an opening quotation mark. */
function belongs(reading: Reading, token: number): boolean {
  if (QUOTE.test(reading.tokens.form[token]!)) return true;
  const next = reading.tag(token + 1);
  return reading.tag(token) === "ADP" && (next === "ADJ" || next === "ADV");
}

/** The words that are joined to this one: of *meet and sign* the second. */
export function conjuncts(reading: Reading, token: number): number[] {
  const found: number[] = [];
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    if (BASE_RELATION[reading.tokens.relation[child]!] === REL.conj) found.push(child);
  }
  return found;
}
