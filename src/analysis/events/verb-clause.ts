/** The logical places of a verb: passives turned round, empty places filled from the clause above and from the order of the words. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause, Oblique } from "./clause.ts";
import { isNominal, isRelativePronoun } from "./clause-forms.ts";
import { nounObliques } from "./noun-clause.ts";
import { looseObject, nearerObject } from "./objects.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { inherit, type Shared } from "./shared-slots.ts";
import { isFiniteVerb, phrasesAfter, subjectBefore } from "./surface.ts";
import { readVerbSlots, type VerbSlots } from "./verb-slots.ts";

/** `depth` counts the clauses below that asked. */
export function verbClause(reading: Reading, token: number, depth = 0): Clause {
  const slots = readVerbSlots(reading, token);
  const voiced = withVoice(reading, token, slots);
  const { subject, passiveSubject, object, isPassive } = voiced;
  const own = subject < 0 ? passiveSubject : subject;
  const shared = inherit(reading, token, own, depth, verbClause);
  return isPassive || (passiveSubject < 0 && shared.passive && object < 0)
    ? passiveClause(reading, token, voiced, shared)
    : activeClause(reading, token, voiced, shared);
}

/** Settles whether the verb is passive, where label and auxiliary disagree. */
function withVoice(reading: Reading, token: number, slots: VerbSlots): VerbSlots {
  let { subject, passiveSubject, isPassive } = slots;
  if (passiveSubject >= 0 && !isPassive) {
    if (isActive(reading, token, slots.object)) {
      if (subject < 0) subject = passiveSubject;
      passiveSubject = -1;
    } else isPassive = true;
  }
  if (isPassive && passiveSubject < 0 && subject >= 0) {
    passiveSubject = subject;
    subject = -1;
  }
  return { ...slots, subject, passiveSubject, isPassive };
}

function passiveClause(
  reading: Reading,
  token: number,
  { passiveSubject, object, indirect, agent, complement, complementForm, obliques }: VerbSlots,
  shared: Shared,
): Clause {
  const done =
    passiveSubject >= 0 ? passiveSubject : shared.passive ? shared.object : shared.subject;
  const phrases = withSurface(reading, token, obliques);
  const doer = agent >= 0 && isNominal(reading, agent) ? agent : agentAmong(reading, phrases);
  const isGiven = object >= 0;
  return {
    token,
    passive: true,
    subject: doer,
    // An object beside a passive is what was given: *was granted asylum*.
    object: isGiven ? object : resolveRelative(reading, done),
    indirect: isGiven ? resolveRelative(reading, done) : indirect,
    obliques: phrases,
    objectObliques: nounObliques(reading, isGiven ? object : done),
    complement,
    complementForm,
  };
}

/** The doer of a passive whose agent the parser did not call so. */
function agentAmong(reading: Reading, phrases: readonly Oblique[]): number {
  return (
    phrases.find(({ prep, head }) => prep === "by" && !isTimeOrMeans(reading, head))?.head ?? -1
  );
}

function activeClause(reading: Reading, token: number, slots: VerbSlots, shared: Shared): Clause {
  let { subject, object, indirect } = slots;
  if (subject < 0) subject = shared.subject;
  if (object < 0) object = shared.object;
  if (subject < 0 && isFiniteVerb(reading, token)) subject = subjectBefore(reading, token);
  if (object < 0 && indirect >= 0) {
    object = indirect;
    indirect = -1;
  }
  if (object < 0) object = looseObject(reading, token);
  else if (object > token) object = nearerObject(reading, token, object);
  return {
    token,
    passive: false,
    subject: resolveRelative(reading, subject),
    object: resolveRelative(reading, object),
    indirect,
    obliques: withSurface(reading, token, slots.obliques),
    objectObliques: nounObliques(reading, object),
    complement: slots.complement,
    complementForm: slots.complementForm,
  };
}

/** A "passive" subject of a verb with *have* or an object, or of a plain past outside headlines, is an active one. */
function isActive(reading: Reading, token: number, object: number): boolean {
  const { tokens, tree } = reading;
  let hasHave = false;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const base = BASE_RELATION[tokens.relation[child]!];
    if (base !== REL.aux && base !== REL.cop) continue;
    const lemma = reading.lemma(child);
    if (lemma === "be" || lemma === "get") return false;
    if (lemma === "have") hasHave = true;
  }
  if (hasHave || object >= 0) return true;
  const sentence = reading.parsed.sentences[tokens.sentence[token]!];
  return reading.xpos(token) === "VBD" && sentence?.block !== "headline";
}

/** Phrases behind the verb that the parse hung elsewhere come last. */
function withSurface(
  reading: Reading,
  token: number,
  obliques: readonly Oblique[],
): readonly Oblique[] {
  const more = phrasesAfter(reading, token).filter(
    ({ head }) => !obliques.some((oblique) => oblique.head === head),
  );
  return more.length === 0 ? obliques : [...obliques, ...more];
}

/** A relative pronoun stands for the noun before its clause. */
function resolveRelative(reading: Reading, token: number): number {
  if (token < 0 || !isRelativePronoun(reading, token)) return token;
  for (let at = reading.tokens.head[token]!; at >= 0; at = reading.tokens.head[at]!) {
    if (reading.tokens.relation[at] !== REL.relcl) continue;
    const noun = reading.tokens.head[at]!;
    return reading.lemma(token) === "who" ? antecedent(reading, at, noun) : noun;
  }
  return token;
}

/** *Leaders and Macron, who has slammed him*: a verb in the singular tells of the last of those joined. */
function antecedent(reading: Reading, token: number, head: number): number {
  const { tree, tokens } = reading;
  let [last, isOne] = [head, reading.xpos(token) === "VBZ"];
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!)
    isOne ||= reading.xpos(child) === "VBZ";
  if (!isOne) return head;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    const isNoun = reading.tag(child) === "PROPN" || reading.tag(child) === "NOUN";
    if (tokens.relation[child] === REL.conj && isNoun && child < token) last = child;
  }
  return last;
}

const MEANS: ReadonlySet<string> = new Set(
  "percent % monday tuesday wednesday thursday friday saturday sunday year month week end phone telephone plane air road then now".split(
    " ",
  ),
);

function isTimeOrMeans(reading: Reading, head: number): boolean {
  return reading.tag(head) === "NUM" || MEANS.has(reading.lemma(head));
}
