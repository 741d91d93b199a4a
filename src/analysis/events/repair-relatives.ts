/**
 * *Macron, who arrived on Wednesday, told Xi*: where the parser made the verb of the relative clause the main one, with the name and *who* for its
 * subjects, the verb behind the closing comma is the main verb. Works on copied columns.
 */
import { UPOS, XPOS_ID } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { type Columns, copy, FINITE, isTree, restore, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const MD = XPOS_ID.get("MD")!;
const WHO = /^(?:who|which)$/;

/** The mended columns; those given where nothing was to mend. */
export function repairRelatives(
  tokens: TokenTable,
  firstToken: number,
  lastToken: number,
  given: Columns | undefined,
): Columns | undefined {
  let columns = given;
  for (let who = firstToken + 2; who < lastToken - 2; who++) {
    if (tokens.form[who - 1] !== "," || !WHO.test(tokens.form[who]!)) continue;
    const found = misread(columns ?? tokens, tokens, who, firstToken, lastToken);
    if (found === undefined) continue;
    columns ??= copy(tokens);
    mend(columns, found, lastToken);
    if (!isTree(columns.head, firstToken, lastToken)) restore(columns, firstToken, lastToken);
  }
  return columns;
}

interface Misread {
  readonly subject: number;
  /** Verb of the relative clause. */
  readonly relative: number;
  readonly main: number;
  readonly isPassive: boolean;
}

type Tree = Pick<Columns, "upos" | "xpos" | "head" | "relation">;

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
    const clause = clauseOf(tree, relative, main);
    if (clause === undefined || form[clause.begin - 1] !== ",") continue;
    return { subject, relative, main, isPassive: clause.isPassive };
  }
  return undefined;
}

/** Where a finite verb without a subject begins, with its auxiliaries and adverbs; undefined where it is none. */
function clauseOf(
  { xpos, head, relation }: Tree,
  relative: number,
  main: number,
): { readonly begin: number; readonly isPassive: boolean } | undefined {
  let [begin, hasTense, isPassive] = [main, FINITE.has(xpos[main]!), false];
  for (let at = relative + 1; at < main; at++) {
    if (head[at] !== main || relation[at] === REL.punct) continue;
    const base = BASE_RELATION[relation[at]!];
    if (base !== REL.aux && base !== REL.advmod) return undefined;
    begin = Math.min(begin, at);
    if (base !== REL.aux) continue;
    hasTense ||= FINITE.has(xpos[at]!) || xpos[at] === MD;
    isPassive ||= relation[at] === REL.auxPass;
  }
  return hasTense ? { begin, isPassive } : undefined;
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
