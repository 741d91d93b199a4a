/**
 * Reads a trigger: the frames of a verb, an event noun, and the composition of an operator with the event that it
 * acts on (*threatened to attack*, *rejected a call for talks*). The idea of composing verbs is PETRARCH-2's
 * (openeventdata/petrarch2); here it is a table over PLOVER acts.
 */
import type { Act } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { holds } from "./conditions.ts";
import { verbOf } from "./inflection.ts";
import type { Composition, EventNoun, Frame } from "./lexicon.ts";
import { isFuture } from "./mood.ts";
import { compoundKeys, contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export type Interpret = (token: number) => Candidate | undefined;

/** Marks in the recipient column a frame that both sides do together: *signed a treaty*. */
const BOTH = "both";

const MUTUAL_NOUNS: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "COOPERATE"]);

/** Chains of operators longer than this do not occur outside parser errors. */
const DEEPEST = 5;

const AUXILIARIES: ReadonlySet<string> = new Set(
  "be have do get will would can could may might shall should must need dare".split(" "),
);

/** Prepositions behind which an operator finds its event: *call for talks*, *refrain from violence*, *accused of murder*. */
const CONTENT_PREPOSITIONS: ReadonlySet<string> = new Set([
  "for",
  "of",
  "from",
  "in",
  "to",
  "on",
  "with",
  "against",
  "over",
  "about",
]);

export function createInterpreter(reading: Reading): Interpret {
  const known = new Map<number, Candidate | undefined>();
  const interpret = (token: number, depth: number): Candidate | undefined => {
    if (known.has(token)) return known.get(token);
    if (depth > DEEPEST) return undefined;
    // Guards against a loop while the inner event is read.
    known.set(token, undefined);
    const candidate = readTrigger(reading, token, (inner) => interpret(inner, depth + 1));
    known.set(token, candidate);
    return candidate;
  };
  return (token) => interpret(token, 0);
}

function readTrigger(reading: Reading, token: number, interpret: Interpret): Candidate | undefined {
  const tag = reading.tag(token);
  // "Is investigating": now and then the tagger takes a whole verb group for auxiliaries.
  if (tag === "AUX" && reading.xpos(token) !== "MD" && !AUXILIARIES.has(reading.lemma(token))) {
    return readVerb(reading, token, interpret);
  }
  if (tag === "VERB" || isVerbByPlace(reading, token)) return readVerb(reading, token, interpret);
  if (tag === "NOUN") return readNoun(reading, token, interpret);
  if (tag === "ADJ") return readAdjective(reading, token, interpret);
  // Headlines in title case tag event nouns as names: "Missile Strike Kills Five".
  if (tag === "PROPN" && reading.headMention[token]! < 0)
    return readNoun(reading, token, interpret);
  return undefined;
}

/** A noun with a subject and no copula is a verb that the tagger missed: *negotiators return to Geneva*. */
function isVerbByPlace(reading: Reading, token: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  let hasSubject = false;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    const relation = reading.tokens.relation[child]!;
    if (relation === REL.cop || relation === REL.det) return false;
    if (BASE_RELATION[relation] === REL.nsubj) hasSubject = true;
  }
  return hasSubject && reading.tag(token) === "NOUN";
}

// ── verbs ───────────────────────────────────────────────────────────────────────────────────────

function readVerb(reading: Reading, token: number, interpret: Interpret): Candidate | undefined {
  const clause = reading.clause(token);
  const keys = verbKeys(reading, token, clause);
  const frame = firstFrame(reading, clause, keys);
  if (frame && frame.act !== "NONE" && isSpecific(frame))
    return fromFrame(reading, token, frame, clause, interpret);
  const composed = compose(reading, token, keys, clause, frame, interpret);
  // "Unveiled a phone": where the operator has no event to act on, the thing it is done to may still make one.
  if (composed === "none") {
    return frame?.act === "OTHER" ? fromFrame(reading, token, frame, clause, interpret) : undefined;
  }
  if (composed !== undefined) return composed;
  return frame && frame.act !== "NONE"
    ? fromFrame(reading, token, frame, clause, interpret)
    : undefined;
}

