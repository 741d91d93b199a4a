/** What the clauses above a trigger say of it: aims, conditions, reported speech. */
import { BASE_RELATION, childWithBase, siblingWithBase } from "../tree.ts";
import { hasMark } from "./clause-forms.ts";
import { type Marks, merge, readMarks } from "./mood-marks.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { isRightBehindPhrase } from "./shared-slots.ts";
import { isUttered } from "./uttered.ts";

/** Clauses this far up still color the event. */
const HIGHEST = 6;

/** Gathers what the clauses above say, and tells whether the trigger is only an aim. */
export function climb(reading: Reading, anchor: number, marks: Marks): boolean {
  const { tokens } = reading;
  let purpose = false;
  /** Only verbs that happen when the event does lie between: an effort to get Ukraine to investigate is one to investigate. */
  let isNext = true;
  let at = anchor;
  for (let step = 0; step < HIGHEST; step++) {
    const head = tokens.head[at]!;
    if (head < 0) break;
    const relation = tokens.relation[at]!;
    const base = BASE_RELATION[relation]!;
    if (isTold(reading, at) || isUttered(reading, at)) break;
    const above = readMarks(reading, head);
    if (base === REL.conj) {
      // Joined verbs share auxiliaries unless the second has its own or another form.
      if (sharesAuxiliary(reading, at, head)) merge(marks, above);
      else if (above.conditional) marks.conditional = true;
      if (above.infinitive && reading.xpos(at) === "VB") marks.infinitive = true;
    } else if (base === REL.xcomp) {
      merge(marks, { ...above, conditional: above.conditional, infinitive: marks.infinitive });
      if (isGoing(reading, head)) marks.future = true;
      // "Has to go" has not gone yet; "had to go" has.
      else if (isBound(reading, at, head)) marks.modal = true;
      // "The order empowers the navy to cross": what a verb only makes possible has not happened.
      else if (
        isNext &&
        hasMark(reading, at, "to") &&
        !implies(reading, head) &&
        isOnlyAimed(reading, reading.lemma(head), step)
      )
        purpose = true;
    } else if (base === REL.ccomp) {
      if (above.conditional) marks.conditional = true;
      if (isOnlyWanted(reading, at, head)) marks.modal = true;
      if (!reading.lexicon.reporting.has(reading.lemma(head))) {
        if (above.modal) marks.modal = true;
        if (above.negated) marks.modal = true;
      } else if (above.negated) marks.claimed = true;
    } else if (base === REL.advcl || relation === REL.acl) {
      if (hasMark(reading, at, "to") && isNext) purpose = true;
      if (base === REL.advcl && above.conditional) marks.conditional = true;
      // "Would have objected to Ukraine opening an inquiry", "banned her from voting".
      const isObjectOf = base === REL.advcl && isRightBehindPhrase(reading, at, head);
      if (isObjectOf && (above.modal || above.would)) marks.modal = true;
      if (hasMark(reading, at, "include")) {
        if (above.modal || above.would || above.negated) marks.modal = true;
        if (above.future) marks.planned = true;
      }
      if (isKeptFrom(reading, at, head)) marks.modal = true;
      readCuesBefore(reading, at, head, marks);
    } else if (base === REL.csubj) {
      // "Providing aid would require a bill": nobody provided it.
      if (above.would || above.modal) marks.modal = true;
    } else if (base === REL.obj || base === REL.nsubj || base === REL.obl || base === REL.nmod) {
      // A noun shares the mood of the verb that it depends on.
      if (above.conditional) marks.conditional = true;
      if (above.modal || above.would) marks.modal = true;
      if (above.future && base !== REL.nmod) marks.planned = true;
      if (above.negated && base === REL.obj) marks.negated = !marks.negated;
    }
    // "To take steps, including calling for a debate": a part of an aim is one.
    isNext &&=
      (base === REL.xcomp && implies(reading, head)) ||
      hasMark(reading, at, "include") ||
      // "Acted to intimidate or threaten"; what stands below an operator is for `composition.ts`.
      (base === REL.conj &&
        above.infinitive &&
        reading.xpos(at) === "VB" &&
        tokens.relation[head] !== REL.xcomp);
    at = head;
  }
  return purpose;
}

/** *Must boost the troops it has sent*, *must arm after Sweden joined*: a past clause is told, whatever stands above it. */
function isTold(reading: Reading, token: number): boolean {
  const { tokens, tree } = reading;
  const relation = tokens.relation[token]!;
  const isTime = relation === REL.advcl && PAST_MARKS.some((mark) => hasMark(reading, token, mark));
  if (relation !== REL.relcl && !isTime) return false;
  let isPast = reading.xpos(token) === "VBD";
  let aux = childWithBase(tree, token, REL.aux);
  for (; aux >= 0; aux = siblingWithBase(tree, aux, REL.aux)) {
    const xpos = reading.xpos(aux);
    if (xpos === "MD") return false;
    isPast ||= xpos === "VBD" || reading.lemma(aux) === "have";
  }
  return isPast;
}

