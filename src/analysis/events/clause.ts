/**
 * Who stands where around a trigger, in logical terms: passives turned round, subjects shared by conjunction,
 * control, relative and participial clauses found. For a noun: its possessor and the phrases after it.
 */
import { BASE_RELATION } from "../tree.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isFiniteVerb, isTime, objectAfter, phrasesAfter, subjectBefore } from "./surface.ts";

export interface Oblique {
  readonly prep: string;
  readonly head: number;
}

/** Token numbers; -1 where the slot is empty. */
export interface Clause {
  readonly token: number;
  readonly passive: boolean;
  /** The doer, also the agent of a passive. */
  readonly subject: number;
  /** What it is done to, also the subject of a passive. */
  readonly object: number;
  readonly indirect: number;
  readonly obliques: readonly Oblique[];
  /** Phrases inside the object: *a proposal by India*. */
  readonly objectObliques: readonly Oblique[];
  /** The clause that it governs: *agreed to meet*, *said it will*, *accused of bombing*. */
  readonly complement: number;
  readonly complementForm: "inf" | "ing" | "that" | "purpose" | "";
}

/** Verbs whose infinitive keeps their subject even where they have an object: *promised Poland to help*. */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  "promise",
  "threaten",
  "vow",
  "pledge",
  "offer",
  "use",
  "cancel",
]);

export function readClause(reading: Reading, token: number): Clause {
  const tag = reading.tag(token);
  return tag === "VERB" ||
    tag === "AUX" ||
    ((tag === "ADJ" || tag === "NOUN") && hasSubject(reading, token))
    ? verbClause(reading, token, 0)
    : nounClause(reading, token);
}

/** Verbs before other words, infinitives before the clauses of a sentence. */
function isBetterComplement(reading: Reading, old: number, next: number): boolean {
  const isVerb = reading.tag(next) === "VERB";
  if (isVerb !== (reading.tag(old) === "VERB")) return isVerb;
  return reading.tokens.relation[next] === REL.xcomp;
}

function hasSubject(reading: Reading, token: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    if (BASE_RELATION[reading.tokens.relation[child]!] === REL.nsubj) return true;
  }
  return false;
}

