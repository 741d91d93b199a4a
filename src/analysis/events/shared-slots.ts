/** What a clause without a subject or an object of its own takes from the clause above: conjunction, control, relative and participial clauses. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause } from "./clause.ts";
import { hasMark, isRelativePronoun, isVerbal, relationBase } from "./clause-forms.ts";
import { possessor } from "./noun-clause.ts";
import { nounAfter } from "./noun-phrase.ts";
import { ownObject } from "./objects.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

/** Reads the clause above; given by the reader of verbs, which asks for what it lacks. */
export type ReadVerb = (reading: Reading, verb: number, depth: number) => Clause;

/** Clauses above a clause that are asked. */
const DEEPEST = 6;

export interface Shared {
  readonly subject: number;
  readonly object: number;
  readonly passive: boolean;
}

const NOTHING: Shared = { subject: -1, object: -1, passive: false };

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

/** Verbs behind whose object a participle tells what others do to it. */
const CAUSING: ReadonlySet<string> = new Set(["have", "get", "see", "want"]);

/** What a clause without its own subject takes from the clause above it. */
export function inherit(
  reading: Reading,
  token: number,
  own: number,
  depth: number,
  readVerb: ReadVerb,
): Shared {
  const { tokens } = reading;
  const head = tokens.head[token]!;
  if (head < 0 || depth > DEEPEST) return NOTHING;
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
    return {
      subject: controllerOfNoun(reading, head, depth, readVerb),
      object: -1,
      passive: false,
    };
  }
  if (base === REL.csubj && reading.tag(head) === "NOUN" && head < token)
    return { subject: nounAfter(reading, head, "by"), object: -1, passive: false };
  if (!isVerbal(reading, head)) {
    if (base === REL.conj && relationBase(reading, head) === REL.acl)
      return inherit(reading, head, -1, depth + 1, readVerb);
    return NOTHING;
  }
  const above = readVerb(reading, head, depth + 1);
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
    // "Had its assets nationalised", "got their man freed".
    const isCaused = reading.xpos(token) === "VBN" && CAUSING.has(reading.lemma(head));
    if (isCaused && above.object >= 0 && above.object < token)
      return { subject: -1, object: above.object, passive: true };
    const controlled =
      above.object >= 0 && above.object < token && !SUBJECT_CONTROL.has(reading.lemma(head));
    return { subject: controlled ? above.object : above.subject, object: -1, passive: false };
  }
  if (base === REL.advcl) {
    // "Objected to Ukraine opening an investigation".
    if (isRightBehindPhrase(reading, token, head))
      return { subject: token - 1, object: -1, passive: false };
    const apart = behindWith(reading, token, head);
    if (apart >= 0)
      return reading.xpos(token) === "VBN"
        ? { subject: -1, object: apart, passive: true }
        : { subject: apart, object: -1, passive: false };
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

/** Whether a gerund without a comma follows a name behind a preposition that hangs on the same verb. */
export function isRightBehindPhrase(reading: Reading, token: number, verb: number): boolean {
  if (reading.xpos(token) !== "VBG" || reading.tag(token - 1) !== "PROPN") return false;
  const { head, relation } = reading.tokens;
  if (head[token - 1] !== verb || BASE_RELATION[relation[token - 1]!] !== REL.obl) return false;
  const preposition = reading.preposition(token - 1);
  // "Wrote to Cameron asking for help": behind *to* it is mostly the subject who does both.
  return GOVERNING.has(preposition) || (preposition === "to" && reading.lemma(verb) === "object");
}

/** *With ten members already arrested*, *with the agency announcing a ban*: the noun of the phrase that ends right before the participle; -1. */
function behindWith(reading: Reading, token: number, head: number): number {
  const xpos = reading.xpos(token);
  if (xpos !== "VBN" && xpos !== "VBG") return -1;
  const { firstChild, nextSibling, rightEdge } = reading.tree;
  const begin = reading.tree.leftEdge[token]!;
  // "Worked with Turkey, demanding a truce".
  if (reading.tag(begin) === "PUNCT") return -1;
  for (let child = firstChild[head]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (base !== REL.obl && base !== REL.nmod) continue;
    if (rightEdge[child] === begin && reading.preposition(child) === "with") return child;
  }
  return -1;
}

/** Prepositions that a whole clause may stand behind. */
const GOVERNING: ReadonlySet<string> = new Set(["against", "about", "of"]);

/** Whose plan is *a plan to attack*: its possessor, else the subject of the verb that has the plan. */
function controllerOfNoun(
  reading: Reading,
  noun: number,
  depth: number,
  readVerb: ReadVerb,
): number {
  const owner = possessor(reading, noun);
  if (owner >= 0) return owner;
  // "A move by the US to force them".
  const by = nounAfter(reading, noun, "by");
  if (by >= 0) return by;
  const head = reading.tokens.head[noun]!;
  if (head < 0) return -1;
  if (reading.tokens.relation[noun] === REL.nsubj) return -1;
  if (isVerbal(reading, head)) return readVerb(reading, head, depth + 1).subject;
  return -1;
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
