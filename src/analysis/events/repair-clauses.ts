/**
 * Clauses behind *after, before, while ...* whose subject the parser took for a phrase of its own (*on Sunday after the United States shot
 * down a balloon*, with *States* hung on *Sunday*): where the word opens a noun phrase and a finite verb without a subject follows at once,
 * the verb is made the head of an adverbial clause and the phrase its subject. Works on copied columns.
 *
 * Suite `clause-repair` counts the trees that change and holds them against the gold trees of EWT dev and GUM news.
 */
import { UPOS, XPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { columnsOf, keepTree, type Repair, treeOf } from "./draft.ts";
import { type Columns, FINITE, ROOT, VBD, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

/** Words that open such a clause; all but the last few are prepositions as well. */
const OPENERS: ReadonlySet<string> = new Set(
  "after before since until till as while when because although though whereas".split(" "),
);

/** A subject is not farther from its verb. */
const STRAYING = 25;

/** Longer than *although* is none of them. */
const LONGEST_OPENER = 8;

function isOpener(form: string): boolean {
  return form.length <= LONGEST_OPENER && OPENERS.has(form.toLowerCase());
}

/** Words of a noun phrase before its verb, and no more: longer ones have clauses of their own. */
const LONGEST_PHRASE = 8;

export const repairClauses: Repair = (draft, firstToken, lastToken) => {
  const { tokens } = draft;
  for (let opener = firstToken; opener < lastToken - 2; opener++) {
    const isJoint = tokens.form[opener] === "and";
    if (!isJoint && !isOpener(tokens.form[opener]!)) continue;
    const clause = clauseBehind(treeOf(draft), tokens, opener, lastToken);
    if (clause === undefined || (isJoint && !isStray(treeOf(draft), clause))) continue;
    const columns = columnsOf(draft);
    if (isJoint) join(columns, opener, clause, firstToken);
    else hang(columns, opener, clause, firstToken);
    keepTree(draft, firstToken, lastToken);
  }
  const main = hiddenMain(treeOf(draft), tokens, firstToken, lastToken);
  if (main !== undefined) subordinate(columnsOf(draft), main, firstToken);
};

interface HiddenMain {
  readonly root: number;
  /** The conjunction that makes the root a clause. */
  readonly opener: number;
  readonly subject: number;
  /** The main verb, taken for a participle behind its subject. */
  readonly verb: number;
}

/**
 * *Leaders advised Biden against it, because debris could hurt people* with *hurt* as its root and *advised* as a participle of *leaders*: a
 * root cannot stand behind *because*, so the participle before it is the main verb.
 */
function hiddenMain(
  { upos, xpos, head, relation }: Pick<Columns, "upos" | "xpos" | "head" | "relation">,
  { form }: TokenTable,
  firstToken: number,
  lastToken: number,
): HiddenMain | undefined {
  let root = firstToken;
  while (root < lastToken && head[root]! >= 0) root++;
  if (root >= lastToken || upos[root] !== VERB) return undefined;
  let [opener, subject] = [-1, -1];
  for (let at = firstToken; at < root; at++) {
    if (head[at] !== root) continue;
    if (BASE_RELATION[relation[at]!] === REL.nsubj && opener < 0) subject = at;
    if (relation[at] === REL.mark && isOpener(form[at]!)) opener = at;
  }
  if (subject < 0 || opener < subject) return undefined;
  for (let at = subject + 1; at < opener; at++) {
    if (head[at] === subject && relation[at] === REL.acl && XPOS[xpos[at]!] === "VBN")
      return { root, opener, subject, verb: at };
  }
  return undefined;
}

function subordinate(
  { xpos, head, relation }: Columns,
  { root, opener, subject, verb }: HiddenMain,
  firstToken: number,
): void {
  for (let at = firstToken; at < opener; at++) if (head[at] === root) head[at] = verb;
  xpos[verb] = VBD;
  head[verb] = -1;
  relation[verb] = ROOT;
  head[subject] = verb;
  head[root] = verb;
  relation[root] = REL.advcl;
}

interface Clause {
  /** Head of the phrase. */
  readonly subject: number;
  /** Its last word. */
  readonly last: number;
  readonly verb: number;
}

/** *Attacked Iran in February and Iran restricted shipping*: its subject joined to a noun before it, and no other subject. */
function isStray(
  { head, relation }: Pick<Columns, "head" | "relation">,
  { subject, verb }: Clause,
): boolean {
  if (relation[subject] !== REL.conj) return false;
  if (
    relation[verb] !== REL.advcl &&
    relation[verb] !== REL.conj &&
    relation[verb] !== REL.parataxis
  )
    return false;
  for (let at = verb - STRAYING; at < verb + STRAYING; at++) {
    if (head[at] === verb && BASE_RELATION[relation[at]!] === REL.nsubj) return false;
  }
  return true;
}

function join(columns: Columns, opener: number, clause: Clause, firstToken: number): void {
  const { head, relation } = columns;
  hang(columns, opener, clause, firstToken);
  if (head[opener] !== clause.verb) return;
  relation[opener] = REL.cc;
  relation[clause.verb] = REL.conj;
}

/** The noun phrase right behind the opener and the finite verb right behind that, if the tree does not join them yet. */
function clauseBehind(
  { upos, xpos, head, relation }: Pick<Columns, "upos" | "xpos" | "head" | "relation">,
  { form, upos: given }: TokenTable,
  opener: number,
  lastToken: number,
): Clause | undefined {
  const end = Math.min(lastToken, opener + 1 + LONGEST_PHRASE);
  let subject = -1;
  let at = opener + 1;
  for (; at < end; at++) {
    const tag = UPOS[upos[at]!]!;
    // "After the United States and Israel attacked Iran".
    const isJoint = form[at] === "and" && subject === at - 1 && at + 1 < end;
    if (!isJoint && !isOfPhrase(tag, form[at]!)) break;
    // "After the war the two countries signed": another phrase begins.
    if (subject >= 0 && tag === "DET" && form[at - 1] !== "and") return undefined;
    if (isNominal(tag)) subject = at;
  }
  if (subject !== at - 1 || subject < 0) return undefined;
  while (at < end && UPOS[upos[at]!] === "ADV") at++;
  let hasAuxiliary = false;
  while (at < end && (UPOS[upos[at]!] === "AUX" || UPOS[upos[at]!] === "ADV")) {
    hasAuxiliary ||= UPOS[upos[at]!] === "AUX";
    at++;
  }
  if (at >= end || upos[at] !== VERB) return undefined;
  const isOfTime =
    hasAuxiliary ||
    FINITE.has(xpos[at]!) ||
    isPastBare(XPOS[xpos[at]!]!, form[at]!) ||
    hasObject({ head, relation }, at, lastToken);
  if (!isOfTime) return undefined;
  const top = topOf(head, opener + 1, subject);
  // A verb that the tagger took for a noun may have its subject, but it hangs like a noun.
  return given[at] === VERB && isJoined({ head, relation }, top, at)
    ? undefined
    : { subject: top, last: subject, verb: at };
}

/** The word of the phrase that the others hang on: of *coauthor Colette Heald* the first, of *the United States* the last. */
function topOf(head: Int32Array, first: number, last: number): number {
  let at = last;
  while (head[at]! >= first && head[at]! < at) at = head[at]!;
  return at;
}

/** *Iran restricted shipping*: a participle behind its noun has no object. */
function hasObject(
  { head, relation }: Pick<Columns, "head" | "relation">,
  verb: number,
  lastToken: number,
): boolean {
  const end = Math.min(lastToken, verb + LONGEST_PHRASE);
  for (let at = verb + 1; at < end; at++) {
    if (head[at] === verb && (relation[at] === REL.obj || relation[at] === REL.xcomp)) return true;
  }
  return false;
}

/** *Shot*, *hit*: behind a noun phrase no infinitive can stand, whatever its tag. */
function isPastBare(xpos: string, form: string): boolean {
  return xpos === "VB" && form === form.toLowerCase();
}

function isOfPhrase(tag: string, form: string): boolean {
  return (
    isNominal(tag) ||
    tag === "DET" ||
    tag === "ADJ" ||
    tag === "NUM" ||
    form === "'s" ||
    form === "-"
  );
}

function isNominal(tag: string): boolean {
  return tag === "NOUN" || tag === "PROPN" || tag === "PRON";
}

function isJoined(
  { head, relation }: Pick<Columns, "head" | "relation">,
  subject: number,
  verb: number,
): boolean {
  return head[subject] === verb && BASE_RELATION[relation[subject]!] === REL.nsubj;
}

function hang(
  { tokens, upos, head, relation }: Columns,
  opener: number,
  { subject, last, verb }: Clause,
  firstToken: number,
): void {
  const above = verbAbove({ upos, head }, opener, subject, verb, firstToken);
  if (above < 0) return;
  const isPassive = Array.from({ length: verb - last - 1 }, (_, i) => last + 1 + i).some(
    (at) => relation[at] === REL.auxPass,
  );
  // What hung on a word of the phrase from within stays; what hung on the verb as on a noun goes to the phrase.
  for (let at = opener + 1; at <= last; at++) {
    if (at === subject) continue;
    if (head[at] === verb || head[at]! < opener || head[at]! > verb) head[at] = subject;
  }
  head[subject] = verb;
  relation[subject] = isPassive ? REL.nsubjPass : REL.nsubj;
  for (let at = last + 1; at < verb; at++) {
    if (head[at] === subject || head[at]! < opener) head[at] = verb;
  }
  // "A US jet shot down the balloon" read as a phrase of nouns.
  for (let at = verb + 1; tokens.sentence[at] === tokens.sentence[verb]; at++) {
    if (head[at] !== verb) continue;
    if (relation[at] === REL.nmod) relation[at] = REL.obl;
    else if (relation[at] === REL.appos) relation[at] = REL.obj;
  }
  head[opener] = verb;
  relation[opener] = REL.mark;
  head[verb] = above;
  relation[verb] = REL.advcl;
}

/** The verb that the clause belongs to: the next one above the phrase or its verb that stands outside; -1 where there is none. */
function verbAbove(
  { upos, head }: Pick<Columns, "upos" | "head">,
  opener: number,
  subject: number,
  verb: number,
  firstToken: number,
): number {
  for (const from of [verb, subject]) {
    let at = head[from]!;
    for (let step = 0; at >= firstToken && step < 30; step++) {
      const isOutside = at < opener || at > verb;
      if (isOutside && upos[at] === VERB) return at;
      at = head[at]!;
    }
  }
  return -1;
}
