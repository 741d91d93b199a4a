/**
 * Two subjects on one verb, with no *and* between them. One of them is something else: what a participle behind the first is about (*aircraft
 * carrying cruise missiles struck*), the name that tells who is meant (*the aid group Doctors Without Borders said*), or the place before a
 * dash that begins the sentence (*PARIS (AFP) - France said*).
 */
import { UPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { type Columns, FINITE, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export const repairSubjects: Repair = (draft, firstToken, lastToken) => {
  const { form } = draft.tokens;
  for (let second = firstToken + 1; second < lastToken; second++) {
    const tree = treeOf(draft);
    if (tree.relation[second] !== REL.nsubj || !isNoun(tree, second)) continue;
    const verb = tree.head[second]!;
    if (verb < second || tree.upos[verb] !== VERB) continue;
    const first = subjectBefore(tree, second, verb, firstToken);
    if (first < 0) continue;
    const begin = leftEdge(tree, second, first);
    const participle = participleOf(tree, first, begin);
    if (participle >= 0) {
      // "The men took hostages, Reuters said": behind a comma it is who speaks.
      if (form[begin - 1] === ",") continue;
      giveObject(columnsOf(draft), participle, second);
    } else if (begin === first + 1) {
      if (!isApposed(tree, first, second)) continue;
      const { head, relation } = columnsOf(draft);
      head[second] = first;
      relation[second] = REL.appos;
    } else if (isDateline({ form }, tree, firstToken, first, begin)) {
      columnsOf(draft).relation[first] = REL.list;
    } else continue;
    keepTree(draft, firstToken, lastToken);
  }
};

function subjectBefore(tree: Tree, second: number, verb: number, firstToken: number): number {
  for (let at = second - 1; at >= firstToken; at--) {
    if (tree.head[at] === verb && tree.relation[at] === REL.nsubj)
      return isNoun(tree, at) ? at : -1;
  }
  return -1;
}

/** The first word of the phrase of a noun, without the dash or comma before it. */
function leftEdge({ head, relation }: Tree, noun: number, after: number): number {
  let edge = noun;
  for (let at = noun - 1; at > after; at--) {
    if (relation[at] === REL.punct) continue;
    if (head[at] === noun || (head[at]! >= edge && head[at]! <= noun)) edge = at;
  }
  return edge;
}

/** The participle behind a noun that the words before `end` belong to. */
function participleOf({ upos, xpos, head, relation }: Tree, noun: number, end: number): number {
  for (let at = noun + 1; at < end; at++) {
    if (head[at] === noun && relation[at] === REL.acl)
      return upos[at] === VERB && !FINITE.has(xpos[at]!) ? at : -1;
  }
  return -1;
}

/** *Using precision guided missiles*: a noun that the parser took for the whole object is a part of it. */
function giveObject({ head, relation }: Columns, participle: number, object: number): void {
  for (let at = participle + 1; at < object; at++) {
    if (head[at] === participle && relation[at] === REL.obj) {
      head[at] = object;
      relation[at] = REL.compound;
    } else if (relation[at] === REL.acl && head[at]! > participle && head[at]! < at) {
      head[at] = object;
      relation[at] = REL.amod;
    }
  }
  head[object] = participle;
  relation[object] = REL.obj;
}

/** *Health minister Olivier Veran*: a name right behind a common noun that is no time. */
function isApposed({ upos, lemma }: Tree, first: number, second: number): boolean {
  return (
    UPOS[upos[first]!] === "NOUN" && UPOS[upos[second]!] === "PROPN" && !TIMES.has(lemma[first]!)
  );
}

const TIMES: ReadonlySet<string> = new Set(
  "today yesterday tomorrow tonight day week month year morning afternoon evening night time".split(
    " ",
  ),
);

const DASH = /^[-–—]$/;

/** Not more words than this stand in a dateline: *SAN FRANCISCO, May 3 (Reuters) -*. */
const LONGEST_DATELINE = 12;

/** A name that begins the sentence, and a dash right before the second. */
function isDateline(
  { form }: Pick<TokenTable, "form">,
  tree: Tree,
  firstToken: number,
  first: number,
  begin: number,
): boolean {
  return (
    UPOS[tree.upos[first]!] === "PROPN" &&
    DASH.test(form[begin - 1]!) &&
    begin - firstToken <= LONGEST_DATELINE &&
    leftEdge(tree, first, firstToken - 1) === firstToken
  );
}

function isNoun({ upos }: Tree, at: number): boolean {
  const tag = UPOS[upos[at]!];
  return tag === "PROPN" || tag === "NOUN";
}