/** A frame that asks for a class of words knows more than an operator; one that asks only for an object does not. */
function isSpecific(frame: Frame): boolean {
  // "Launched an attack": what a verb does to another event says more than that something was launched.
  if (frame.act === "OTHER") return false;
  return (
    frame.name.includes("_") ||
    frame.when.some(
      ({ values, slot }) =>
        values.length > 0 && slot !== "subj" && !values.every((v) => v === "actor"),
    )
  );
}

/** The keys of a verb in the tables, most specific first: `carry_out`, `open_fire`, `go_on_strike`, `carry`. */
export function verbKeys(reading: Reading, token: number, clause: Clause): string[] {
  const lemma = knownLemma(reading, token);
  const keys: string[] = [];
  const prefix = hyphenBefore(reading, token);
  if (prefix !== "") keys.push(`${prefix}-${lemma}`);
  const after = particleAfter(reading, token);
  if (after !== "") keys.push(`${lemma}_${after}`);
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    const relation = reading.tokens.relation[child]!;
    const word = reading.lemma(child);
    if (relation === REL.particle) keys.push(`${lemma}_${word}`);
    else if (base === REL.advmod && PARTICLES.has(word)) keys.push(`${lemma}_${word}`);
    else if (base === REL.xcomp && reading.tag(child) !== "VERB") keys.push(`${lemma}_${word}`);
    else if (base === REL.obl) {
      const prep = reading.preposition(child);
      if (prep) keys.push(`${lemma}_${prep}_${word}`);
      if (prep === "off" || prep === "out_of" || prep === "into" || prep === "by")
        keys.push(`${lemma}_${prep}`);
    }
  }
  const all = [...keys];
  for (const key of keys) {
    if (clause.obliques.some(({ prep }) => prep === "of") && key.endsWith("_out"))
      all.unshift(`${key}_of`);
  }
  if (clause.object >= 0) all.push(`${lemma}_${reading.lemma(clause.object)}`);
  all.push(lemma);
  return all;
}

/** Of *test-fired*, which is three tokens, the first. */
function hyphenBefore(reading: Reading, token: number): string {
  const isSplit =
    token >= 2 &&
    reading.tokens.form[token - 1] === "-" &&
    reading.tokens.sentence[token - 2] === reading.tokens.sentence[token];
  return isSplit ? reading.lemma(token - 2) : "";
}

/** The particle right after a verb, whatever the parse hung it on: *handed over 700 kg*. */
function particleAfter(reading: Reading, token: number): string {
  const next = token + 1;
  if (
    next >= reading.tokens.count ||
    reading.tokens.sentence[next] !== reading.tokens.sentence[token]
  )
    return "";
  const word = reading.lemma(next);
  // "Testimony given in support of her" gives in to nobody.
  const isPreposition =
    word === "in" &&
    reading.tokens.relation[next] === REL.case &&
    reading.tokens.head[next]! > next;
  return PARTICLES.has(word) &&
    !isPreposition &&
    reading.lexicon.verbs.has(`${knownLemma(reading, token)}_${word}`)
    ? word
    : "";
}

/** The lemma, or where a wrong tag left an inflected form (*agreed* as a present), the verb it comes from. */
function knownLemma(reading: Reading, token: number): string {
  const lemma = reading.lemma(token);
  const { verbs, operators, reporting } = reading.lexicon;
  const isKnown = (form: string) => verbs.has(form) || operators.has(form) || reporting.has(form);
  if (isKnown(lemma)) return lemma;
  const form = reading.tokens.form[token]!.toLowerCase();
  return (
    verbOf(lemma, isKnown) ?? verbOf(form, isKnown) ?? (isKnown(`${lemma}e`) ? `${lemma}e` : lemma)
  );
}

const PARTICLES: ReadonlySet<string> = new Set(
  "out up down back off away in over together".split(" "),
);

function firstFrame(reading: Reading, clause: Clause, keys: readonly string[]): Frame | undefined {
  for (const key of keys) {
    for (const frame of reading.lexicon.verbs.get(key) ?? []) {
      if (holds(reading, clause, frame.when)) return frame;
    }
  }
  return undefined;
}

