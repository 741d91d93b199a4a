/**
 * *Emmanuel Macron and Ursula von der Leyen urged Xi* with two subjects on one verb: where *and* stands between them they
 * are joined, as a clause has one subject. Works on copied columns; suite `clause-repair` holds the trees that change
 * against the gold.
 */
import { UPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { columnsOf, type Repair, treeOf } from "./draft.ts";
import type { Columns } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export const joinSubjects: Repair = (draft, firstToken, lastToken) => {
  const { form } = draft.tokens;
  for (let and = firstToken + 1; and < lastToken - 2; and++) {
    if (form[and] !== "and") continue;
    const { head, relation, upos } = treeOf(draft);
    const tree = { head, relation, upos, form };
    const second = subjectBehind(tree, and, lastToken);
    if (second < 0) continue;
    const verb = head[second]!;
    const first = subjectBefore(tree, and, verb, firstToken);
    if (first < 0) continue;
    const columns = columnsOf(draft);
    for (let at = and + 1; at < verb; at++) {
      if (columns.head[at] !== verb || columns.relation[at] !== REL.nsubj) continue;
      columns.head[at] = first;
      columns.relation[at] = REL.conj;
    }
    if (columns.head[and] === verb) columns.head[and] = second;
  }
};

type Tree = Pick<Columns, "head" | "relation" | "upos"> & Pick<TokenTable, "form">;

function subjectBehind(tree: Tree, and: number, lastToken: number): number {
  const { head, relation, upos } = tree;
  for (let at = and + 1; at < lastToken; at++) {
    if (relation[at] === REL.nsubj && head[at]! > at && isNoun(tree, at)) return at;
    // Another clause begins.
    if (relation[at] === REL.nsubj || UPOS[upos[at]!] === "VERB") return -1;
  }
  return -1;
}

function subjectBefore(tree: Tree, and: number, verb: number, firstToken: number): number {
  const { head, relation, form } = tree;
  for (let at = and - 1; at >= firstToken; at--) {
    if (relation[at] !== REL.nsubj || head[at] !== verb) continue;
    // "He and Putin"; a pronoun farther off begins a clause of its own.
    return isNoun(tree, at) || (at === and - 1 && PERSONAL.has(form[at]!.toLowerCase())) ? at : -1;
  }
  return -1;
}

const PERSONAL: ReadonlySet<string> = new Set(["he", "she", "they"]);

function isNoun({ upos }: Tree, at: number): boolean {
  const tag = UPOS[upos[at]!];
  return tag === "PROPN" || tag === "NOUN";
}
