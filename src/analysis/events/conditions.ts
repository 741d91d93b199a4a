/** The conditions of a verb frame, `obj:@weapon against !comp`: parsed once from the table, tested on a clause. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause } from "./clause.ts";
import { hasObligation, isFuture } from "./mood-marks.ts";
import { compoundKeys, conjuncts, contentHead } from "./noun-phrase.ts";
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
}

export function parseConditions(text: string): Condition[] {
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const negated = part.startsWith("!");
      const [slot = "", values] = (negated ? part.slice(1) : part).split(":");
      return { slot, values: values?.split("|") ?? [], negated };
    });
}

export function holds(reading: Reading, clause: Clause, conditions: readonly Condition[]): boolean {
  return conditions.every(
    (condition) => holdsOne(reading, clause, condition) !== condition.negated,
  );
}

function holdsOne(reading: Reading, clause: Clause, { slot, values }: Condition): boolean {
  switch (slot) {
    case "pass":
      return clause.passive;
    case "noobj":
      return clause.object < 0;
    case "obj":
      return fits(reading, clause.object, values);
    case "iobj":
      return fits(reading, clause.indirect, values);
    case "subj":
      return fits(reading, clause.subject, values);
    case "mod":
      return modifiers(reading, clause.token).some((token) => fitsModifier(reading, token, values));
    case "near":
      return isNear(reading, clause.token, values);
    case "comp":
      return fits(reading, clause.complement, values);
    case "comp.inf":
      return clause.complement >= 0 && clause.complementForm === "inf";
    case "comp.self":
      return isOwnFuture(reading, clause);
    case "comp.must":
      return clause.complement >= 0 && hasObligation(reading, clause.complement);
    default:
      if (slot.includes(".")) return holdsInside(reading, clause, slot, values);
      return (
        clause.obliques.some(({ prep, head }) => prep === slot && fits(reading, head, values)) ||
        clause.objectObliques.some(({ prep, head }) => prep === slot && fits(reading, head, values))
      );
  }
}

function modifiers(reading: Reading, noun: number): number[] {
  const { firstChild, nextSibling } = reading.tree;
  const found: number[] = [];
  for (let child = firstChild[noun]!; child >= 0 && child < noun; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (base === REL.amod || base === REL.compound) found.push(child);
  }
  return found;
}

function fitsModifier(reading: Reading, token: number, values: readonly string[]): boolean {
  const isCountry = reading.mentions[reading.coverMention[token]!]?.kind === "country";
  return (isCountry && values.includes("@country")) || fits(reading, token, values);
}

function isNear(reading: Reading, token: number, values: readonly string[]): boolean {
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = firstToken; at < lastToken; at++) {
    if (at !== token && fits(reading, at, values)) return true;
  }
  return false;
}

/** *Warned that it would cut ties*: what is announced is done by who announces it. */
function isOwnFuture(reading: Reading, { subject, complement }: Clause): boolean {
  if (complement < 0 || subject < 0 || !isFuture(reading, complement)) return false;
  const own = reading.clause(complement).subject;
  if (own < 0) return false;
  const chain = reading.mentions[reading.headMention[own]!]?.entity;
  const above = reading.mentions[reading.headMention[subject]!]?.entity;
  if (chain !== undefined && above !== undefined) return chain === above;
  return OWN.has(reading.lemma(own));
}

const OWN: ReadonlySet<string> = new Set(["it", "he", "she", "they", "we"]);

/** `as.to:@posture`: a phrase inside a phrase, *described as a response to the posturing*. */
function holdsInside(
  reading: Reading,
  clause: Clause,
  slot: string,
  values: readonly string[],
): boolean {
  const [outer, inner] = slot.split(".");
  return clause.obliques.some(
    ({ prep, head }) =>
      prep === outer &&
      reading
        .clause(head)
        .obliques.some((own) => own.prep === inner && fits(reading, own.head, values)),
  );
}

/** Whether the phrase of this head is one of the values. */
export function fits(reading: Reading, head: number, values: readonly string[]): boolean {
  if (head < 0) return false;
  if (values.length === 0) return true;
  const content = contentHead(reading, head);
  if (values.some((value) => fitsOne(reading, head, content, value))) return true;
  // "Rescue teams and blankets": one of the joined is enough for a class.
  return conjuncts(reading, content).some((other) =>
    values.some((value) => value.startsWith("@") && fitsOne(reading, other, other, value)),
  );
}

function fitsOne(reading: Reading, head: number, content: number, value: string): boolean {
  if (value === "actor") return reading.isActor(content) || reading.isActor(head);
  if (value === "plural") return reading.isPlural(head);
  if (!value.startsWith("@"))
    return reading.lemma(content) === value || reading.lemma(head) === value;
  const members = reading.lexicon.classes.get(value.slice(1));
  if (members === undefined) return false;
  if (members.has(reading.lemma(content)) || members.has(reading.lemma(head))) return true;
  if (compoundKeys(reading, content).some((key) => members.has(key))) return true;
  return reading.fitsByMention(content, value.slice(1));
}
