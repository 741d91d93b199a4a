/**
 * An operator and the event that it acts on (*threatened to attack*, *rejected a call for talks*): what both together
 * are says `composition.tsv`. The idea of composing verbs is PETRARCH-2's (openeventdata/petrarch2); here it is a table
 * over PLOVER acts.
 */
import type { Act } from "../../model.ts";
import type { Candidate, Interpret } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { BOTH } from "./frames.ts";
import type { Composition, EventNoun, Frame } from "./lexicon.ts";
import { isFuture } from "./mood-marks.ts";
import { contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { isUttered } from "./uttered.ts";

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

/** "none" where the composition says that there is no event; undefined where the word is no operator. */
export function compose(
  reading: Reading,
  token: number,
  keys: readonly string[],
  clause: Clause,
  own: Frame | EventNoun | undefined,
  interpret: Interpret,
  asNoun = false,
): Candidate | "none" | undefined {
  const isNoun = reading.tag(token) !== "VERB" && reading.tag(token) !== "ADJ";
  const operators = operatorsOf(reading, keys, isNoun);
  if (operators === undefined) return undefined;
  const inner = innerEvent(reading, token, clause, operators, interpret);
  if (inner !== undefined && isUttered(reading, inner.token)) return "none";
  for (const operator of operators) {
    // "Is on hunger strike against his detention": as a noun the word does not do what stands behind it.
    if (asNoun && operator === "do") continue;
    // "Do" verbs are common words: without an event inside they say nothing.
    for (const row of reading.lexicon.compositions.get(operator) ?? []) {
      if (!matches(row, inner)) continue;
      // "Led her to apologize": meetings are held and made, but what somebody does is not.
      if (operator === "do" && inner?.nominal === false) continue;
      if (operator === "announce" && clause.complementForm === "that") continue;
      if (PROMISES.has(operator) && tellsFact(reading, clause)) continue;
      return applyRow(reading, token, clause, row, inner, own);
    }
  }
  return undefined;
}

function operatorsOf(
  { lexicon }: Reading,
  keys: readonly string[],
  isNoun: boolean,
): readonly string[] | undefined {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const found =
      lexicon.operators.get(key) ?? (isNoun ? lexicon.operators.get(`${key}.n`) : undefined);
    if (found !== undefined) return found;
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
    mode,
    rule: inner ? `${row.operator} > ${inner.rule}` : (own?.name ?? row.operator),
    specific: true,
    nominal: false,
    strong: inner ? inner.strong || !inner.nominal || row.operator !== "do" : true,
    status,
    denied,
    recipient: keepsInner ? [...inner!.recipient.map(insideSlot), ...slots] : slots,
    mutual: keepsInner ? inner!.mutual : ownSlots.includes(BOTH),
    verb: clause.token,
    doer: inner && isExpected(reading, row, clause, inner) ? clause.object : undefined,
    host: undefined,
    inner,
    inside: row.inside,
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

/** *Expecting you on a state visit*: the visit is made by who is expected. */
function isExpected(
  reading: Reading,
  { operator, result }: Composition,
  { object, passive, complement }: Clause,
  inner: Candidate,
): boolean {
  return (
    operator === "plan" &&
    result === "=" &&
    inner.nominal &&
    !passive &&
    complement < 0 &&
    object >= 0 &&
    object !== inner.token &&
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
  // "Iran struck Iraq, Israel closed its airspace": a clause with a subject of its own is no event that one holds or makes.
  const isOther = clause.complementForm === "that" && operators.every((name) => name === "do");
  if (clause.complement >= 0 && clause.complementForm !== "purpose" && !isOther) {
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
  const phrases =
    clause.objectObliques.length === 0
      ? clause.obliques
      : [...clause.obliques, ...clause.objectObliques];
  for (const { prep, head } of phrases) {
    if (!CONTENT_PREPOSITIONS.has(prep)) continue;
    // "Mounted against the campaign" mounts none.
    if (prep === "against" && operators.includes("do")) continue;
    const above = reading.tokens.head[head];
    // "Expecting you next spring on a visit": a plan is looked for anywhere behind its verb.
    if (above !== token && above !== clause.object && !isPlan) continue;
    // "In support of the plan it chose to move": what stands before a plan is not planned.
    if (isPlan && head < token) continue;
    // "Began her work on the violence": only a part or a round of an event is the event.
    if (above === clause.object && operators.includes("begin") && prep === "on") continue;
    const inner = interpret(contentHead(reading, head));
    // "Led to riots" leads no riot.
    const isCaused = prep === "to" && operators.includes("do");
    const isGoal = !isCaused && GOALS.has(prep);
    const isAny = isPlan || operators.includes("begin") || (operators.includes("do") && !isCaused);
    if (inner && (isGoal || isAny)) return inner;
  }
  // "Pressed workers to end the strike": an aim only where the operator has no event of its own before it.
  return clause.complementForm === "purpose" && operators.some((name) => AIMS.has(name))
    ? interpret(clause.complement)
    : undefined;
}

/** Prepositions behind which stands what an operator is about. */
const GOALS: ReadonlySet<string> = new Set(["for", "of", "from", "to"]);

const OF_CLAUSES: ReadonlySet<string> = new Set(["plan", "wish", "prepare"]);

const AIMS: ReadonlySet<string> = new Set(["request", "force", "enable"]);
