/**
 * *Told reporters that he had ordered it* with the clause hung on *reporters*, of whom nothing can be said so: it is what was told. Works on copied columns.
 */
import type { TokenTable } from "../tokens.ts";
import { type Columns, copy, isTree, restore, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

/** Verbs that say somebody something. */
const TELLING: ReadonlySet<string> = new Set(
  "tell inform warn assure remind convince persuade notify reassure".split(" "),
);

type Tree = Pick<Columns, "upos" | "head" | "relation"> & Pick<TokenTable, "lemma">;

/** The mended columns; those given where nothing was to mend. */
export function repairThat(
  tokens: TokenTable,
  firstToken: number,
  lastToken: number,
  given: Columns | undefined,
): Columns | undefined {
  let columns = given;
  for (let that = firstToken + 1; that < lastToken - 1; that++) {
    if (tokens.form[that] !== "that") continue;
    const tree = columns ?? tokens;
    const clause = tree.head[that]!;
    if (clause <= that || tree.relation[that] !== REL.mark) continue;
    const verb = whoTold(tree, clause, that);
    if (verb < 0) continue;
    columns ??= copy(tokens);
    columns.head[clause] = verb;
    columns.relation[clause] = REL.ccomp;
    if (!isTree(columns.head, firstToken, lastToken)) restore(columns, firstToken, lastToken);
  }
  return columns;
}

/** The verb that a clause on its object belongs to; -1 where it is right. */
function whoTold({ upos, head, relation, lemma }: Tree, clause: number, that: number): number {
  if (relation[clause] !== REL.acl && relation[clause] !== REL.relcl) return -1;
  const told = head[clause]!;
  if (told < 0 || told >= that) return -1;
  if (relation[told] !== REL.obj && relation[told] !== REL.iobj) return -1;
  const verb = head[told]!;
  return verb >= 0 && verb < told && upos[verb] === VERB && TELLING.has(lemma[verb]!) ? verb : -1;
}
