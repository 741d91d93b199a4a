/** Objects that the parse hung elsewhere: a noun without a preposition behind a verb, what follows a particle, the nearer of two. */
import { BASE_RELATION } from "../tree.ts";
import { hasFiniteCopula } from "./clause-forms.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isTime, objectAfter } from "./surface.ts";

export function isBareNoun(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return (
    (tag === "NOUN" || tag === "PROPN") &&
    reading.preposition(token) === "" &&
    // "Is part of it" is a clause.
    !hasFiniteCopula(reading, token) &&
    !isTime(reading, token)
  );
}

export function isPlainNoun(base: number | undefined): boolean {
  return base === REL.obl || base === REL.advcl || base === REL.nmod || base === REL.xcomp;
}

/** *Shut down the internet*: the particle of the verb was taken for a preposition. */
export function isBehindParticle(reading: Reading, token: number, child: number): boolean {
  const particle = token + 1;
  const { tokens } = reading;
  if (tokens.head[particle] !== child || tokens.relation[particle] !== REL.case) return false;
  const stem = reading.lexicon.verbs.has(`${reading.lemma(token)}_${reading.lemma(particle)}`);
  return stem && OBJECT_PARTICLES.has(reading.lemma(particle));
}

const OBJECT_PARTICLES: ReadonlySet<string> = new Set(["over", "down", "off", "up", "out", "back"]);

export function ownObject(reading: Reading, verb: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[verb]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.obj) return true;
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (child > verb && isPlainNoun(base) && isBareNoun(reading, child)) return true;
  }
  return false;
}

/** The noun phrase right behind the verb when the parse hung it on something else. */
export function looseObject(reading: Reading, token: number): number {
  const head = objectAfter(reading, token);
  if (head < 0) return -1;
  const relation = BASE_RELATION[reading.tokens.relation[head]!];
  const above = reading.tokens.head[head]!;
  if (above === token || relation === REL.conj) return -1;
  if (relation === REL.nsubj && !hasTwoSubjects(reading, above)) return -1;
  return head;
}

/** *Summons envoy over collision*: an object beyond a preposition is not the nearest noun, which is the object. */
export function nearerObject(reading: Reading, token: number, object: number): number {
  const near = objectAfter(reading, token);
  if (near < 0 || near >= object) return object;
  for (let at = near + 1; at < object; at++) {
    if (reading.tag(at) === "ADP") return near;
  }
  return object;
}

/** One of two subjects of a later verb is really the object of this one. */
function hasTwoSubjects(reading: Reading, verb: number): boolean {
  if (verb < 0) return false;
  let subjects = 0;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[verb]!; child >= 0; child = nextSibling[child]!) {
    if (BASE_RELATION[reading.tokens.relation[child]!] === REL.nsubj) subjects++;
  }
  return subjects > 1;
}
