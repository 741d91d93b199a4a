/** Where a tag hides a verb, or makes one of a noun or an attribute: tests that change nothing. */
import { UPOS, UPOS_ID, XPOS, XPOS_ID } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { BASE_RELATION } from "../tree.ts";
import { verbOf } from "./inflection.ts";
import type { EventLexicon } from "./lexicon.ts";
import { FINITE, SAYING, VBG, VERB } from "./mended-columns.ts";
import { REL } from "./relations.ts";

const AUX = UPOS_ID.get("AUX")!;
const MD = XPOS_ID.get("MD")!;

/**
 * *Turkish tanks rolled into Syria* taken for a noun with a participle, *the army and a rebel force fought* for two:
 * in a sentence without a finite verb it is one. So it is where the only finite verb is joined to it: *doctors from two groups donated and
 * delivered goods*.
 */
export function lonelyParticiple(
  { upos, xpos, head, relation }: TokenTable,
  firstToken: number,
  lastToken: number,
): number {
  const finite = finiteForm({ upos, xpos }, firstToken, lastToken);
  if (finite >= 0) {
    const first = relation[finite] === REL.conj ? head[finite]! : -1;
    const isOnly = finiteForm({ upos, xpos }, finite + 1, lastToken) < 0;
    const isParticiple = first >= 0 && isBareParticiple({ upos, xpos, relation }, first);
    return isOnly && isParticiple && head[topNoun({ head, relation }, head[first]!)]! < 0
      ? first
      : -1;
  }
  for (let at = firstToken; at < lastToken; at++) {
    if (isBareParticiple({ upos, xpos, relation }, at) && isBehindRoot(head, relation, at))
      return at;
  }
  return -1;
}

function isBareParticiple(
  { upos, xpos, relation }: Pick<TokenTable, "upos" | "xpos" | "relation">,
  token: number,
): boolean {
  return (
    upos[token] === VERB &&
    XPOS[xpos[token]!] === "VBN" &&
    (relation[token] === REL.acl || relation[token] === REL.relcl)
  );
}

/** The noun that a phrase is about: *doctors* of *doctors from two groups*, the first of those joined by *and*. */
export function topNoun(
  { head, relation }: Pick<TokenTable, "head" | "relation">,
  token: number,
): number {
  let top = firstJoined({ head, relation }, token);
  while (relation[top] === REL.nmod && head[top]! >= 0 && head[top]! < top) {
    top = firstJoined({ head, relation }, head[top]!);
  }
  return top;
}

/** *Japan to send aid to Turkey*: in a headline a name with an infinitive behind it will do that. */
export function headlineFuture(
  { upos, xpos, head, relation, form }: TokenTable,
  firstToken: number,
  lastToken: number,
): number {
  if (finiteForm({ upos, xpos }, firstToken, lastToken) >= 0) return -1;
  for (let at = firstToken; at < lastToken; at++) {
    if (relation[at] !== REL.acl || XPOS[xpos[at]!] !== "VB" || !isBehindRoot(head, relation, at))
      continue;
    const isNamed = UPOS[upos[head[at]!]!] === "PROPN";
    if (isNamed && form[at - 1]!.toLowerCase() === "to") return at;
  }
  return -1;
}

/** The first finite verb or auxiliary of a stretch; -1 where there is none. */
function finiteForm(
  { upos, xpos }: Pick<TokenTable, "upos" | "xpos">,
  from: number,
  to: number,
): number {
  for (let at = from; at < to; at++) {
    if (upos[at] === AUX || (upos[at] === VERB && FINITE.has(xpos[at]!))) return at;
  }
  return -1;
}

/** Whether the head of a token stands before it and is the root, or joined to the root. */
function isBehindRoot(
  head: TokenTable["head"],
  relation: TokenTable["relation"],
  token: number,
): boolean {
  const above = head[token]!;
  if (above < 0 || above > token) return false;
  return head[firstJoined({ head, relation }, above)]! < 0;
}

