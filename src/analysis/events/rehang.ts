/** Makes a token the verb, noun or attribute that it is, and hangs the words around it on it. Changes the copied columns. */

import { UPOS, UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { topNoun } from "./hidden-verbs.ts";
import { type Columns, FINITE, ROOT, SAYING, VB, VBD, VBG, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export function makeVerb(
  columns: Columns,
  firstToken: number,
  lastToken: number,
  token: number,
  verb: string,
): void {
  const { upos, xpos, head, relation, lemma } = columns;
  const isClauseBefore = hasFiniteVerb(columns, firstToken, token);
  upos[token] = VERB;
  xpos[token] = VBD;
  lemma[token] = verb;
  const wasModifier = isModifier(relation[token]!);
  let noun = head[token]!;
  // "Opened fraud investigations": the noun that the whole phrase is about.
  while (wasModifier && noun > token && isModifier(relation[noun]!) && head[noun]! > noun)
    noun = head[noun]!;
  if (wasModifier && noun > token) {
    // "Police confiscated weapons": the noun after it is its object, and it takes the noun's place.
    head[token] = head[noun]!;
    relation[token] =
      relation[noun] === REL.obj || relation[noun] === REL.nmod ? ROOT : relation[noun]!;
    head[noun] = token;
    relation[noun] = REL.obj;
    for (let at = firstToken; at < token; at++) if (head[at] === noun) head[at] = token;
  } else if (noun >= 0 && noun < token && isClauseBefore) {
    if (!SAYING.has(lemma[noun]!)) {
      relation[token] = REL.acl;
      return;
    }
    relation[token] = REL.ccomp;
  }
  const subject = nominalBefore(columns, firstToken, token);
  if (subject >= 0 && !isAbove(head, token, subject)) {
    head[subject] = token;
    relation[subject] = REL.nsubj;
  } else if (subject >= 0) {
    // The nominal was above: they change places.
    head[token] = head[subject]!;
    relation[token] = relation[subject]!;
    head[subject] = token;
    relation[subject] = REL.nsubj;
  }
  for (let at = token - 1; at >= firstToken && at >= token - 3; at--) {
    if (UPOS[upos[at]!] !== "AUX") continue;
    head[at] = token;
    relation[at] = REL.aux;
    xpos[token] = VB;
  }
  promote(columns, token);
  // What hung on the nominal behind the verb belongs to the verb.
  for (let at = token + 1; subject >= 0 && at < lastToken; at++) {
    if (head[at] === subject) head[at] = token;
  }
  for (let at = firstToken; at < token; at++) {
    const isLeft = head[at] === token && at !== subject;
    if (
      isLeft &&
      subject >= 0 &&
      (relation[at] === REL.det ||
        relation[at] === REL.amod ||
        relation[at] === REL.compound ||
        relation[at] === REL.possessive)
    ) {
      head[at] = subject;
    }
  }
  for (let at = token + 1; at < lastToken; at++) {
    if (head[at] !== token) continue;
    if (relation[at] === REL.nmod) relation[at] = REL.obl;
    else if (relation[at] === REL.acl) relation[at] = REL.xcomp;
    else if (relation[at] === REL.flat || relation[at] === REL.appos) relation[at] = REL.obj;
  }
  const root = rootOf(columns, firstToken, lastToken);
  if (root < 0) relation[token] = ROOT;
  if (head[token]! < 0) relation[token] = ROOT;
}

export function makeMain({ xpos, head, relation }: Columns, token: number, tag = VBD): void {
  const noun = topNoun({ head, relation }, head[token]!);
  xpos[token] = tag;
  head[token] = -1;
  relation[token] = ROOT;
  head[noun] = token;
  relation[noun] = REL.nsubj;
}

export function makeAttribute({ tokens, upos, head, relation }: Columns, token: number): void {
  upos[token] = UPOS_ID.get("ADJ")!;
  if (head[token]! > token) {
    relation[token] = REL.amod;
    return;
  }
  let noun = token + 1;
  for (
    let at = token + 1;
    at < tokens.count && tokens.sentence[at] === tokens.sentence[token];
    at++
  ) {
    if (head[at] === token && relation[at] === REL.obj) noun = at;
  }
  head[noun] = head[token]!;
  relation[noun] =
    relation[token] === REL.xcomp || relation[token] === REL.advcl ? REL.obj : relation[token]!;
  for (let at = 0; at < tokens.count; at++) {
    if (head[at] === token && at !== noun) head[at] = head[token]! >= 0 ? head[token]! : noun;
  }
  head[token] = noun;
  relation[token] = REL.amod;
}

export function makeNoun({ upos, xpos, head, relation, lemma }: Columns, token: number): void {
  upos[token] = UPOS_ID.get("NOUN")!;
  xpos[token] = XPOS_ID.get("NNS")!;
  upos[token - 1] = UPOS_ID.get("ADP")!;
  relation[token - 1] = REL.case;
  head[token - 1] = token;
  lemma[token] = lemma[token]!.slice(0, -1);
  let above = head[token]!;
  while (above >= 0 && upos[above] !== VERB) above = head[above]!;
  if (above >= 0) head[token] = above;
  relation[token] = REL.obl;
}

/** Of a gerund behind *and* and a noun. */
export function makeJoinedNoun(columns: Columns, token: number): void {
  const { tokens, head, relation } = columns;
  tagNoun(columns, token);
  head[token] = token - 2;
  for (let at = token + 1; tokens.sentence[at] === tokens.sentence[token]; at++) {
    if (head[at] === token && relation[at] === REL.obl) relation[at] = REL.nmod;
  }
}

/** Of a gerund behind a preposition and an adjective. */
export function makeGerundNoun(columns: Columns, token: number): void {
  const { tokens, upos, head, relation } = columns;
  tagNoun(columns, token);
  relation[token - 2] = REL.case;
  let verb = token - 2;
  while (verb > 0 && tokens.sentence[verb] === tokens.sentence[token] && upos[verb] !== VERB)
    verb--;
  const isFar = head[token]! > token && upos[verb] === VERB;
  if (isFar && tokens.sentence[verb] === tokens.sentence[token]) head[token] = verb;
  relation[token] = REL.obl;
}

/** A gerund by itself: a noun of its own form. */
function tagNoun({ tokens, upos, xpos, lemma }: Columns, token: number): void {
  upos[token] = UPOS_ID.get("NOUN")!;
  xpos[token] = XPOS_ID.get("NN")!;
  lemma[token] = tokens.form[token]!.toLowerCase();
}

export function makeProgressive(
  { tokens, upos, xpos, relation, head, lemma }: Columns,
  token: number,
  verb: string,
): void {
  upos[token] = VERB;
  xpos[token] = VBG;
  lemma[token] = verb;
  if (head[token - 1] === token) relation[token - 1] = REL.aux;
  for (let at = token - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[token]; at--) {
    if (head[at] === token && relation[at] === REL.cop) relation[at] = REL.aux;
  }
}

function isModifier(relation: number): boolean {
  return relation === REL.amod || relation === REL.compound;
}

/** A verb is nobody's subject: it is what a reporting verb after it reports, or the main verb itself. */
function promote(columns: Columns, token: number): void {
  const { upos, head, relation, lemma } = columns;
  const above = head[token]!;
  const isSubject = relation[token] === REL.nsubj || relation[token] === REL.nsubjPass;
  if (!isSubject || above <= token || upos[above] !== VERB) return;
  if (SAYING.has(lemma[above]!)) {
    relation[token] = REL.ccomp;
    return;
  }
  const opener = markBefore(columns, token, above);
  if (opener >= 0) {
    // "Though countries imposed sanctions, China refrained": the clause that the conjunction opens.
    head[opener] = token;
    relation[token] = REL.advcl;
    return;
  }
  head[token] = head[above]!;
  relation[token] = relation[above]!;
  head[above] = token;
  relation[above] = REL.advcl;
}

/** The conjunction before a token that hangs on the verb behind it. */
function markBefore({ tokens, head, relation }: Columns, token: number, verb: number): number {
  for (let at = token - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[token]; at--) {
    if (head[at] === verb && relation[at] === REL.mark) return at;
  }
  return -1;
}

/** The top of the nominal phrase that ends right before the token. */
function nominalBefore(
  { tokens, upos, xpos, head }: Columns,
  firstToken: number,
  token: number,
): number {
  let at = token - 1;
  while (at > firstToken && isBetween(UPOS[upos[at]!]!, tokens.form[at]!)) at--;
  let top = -1;
  for (let step = 0; at >= firstToken && at < token && step < 30; step++) {
    const tag = UPOS[upos[at]!]!;
    // A participle hangs on the nominal: *aircraft using missiles killed*.
    if (tag === "VERB" && FINITE.has(xpos[at]!)) break;
    if (tag !== "VERB") top = at;
    at = head[at]!;
  }
  return top >= 0 && tokens.sentence[top] === tokens.sentence[token] ? top : -1;
}

/** Adverbs, commas and days stand between subject and verb. */
function isBetween(tag: string, form: string): boolean {
  return tag === "ADV" || tag === "PUNCT" || tag === "AUX" || DAYS.has(form.toLowerCase());
}

const DAYS: ReadonlySet<string> = new Set(
  "today yesterday tonight monday tuesday wednesday thursday friday saturday sunday on".split(" "),
);

function isAbove(head: Int32Array, token: number, other: number): boolean {
  for (let at = token, step = 0; at >= 0 && step < 400; at = head[at]!, step++)
    if (at === other) return true;
  return false;
}

function hasFiniteVerb({ upos, xpos }: Columns, firstToken: number, token: number): boolean {
  for (let at = firstToken; at < token; at++) {
    const isOfVerb = upos[at] === VERB || UPOS[upos[at]!] === "AUX";
    if (isOfVerb && FINITE.has(xpos[at]!)) return true;
  }
  return false;
}

function rootOf({ head }: Columns, firstToken: number, lastToken: number): number {
  for (let at = firstToken; at < lastToken; at++) if (head[at]! < 0) return at;
  return -1;
}