function fromFrame(
  reading: Reading,
  token: number,
  frame: Frame,
  clause: Clause,
  interpret: Interpret,
): Candidate {
  const inner =
    (clause.object >= 0 && reading.tag(clause.object) !== "VERB"
      ? interpret(contentHead(reading, clause.object))
      : undefined) ??
    (clause.complement >= 0 && clause.complementForm !== "that"
      ? interpret(clause.complement)
      : undefined);
  return {
    token,
    lemma: lemmaOf(
      reading,
      token,
      clause,
      frame.when.some(
        ({ slot, values }) => slot === "obj" && values.length > 0 && values[0] !== "actor",
      ),
    ),
    act: frame.act as Act,
    ...(frame.mode ? { mode: frame.mode } : {}),
    rule: frame.name,
    specific: frame.when.length > 0,
    nominal: false,
    strong: true,
    recipient: frame.recipient.filter((slot) => slot !== BOTH),
    mutual: frame.recipient.includes(BOTH),
    verb: token,
    ...(inner ? { inner } : {}),
  };
}

function lemmaOf(reading: Reading, token: number, clause: Clause, withObject: boolean): string {
  const lemma = reading.lemma(token);
  const object = clause.object >= 0 ? contentHead(reading, clause.object) : -1;
  return withObject && object >= 0 ? `${lemma} ${reading.lemma(object)}` : lemma;
}

// ── operators ───────────────────────────────────────────────────────────────────────────────────

/** "none" where the composition says that there is no event; undefined where the word is no operator. */
function compose(
  reading: Reading,
  token: number,
  keys: readonly string[],
  clause: Clause,
  own: Frame | EventNoun | undefined,
  interpret: Interpret,
  asNoun = false,
): Candidate | "none" | undefined {
  const isNoun = reading.tag(token) !== "VERB" && reading.tag(token) !== "ADJ";
  const operators = keys
    .map(
      (key) =>
        reading.lexicon.operators.get(key) ??
        (isNoun ? reading.lexicon.operators.get(`${key}.n`) : undefined),
    )
    .find((found) => found !== undefined);
  if (operators === undefined) return undefined;
  const inner = innerEvent(reading, token, clause, operators, interpret);
  for (const operator of operators) {
    // "Is on hunger strike against his detention": as a noun the word does not do what stands behind it.
    if (asNoun && operator === "do") continue;
    // "Do" verbs are common words: without an event inside they say nothing.
    for (const row of reading.lexicon.compositions.get(operator) ?? []) {
      if (!matches(row, inner)) continue;
      if (operator === "announce" && clause.complementForm === "that") continue;
      if (PROMISES.has(operator) && tellsFact(reading, clause)) continue;
      return applyRow(reading, token, clause, row, inner, own);
    }
  }
  return undefined;
}

const PROMISES: ReadonlySet<string> = new Set(["promise", "threaten"]);

/** *Swore that they had fled* promises nothing: its clause is no future. */
function tellsFact(reading: Reading, clause: Clause): boolean {
  return (
    clause.complement >= 0 &&
    clause.complementForm === "that" &&
    !isFuture(reading, clause.complement)
  );
}

function matches(row: Composition, inner: Candidate | undefined): boolean {
  if (inner === undefined) return row.inner.has("none");
  return row.inner.has("any") || row.inner.has(inner.act);
}