/** The first of the words joined by *and* to which this one belongs. */
export function firstJoined(
  { head, relation }: Pick<TokenTable, "head" | "relation">,
  token: number,
): number {
  let first = token;
  while (relation[first] === REL.conj && head[first]! >= 0 && head[first]! < first)
    first = head[first]!;
  return first;
}

export function hasVerb(
  { upos, xpos }: TokenTable,
  firstToken: number,
  lastToken: number,
): boolean {
  for (let at = firstToken; at < lastToken; at++) {
    if (upos[at] === VERB && XPOS[xpos[at]!] !== "VBG") return true;
  }
  return false;
}

/** Headlines write the present: *China sanctions arms makers*, *Workers strike*. The first such form behind a nominal. */
export function headlineVerb(
  { upos, xpos, form }: TokenTable,
  { verbs }: EventLexicon,
  firstToken: number,
  lastToken: number,
): { readonly token: number; readonly verb: string } | undefined {
  for (let token = firstToken + 1; token < lastToken; token++) {
    const tag = UPOS[upos[token]!]!;
    const before = XPOS[xpos[token - 1]!]!;
    if (tag !== "NOUN" && tag !== "PROPN" && tag !== "VERB") continue;
    if (!NOMINAL.has(before)) continue;
    const word = form[token]!.toLowerCase();
    const isPlural =
      before === "NNS" || before === "NNPS" || form[token - 1]!.toLowerCase() === "police";
    if (word.endsWith("s") && !isPlural) {
      const verb = verbOf(word, (lemma) => verbs.has(lemma));
      if (verb !== undefined && token + 1 < lastToken) return { token, verb };
    } else if (isPlural && verbs.has(word)) return { token, verb: word };
  }
  return undefined;
}

const NOMINAL: ReadonlySet<string> = new Set(["NN", "NNS", "NNP", "NNPS"]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "neighbouring",
  "neighboring",
  "warring",
  "ruling",
  "opposing",
]);

/** Behind these no clause begins with a participle. */
const TELLING: ReadonlySet<string> = new Set("tell inform assure remind thank ask urge".split(" "));

/** *Accused neighbouring Algeria*: these participles are attributes, and *told cheering teachers*. */
export function isAttribute(
  { upos, xpos }: { readonly upos: Uint8Array; readonly xpos: Uint8Array },
  { form, sentence, lemma }: TokenTable,
  token: number,
): boolean {
  const next = token + 1;
  const isTold = upos[token] === VERB && TELLING.has(lemma[token - 1]!);
  return (
    upos[token] === VERB &&
    (ATTRIBUTES.has(form[token]!) || (isTold && XPOS[xpos[token]!] === "VBG")) &&
    sentence[next] === sentence[token] &&
    (UPOS[upos[next]!] === "NOUN" || UPOS[upos[next]!] === "PROPN")
  );
}

/** *Conceded to demands*: no infinitive ends in the *s* of a plural. */
export function isFalseInfinitive(
  { upos, xpos }: { readonly upos: Uint8Array; readonly xpos: Uint8Array },
  { form, lemma }: TokenTable,
  token: number,
): boolean {
  if (
    upos[token] !== VERB ||
    XPOS[xpos[token]!] !== "VB" ||
    form[token - 1]?.toLowerCase() !== "to"
  )
    return false;
  const word = form[token]!;
  return word === lemma[token] && /[a-z]{3}[^su]s$/.test(word);
}

/** *Killed in strikes and shelling*: a gerund joined to the noun before it, with nothing that it is done to. */
export function isJoinedGerund(
  columns: Pick<TokenTable, "upos" | "xpos" | "head" | "relation">,
  { form }: TokenTable,
  token: number,
): boolean {
  const { upos, xpos, head, relation } = columns;
  if (xpos[token] !== VBG || upos[token] !== VERB || relation[token] !== REL.conj) return false;
  if (form[token - 1] !== "and" || UPOS[upos[token - 2]!] !== "NOUN") return false;
  if (form[token - 2]!.endsWith("ing")) return false;
  const verb = head[token]!;
  if (verb < 0 || verb >= token - 2 || upos[verb] !== VERB || xpos[verb] === VBG) return false;
  const joined = BASE_RELATION[relation[token - 2]!];
  if (joined !== REL.obl && joined !== REL.nmod) return false;
  const next = UPOS[upos[token + 1]!];
  return next === "ADP" || next === "PUNCT" || next === undefined;
}

