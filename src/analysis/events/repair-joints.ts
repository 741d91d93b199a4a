/**
 * *Met Wang Yi, and on Sunday Qin Gang* with the second name hung on *and* or on the comma: on these nothing is joined. It belongs to the word above them, as *and*
 * belongs to it.
 */
import { UPOS_ID } from "../tag-sets.ts";
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { REL } from "./relations.ts";

const CCONJ = UPOS_ID.get("CCONJ")!;
const PUNCT = UPOS_ID.get("PUNCT")!;

/** No word hangs on a longer chain of joints. */
const DEEPEST = 4;

export const repairJoints: Repair = (draft, firstToken, lastToken) => {
  for (let token = firstToken + 1; token < lastToken; token++) {
    const tree = treeOf(draft);
    const joint = tree.head[token]!;
    if (tree.relation[token] !== REL.conj || joint < firstToken || !isJoint(tree, joint)) continue;
    const above = wordAbove(tree, joint);
    if (above < 0 || above > token) continue;
    const { upos, head, relation } = columnsOf(draft);
    head[token] = above;
    for (let at = joint, step = 0; isJoint(tree, at) && step < DEEPEST; step++) {
      const next = head[at]!;
      head[at] = token;
      relation[at] = upos[at] === CCONJ ? REL.cc : REL.punct;
      at = next;
    }
    keepTree(draft, firstToken, lastToken);
  }
};

function isJoint({ upos }: Tree, token: number): boolean {
  return upos[token] === CCONJ || upos[token] === PUNCT;
}

/** The first word above that is no joint, the first of a name where it is within one; -1 where there is none near. */
function wordAbove(tree: Tree, joint: number): number {
  let at = joint;
  for (let step = 0; step < DEEPEST && at >= 0; step++) {
    if (!isJoint(tree, at) && tree.relation[at] !== REL.flat) return at;
    at = tree.head[at]!;
  }
  return -1;
}
