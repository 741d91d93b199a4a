/**
 * *Demanded that the president resign*, *urged that Congress sanction Iran*: behind *that* of a demand stands a verb without an ending, which the
 * tagger takes for a noun. Where the clause has no other verb, it is one.
 */
import { UPOS, UPOS_ID } from "../tag-sets.ts";
import { columnsOf, type Draft, keepTree, type Tree, treeOf } from "./draft.ts";
import type { EventLexicon } from "./lexicon.ts";
import { type Columns, FINITE, VB, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const DEMANDING: ReadonlySet<string> = new Set(
  "demand ask urge insist recommend propose request require order suggest command plead".split(" "),
);

const AUX = UPOS_ID.get("AUX")!;

const IN_A_PHRASE: ReadonlySet<string> = new Set("DET ADJ NOUN PROPN PRON NUM ADP".split(" "));

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);

export function repairSubjunctives(
  draft: Draft,
  lexicon: EventLexicon,
  firstToken: number,
  lastToken: number,
): void {
  const { form, lemma } = draft.tokens;
  for (let that = firstToken + 1; that < lastToken - 2; that++) {
    if (form[that] !== "that" || !DEMANDING.has(lemma[that - 1]!)) continue;
    const tree = treeOf(draft);
    if (tree.upos[that - 1] !== VERB) continue;
    const verb = bareVerb(tree, draft.tokens.form, lexicon, that, lastToken);
    if (verb < 0) continue;
    makeSubjunctive(columnsOf(draft), that, verb, lastToken);
    keepTree(draft, firstToken, lastToken);
  }
}

/** The noun that is the verb of the clause behind *that*; -1 where the clause has a verb, or no such noun. */
function bareVerb(
  { upos, xpos }: Tree,
  form: readonly string[],
  { verbs, operators }: EventLexicon,
  that: number,
  lastToken: number,
): number {
  let found = -1;
  for (let at = that + 1; at < lastToken && form[at] !== ","; at++) {
    const tag = UPOS[upos[at]!]!;
    if (upos[at] === AUX || (upos[at] === VERB && (FINITE.has(xpos[at]!) || xpos[at] === VB)))
      return -1;
    if (found >= 0) continue;
    const isBare = tag === "NOUN" && (verbs.has(form[at]!) || operators.has(form[at]!));
    if (isBare && NOMINAL.has(UPOS[upos[at - 1]!]!)) found = at;
    else if (!IN_A_PHRASE.has(tag)) return -1;
  }
  return found;
}

function makeSubjunctive(
  { tokens, upos, xpos, head, relation, lemma }: Columns,
  that: number,
  verb: number,
  lastToken: number,
): void {
  let subject = verb - 1;
  while (head[subject]! > that && head[subject]! < verb) subject = head[subject]!;
  upos[verb] = VERB;
  xpos[verb] = VB;
  lemma[verb] = tokens.form[verb]!;
  head[verb] = that - 1;
  relation[verb] = REL.ccomp;
  for (let at = that; at < verb; at++) {
    if (at !== subject && (head[at]! <= that || head[at]! >= verb)) head[at] = subject;
  }
  head[subject] = verb;
  relation[subject] = REL.nsubj;
  head[that] = verb;
  relation[that] = REL.mark;
  for (let at = verb + 1; at < lastToken; at++) {
    if (head[at]! >= that && head[at]! < verb) head[at] = verb;
    if (head[at] === verb && relation[at] === REL.nmod) relation[at] = REL.obl;
  }
}