function applyRow(
  reading: Reading,
  token: number,
  clause: Clause,
  row: Composition,
  inner: Candidate | undefined,
  own: Frame | EventNoun | undefined,
): Candidate | "none" | undefined {
  if (row.result === "-") return "none";
  const ownAct = own && own.act !== "NONE" ? own.act : undefined;
  if (row.result === "own" && ownAct === undefined) {
    // An operator without a frame of its own passes on what it governs.
    return inner === undefined ? undefined : "none";
  }
  if (row.result === "own" && inner === undefined) return undefined;
  const act =
    row.result === "=" ? inner!.act : row.result === "own" ? ownAct! : (row.result as Act);
  const keepsInner = row.result === "=";
  if (keepsInner && inner && row.operator === "plan" && expectsSomebody(reading, clause)) {
    const { verb } = inner;
    return {
      ...inner,
      token,
      lemma: `${reading.lemma(token)} ${inner.lemma}`,
      rule: `plan > ${inner.rule}`,
      status: "planned",
      nominal: false,
      recipient: inner.recipient,
      verb: verb >= 0 ? verb : inner.token,
      host: token,
      inner,
    };
  }
  const ownSlots = own && "recipient" in own ? own.recipient : [];
  const slots = ownSlots.filter((slot) => slot !== BOTH);
  const mode = keepsInner ? inner?.mode : own?.mode;
  const status = row.status === "=" ? inner?.status : keepsInner ? row.status : undefined;
  const denied =
    row.polarity === "=" ? keepsInner && inner?.denied === true : row.polarity === "denied";
  return {
    token,
    lemma: inner ? `${reading.lemma(token)} ${inner.lemma}` : reading.lemma(token),
    act,
    ...(mode ? { mode } : {}),
    rule: inner ? `${row.operator} > ${inner.rule}` : (own?.name ?? row.operator),
    specific: true,
    nominal: false,
    strong: inner ? inner.strong || !inner.nominal || row.operator !== "do" : true,
    ...(status ? { status } : {}),
    ...(denied ? { denied } : {}),
    recipient: keepsInner ? [...inner!.recipient.map(insideSlot), ...slots] : slots,
    mutual: keepsInner ? inner!.mutual : ownSlots.includes(BOTH),
    verb: clause.token,
    ...(inner ? { inner } : {}),
    ...(row.inside ? { inside: row.inside } : {}),
  };
}

/** *Expects Xi to visit*: who is expected is the doer, not who expects. */
function expectsSomebody(
  reading: Reading,
  { object, complement, complementForm, passive }: Clause,
): boolean {
  return (
    !passive &&
    complement >= 0 &&
    complementForm === "inf" &&
    object >= 0 &&
    reading.isActor(object)
  );
}

/** A slot of the inner frame, seen from the operator. */
function insideSlot(slot: string): string {
  return slot.startsWith("comp") ? slot : `comp.${slot}`;
}

/** The event that an operator acts on: its clause, its object, what stands behind its preposition. */
function innerEvent(
  reading: Reading,
  token: number,
  clause: Clause,
  operators: readonly string[],
  interpret: Interpret,
): Candidate | undefined {
  if (clause.complement >= 0 && clause.complementForm !== "purpose") {
    const inner = interpret(clause.complement);
    if (inner) return inner;
  }
  // "Aid was intended to calm": what is planned is the clause, not the noun.
  const isAboutClause = clause.complement >= 0 && operators.some((name) => OF_CLAUSES.has(name));
  if (clause.object >= 0 && !isAboutClause) {
    const inner = interpret(contentHead(reading, clause.object));
    if (inner) return inner;
  }
  const isPart = clause.object >= 0 && reading.lemma(clause.object) === "part";
  if (operators.length === 1 && operators[0] === "do" && clause.object >= 0 && !isPart)
    return undefined;
  const isPlan = operators.includes("plan");
  for (const { prep, head } of [...clause.obliques, ...clause.objectObliques]) {
    if (!CONTENT_PREPOSITIONS.has(prep)) continue;
    const above = reading.tokens.head[head];
    // "Expecting you next spring on a visit": a plan is looked for anywhere behind its verb.
    if (above !== token && above !== clause.object && !isPlan) continue;
    const inner = interpret(contentHead(reading, head));
    const isGoal = prep === "for" || prep === "of" || prep === "from" || prep === "to";
    const isAny = isPlan || operators.includes("begin") || operators.includes("do");
    if (inner && (isGoal || isAny)) return inner;
  }
  // "Pressed workers to end the strike": an aim only where the operator has no event of its own before it.
  return clause.complementForm === "purpose" && operators.some((name) => AIMS.has(name))
    ? interpret(clause.complement)
    : undefined;
}

const OF_CLAUSES: ReadonlySet<string> = new Set(["plan", "wish", "prepare"]);

