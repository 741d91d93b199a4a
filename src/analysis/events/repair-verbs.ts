/**
 * Past forms that the tagger took for nouns or adjectives (*The parliament threatened to ...*, *police confiscated
 * weapons*) made verbs again, and the words around them hung on them. News uses many verbs that the treebanks hardly
 * know; without its verb a sentence has no event. Only forms whose verb the lexicon knows, only where a nominal stands
 * right before them. Works on a copy.
 */
import type { Parsed } from "../parsed.ts";
import { RELATION_ID, UPOS, UPOS_ID, XPOS, XPOS_ID } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { verbOf } from "./inflection.ts";
import type { EventLexicon } from "./lexicon.ts";
import { REL } from "./relations.ts";

const VERB = UPOS_ID.get("VERB")!;
const VB = XPOS_ID.get("VB")!;
const VBD = XPOS_ID.get("VBD")!;
const VBG = XPOS_ID.get("VBG")!;
const VBZ = XPOS_ID.get("VBZ")!;
const ROOT = RELATION_ID.get("root")!;

const SAYING: ReadonlySet<string> = new Set([
  "say",
  "tell",
  "report",
  "announce",
  "confirm",
  "claim",
  "add",
]);

interface Columns {
  readonly tokens: TokenTable;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  readonly lemma: string[];
}

export function repairVerbs(parsed: Parsed, lexicon: EventLexicon): Parsed {
  const { tokens } = parsed;
  let columns: Columns | undefined;
  for (const { firstToken, lastToken, block } of parsed.sentences) {
    if (block === "headline" && !hasVerb(tokens, firstToken, lastToken)) {
      const hidden = headlineVerb(tokens, lexicon, firstToken, lastToken);
      if (hidden) {
        columns ??= copy(tokens);
        makeVerb(columns, firstToken, lastToken, hidden.token, hidden.verb);
        columns.xpos[hidden.token] = VBZ;
      }
    }
    if (block !== "headline") {
      const participle = lonelyParticiple(tokens, firstToken, lastToken);
      if (participle >= 0) {
        columns ??= copy(tokens);
        makeMain(columns, participle);
      }
    }
    for (let token = firstToken + 1; token < lastToken; token++) {
      if (isAttribute(columns ?? tokens, tokens, token)) {
        columns ??= copy(tokens);
        makeAttribute(columns, token);
        continue;
      }
      if (isFalseInfinitive(columns ?? tokens, tokens, token)) {
        columns ??= copy(tokens);
        makeNoun(columns, token);
        continue;
      }
      const progressive = hiddenProgressive(tokens, lexicon, token);
      if (progressive !== undefined) {
        columns ??= copy(tokens);
        makeProgressive(columns, token, progressive);
        continue;
      }
      const verb = hiddenVerb(columns?.upos ?? tokens.upos, tokens, lexicon, firstToken, token);
      if (verb === undefined) continue;
      columns ??= copy(tokens);
      makeVerb(columns, firstToken, lastToken, token, verb);
    }
    if (columns && !isTree(columns.head, firstToken, lastToken))
      restore(columns, firstToken, lastToken);
  }
  if (columns === undefined) return parsed;
  const { upos, xpos, head, relation, lemma } = columns;
  return { ...parsed, tokens: { ...tokens, upos, xpos, head, relation, lemma } };
}

/** What follows a finite verb and no attribute: *Ukraine appealed to*. */
const OPENS_PHRASE: ReadonlySet<string> = new Set(["DET", "ADP", "PART", "NUM", "PRON", "PROPN"]);

/** *Turkish tanks rolled into Syria* taken for a noun with a participle: in a sentence without a finite verb it is one. */
function lonelyParticiple(
  { upos, xpos, head, relation }: TokenTable,
  firstToken: number,
  lastToken: number,
): number {
  let found = -1;
  for (let at = firstToken; at < lastToken; at++) {
    if (upos[at] === UPOS_ID.get("AUX") || (upos[at] === VERB && FINITE.has(xpos[at]!))) return -1;
    const above = head[at]!;
    const isParticiple =
      upos[at] === VERB &&
      XPOS[xpos[at]!] === "VBN" &&
      (relation[at] === REL.acl || relation[at] === REL.relcl);
    if (found < 0 && isParticiple && above >= 0 && above < at && head[above]! < 0) found = at;
  }
  return found;
}

