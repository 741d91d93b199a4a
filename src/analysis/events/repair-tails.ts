/**
 * *Jets bombed Lebanon on Sunday, the ministry said*: a verb of saying that ends its sentence, with a subject of its own
 * behind a comma, reports what stands before it. A labeler that calls it a clause of the first verb turns that around.
 */
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { columnsOf, type Repair, treeOf } from "./draft.ts";
import { FINITE, SAYING } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export const repairTail: Repair = (draft, firstToken, lastToken) => {
  const { tokens } = draft;
  const { xpos, head, relation } = treeOf(draft);
  for (let verb = firstToken + 1; verb < lastToken; verb++) {
    if (relation[verb] !== REL.ccomp || head[verb]! > verb || !FINITE.has(xpos[verb]!)) continue;
    if (!SAYING.has(tokens.lemma[verb]!) || !isTail(tokens, { head, relation }, verb, lastToken))
      continue;
    columnsOf(draft).relation[verb] = REL.parataxis;
    return;
  }
};

/** Whether a comma, a subject and the verb end the sentence. */
function isTail(
  { form }: TokenTable,
  { head, relation }: Pick<TokenTable, "head" | "relation">,
  verb: number,
  lastToken: number,
): boolean {
  let hasSubject = false;
  for (let at = head[verb]! + 1; at < lastToken; at++) {
    if (head[at] !== verb) continue;
    const base = BASE_RELATION[relation[at]!];
    if (at > verb && (base === REL.ccomp || base === REL.obj || base === REL.xcomp)) return false;
    if (at < verb && base === REL.nsubj) hasSubject = true;
  }
  let comma = verb;
  while (comma > head[verb]! && form[comma] !== ",") comma--;
  return hasSubject && form[comma] === "," && comma > head[verb]!;
}
