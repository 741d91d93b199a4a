/** Status and polarity of a trigger: auxiliaries, negation, conjunctions and adjectives around it and above it. */
import type { EventStatus, Polarity } from "../../model.ts";
import { BASE_RELATION } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import { hasMark } from "./clause-forms.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export interface Mood {
  readonly status: EventStatus;
  readonly polarity: Polarity;
  /** An aim and not yet a happening: *to protest*, *in order to deliver*. */
  readonly purpose: boolean;
  /** *must*, *should*, *has to*: said to an actor it is a request. */
  readonly obligation: boolean;
}

interface Marks {
  future: boolean;
  modal: boolean;
  would: boolean;
  obligation: boolean;
  negated: boolean;
  conditional: boolean;
  claimed: boolean;
  ongoing: boolean;
  infinitive: boolean;
  planned: boolean;
  cancelled: boolean;
}

/** Clauses this far up still color the event. */
const HIGHEST = 6;

export function moodOf(reading: Reading, candidate: Candidate): Mood {
  const anchor = candidate.host ?? (candidate.verb >= 0 ? candidate.verb : candidate.token);
  const marks = readMarks(reading, anchor);
  if (candidate.token !== anchor) merge(marks, readMarks(reading, candidate.token));
  const purpose = climb(reading, anchor, marks);
  const isHeadline =
    reading.parsed.sentences[reading.tokens.sentence[anchor]!]?.block === "headline";
  const negated = marks.negated !== (candidate.denied === true);
  if (isAsked(reading, anchor)) marks.conditional = true;
  return {
    status: statusOf(reading, candidate, marks, anchor, isHeadline),
    polarity: negated ? "denied" : "asserted",
    purpose,
    obligation: marks.obligation,
  };
}

function statusOf(
  reading: Reading,
  candidate: Candidate,
  marks: Marks,
  anchor: number,
  isHeadline: boolean,
): EventStatus {
  if (marks.conditional) return "hypothetical";
  if (marks.cancelled) return "cancelled";
  if (candidate.status !== undefined && candidate.status !== "actual") {
    return marks.modal ? "hypothetical" : candidate.status;
  }
  if (marks.would) return isReported(reading, anchor) ? "planned" : "hypothetical";
  if (marks.modal) return "hypothetical";
  if (marks.future || marks.planned) return "planned";
  if (marks.infinitive && isHeadline) return "planned";
  if (marks.claimed) return "claimed";
  if (marks.ongoing) return "ongoing";
  return candidate.status ?? "actual";
}

/** *Will the regime cooperate?* tells of nothing that happened. */
function isAsked(reading: Reading, token: number): boolean {
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = lastToken - 1; at >= firstToken && at >= lastToken - 3; at--) {
    if (reading.tokens.form[at] === "?") return true;
  }
  return false;
}

/** Auxiliaries, adverbs, conjunctions and adjectives of one word. */
function readMarks(reading: Reading, token: number): Marks {
  const { tree, tokens, lexicon } = reading;
  const marks: Marks = {
    future: false,
    modal: false,
    would: false,
    obligation: false,
    negated: false,
    conditional: false,
    claimed: false,
    ongoing: false,
    infinitive: false,
    planned: false,
    cancelled: false,
  };
  let hasBe = false;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = tokens.relation[child]!;
    const base = BASE_RELATION[relation]!;
    const lemma = reading.lemma(child);
    if (base === REL.aux) {
      if (lemma === "be") hasBe = true;
      const form = tokens.form[child]!.toLowerCase();
      if (form === "would" || form === "'d") marks.would = true;
      else if (form === "must" || form === "should" || form === "ought")
        marks.obligation = marks.modal = true;
      else if (FUTURE.has(form)) marks.future = true;
      else if (MODAL.has(form)) marks.modal = true;
      else if (lemma === "be" && reading.xpos(token) === "VBG" && reading.xpos(child) !== "VBD") {
        marks.ongoing = true;
      }
      continue;
    }
    if (base === REL.mark && lemma === "to") marks.infinitive = true;
    for (const cue of lexicon.statusCues.get(lemma) ?? []) {
      if (cue.place === "adverb" && (base === REL.advmod || base === REL.det || base === REL.cc)) {
        if (cue.kind === "negation")
          marks.negated = !(base === REL.advmod && isNotOnly(reading, child));
        else if (cue.kind === "claimed") marks.claimed = true;
        else if (cue.kind === "ongoing" && reading.xpos(token) === "VBG") marks.ongoing = true;
      } else if (cue.place === "mark" && (base === REL.mark || base === REL.advmod)) {
        if (cue.kind === "conditional") marks.conditional = true;
      } else if (cue.place === "adjective" && base === REL.amod) {
        if (cue.kind === "claimed") marks.claimed = true;
        else if (cue.kind === "planned") marks.planned = true;
        else if (cue.kind === "possible") marks.modal = true;
        else if (cue.kind === "cancelled") marks.cancelled = true;
        else if (cue.kind === "ongoing") marks.ongoing = true;
      }
    }
    if (base === REL.cop && lemma === "be") hasBe = true;
  }
  // "Is on hunger strike" goes on.
  if (hasBe && reading.tag(token) === "NOUN" && reading.preposition(token) === "on")
    marks.ongoing = true;
  // "Is to lend" is a future.
  if (hasBe && marks.infinitive) marks.future = true;
  return marks;
}

