/**
 * What stands around a verb in the order of the words, for where the parse leaves a slot empty: English news is
 * subject, verb, object, and a plain look at the neighbours finds most of what a wrong attachment has hidden.
 */
import { BASE_RELATION } from "../tree.ts";
import type { Oblique } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

/** How far to look, in tokens: leads put a clause between subject and verb, objects follow at once. */
const BEFORE = 24;
const AFTER = 16;

/** The first actor of the stretch before the verb that no preposition governs; -1 when there is none. */
export function subjectBefore(reading: Reading, verb: number): number {
  const { tokens } = reading;
  const limit = Math.max(firstOf(reading, verb), verb - BEFORE);
  let found = -1;
  for (let at = verb - 1; at >= limit; at--) {
    const tag = reading.tag(at);
    // Another clause begins here.
    if (
      tag === "SCONJ" ||
      (tag === "VERB" && (isFiniteVerb(reading, at) || hasOwnSubject(reading, at)))
    )
      break;
    const mention = reading.headMention[at]!;
    const isHead =
      mention >= 0
        ? reading.mentions[mention]!.form !== "adjective" || isPlural(reading, at)
        : tag === "NOUN" && reading.isActor(at);
    if (!isHead || isTime(reading, at)) continue;
    if (nextTag(reading, at) === "NOUN" && mention < 0) continue;
    if (tokens.form[at + 1] === "'s") continue;
    if (!isBehindPreposition(reading, at, limit)) found = at;
  }
  return found;
}

/** The head of the noun phrase right behind the verb; -1 when something else follows. */
export function objectAfter(reading: Reading, verb: number): number {
  const last = lastOf(reading, verb);
  let head = -1;
  for (let at = verb + 1; at < Math.min(last, verb + 14); at++) {
    const tag = reading.tag(at);
    if (isTime(reading, at)) {
      if (head >= 0) break;
      continue;
    }
    if (reading.tokens.form[at + 1] === "-") continue;
    if (tag === "NOUN" || tag === "PROPN") {
      head = at;
      continue;
    }
    if (reading.tokens.form[at] === "'s" || reading.tokens.form[at] === "'") {
      head = -1;
      continue;
    }
    if (head >= 0) break;
    if (!BEFORE_NOUN.has(tag) && reading.tokens.form[at] !== "-") return -1;
  }
  return head;
}

/** Prepositional phrases behind the verb up to the next clause, in order. */
export function phrasesAfter(reading: Reading, verb: number): Oblique[] {
  const phrases: Oblique[] = [];
  const last = Math.min(lastOf(reading, verb), verb + AFTER);
  for (let at = verb + 1; at < last; at++) {
    const tag = reading.tag(at);
    if (tag === "SCONJ" || (tag === "VERB" && isFiniteVerb(reading, at))) break;
    if (reading.tokens.form[at] === ",") break;
    if (tag !== "ADP") continue;
    const head = objectAfter(reading, at);
    if (head >= 0) phrases.push({ prep: reading.lemma(at), head });
  }
  return phrases;
}

const BEFORE_NOUN: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "ADV", "PRON", "PART"]);

function isBehindPreposition(reading: Reading, token: number, limit: number): boolean {
  for (let at = token - 1; at >= limit; at--) {
    const tag = reading.tag(at);
    if (tag === "ADP") return true;
    if (tag === "CCONJ" || tag === "PUNCT" || tag === "VERB" || tag === "SCONJ") return false;
  }
  return false;
}

export function isFiniteVerb(reading: Reading, token: number): boolean {
  const xpos = reading.xpos(token);
  if (xpos === "VBD" || xpos === "VBZ" || xpos === "VBP") return true;
  if (xpos === "VB" && reading.tokens.form[token]!.endsWith("ed")) return true;
  const { firstChild, nextSibling } = reading.tree;
  let hasAuxiliary = false;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const own = reading.xpos(child);
    if (reading.tag(child) === "AUX") hasAuxiliary = true;
    if (own === "MD" || (reading.tag(child) === "AUX" && own !== "VB" && own !== "VBG"))
      return true;
  }
  // A main verb tagged as participle is a past form: *the group, X, insisted*.
  return (
    xpos === "VBN" && !hasAuxiliary && MAIN.has(BASE_RELATION[reading.tokens.relation[token]!]!)
  );
}

const MAIN: ReadonlySet<number> = new Set([REL.root, REL.parataxis, REL.ccomp]);

function hasOwnSubject(reading: Reading, token: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    if (BASE_RELATION[reading.tokens.relation[child]!] === REL.nsubj) return true;
  }
  return false;
}

function isPlural(reading: Reading, token: number): boolean {
  const xpos = reading.xpos(token);
  return xpos === "NNS" || xpos === "NNPS";
}

function nextTag(reading: Reading, token: number): string {
  return token + 1 < reading.tokens.count ? reading.tag(token + 1) : "";
}

const TIME: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night week month year weekend spring summer autumn winter january february march april may june july august september october november december".split(
    " ",
  ),
);

/** Days and the like stand anywhere in a news sentence and fill no slot. */
export function isTime(reading: Reading, token: number): boolean {
  return (
    TIME.has(reading.lemma(token)) &&
    reading.lemma(token) !== "march" &&
    reading.lemma(token) !== "may"
  );
}

function firstOf(reading: Reading, token: number): number {
  return reading.parsed.sentences[reading.tokens.sentence[token]!]!.firstToken;
}

function lastOf(reading: Reading, token: number): number {
  return reading.parsed.sentences[reading.tokens.sentence[token]!]!.lastToken;
}
