/**
 * *Police confirmed an officer was shot*: a clause without *that* whose subject the parser took for an object of the verb above. Where that
 * object stands right before a finite verb that hangs on the same verb and has no subject, it is the subject. Works on copied columns.
 */
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { finiteClause } from "./finite-clause.ts";
import { VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

/** Verbs whose clauses often go without *that*. */
const CLAUSAL: ReadonlySet<string> = new Set(
  "say report announce confirm claim find believe think know fear hope allege warn suspect insist understand admit deny show learn see hear feel suggest indicate".split(
    " ",
  ),
);

export const repairComplements: Repair = (draft, firstToken, lastToken) => {
  for (let verb = firstToken + 2; verb < lastToken; verb++) {
    const found = subjectOf(treeOf(draft), firstToken, verb);
    if (found === undefined) continue;
    const { head, relation } = columnsOf(draft);
    head[found.subject] = verb;
    relation[found.subject] = found.isPassive ? REL.nsubjPass : REL.nsubj;
    relation[verb] = REL.ccomp;
    keepTree(draft, firstToken, lastToken);
  }
};

/** The object of the verb above that this verb should have for its subject. */
function subjectOf(
  tree: Tree,
  firstToken: number,
  verb: number,
): { readonly subject: number; readonly isPassive: boolean } | undefined {
  const { upos, head, relation, lemma } = tree;
  const above = head[verb]!;
  if (upos[verb] !== VERB || above < firstToken || above >= verb || upos[above] !== VERB)
    return undefined;
  if (!CLAUSAL.has(lemma[above]!)) return undefined;
  if (relation[verb] !== REL.ccomp && relation[verb] !== REL.parataxis) return undefined;
  const clause = finiteClause(tree, above, verb);
  if (clause === undefined || clause.isMarked) return undefined;
  let subject = -1;
  for (let at = above + 1; at < verb; at++) {
    if (head[at] === above && relation[at] === REL.obj) subject = at;
  }
  if (subject < 0) return undefined;
  for (let at = subject + 1; at < clause.begin; at++) {
    if (!isBelow(head, at, subject)) return undefined;
  }
  return { subject, isPassive: clause.isPassive };
}

/** Deeper than this no word hangs in a phrase. */
const DEEPEST = 12;

function isBelow(head: Int32Array, token: number, top: number): boolean {
  let at = token;
  for (let step = 0; step < DEEPEST && at >= 0; step++) {
    at = head[at]!;
    if (at === top) return true;
  }
  return false;
}