const AIMS: ReadonlySet<string> = new Set(["request", "force", "enable"]);

// ── nouns and adjectives ────────────────────────────────────────────────────────────────────────

function mayHead(reading: Reading, token: number): boolean {
  const lemma = reading.lemma(token);
  return reading.lexicon.nounHeads.has(lemma) || CARRIERS.has(lemma);
}

function readNoun(reading: Reading, token: number, interpret: Interpret): Candidate | undefined {
  if (!mayHead(reading, token)) return undefined;
  const clause = reading.clause(token);
  const lemma = reading.lemma(token);
  const keys = [...compoundKeys(reading, token), lemma];
  const noun = firstNoun(reading, clause, keys) ?? carriedNoun(reading, token);
  const composed = compose(reading, token, keys, clause, noun, interpret, true);
  if (composed === "none") return undefined;
  if (composed !== undefined) {
    const strong = composed.inner ? composed.strong : noun?.strong === true;
    return { ...composed, nominal: true, strong, specific: composed.inner !== undefined };
  }
  if (noun === undefined) return undefined;
  return {
    token,
    lemma: noun.name.slice("noun:".length).replace(/\[.*/, "").replaceAll("_", " "),
    act: noun.act,
    ...(noun.mode ? { mode: noun.mode } : {}),
    rule: noun.name,
    specific: false,
    nominal: true,
    strong: noun.strong,
    recipient: [],
    mutual: MUTUAL_NOUNS.has(noun.act),
    verb: governingVerb(reading, token),
  };
}

function firstNoun(
  reading: Reading,
  clause: Clause,
  keys: readonly string[],
): EventNoun | undefined {
  for (const key of keys) {
    for (const noun of reading.lexicon.nouns.get(key) ?? []) {
      if (holds(reading, clause, noun.when)) return noun;
    }
  }
  return undefined;
}

/** Nouns that only carry the event that stands before them: *a mediation effort*, *a rescue operation*. */
const CARRIERS: ReadonlySet<string> = new Set(
  "effort drive campaign bid operation mission program programme package initiative process attempt action move activity".split(
    " ",
  ),
);

function carriedNoun(reading: Reading, token: number): EventNoun | undefined {
  if (!CARRIERS.has(reading.lemma(token))) return undefined;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (base !== REL.compound && base !== REL.amod) continue;
    const noun = firstNoun(reading, reading.clause(child), [reading.lemma(child)]);
    if (noun) return noun;
  }
  return undefined;
}

function readAdjective(
  reading: Reading,
  token: number,
  interpret: Interpret,
): Candidate | undefined {
  const clause = reading.clause(token);
  // "Is ready to X" where X is no known event is still a promise.
  const keys = [reading.lemma(token)];
  const own = firstFrame(reading, clause, keys);
  const composed = compose(reading, token, keys, clause, own, interpret);
  if (composed === "none") return undefined;
  if (composed !== undefined) return composed;
  return own && own.act !== "NONE" ? fromFrame(reading, token, own, clause, interpret) : undefined;
}

/** The verb that makes a noun happen, -1 for a noun that stands by itself. */
function governingVerb(reading: Reading, token: number): number {
  const head = reading.tokens.head[token]!;
  if (head < 0 || reading.tokens.relation[token] !== REL.obj) return -1;
  return reading.tag(head) === "VERB" && !isOnlyTold(reading, head) ? head : -1;
}

/** *CNN described a massacre*, *allies condemned the strikes*: who tells of it, or judges it, did not do it. */
function isOnlyTold(reading: Reading, verb: number): boolean {
  const lemma = reading.lemma(verb);
  if (PERCEIVING.has(lemma) || reading.lexicon.reporting.has(lemma)) return true;
  return reading.lexicon.operators.get(lemma)?.some((name) => JUDGING.has(name)) === true;
}

const JUDGING: ReadonlySet<string> = new Set(["condemn", "accuse", "deny", "fear", "support"]);

const PERCEIVING: ReadonlySet<string> = new Set(
  "see witness watch hear film survive remember mark cite avenge cover follow observe escape flee avoid celebrate mourn".split(
    " ",
  ),
);
