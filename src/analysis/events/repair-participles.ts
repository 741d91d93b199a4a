/**
 * *A doctor accused of fraud was jailed*: where the parser made the participle the main verb, the finite verb behind its phrase, which has no subject of
 * its own and is joined by nothing, is the main one. Works on copied columns.
 */
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { BASE_RELATION } from "../tree.ts";
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { finiteClause } from "./finite-clause.ts";
import { type Columns, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const VBD = XPOS_ID.get("VBD")!;
const VBN = XPOS_ID.get("VBN")!;
const NOUNS: ReadonlySet<number> = new Set(["NOUN", "PROPN"].map((tag) => UPOS_ID.get(tag)!));
/** What stands before a verb that is joined to another. */
const JOINTS: ReadonlySet<number> = new Set(
  ["PUNCT", "CCONJ", "SCONJ"].map((tag) => UPOS_ID.get(tag)!),
);
/** What may follow a participle behind its noun; before a gerund the tagger calls it a conjunction. */
const PHRASE: ReadonlySet<string> = new Set(
  "of in by with for on from at after during over near outside to".split(" "),
);
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

export const repairParticiples: Repair = (draft, firstToken, lastToken) => {
  for (let verb = firstToken + 1; verb < lastToken - 3; verb++) {
    const tree = treeOf(draft);
    if (!mayBeParticiple(tree, verb)) continue;
    const subject = subjectOf(tree, verb);
    if (subject < 0) continue;
    for (let main = verb + 3; main < lastToken; main++) {
      if (tree.head[main] !== verb || tree.upos[main] !== VERB) continue;
      const clause = finiteClause(tree, verb, main);
      if (clause === undefined || JOINTS.has(tree.upos[clause.begin - 1]!)) continue;
      mend(columnsOf(draft), verb, main, subject, clause.isPassive, firstToken, lastToken);
      keepTree(draft, firstToken, lastToken);
      break;
    }
  }
};

/** A past form right behind a noun, with a phrase or a day behind it. */
function mayBeParticiple({ upos, xpos, lemma }: Tree, verb: number): boolean {
  if (upos[verb] !== VERB || (xpos[verb] !== VBD && xpos[verb] !== VBN)) return false;
  return NOUNS.has(upos[verb - 1]!) && (PHRASE.has(lemma[verb + 1]!) || DAY.test(lemma[verb + 1]!));
}

/** The noun right before the verb, where it is its subject and the verb has no auxiliary. */
function subjectOf({ head, relation, lemma }: Tree, verb: number): number {
  const subject = verb - 1;
  if (head[subject] !== verb || BASE_RELATION[relation[subject]!] !== REL.nsubj) return -1;
  for (let at = verb + 1; head[at] !== undefined && at < verb + 12; at++) {
    if (head[at] === verb && relation[at] === REL.obj && !DAY.test(lemma[at]!)) return -1;
  }
  return subject;
}

function mend(
  { head, relation, xpos }: Columns,
  verb: number,
  main: number,
  subject: number,
  isPassive: boolean,
  firstToken: number,
  lastToken: number,
): void {
  head[main] = head[verb]!;
  relation[main] = relation[verb]!;
  for (let at = firstToken; at < lastToken; at++) {
    if (head[at] !== verb) continue;
    if (at < subject || at > main) head[at] = main;
    else if (at === verb + 1 && relation[at] === REL.obj) relation[at] = REL.obl;
  }
  head[subject] = main;
  relation[subject] = isPassive ? REL.nsubjPass : REL.nsubj;
  head[verb] = subject;
  relation[verb] = REL.acl;
  xpos[verb] = VBN;
}
