/** *Declared the ban unconstitutional*: an adjective behind the object of such a verb is said of it, and no attribute. */
import { UPOS_ID } from "../tag-sets.ts";
import { columnsOf, keepTree, type Repair, treeOf } from "./draft.ts";
import { VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const RULING: ReadonlySet<string> = new Set("declare rule find deem call hold judge".split(" "));

const ADJ = UPOS_ID.get("ADJ")!;

export const repairPredicates: Repair = (draft, firstToken, lastToken) => {
  for (let token = firstToken + 2; token < lastToken; token++) {
    const { upos, head, relation, lemma } = treeOf(draft);
    const noun = head[token]!;
    if (upos[token] !== ADJ || relation[token] !== REL.amod || noun !== token - 1) continue;
    const verb = head[noun]!;
    if (relation[noun] !== REL.obj || upos[verb] !== VERB || !RULING.has(lemma[verb]!)) continue;
    const columns = columnsOf(draft);
    columns.head[token] = verb;
    columns.relation[token] = REL.xcomp;
    keepTree(draft, firstToken, lastToken);
  }
};
