/**
 * *Macron, who arrived on Wednesday, told Xi*: where the parser made the verb of the relative clause the main one, with the name and *who* for its
 * subjects, the verb behind the closing comma is the main verb. Works on copied columns.
 */
import { UPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { finiteClause } from "./finite-clause.ts";
import { type Columns, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const WHO = /^(?:who|which)$/;

export const repairRelatives: Repair = (draft, firstToken, lastToken) => {
  const { tokens } = draft;
  for (let who = firstToken + 2; who < lastToken - 2; who++) {
    if (tokens.form[who - 1] !== "," || !WHO.test(tokens.form[who]!)) continue;
    const found = misread(treeOf(draft), tokens, who, firstToken, lastToken);
    if (found === undefined) continue;
    mend(columnsOf(draft), found, lastToken);
    keepTree(draft, firstToken, lastToken);
  }
};

interface Misread {
  readonly subject: number;
  /** Verb of the relative clause. */
  readonly relative: number;
  readonly main: number;
  readonly isPassive: boolean;
}

function misread(
  tree: Tree,
  { form }: TokenTable,
  who: number,
  firstToken: number,
  lastToken: number,
): Misread | undefined {
  const { upos, head, relation } = tree;
  const relative = head[who]!;
  if (relative < who || upos[relative] !== VERB || !isSubject(relation[who]!)) return undefined;
  let subject = -1;
  for (let at = firstToken; at < who - 1; at++) {
    if (head[at] === relative && isSubject(relation[at]!) && isNoun(upos[at]!)) subject = at;
  }
  if (subject < 0) return undefined;
  for (let main = relative + 2; main < lastToken; main++) {
    if (head[main] !== relative || upos[main] !== VERB) continue;
    const clause = finiteClause(tree, relative, main);
    if (clause === undefined || form[clause.begin - 1] !== ",") continue;
    return { subject, relative, main, isPassive: clause.isPassive };
  }
  return undefined;
}

function mend(
  { head, relation }: Columns,
  { subject, relative, main, isPassive }: Misread,
  lastToken: number,
): void {
  head[main] = head[relative]!;
  relation[main] = relation[relative]!;
  head[relative] = subject;
  relation[relative] = REL.relcl;
  head[subject] = main;
  relation[subject] = isPassive ? REL.nsubjPass : REL.nsubj;
  for (let at = main + 1; at < lastToken; at++) if (head[at] === relative) head[at] = main;
}

function isSubject(relation: number): boolean {
  return BASE_RELATION[relation] === REL.nsubj;
}

function isNoun(upos: number): boolean {
  return UPOS[upos] === "PROPN" || UPOS[upos] === "NOUN";
}
