/** *Forced them to leave* with the infinitive taken for a phrase behind the preposition *to*: what stands so is a clause of the verb above. */
import { columnsOf, keepTree, type Repair, treeOf } from "./draft.ts";
import { VB, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export const repairInfinitives: Repair = (draft, firstToken, lastToken) => {
  for (let token = firstToken + 2; token < lastToken; token++) {
    const { upos, xpos, head, relation, lemma } = treeOf(draft);
    const above = head[token]!;
    if (upos[token] !== VERB || xpos[token] !== VB || above < 0 || above > token) continue;
    if (relation[token] !== REL.obl || upos[above] !== VERB) continue;
    if (lemma[token - 1] !== "to" || relation[token - 1] !== REL.case) continue;
    const columns = columnsOf(draft);
    columns.relation[token] = REL.xcomp;
    columns.relation[token - 1] = REL.mark;
    keepTree(draft, firstToken, lastToken);
  }
};
