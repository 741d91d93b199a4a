/**
 * *Told reporters that he had ordered it* with the clause hung on *reporters*, of whom nothing can be said so: it is what was told.
 */
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

/** Verbs that say somebody something. */
const TELLING: ReadonlySet<string> = new Set(
  "tell inform warn assure remind convince persuade notify reassure".split(" "),
);

export const repairThat: Repair = (draft, firstToken, lastToken) => {
  const { form } = draft.tokens;
  for (let that = firstToken + 1; that < lastToken - 1; that++) {
    if (form[that] !== "that") continue;
    const tree = treeOf(draft);
    const clause = tree.head[that]!;
    if (clause <= that || tree.relation[that] !== REL.mark) continue;
    const verb = whoTold(tree, clause, that);
    if (verb < 0) continue;
    const { head, relation } = columnsOf(draft);
    head[clause] = verb;
    relation[clause] = REL.ccomp;
    keepTree(draft, firstToken, lastToken);
  }
};

/** The verb that a clause on its object belongs to; -1 where it is right. */
function whoTold({ upos, head, relation, lemma }: Tree, clause: number, that: number): number {
  if (relation[clause] !== REL.acl && relation[clause] !== REL.relcl) return -1;
  const told = head[clause]!;
  if (told < 0 || told >= that) return -1;
  if (relation[told] !== REL.obj && relation[told] !== REL.iobj) return -1;
  const verb = head[told]!;
  return verb >= 0 && verb < told && upos[verb] === VERB && TELLING.has(lemma[verb]!) ? verb : -1;
}
