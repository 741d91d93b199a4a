/** The words that hang on a verb, by the place they fill. Nothing is turned round or shared yet. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause, Oblique } from "./clause.ts";
import { formOf, hasMark, isGerund, relationBase } from "./clause-forms.ts";
import { addObliques } from "./noun-clause.ts";
import { isBareNoun, isBehindParticle, isPlainNoun, ownObject } from "./objects.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isTime } from "./surface.ts";

/** Token numbers; -1 where the slot is empty. */
export interface VerbSlots {
  readonly subject: number;
  readonly passiveSubject: number;
  readonly object: number;
  readonly indirect: number;
  readonly agent: number;
  readonly complement: number;
  readonly complementForm: Clause["complementForm"];
  /** Whether a passive auxiliary stands there. */
  readonly isPassive: boolean;
  readonly obliques: readonly Oblique[];
}

export function readVerbSlots(reading: Reading, token: number): VerbSlots {
  const { tokens, tree } = reading;
  let subject = -1;
  let passiveSubject = -1;
  let object = -1;
  let indirect = -1;
  let agent = -1;
  let complement = -1;
  let isPassive = false;
  let complementForm: Clause["complementForm"] = "";
  const obliques: Oblique[] = [];
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = tokens.relation[child]!;
    switch (relation) {
      case REL.nsubj:
        if (isTime(reading, child)) continue;
        // Of two subjects the first may be that of a clause before, which the parser took for a participle.
        if (subject < 0 || (child < token && isDoubtful(reading, subject))) subject = child;
        continue;
      case REL.nsubjPass:
        passiveSubject = child;
        continue;
      case REL.auxPass:
        isPassive = true;
        continue;
      case REL.obj:
        if (isTime(reading, child) || isAge(reading, child)) continue;
        // "Lend Mali 40 million": of two objects the first is who gets the second.
        if (object >= 0 && indirect < 0 && child > object) indirect = object;
        if (object < 0 || indirect === object) object = child;
        continue;
      case REL.iobj:
        if (!isTime(reading, child)) indirect = child;
        continue;
      case REL.agent:
        agent = child;
        continue;
      case REL.xcomp:
      case REL.ccomp:
        // What stands before the verb is reported speech turned round, and belongs to a reporting verb all the same.
        if (complement < 0 || isBetterComplement(reading, complement, child)) {
          complement = child;
          complementForm = formOf(reading, child, relation === REL.ccomp ? "that" : "inf");
        }
        continue;
    }
    const base = BASE_RELATION[relation];
    // "With officials announcing a curfew".
    const isBeforeGerund = tree.rightEdge[child] === token && reading.xpos(token) === "VBG";
    if (base === REL.obl && isBeforeGerund && reading.preposition(child) === "with") {
      subject = child;
      continue;
    }
    if (isBareNoun(reading, child) && base !== REL.conj && child > token && base !== REL.ccomp) {
      // A noun without a preposition behind a verb is its object, whatever the parser called it.
      if (object < 0 && isPlainNoun(base)) object = child;
    } else if (base === REL.obl && object < 0 && isBehindParticle(reading, token, child)) {
      object = child;
    } else if (base === REL.obl) addObliques(reading, child, obliques);
    else if (base === REL.nmod && relation !== REL.possessive)
      addObliques(reading, child, obliques);
    else if (base === REL.advcl && complement < 0 && hasMark(reading, child, "that")) {
      // The parser now and then takes *agreed on Wednesday that ...* for an adverbial clause.
      complement = child;
      complementForm = "that";
    } else if (base === REL.advcl && complement < 0 && isGerund(reading, child)) {
      complement = child;
      complementForm = "ing";
    } else if (base === REL.advcl && complement < 0 && hasMark(reading, child, "to")) {
      complement = child;
      // "Expects Xi to come", but "launched an attack to free hostages".
      complementForm = object < 0 || reading.isActor(object) ? "inf" : "purpose";
    } else if (base === REL.acl && complement < 0 && hasMark(reading, child, "to")) {
      complement = child;
      complementForm = "inf";
    }
  }
  return {
    subject,
    passiveSubject,
    object,
    indirect,
    agent,
    complement,
    complementForm,
    isPassive,
    obliques,
  };
}

/** *Convicting Webb, 51, of theft*. */
function isAge(reading: Reading, token: number): boolean {
  return reading.tag(token) === "NUM" && reading.tokens.form[token - 1] === ",";
}

/** Verbs before other words, infinitives before the clauses of a sentence. */
function isBetterComplement(reading: Reading, old: number, next: number): boolean {
  const isVerb = reading.tag(next) === "VERB";
  if (isVerb !== (reading.tag(old) === "VERB")) return isVerb;
  return reading.tokens.relation[next] === REL.xcomp;
}

/** A subject that yields to a second one: an attribute, or the noun of a clause before. */
function isDoubtful(reading: Reading, subject: number): boolean {
  const tag = reading.tag(subject);
  return tag === "ADJ" || tag === "DET" || hasClause(reading, subject);
}

/** *Though countries imposed sanctions, China refrained*: a participle with an object is a clause of its own. */
function hasClause(reading: Reading, noun: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0; child = nextSibling[child]!) {
    if (relationBase(reading, child) === REL.acl && ownObject(reading, child)) return true;
  }
  return false;
}