function makeMain({ xpos, head, relation }: Columns, token: number): void {
  const noun = head[token]!;
  xpos[token] = VBD;
  head[token] = -1;
  relation[token] = ROOT;
  head[noun] = token;
  relation[noun] = REL.nsubj;
}

function hasVerb({ upos, xpos }: TokenTable, firstToken: number, lastToken: number): boolean {
  for (let at = firstToken; at < lastToken; at++) {
    if (upos[at] === VERB && XPOS[xpos[at]!] !== "VBG") return true;
  }
  return false;
}

/** Headlines write the present: *China sanctions arms makers*, *Workers strike*. The first such form behind a nominal. */
function headlineVerb(
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

/** *Accused neighbouring Algeria*: these participles are attributes. */
function isAttribute(
  { upos }: { readonly upos: Uint8Array },
  { form, sentence }: TokenTable,
  token: number,
): boolean {
  const next = token + 1;
  return (
    upos[token] === VERB &&
    ATTRIBUTES.has(form[token]!) &&
    sentence[next] === sentence[token] &&
    (UPOS[upos[next]!] === "NOUN" || UPOS[upos[next]!] === "PROPN")
  );
}

function makeAttribute({ tokens, upos, head, relation }: Columns, token: number): void {
  upos[token] = UPOS_ID.get("ADJ")!;
  if (head[token]! > token) {
    relation[token] = REL.amod;
    return;
  }
  let noun = token + 1;
  for (
    let at = token + 1;
    at < tokens.count && tokens.sentence[at] === tokens.sentence[token];
    at++
  ) {
    if (head[at] === token && relation[at] === REL.obj) noun = at;
  }
  head[noun] = head[token]!;
  relation[noun] =
    relation[token] === REL.xcomp || relation[token] === REL.advcl ? REL.obj : relation[token]!;
  for (let at = 0; at < tokens.count; at++) {
    if (head[at] === token && at !== noun) head[at] = head[token]! >= 0 ? head[token]! : noun;
  }
  head[token] = noun;
  relation[token] = REL.amod;
}

/** *Conceded to demands*: no infinitive ends in the *s* of a plural. */
function isFalseInfinitive(
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
  return word === lemma[token] && /[a-z]{3,}[^su]s$/.test(word);
}

function makeNoun({ upos, xpos, head, relation, lemma }: Columns, token: number): void {
  upos[token] = UPOS_ID.get("NOUN")!;
  xpos[token] = XPOS_ID.get("NNS")!;
  upos[token - 1] = UPOS_ID.get("ADP")!;
  relation[token - 1] = REL.case;
  head[token - 1] = token;
  lemma[token] = lemma[token]!.slice(0, -1);
  let above = head[token]!;
  while (above >= 0 && upos[above] !== VERB) above = head[above]!;
  if (above >= 0) head[token] = above;
  relation[token] = REL.obl;
}

/** *Is mediating* with the tag of a noun. */
function hiddenProgressive(
  tokens: TokenTable,
  lexicon: EventLexicon,
  token: number,
): string | undefined {
  const form = tokens.form[token]!;
  if (UPOS[tokens.upos[token]!] === "VERB" || !/^[a-z]{3,}ing$/.test(form)) return undefined;
  if (tokens.lemma[token - 1] !== "be") return undefined;
  return verbOf(form, (lemma) => lexicon.verbs.has(lemma));
}

function makeProgressive(
  { tokens, upos, xpos, relation, head, lemma }: Columns,
  token: number,
  verb: string,
): void {
  upos[token] = VERB;
  xpos[token] = VBG;
  lemma[token] = verb;
  if (head[token - 1] === token) relation[token - 1] = REL.aux;
  for (let at = token - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[token]; at--) {
    if (head[at] === token && relation[at] === REL.cop) relation[at] = REL.aux;
  }
}

/** The verb that a token is a past form of, when its place asks for a finite verb. */
function hiddenVerb(
  upos: Uint8Array,
  tokens: TokenTable,
  lexicon: EventLexicon,
  firstToken: number,
  token: number,
): string | undefined {
  if (upos[token] === VERB) return falseAttribute(upos, tokens, lexicon, firstToken, token);
  const form = tokens.form[token]!;
  if (isBehindModal(tokens, firstToken, token) && lexicon.verbs.has(form)) return form;
  if (!/^[a-z]{2,}ed$/.test(form)) return undefined;
  const before = tagBefore(upos, tokens, firstToken, token);
  const isName =
    before === "ADJ" &&
    /^[A-Z]/.test(tokens.form[token - 1]!) &&
    (OPENS_PHRASE.has(UPOS[upos[token + 1]!] ?? "") || token - 1 === firstToken);
  if (!isName && before !== "NOUN" && before !== "PROPN" && before !== "PRON") return undefined;
  if (XPOS[tokens.xpos[token - 1]!] === "PRP$") return undefined;
  // "A state-owned paper", "the widely reported theft": compounds and attributes keep their tag.
  if (tokens.form[token - 1] === "-" || tokens.form[token - 1] === "'s") return undefined;
  return verbOf(
    form,
    (lemma) =>
      lexicon.verbHeads.has(lemma) || lexicon.operators.has(lemma) || lexicon.reporting.has(lemma),
  );
}

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
  for (
    let at = firstToken;
    at < tokens.count && tokens.sentence[at] === tokens.sentence[token];
    at++
  ) {
    const isMain = UPOS[upos[at]!] === "AUX" || (upos[at] === VERB && FINITE.has(tokens.xpos[at]!));
    if (isMain && !SAYING.has(tokens.lemma[at]!)) return undefined;
  }
  const lemma = tokens.lemma[token]!.toLowerCase();
  return lexicon.verbs.has(lemma) ? lemma : undefined;
}

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

