/** The conditions of a verb frame, `obj:@weapon against !comp`: parsed once from the table, tested on a clause. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause, Oblique } from "./clause.ts";
import { hasObligation, isFuture } from "./mood-marks.ts";
import { compoundKeys, contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export interface Condition {
  /**
   * `obj`, `iobj`, `subj`, `comp`, `comp.inf`, `comp.must`, `comp.self`, `pass`, `noobj`, `mod` (a word that
   * modifies a noun), `near` (any word of the sentence), or a preposition.
   */
  readonly slot: string;
  /** Lemmas, `@class`, `actor`, `plural`; empty: the slot only has to be filled. */
  readonly values: readonly string[];
  readonly negated: boolean;
  /** The values, read. */
  readonly tests: readonly Test[];
}

/** One value of a condition: `actor`, `plural`, a class without its `@`, a lemma. */
interface Test {
  readonly kind: "actor" | "plural" | "class" | "lemma";
  readonly name: string;
}

export function parseConditions(text: string): Condition[] {
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const negated = part.startsWith("!");
      const [slot = "", written] = (negated ? part.slice(1) : part).split(":");
      const values = written?.split("|") ?? [];
      return { slot, values, negated, tests: values.map(parseTest) };
    });
}

function parseTest(value: string): Test {
  if (value === "actor" || value === "plural") return { kind: value, name: value };
  return value.startsWith("@")
    ? { kind: "class", name: value.slice(1) }
    : { kind: "lemma", name: value };
}

export function holds(reading: Reading, clause: Clause, conditions: readonly Condition[]): boolean {
  for (let i = 0; i < conditions.length; i++) {
    const condition = conditions[i]!;
    if (holdsOne(reading, clause, condition) === condition.negated) return false;
  }
  return true;
}

function holdsOne(reading: Reading, clause: Clause, { slot, tests }: Condition): boolean {
  switch (slot) {
    case "pass":
      return clause.passive;
    case "noobj":
      return clause.object < 0;
    case "obj":
      return fits(reading, clause.object, tests);
    case "iobj":
      return fits(reading, clause.indirect, tests);
    case "subj":
      return fits(reading, clause.subject, tests);
    case "mod":
      return hasModifier(reading, clause.token, tests);
    case "near":
      return isNear(reading, clause.token, tests);
    case "comp":
      return fits(reading, clause.complement, tests);
    case "comp.inf":
      return clause.complement >= 0 && clause.complementForm === "inf";
    case "comp.self":
      return isOwnFuture(reading, clause);
    case "comp.must":
      return clause.complement >= 0 && hasObligation(reading, clause.complement);
    default:
      if (slot.includes(".")) return holdsInside(reading, clause, slot, tests);
      return (
        hasPhrase(reading, clause.obliques, slot, tests) ||
        hasPhrase(reading, clause.objectObliques, slot, tests)
      );
  }
}

function hasPhrase(
  reading: Reading,
  obliques: readonly Oblique[],
  prep: string,
  tests: readonly Test[],
): boolean {
  for (let i = 0; i < obliques.length; i++) {
    const oblique = obliques[i]!;
    if (oblique.prep === prep && fits(reading, oblique.head, tests)) return true;
  }
  return false;
}

function hasModifier(reading: Reading, noun: number, tests: readonly Test[]): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0 && child < noun; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if ((base === REL.amod || base === REL.compound) && fitsModifier(reading, child, tests))
      return true;
  }
  return false;
}

function fitsModifier(reading: Reading, token: number, tests: readonly Test[]): boolean {
  const isCountry = reading.mentionOver(token)?.kind === "country";
  return (
    (isCountry && tests.some(({ kind, name }) => kind === "class" && name === "country")) ||
    fits(reading, token, tests)
  );
}

function isNear(reading: Reading, token: number, tests: readonly Test[]): boolean {
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = firstToken; at < lastToken; at++) {
    if (at !== token && fits(reading, at, tests)) return true;
  }
  return false;
}

/** *Warned that it would cut ties*: what is announced is done by who announces it. */
function isOwnFuture(reading: Reading, { subject, complement }: Clause): boolean {
  if (complement < 0 || subject < 0 || !isFuture(reading, complement)) return false;
  const own = reading.clause(complement).subject;
  if (own < 0) return false;
  const chain = reading.mentionOn(own)?.entity;
  const above = reading.mentionOn(subject)?.entity;
  if (chain !== undefined && above !== undefined) return chain === above;
  return OWN.has(reading.lemma(own));
}

const OWN: ReadonlySet<string> = new Set(["it", "he", "she", "they", "we"]);

/** `as.to:@posture`: a phrase inside a phrase, *described as a response to the posturing*. */
function holdsInside(
  reading: Reading,
  clause: Clause,
  slot: string,
  tests: readonly Test[],
): boolean {
  const [outer, inner = ""] = slot.split(".");
  return clause.obliques.some(
    ({ prep, head }) =>
      prep === outer && hasPhrase(reading, reading.clause(head).obliques, inner, tests),
  );
}

/** Whether the phrase of this head is one of the values. */
function fits(reading: Reading, head: number, tests: readonly Test[]): boolean {
  if (head < 0) return false;
  if (tests.length === 0) return true;
  const content = contentHead(reading, head);
  for (let i = 0; i < tests.length; i++)
    if (fitsOne(reading, head, content, tests[i]!)) return true;
  // "Rescue teams and blankets": one of the joined is enough for a class.
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[content]!; child >= 0; child = nextSibling[child]!) {
    if (BASE_RELATION[reading.tokens.relation[child]!] !== REL.conj) continue;
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i]!;
      if (test.kind === "class" && fitsClass(reading, child, child, test.name)) return true;
    }
  }
  return false;
}

function fitsOne(reading: Reading, head: number, content: number, { kind, name }: Test): boolean {
  if (kind === "class") return fitsClass(reading, head, content, name);
  if (kind === "lemma") return reading.lemma(content) === name || reading.lemma(head) === name;
  if (kind === "plural") return reading.isPlural(head);
  return reading.isActor(content) || (head !== content && reading.isActor(head));
}

function fitsClass(reading: Reading, head: number, content: number, name: string): boolean {
  const members = reading.lexicon.classes.get(name);
  if (members === undefined) return false;
  if (members.has(reading.lemma(content))) return true;
  if (head !== content && members.has(reading.lemma(head))) return true;
  const keys = compoundKeys(reading, content);
  for (let i = 0; i < keys.length; i++) if (members.has(keys[i]!)) return true;
  return reading.fitsByMention(content, name);
}