const PAST_MARKS: readonly string[] = [
  "after",
  "since",
  "because",
  "as",
  "when",
  "although",
  "though",
];

/** *Hopes that they meet*, *demanded that he resign and leave*: the subjunctive, and what is hoped for, tell no fact. */
function isOnlyWanted(reading: Reading, token: number, head: number): boolean {
  const lemma = reading.lemma(head);
  if (lemma === "hope" || lemma === "wish") return true;
  const isRequest = reading.lexicon.operators.get(lemma)?.includes("request");
  return isRequest === true && lemma !== "say" && isBare(reading, token);
}

/** A verb without an ending and without an auxiliary. */
function isBare(reading: Reading, token: number): boolean {
  const { tokens, tree } = reading;
  if (tokens.form[token]!.toLowerCase() !== reading.lemma(token)) return false;
  return childWithBase(tree, token, REL.aux) < 0;
}

/** *Banned her from voting*, *kept them from attacking*. */
function isKeptFrom(reading: Reading, gerund: number, head: number): boolean {
  if (reading.xpos(gerund) !== "VBG" || !hasMark(reading, gerund, "from")) return false;
  const lemma = reading.lemma(head);
  return KEEPING.has(lemma) || reading.lexicon.operators.get(lemma)?.includes("prevent") === true;
}

const KEEPING: ReadonlySet<string> = new Set(
  "keep bar deter dissuade discourage exclude restrain hinder disqualify preclude prohibit".split(
    " ",
  ),
);

/** What an operator makes of the verb right below it is the work of `composition.ts`; farther down only its kind tells: *tried to get Russia to release*. */
function isOnlyAimed(reading: Reading, lemma: string, step: number): boolean {
  const operators = reading.lexicon.operators.get(lemma);
  if (operators === undefined) return true;
  return step > 0 && lemma !== "manage" && operators.some((name) => AIMING.has(name));
}

const AIMING: ReadonlySet<string> = new Set([
  "plan",
  "prepare",
  "promise",
  "request",
  "try",
  "wish",
]);

const BEFORE_GERUND: ReadonlySet<string> = new Set(["on", "of", "for"]);

/** *Campaigned on imposing tariffs*, *a vote on joining*, *the idea of leaving*: what is spoken of has not happened. */
function readCuesBefore(reading: Reading, gerund: number, head: number, marks: Marks): void {
  if (reading.xpos(gerund) !== "VBG") return;
  for (const { place, kind } of reading.lexicon.statusCues.get(reading.lemma(head)) ?? []) {
    if (!BEFORE_GERUND.has(place) || !hasMark(reading, gerund, place)) continue;
    if (kind === "planned") marks.planned = true;
    else marks.modal = true;
  }
}

/** *Has to go*, but not *has the power to ban*. */
function implies(reading: Reading, verb: number): boolean {
  const lemma = reading.lemma(verb);
  return IMPLIES.has(lemma) && !(lemma === "have" && reading.clause(verb).object >= 0);
}

function isBound(reading: Reading, token: number, head: number): boolean {
  if (reading.lemma(head) !== "have" || reading.xpos(head) === "VBD") return false;
  return hasMark(reading, token, "to") && implies(reading, head);
}

/** Verbs whose infinitive has happened when they have. */
const IMPLIES: ReadonlySet<string> = new Set(
  "go come happen tend seem appear prove turn get be have use live vote rush hurry be_about".split(
    " ",
  ),
);

function sharesAuxiliary(reading: Reading, token: number, head: number): boolean {
  const { tree, tokens } = reading;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const base = BASE_RELATION[tokens.relation[child]!]!;
    if (base === REL.aux || base === REL.nsubj) return false;
  }
  return reading.xpos(token) === reading.xpos(head);
}

function isGoing(reading: Reading, token: number): boolean {
  return reading.tokens.form[token] === "going" || reading.lemma(token) === "about";
}

/** Whether the word stands in reported speech: there *would* is the past of *will*. */
export function isReported(reading: Reading, token: number): boolean {
  const { tokens } = reading;
  for (let at = token; at >= 0; at = tokens.head[at]!) {
    const base = BASE_RELATION[tokens.relation[at]!]!;
    const head = tokens.head[at]!;
    if ((base === REL.ccomp || base === REL.conj) && head >= 0) {
      const kind = reading.lexicon.reporting.get(reading.lemma(head));
      if (base === REL.ccomp && kind !== undefined && kind !== "think") return true;
    } else if (base === REL.parataxis) return true;
  }
  const root = rootAbove(reading, token);
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[root]!; child >= 0; child = nextSibling[child]!) {
    if (
      BASE_RELATION[tokens.relation[child]!] === REL.parataxis &&
      reading.lexicon.reporting.has(reading.lemma(child))
    ) {
      return true;
    }
  }
  return false;
}

function rootAbove(reading: Reading, token: number): number {
  let at = token;
  while (reading.tokens.head[at]! >= 0) at = reading.tokens.head[at]!;
  return at;
}