/** Whether every token of a sentence leads up to a root: a loop would hang whoever climbs. */
function isTree(head: Int32Array, firstToken: number, lastToken: number): boolean {
  const length = lastToken - firstToken;
  let roots = 0;
  for (let token = firstToken; token < lastToken; token++) {
    let steps = 0;
    let at = token;
    while (at >= firstToken && at < lastToken && steps <= length) {
      at = head[at]!;
      steps++;
    }
    if (steps > length) return false;
    if (head[token]! < 0) roots++;
  }
  return roots > 0;
}

/** Takes back all repairs of a sentence. */
function restore({ tokens, ...columns }: Columns, firstToken: number, lastToken: number): void {
  for (let token = firstToken; token < lastToken; token++) {
    columns.upos[token] = tokens.upos[token]!;
    columns.xpos[token] = tokens.xpos[token]!;
    columns.head[token] = tokens.head[token]!;
    columns.relation[token] = tokens.relation[token]!;
    columns.lemma[token] = tokens.lemma[token]!;
  }
}

function copy(tokens: TokenTable): Columns {
  return {
    tokens,
    upos: tokens.upos.slice(),
    xpos: tokens.xpos.slice(),
    head: tokens.head.slice(),
    relation: tokens.relation.slice(),
    lemma: [...tokens.lemma],
  };
}

