/**
 * *Jets bombed Lebanon on Sunday, killing two, the ministry said*: a verb of saying that ends its sentence, with nothing but a noun phrase
 * between it and a comma, reports what stands before it. The phrase is its subject, whatever it was joined to; another subject is that of the
 * clause before, taken for a noun with a participle; the verb hangs on the main clause unless that hangs on it; and a participle before the comma
 * belongs to the main clause and not to those who speak.
 */
import { UPOS } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { columnsOf, keepTree, type Repair, type Tree, treeOf } from "./draft.ts";
import { type Columns, FINITE, SAYING, VBD, VBG, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

/** Words of a noun phrase before the verb. */
const LONGEST_PHRASE = 12;

export const repairTail: Repair = (draft, firstToken, lastToken) => {
  const { tokens } = draft;
  const tree = treeOf(draft);
  const verb = lastVerb(tree, firstToken, lastToken);
  if (verb < 0 || !SAYING.has(tokens.lemma[verb]!)) return;
  const tail = tailOf(tree, tokens, verb, firstToken, lastToken);
  if (tail === undefined || !isMisread(tree, tail)) return;
  mend(columnsOf(draft), tail, firstToken);
  keepTree(draft, firstToken, lastToken);
};

interface Tail {
  readonly comma: number;
  readonly speaker: number;
  readonly verb: number;
  /** Top of the first finite clause before the comma. */
  readonly main: number;
  /** Participles before the comma that hang on the verb of saying. */
  readonly participles: readonly number[];
  /** Second clauses behind *and* that hang there. */
  readonly joined: readonly number[];
  /** The subject of the main clause where it hangs on the verb of saying and the clause on it; else -1. */
  readonly subject: number;
}

function lastVerb({ upos, xpos }: Tree, firstToken: number, lastToken: number): number {
  for (let at = lastToken - 1; at > firstToken; at--) {
    if (upos[at] === VERB) return FINITE.has(xpos[at]!) ? at : -1;
  }
  return -1;
}

function tailOf(
  tree: Tree,
  { form }: TokenTable,
  verb: number,
  firstToken: number,
  lastToken: number,
): Tail | undefined {
  const { head, relation } = tree;
  for (let at = verb + 1; at < lastToken; at++) {
    const base = BASE_RELATION[relation[at]!];
    if (head[at] === verb && (base === REL.ccomp || base === REL.obj || base === REL.xcomp))
      return undefined;
  }
  let comma = verb - 1;
  while (comma > firstToken && verb - comma <= LONGEST_PHRASE && isOfPhrase(tree, comma)) comma--;
  if (form[comma] !== "," || comma === verb - 1) return undefined;
  const speaker = speakerOf(tree, comma, verb);
  if (speaker < 0) return undefined;
  const hidden = hiddenClause(tree, verb, firstToken, comma);
  if (hidden !== undefined) return { comma, speaker, verb, participles: [], joined: [], ...hidden };
  let main = -1;
  const participles: number[] = [];
  const joined: number[] = [];
  for (let at = firstToken; at < comma; at++) {
    if (tree.upos[at] !== VERB) continue;
    if (head[at] === verb && main >= 0 && isJoined(tree, at)) joined.push(at);
    else if (tree.xpos[at] === VBG) {
      if (head[at] === verb && main >= 0 && form[at - 1] === ",") participles.push(at);
    } else if (main < 0 && (head[at]! < 0 || head[at]! > comma) && relation[at] !== REL.nsubj)
      main = at;
  }
  return main < 0 ? undefined : { comma, speaker, verb, main, participles, joined, subject: -1 };
}

/** *Had the initiative and were advancing*: a clause behind *and*. */
function isJoined({ head, relation }: Tree, verb: number): boolean {
  for (let at = verb - 1; at >= 0 && verb - at <= LONGEST_PHRASE; at--)
    if (head[at] === verb && relation[at] === REL.cc) return true;
  return false;
}

/** A noun before the comma that the parser took for who speaks, and the participle behind it that is its verb. */
function hiddenClause(
  { upos, xpos, head, relation }: Tree,
  verb: number,
  firstToken: number,
  comma: number,
): Pick<Tail, "main" | "subject"> | undefined {
  let subject = -1;
  for (let at = firstToken; at < comma; at++) {
    if (head[at] === verb && relation[at] === REL.nsubj) subject = at;
    const isBehind = subject >= 0 && head[at] === subject && relation[at] === REL.acl;
    if (isBehind && upos[at] === VERB && xpos[at] !== VBG) return { main: at, subject };
  }
  return undefined;
}

function isOfPhrase({ upos }: Tree, at: number): boolean {
  return IN_A_PHRASE.has(UPOS[upos[at]!]!);
}

const IN_A_PHRASE: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP"]);

/** The only noun of the phrase that hangs on no other word of it. */
function speakerOf({ upos, head }: Tree, comma: number, verb: number): number {
  let speaker = -1;
  for (let at = comma + 1; at < verb; at++) {
    if (head[at]! > comma && head[at]! < verb) continue;
    const tag = UPOS[upos[at]!];
    if (speaker >= 0 || (tag !== "NOUN" && tag !== "PROPN")) return -1;
    speaker = at;
  }
  return speaker;
}

function isMisread({ head, relation }: Tree, tail: Tail): boolean {
  const { speaker, verb, main, participles, joined, subject } = tail;
  if (head[speaker] !== verb || relation[speaker] !== REL.nsubj) return true;
  if (participles.length + joined.length > 0 || subject >= 0) return true;
  return head[main] !== verb && (head[verb] !== main || relation[verb] !== REL.parataxis);
}

function mend(columns: Columns, tail: Tail, firstToken: number): void {
  const { head, relation } = columns;
  const { speaker, verb, main, participles, joined } = tail;
  head[speaker] = verb;
  relation[speaker] = REL.nsubj;
  if (tail.subject >= 0) {
    unhide(columns, tail, firstToken);
    return;
  }
  for (const participle of participles) {
    head[participle] = main;
    relation[participle] = REL.advcl;
  }
  for (const clause of joined) {
    head[clause] = main;
    relation[clause] = REL.conj;
  }
  if (head[main] === verb) return;
  head[verb] = main;
  relation[verb] = REL.parataxis;
}

/** *While people [sheltered inside]* with *people* for who spoke: the participle takes the place of the verb of saying, and what stood before it. */
function unhide(
  { xpos, head, relation }: Columns,
  { comma, speaker, verb, main, subject }: Tail,
  firstToken: number,
): void {
  head[main] = head[verb]!;
  relation[main] = relation[verb]!;
  xpos[main] = VBD;
  head[subject] = main;
  for (let at = firstToken; at < comma; at++)
    if (head[at] === verb && at !== speaker && at !== main) head[at] = main;
  head[verb] = head[main]! < 0 ? main : head[main]!;
  relation[verb] = REL.parataxis;
}