function verbClause(reading: Reading, token: number, depth: number): Clause {
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
        if (isTime(reading, child)) continue;
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
  if (passiveSubject >= 0 && !isPassive) {
    if (isActive(reading, token, object)) {
      if (subject < 0) subject = passiveSubject;
      passiveSubject = -1;
    } else isPassive = true;
  }
  if (isPassive && passiveSubject < 0 && subject >= 0) {
    passiveSubject = subject;
    subject = -1;
  }
  const shared = inherit(reading, token, subject < 0 ? passiveSubject : subject, depth);
  if (isPassive || (passiveSubject < 0 && shared.passive && object < 0)) {
    const done =
      passiveSubject >= 0 ? passiveSubject : shared.passive ? shared.object : shared.subject;
    if (agent >= 0 && !isNominal(reading, agent)) agent = -1;
    if (agent < 0)
      agent =
        withSurface(reading, token, obliques).find(
          ({ prep, head }) => prep === "by" && !isTimeOrMeans(reading, head),
        )?.head ?? -1;
    return {
      token,
      passive: true,
      subject: agent,
      object: resolveRelative(reading, done),
      // An object beside a passive is what was given: *was granted asylum*.
      indirect: object >= 0 ? resolveRelative(reading, done) : indirect,
      ...(object >= 0 ? { object } : {}),
      obliques: withSurface(reading, token, obliques),
      objectObliques: nounObliques(reading, object >= 0 ? object : done),
      complement,
      complementForm,
    };
  }
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
    obliques: withSurface(reading, token, obliques),
    objectObliques: nounObliques(reading, object),
    complement,
    complementForm,
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

/** *Shut down the internet*: the particle of the verb was taken for a preposition. */
function isBehindParticle(reading: Reading, token: number, child: number): boolean {
  const particle = token + 1;
  const { tokens } = reading;
  if (tokens.head[particle] !== child || tokens.relation[particle] !== REL.case) return false;
  const stem = reading.lexicon.verbs.has(`${reading.lemma(token)}_${reading.lemma(particle)}`);
  return stem && OBJECT_PARTICLES.has(reading.lemma(particle));
}

const OBJECT_PARTICLES: ReadonlySet<string> = new Set(["over", "down", "off", "up", "out", "back"]);

function isBareNoun(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return (
    (tag === "NOUN" || tag === "PROPN") &&
    reading.preposition(token) === "" &&
    !isTime(reading, token)
  );
}

function isPlainNoun(base: number | undefined): boolean {
  return base === REL.obl || base === REL.advcl || base === REL.nmod || base === REL.xcomp;
}

/** The noun phrase right behind the verb when the parse hung it on something else. */
function looseObject(reading: Reading, token: number): number {
  const head = objectAfter(reading, token);
  if (head < 0) return -1;
  const relation = BASE_RELATION[reading.tokens.relation[head]!];
  const above = reading.tokens.head[head]!;
  if (above === token || relation === REL.conj) return -1;
  if (relation === REL.nsubj && !hasTwoSubjects(reading, above)) return -1;
  return head;
}

/** *Summons envoy over collision*: an object beyond a preposition is not the nearest noun, which is the object. */
function nearerObject(reading: Reading, token: number, object: number): number {
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

interface Shared {
  readonly subject: number;
  readonly object: number;
  readonly passive: boolean;
}

const NOTHING: Shared = { subject: -1, object: -1, passive: false };

/** What a clause without its own subject takes from the clause above it. */
function inherit(reading: Reading, token: number, own: number, depth: number): Shared {
  const { tokens } = reading;
  const head = tokens.head[token]!;
  if (head < 0 || depth > 6) return NOTHING;
  const relation = tokens.relation[token]!;
  const base = BASE_RELATION[relation];
  if (relation === REL.relcl) return relative(reading, token, head, own);
  if (own >= 0) return NOTHING;
  if (base === REL.acl) {
    const xpos = reading.xpos(token);
    if (xpos === "VBN" || xpos === "VBD") {
      // "Western countries imposed sanctions" with a wrong label: a passive participle has no object.
      const isActiveVerb = ownObject(reading, token) || hasRelativeSubject(reading, head);
      return isActiveVerb
        ? { subject: head, object: -1, passive: false }
        : { subject: -1, object: head, passive: true };
    }
    if (xpos === "VBG") return { subject: head, object: -1, passive: false };
    return { subject: controllerOfNoun(reading, head, depth), object: -1, passive: false };
  }
  if (!isVerbal(reading, head)) {
    if (base === REL.conj && relationBase(reading, head) === REL.acl)
      return inherit(reading, head, -1, depth + 1);
    return NOTHING;
  }
  const above = verbClause(reading, head, depth + 1);
  if (base === REL.conj) {
    const follows = above.object > token;
    // "was arrested and deported": the second participle is passive too.
    const alike = above.passive && reading.xpos(token) === "VBN";
    return alike
      ? { subject: above.subject, object: above.object, passive: true }
      : {
          subject: above.passive ? above.object : above.subject,
          object: follows ? above.object : -1,
          passive: false,
        };
  }
  if (base === REL.xcomp || base === REL.ccomp) {
    if (base === REL.ccomp && reading.xpos(token) !== "VBG" && !hasMark(reading, token, "to"))
      return NOTHING;
    if (above.passive) return { subject: above.object, object: -1, passive: false };
    const controlled =
      above.object >= 0 && above.object < token && !SUBJECT_CONTROL.has(reading.lemma(head));
    return { subject: controlled ? above.object : above.subject, object: -1, passive: false };
  }
  if (base === REL.advcl) {
    const participle = reading.xpos(token) === "VBN" && !hasMark(reading, token, "to");
    // "Expects Xi to come": the infinitive is what the object does.
    const isControlled =
      above.complement === token &&
      above.complementForm === "inf" &&
      above.object >= 0 &&
      above.object < token &&
      !SUBJECT_CONTROL.has(reading.lemma(head));
    const subject = above.passive || isControlled ? above.object : above.subject;
    return participle
      ? { subject: -1, object: subject, passive: true }
      : { subject, object: -1, passive: false };
  }
  return NOTHING;
}

function ownObject(reading: Reading, verb: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[verb]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.obj) return true;
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (child > verb && isPlainNoun(base) && isBareNoun(reading, child)) return true;
  }
  return false;
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

/** *Which the army chief described*: the noun that the parser made a predicate is the subject. */
function hasRelativeSubject(reading: Reading, noun: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0 && child < noun; child = nextSibling[child]!) {
    if (isRelativePronoun(reading, child)) return true;
  }
  return false;
}