/** *Not only* asserts. */
function isNotOnly(reading: Reading, token: number): boolean {
  return (
    token + 1 < reading.tokens.count &&
    ["only", "just", "merely"].includes(reading.lemma(token + 1))
  );
}

const FUTURE: ReadonlySet<string> = new Set(["will", "'ll", "wo", "shall"]);
const MODAL: ReadonlySet<string> = new Set(["could", "may", "might", "can", "ca"]);

/** Gathers what the clauses above say, and tells whether the trigger is only an aim. */
function climb(reading: Reading, anchor: number, marks: Marks): boolean {
  const { tokens } = reading;
  let purpose = false;
  let at = anchor;
  for (let step = 0; step < HIGHEST; step++) {
    const head = tokens.head[at]!;
    if (head < 0) break;
    const relation = tokens.relation[at]!;
    const base = BASE_RELATION[relation]!;
    const above = readMarks(reading, head);
    if (base === REL.conj) {
      // Joined verbs share auxiliaries unless the second has its own or another form.
      if (sharesAuxiliary(reading, at, head)) merge(marks, above);
      else if (above.conditional) marks.conditional = true;
      if (above.infinitive && reading.xpos(at) === "VB") marks.infinitive = true;
    } else if (base === REL.xcomp) {
      merge(marks, { ...above, conditional: above.conditional, infinitive: marks.infinitive });
      if (isGoing(reading, head)) marks.future = true;
      // "The order empowers the navy to cross": what a verb only makes possible has not happened.
      else if (
        step === 0 &&
        hasMark(reading, at, "to") &&
        !reading.lexicon.operators.has(reading.lemma(head)) &&
        !IMPLIES.has(reading.lemma(head))
      )
        purpose = true;
    } else if (base === REL.ccomp) {
      if (above.conditional) marks.conditional = true;
      if (!reading.lexicon.reporting.has(reading.lemma(head))) {
        if (above.modal) marks.modal = true;
        if (above.negated) marks.modal = true;
      } else if (above.negated) marks.claimed = true;
    } else if (base === REL.advcl || relation === REL.acl) {
      if (hasMark(reading, at, "to") && step === 0) purpose = true;
      if (base === REL.advcl && above.conditional) marks.conditional = true;
    } else if (base === REL.obj || base === REL.nsubj || base === REL.obl || base === REL.nmod) {
      // A noun shares the mood of the verb that it depends on.
      if (above.conditional) marks.conditional = true;
      if (above.modal || above.would) marks.modal = true;
      if (above.future && base !== REL.nmod) marks.planned = true;
      if (above.negated && base === REL.obj) marks.negated = !marks.negated;
    }
    at = head;
  }
  return purpose;
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
function isReported(reading: Reading, token: number): boolean {
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

function merge(into: Marks, from: Marks): void {
  into.future ||= from.future;
  into.modal ||= from.modal;
  into.would ||= from.would;
  into.obligation ||= from.obligation;
  into.negated = into.negated !== from.negated;
  into.conditional ||= from.conditional;
  into.claimed ||= from.claimed;
  into.planned ||= from.planned;
  into.cancelled ||= from.cancelled;
  into.ongoing ||= from.ongoing;
}

/** *Must go*, *should stop*, *has to leave*. */
export function hasObligation(reading: Reading, token: number): boolean {
  const { tree, tokens } = reading;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (BASE_RELATION[tokens.relation[child]!] !== REL.aux) continue;
    const form = tokens.form[child]!.toLowerCase();
    if (form === "must" || form === "should" || form === "ought") return true;
  }
  const lemma = reading.lemma(token);
  return (
    (lemma === "have" || lemma === "need") &&
    reading.clause(token).complement >= 0 &&
    reading.clause(token).object < 0
  );
}

/** *Will go*, *would go*, *must go*. */
export function isFuture(reading: Reading, token: number): boolean {
  const marks = readMarks(reading, token);
  return marks.future || marks.would || marks.modal;
}