/** *Killed by Pakistani shelling*, *in heavy fighting*, *a call for better pay*: a gerund, or a verb without an ending, with an adjective of its own behind a preposition, with nothing that it is done to. */
export function isGerundOfPhrase(
  { upos, xpos, head, relation }: Pick<TokenTable, "upos" | "xpos" | "head" | "relation">,
  token: number,
): boolean {
  const isBare = relation[token - 1] === REL.advmod && !hasEnding(xpos[token]!);
  if (upos[token] !== VERB || head[token - 1] !== token || !(xpos[token] === VBG || isBare))
    return false;
  if ((relation[token - 1] !== REL.amod && !isBare) || UPOS[upos[token - 1]!] !== "ADJ")
    return false;
  const opener = token - 2;
  if (opener < 0 || head[opener] !== token || UPOS[upos[opener]!] === "PART") return false;
  if (relation[opener] !== REL.case && relation[opener] !== REL.mark) return false;
  return relation[token + 1] !== REL.obj && UPOS[upos[token + 1]!] !== "NOUN";
}

function hasEnding(xpos: number): boolean {
  return XPOS[xpos] !== "VB" && XPOS[xpos] !== "VBP";
}

/** Whether a token without the tag of a verb may be one all the same: by its ending, its form or the modal before it. */
export function mayHideVerb(
  { form, xpos }: TokenTable,
  { pastForms }: EventLexicon,
  token: number,
): boolean {
  const word = form[token]!;
  return (
    word.endsWith("ed") ||
    word.endsWith("ing") ||
    xpos[token - 1] === MD ||
    form[token - 1] === "not" ||
    pastForms.has(word)
  );
}

/** *Is mediating* with the tag of a noun. */
export function hiddenProgressive(
  tokens: TokenTable,
  lexicon: EventLexicon,
  token: number,
): string | undefined {
  const form = tokens.form[token]!;
  if (UPOS[tokens.upos[token]!] === "VERB" || !/^[a-z]{3,}ing$/.test(form)) return undefined;
  if (tokens.lemma[token - 1] !== "be") return undefined;
  return verbOf(form, (lemma) => lexicon.verbs.has(lemma));
}

/** The verb that a token is a past form of, when its place asks for a finite verb. */
export function hiddenVerb(
  upos: Uint8Array,
  tokens: TokenTable,
  lexicon: EventLexicon,
  firstToken: number,
  token: number,
): string | undefined {
  if (upos[token] === VERB) return falseAttribute(upos, tokens, lexicon, firstToken, token);
  // "Would have objected".
  if (upos[token] === AUX) return undefined;
  const form = tokens.form[token]!;
  if (isBehindModal(tokens, firstToken, token) && lexicon.verbs.has(form)) return form;
  // "The rebels, armed with rifles": no verb without an object stands before what it is done with.
  if (UPOS[upos[token]!] === "ADJ" && tokens.form[token + 1] === "with") return undefined;
  const irregular = lexicon.pastForms.get(form);
  if (irregular === undefined && !/^[a-z]{2,}ed$/.test(form)) return undefined;
  const before = tagBefore(upos, tokens, firstToken, token);
  const isName =
    before === "ADJ" &&
    /^[A-Z]/.test(tokens.form[token - 1]!) &&
    (OPENS_PHRASE.has(UPOS[upos[token + 1]!] ?? "") || token - 1 === firstToken);
  if (!isName && before !== "NOUN" && before !== "PROPN" && before !== "PRON") return undefined;
  if (XPOS[tokens.xpos[token - 1]!] === "PRP$") return undefined;
  // "A state-owned paper", "the widely reported theft": compounds and attributes keep their tag.
  if (tokens.form[token - 1] === "-" || tokens.form[token - 1] === "'s") return undefined;
  if (irregular !== undefined) {
    const next = tokens.form[token + 1];
    const opens = OPENS_PHRASE.has(UPOS[upos[token + 1]!] ?? "") || BEHIND_A_VERB.has(next ?? "");
    return opens ? irregular : undefined;
  }
  return verbOf(
    form,
    (lemma) =>
      lexicon.verbHeads.has(lemma) || lexicon.operators.has(lemma) || lexicon.reporting.has(lemma),
  );
}