function makeVerb(
  columns: Columns,
  firstToken: number,
  lastToken: number,
  token: number,
  verb: string,
): void {
  const { upos, xpos, head, relation, lemma } = columns;
  const isClauseBefore = hasFiniteVerb(columns, firstToken, token);
  upos[token] = VERB;
  xpos[token] = VBD;
  lemma[token] = verb;
  const wasModifier = isModifier(relation[token]!);
  let noun = head[token]!;
  // "Opened fraud investigations": the noun that the whole phrase is about.
  while (wasModifier && noun > token && isModifier(relation[noun]!) && head[noun]! > noun)
    noun = head[noun]!;
  if (wasModifier && noun > token) {
    // "Police confiscated weapons": the noun after it is its object, and it takes the noun's place.
    head[token] = head[noun]!;
    relation[token] =
      relation[noun] === REL.obj || relation[noun] === REL.nmod ? ROOT : relation[noun]!;
    head[noun] = token;
    relation[noun] = REL.obj;
    for (let at = firstToken; at < token; at++) if (head[at] === noun) head[at] = token;
  } else if (noun >= 0 && noun < token && isClauseBefore) {
    if (!SAYING.has(lemma[noun]!)) {
      relation[token] = REL.acl;
      return;
    }
    relation[token] = REL.ccomp;
  }
  const subject = nominalBefore(columns, firstToken, token);
  if (subject >= 0 && !isAbove(head, token, subject)) {
    head[subject] = token;
    relation[subject] = REL.nsubj;
  } else if (subject >= 0) {
    // The nominal was above: they change places.
    head[token] = head[subject]!;
    relation[token] = relation[subject]!;
    head[subject] = token;
    relation[subject] = REL.nsubj;
  }
  for (let at = token - 1; at >= firstToken && at >= token - 3; at--) {
    if (UPOS[upos[at]!] !== "AUX") continue;
    head[at] = token;
    relation[at] = REL.aux;
    xpos[token] = VB;
  }
  promote(columns, token);
  // What hung on the nominal behind the verb belongs to the verb.
  for (let at = token + 1; subject >= 0 && at < lastToken; at++) {
    if (head[at] === subject) head[at] = token;
  }
  for (let at = firstToken; at < token; at++) {
    const isLeft = head[at] === token && at !== subject;
    if (
      isLeft &&
      subject >= 0 &&
      (relation[at] === REL.det ||
        relation[at] === REL.amod ||
        relation[at] === REL.compound ||
        relation[at] === REL.possessive)
    ) {
      head[at] = subject;
    }
  }
  for (let at = token + 1; at < lastToken; at++) {
    if (head[at] !== token) continue;
    if (relation[at] === REL.nmod) relation[at] = REL.obl;
    else if (relation[at] === REL.acl) relation[at] = REL.xcomp;
    else if (relation[at] === REL.flat || relation[at] === REL.appos) relation[at] = REL.obj;
  }
  const root = rootOf(columns, firstToken, lastToken);
  if (root < 0) relation[token] = ROOT;
  if (head[token]! < 0) relation[token] = ROOT;
}

function isModifier(relation: number): boolean {
  return relation === REL.amod || relation === REL.compound;
}

/** A verb is nobody's subject: it is what a reporting verb after it reports, or the main verb itself. */
function promote({ upos, head, relation, lemma }: Columns, token: number): void {
  const above = head[token]!;
  const isSubject = relation[token] === REL.nsubj || relation[token] === REL.nsubjPass;
  if (!isSubject || above <= token || upos[above] !== VERB) return;
  if (SAYING.has(lemma[above]!)) {
    relation[token] = REL.ccomp;
    return;
  }
  head[token] = head[above]!;
  relation[token] = relation[above]!;
  head[above] = token;
  relation[above] = REL.advcl;
}

/** The top of the nominal phrase that ends right before the token. */
function nominalBefore(
  { tokens, upos, xpos, head }: Columns,
  firstToken: number,
  token: number,
): number {
  let at = token - 1;
  while (at > firstToken && isBetween(UPOS[upos[at]!]!, tokens.form[at]!)) at--;
  let top = -1;
  for (let step = 0; at >= firstToken && at < token && step < 30; step++) {
    const tag = UPOS[upos[at]!]!;
    // A participle hangs on the nominal: *aircraft using missiles killed*.
    if (tag === "VERB" && FINITE.has(xpos[at]!)) break;
    if (tag !== "VERB") top = at;
    at = head[at]!;
  }
  return top >= 0 && tokens.sentence[top] === tokens.sentence[token] ? top : -1;
}

/** Adverbs, commas and days stand between subject and verb. */
function isBetween(tag: string, form: string): boolean {
  return tag === "ADV" || tag === "PUNCT" || tag === "AUX" || DAYS.has(form.toLowerCase());
}

const DAYS: ReadonlySet<string> = new Set(
  "today yesterday tonight monday tuesday wednesday thursday friday saturday sunday on".split(" "),
);

function isAbove(head: Int32Array, token: number, other: number): boolean {
  for (let at = token, step = 0; at >= 0 && step < 400; at = head[at]!, step++)
    if (at === other) return true;
  return false;
}

function hasFiniteVerb({ upos, xpos }: Columns, firstToken: number, token: number): boolean {
  for (let at = firstToken; at < token; at++) {
    if (upos[at] !== VERB) continue;
    const name = xpos[at]!;
    if (FINITE.has(name)) return true;
  }
  return false;
}

const FINITE: ReadonlySet<number> = new Set(
  ["VBD", "VBZ", "VBP"].map((name) => XPOS_ID.get(name)!),
);

function rootOf({ head }: Columns, firstToken: number, lastToken: number): number {
  for (let at = firstToken; at < lastToken; at++) if (head[at]! < 0) return at;
  return -1;
}