/** In *rebels who attacked* and *the town they attacked* the noun before fills the empty place. */
function relative(reading: Reading, token: number, head: number, own: number): Shared {
  if (own < 0) return { subject: head, object: -1, passive: false };
  if (isRelativePronoun(reading, own)) return NOTHING;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (base === REL.obj || base === REL.ccomp) return NOTHING;
    if (base === REL.obl && isRelativePronoun(reading, child)) return NOTHING;
  }
  return { subject: -1, object: head, passive: false };
}

/** Whose plan is *a plan to attack*: its possessor, else the subject of the verb that has the plan. */
function controllerOfNoun(reading: Reading, noun: number, depth: number): number {
  const owner = possessor(reading, noun);
  if (owner >= 0) return owner;
  const head = reading.tokens.head[noun]!;
  if (head < 0) return -1;
  if (reading.tokens.relation[noun] === REL.nsubj) return -1;
  if (isVerbal(reading, head)) return verbClause(reading, head, depth + 1).subject;
  return -1;
}

function nounClause(reading: Reading, token: number): Clause {
  const { tokens, tree } = reading;
  let complement = -1;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = tokens.relation[child]!;
    const base = BASE_RELATION[relation];
    if (complement >= 0) continue;
    if (relation === REL.acl || base === REL.xcomp || base === REL.ccomp || base === REL.advcl) {
      if (hasMark(reading, child, "to") || isGerund(reading, child)) complement = child;
      else if (base === REL.ccomp || (relation === REL.acl && hasMark(reading, child, "that")))
        complement = child;
    }
  }
  const obliques = nounObliques(reading, token);
  return {
    token,
    passive: false,
    subject: possessor(reading, token),
    object: -1,
    indirect: -1,
    obliques,
    objectObliques: [],
    complement,
    complementForm: complement >= 0 ? formOf(reading, complement, "inf") : "",
  };
}

/** *Russia's* attack; -1 when nobody's. */
export function possessor(reading: Reading, noun: number): number {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.possessive) return child;
  }
  return -1;
}

/** The prepositional phrases inside a noun phrase. */
export function nounObliques(reading: Reading, noun: number): Oblique[] {
  const obliques: Oblique[] = [];
  if (noun < 0) return obliques;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0; child = nextSibling[child]!) {
    const relation = reading.tokens.relation[child]!;
    const base = BASE_RELATION[relation];
    if (relation === REL.possessive) continue;
    if (base === REL.nmod || base === REL.obl) addObliques(reading, child, obliques);
  }
  return obliques;
}

/** A phrase and the phrases of the same preposition that it is joined with. */
function addObliques(reading: Reading, head: number, obliques: Oblique[]): void {
  obliques.push({ prep: reading.preposition(head), head });
}

/** A relative pronoun stands for the noun before its clause. */
function resolveRelative(reading: Reading, token: number): number {
  if (token < 0 || !isRelativePronoun(reading, token)) return token;
  for (let at = reading.tokens.head[token]!; at >= 0; at = reading.tokens.head[at]!) {
    if (reading.tokens.relation[at] === REL.relcl) return reading.tokens.head[at]!;
  }
  return token;
}

function isRelativePronoun(reading: Reading, token: number): boolean {
  const xpos = reading.xpos(token);
  return xpos === "WDT" || xpos === "WP";
}

function isNominal(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return tag === "NOUN" || tag === "PROPN" || tag === "PRON" || tag === "NUM";
}

function isVerbal(reading: Reading, token: number): boolean {
  const tag = reading.tag(token);
  return tag === "VERB" || tag === "AUX" || tag === "ADJ" || hasSubject(reading, token);
}

function relationBase(reading: Reading, token: number): number {
  return BASE_RELATION[reading.tokens.relation[token]!]!;
}

/** *by shelling the town*, *from condemning*: a gerund behind a preposition. */
function isGerund(reading: Reading, token: number): boolean {
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

export function hasMark(reading: Reading, token: number, lemma: string): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.mark && reading.lemma(child) === lemma) return true;
  }
  return false;
}

function formOf(
  reading: Reading,
  token: number,
  fallback: "inf" | "that",
): Clause["complementForm"] {
  if (hasMark(reading, token, "to")) return "inf";
  if (reading.xpos(token) === "VBG") return "ing";
  return fallback;
}

const MEANS: ReadonlySet<string> = new Set(
  "percent % monday tuesday wednesday thursday friday saturday sunday year month week end phone telephone plane air road then now".split(
    " ",
  ),
);

function isTimeOrMeans(reading: Reading, head: number): boolean {
  return reading.tag(head) === "NUM" || MEANS.has(reading.lemma(head));
}