/** What follows a finite verb and no attribute: *Ukraine appealed to*. */
const OPENS_PHRASE: ReadonlySet<string> = new Set(["DET", "ADP", "PART", "NUM", "PRON", "PROPN"]);

/** *Shot dead*, *shot down a balloon*. */
const BEHIND_A_VERB: ReadonlySet<string> = new Set(["dead", "down", "up", "off", "out"]);

/** *The United States imposed sanctions* without any finite verb but of saying: the participle is the verb. */
function falseAttribute(
  upos: Uint8Array,
  tokens: TokenTable,
  lexicon: EventLexicon,
  firstToken: number,
  token: number,
): string | undefined {
  if (tokens.relation[token] !== REL.amod || XPOS[tokens.xpos[token]!] !== "VBN") return undefined;
  const before = tagBefore(upos, tokens, firstToken, token);
  if (before !== "NOUN" && before !== "PROPN" && before !== "PRON") return undefined;
  if (tokens.form[token - 1] === "-" || tokens.form[token - 1] === "'s") return undefined;
  const [from, to] = clauseAround(upos, tokens, firstToken, token);
  for (let at = from; at < to; at++) {
    const isMain = UPOS[upos[at]!] === "AUX" || (upos[at] === VERB && FINITE.has(tokens.xpos[at]!));
    if (isMain && !SAYING.has(tokens.lemma[at]!)) return undefined;
  }
  const lemma = tokens.lemma[token]!.toLowerCase();
  return lexicon.verbs.has(lemma) ? lemma : undefined;
}

/**
 * From the conjunction that opens the clause, with nothing but a noun phrase before the token, to the comma behind it: *Though Western countries
 * imposed sanctions on Russia, China has refrained ...*. Where there is none, up to the clause that is opened behind the token: *Aid workers
 * suspended deliveries after two of them were shot*.
 */
function clauseAround(
  upos: Uint8Array,
  { count, sentence, form }: TokenTable,
  firstToken: number,
  token: number,
): readonly [from: number, to: number] {
  let from = token - 1;
  while (from > firstToken && IN_A_PHRASE.has(UPOS[upos[from]!]!)) from--;
  const isOpened = UPOS[upos[from]!] === "SCONJ";
  let to = token + 1;
  while (to < count && sentence[to] === sentence[token]) {
    if (isOpened ? form[to] === "," : OPENS_CLAUSE.has(form[to]!)) break;
    to++;
  }
  return [isOpened ? from : firstToken, to];
}

const OPENS_CLAUSE: ReadonlySet<string> = new Set(
  "after because before once since though although until when where whereas while who whom whose which".split(
    " ",
  ),
);

const IN_A_PHRASE: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"]);

/** *Will back Poland*: after a modal comes a verb, whatever the tag. */
function isBehindModal(tokens: TokenTable, firstToken: number, token: number): boolean {
  const before = XPOS[tokens.xpos[token - 1]!]!;
  if (before === "MD") return UPOS[tokens.upos[token - 1]!] === "AUX";
  return (
    tokens.form[token - 1] === "not" &&
    token - 2 >= firstToken &&
    XPOS[tokens.xpos[token - 2]!] === "MD"
  );
}

/** The tag before a token, looking over adverbs and days: *police on Friday arrested*. */
function tagBefore(
  upos: Uint8Array,
  tokens: TokenTable,
  firstToken: number,
  token: number,
): string {
  for (let at = token - 1; at >= firstToken; at--) {
    const tag = UPOS[upos[at]!]!;
    if (tag === "ADV" || tokens.form[at] === "," || tokens.form[at] === ")") continue;
    return tag;
  }
  return "";
}
