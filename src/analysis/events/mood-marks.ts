/** What auxiliaries, adverbs, conjunctions and adjectives say of one word: future, possible, denied, claimed ... */
import { BASE_RELATION, childWithBase, siblingWithBase } from "../tree.ts";
import { hasMark } from "./clause-forms.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export interface Marks {
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

/** Auxiliaries, adverbs, conjunctions and adjectives of one word. */
export function readMarks(reading: Reading, token: number): Marks {
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
      // "Would have objected" was never done, also where somebody says so.
      if (lemma === "have" && marks.would) marks.modal = true;
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
    if (base === REL.mark && lemma === "without") marks.negated = true;
    if (base === REL.nsubj && reading.tag(token) === "VERB" && isNegatedPhrase(reading, child))
      marks.negated = true;
    if (base === REL.obl && isNever(reading, child)) marks.negated = true;
    if (relation === REL.obj && isNothing(reading, child)) marks.negated = true;
    for (const cue of lexicon.statusCues.get(lemma) ?? []) {
      if (cue.place === "adverb" && (base === REL.advmod || base === REL.det || base === REL.cc)) {
        if (cue.kind === "negation")
          marks.negated = !(base === REL.advmod && isNotOnly(reading, child));
        else if (cue.kind === "claimed") marks.claimed = true;
        else if (cue.kind === "possible") marks.modal = true;
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

/** *No country sent troops*, *neither side withdrew*, *not the army*. */
function isNegatedPhrase(reading: Reading, noun: number): boolean {
  const first = reading.tree.leftEdge[noun]!;
  const word = reading.lemma(first);
  return NOBODY.has(word) && !isNotOnly(reading, first);
}

/** *At no time did it agree*, *in no way*. */
function isNever(reading: Reading, noun: number): boolean {
  return reading.lemma(noun - 1) === "no" && NEVER.has(reading.lemma(noun));
}

/** *Reached no agreement*. */
function isNothing(reading: Reading, object: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[object]!; child >= 0 && child < object; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.det && reading.lemma(child) === "no") return true;
  }
  return false;
}

const NEVER: ReadonlySet<string> = new Set(["time", "way", "point", "case", "circumstance"]);

const NOBODY: ReadonlySet<string> = new Set(["no", "neither", "not", "none", "nobody"]);

/** *Not only* asserts. */
function isNotOnly(reading: Reading, token: number): boolean {
  return (
    token + 1 < reading.tokens.count &&
    ["only", "just", "merely"].includes(reading.lemma(token + 1))
  );
}

const FUTURE: ReadonlySet<string> = new Set(["will", "'ll", "wo", "shall"]);

const MODAL: ReadonlySet<string> = new Set(["could", "may", "might", "can", "ca"]);

export function merge(into: Marks, from: Marks): void {
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

/** *Will go*, *would go*, *must go*. */
export function isFuture(reading: Reading, token: number): boolean {
  const marks = readMarks(reading, token);
  return marks.future || marks.would || marks.modal;
}

/** *Must go*, *should stop*, *has to leave*. */
export function hasObligation(reading: Reading, token: number): boolean {
  const { tree, tokens } = reading;
  let aux = childWithBase(tree, token, REL.aux);
  for (; aux >= 0; aux = siblingWithBase(tree, aux, REL.aux)) {
    const form = tokens.form[aux]!.toLowerCase();
    if (form === "must" || form === "should" || form === "ought") return true;
  }
  const lemma = reading.lemma(token);
  if (lemma !== "have" && lemma !== "need") return false;
  const { complement, object } = reading.clause(token);
  return complement >= 0 && object < 0 && hasMark(reading, complement, "to");
}
