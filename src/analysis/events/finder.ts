/**
 * The events of one sentence: every trigger is read, composed with what governs it, given its mood, its sides and a
 * confidence; what does not hold is rejected with a reason. `explain` prints the same trace.
 */
import { plover } from "../../lexicon/plover.ts";
import type { Act } from "../../model.ts";
import { isBelow } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import { scoreOf } from "./confidence.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import type { Interpret } from "./interpret.ts";
import { hasObligation, type Mood, moodOf } from "./mood.ts";
import { type NoneReading, vetoOf } from "./none.ts";
import { conjuncts } from "./noun-phrase.ts";
import { type Sides, sidesOf } from "./participants.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** An event of a sentence before it is written down. */
export interface Found {
  readonly candidate: Candidate;
  readonly mood: Mood;
  readonly sides: Sides;
  readonly confidence: number;
  readonly features: readonly string[];
}

/** What became of a candidate, for people. */
export interface Decision {
  readonly candidate: Candidate;
  readonly decision: "event" | "rejected" | "merged";
  readonly reason: string;
}

/** Under this confidence a candidate is no event. Set on our own sentences without events and the development half. */
const SURE_ENOUGH = 0.5;

/** What is only imagined needs more: a named doer in a main clause. */
const SURE_IF_IMAGINED = 0.6;

export function findInSentence(
  reading: Reading,
  book: ActorBook,
  interpret: Interpret,
  speeches: readonly Speech[],
  none: NoneReading,
  firstToken: number,
  lastToken: number,
  trace?: (decision: Decision) => void,
): Found[] {
  const candidates = [
    ...obligations(reading, book, speeches),
    ...collect(reading, interpret, firstToken, lastToken, trace),
  ];
  const found: Found[] = [];
  for (const candidate of candidates) {
    const mood = moodOf(reading, candidate);
    const sides = sidesOf(reading, book, candidate);
    const { confidence, features } = scoreOf(reading, candidate, mood, sides);
    const reason =
      reject(reading, candidate, mood, sides, confidence) ??
      vetoOf(reading, candidate, sides, none);
    if (reason !== undefined) trace?.({ candidate, decision: "rejected", reason });
    else found.push({ candidate, mood, sides, confidence, features });
  }
  const told = found.filter((one) => {
    if (!isBackground(one, found)) return true;
    trace?.({
      candidate: one.candidate,
      decision: "rejected",
      reason: "background of another event",
    });
    return false;
  });
  return mergeSame(reading, told.map(beside), trace);
}

/** All triggers of the sentence that are not inside another one. */
function collect(
  reading: Reading,
  interpret: Interpret,
  firstToken: number,
  lastToken: number,
  trace: ((decision: Decision) => void) | undefined,
): Candidate[] {
  const candidates: Candidate[] = [];
  const consumed = new Map<number, Candidate>();
  const consume = (token: number, by: Candidate): void => {
    consumed.set(token, by);
    // "Agreed to meet and sign": the joined verb stands under the operator too.
    for (const joined of conjuncts(reading, token)) consumed.set(joined, by);
  };
  for (let token = firstToken; token < lastToken; token++) {
    const candidate = interpret(token);
    if (candidate === undefined) continue;
    candidates.push(candidate);
    for (let inner = candidate.inner, depth = 0; inner && depth < 5; inner = inner.inner, depth++) {
      // What somebody is blamed for has happened when it is named as a fact, *the bombing of X*.
      if (candidate.inside === undefined || !inner.nominal) consume(inner.token, candidate);
    }
  }
  return candidates.filter((candidate) => {
    const by = consumed.get(candidate.token);
    if (by !== undefined) {
      trace?.({ candidate, decision: "merged", reason: `inside ${by.lemma}` });
      return false;
    }
    return true;
  });
}

/** *The Red Cross said both armies must ...*: an obligation laid on somebody else is a request. */
function obligations(reading: Reading, book: ActorBook, speeches: readonly Speech[]): Candidate[] {
  const requests: Candidate[] = [];
  for (const speech of speeches) {
    if (speech.content < 0 || speech.speakers.length === 0) continue;
    const token = speech.content;
    const clause = reading.clause(token);
    const addressee = clause.passive ? clause.object : clause.subject;
    if (!hasObligation(reading, token) || addressee < 0 || !reading.isActor(addressee)) continue;
    const addressed = book.of(addressee);
    if (addressed.some(({ chain }) => speech.speakers.some((speaker) => speaker.chain === chain)))
      continue;
    if (reading.tag(addressee) === "PRON") continue;
    requests.push({
      token: speech.token,
      lemma: `${speech.lemma} must`,
      act: "REQUEST",
      rule: "said must",
      specific: true,
      nominal: false,
      strong: true,
      recipient: ["comp.subj", "comp.obj"],
      mutual: false,
      verb: speech.token,
    });
  }
  return requests;
}

function reject(
  reading: Reading,
  candidate: Candidate,
  mood: Mood,
  sides: Sides,
  confidence: number,
): string | undefined {
  const people = sides.actors.length + sides.recipients.length;
  if (people === 0) return "nobody takes part";
  // "Converged on the capital to protest": such an aim shows in the doing.
  if (mood.purpose && candidate.act !== "PROTEST") return "an aim, not a happening";
  if (candidate.nominal && candidate.verb < 0 && !candidate.strong) {
    if (sides.actors.length === 0 || sides.recipients.length === 0)
      return "a noun that no verb makes happen";
  }
  if (reading.tag(candidate.token) === "VERB" && candidate.nominal) return "not a verb";
  if (candidate.act === "OTHER") {
    if (mood.status === "hypothetical" || mood.polarity === "denied") return "not happened";
    if (!hasName(reading, sides)) return "nobody named";
  }
  if (mood.status === "hypothetical") {
    if (candidate.nominal && !candidate.strong) return "a noun that is only imagined";
    if (!hasName(reading, sides)) return "imagined of nobody named";
    if (confidence < SURE_IF_IMAGINED) return `only imagined, confidence ${confidence}`;
  }
  if (confidence < SURE_ENOUGH) return `confidence ${confidence}`;
  return undefined;
}

function hasName(reading: Reading, { actors, recipients }: Sides): boolean {
  return [...actors, ...recipients].some(
    ({ unnamed, kind, head }) => !unnamed && kind !== "place" && reading.tag(head) !== "PRON",
  );
}

/**
 * A happening outside the 16 acts, and one that is only imagined, are kept beside the main event of a sentence and
 * never before it: their confidence lies between .5 and .6.
 */
function beside(found: Found): Found {
  if (!isBeside(found)) return found;
  return { ...found, confidence: Math.round(500 + (found.confidence - 0.5) * 200) / 1000 };
}

/** Outside the 16 acts, only imagined, or a hostile act that did not happen: PLOVER has no code for them. */
function isBeside({ candidate: { act }, mood: { status, polarity } }: Found): boolean {
  return act === "OTHER" || status === "hypothetical" || plover(act, status, polarity) === "OTHER";
}

/** Where one of the 16 acts tells what somebody did, what else the sentence tells of them is background. */
function isBackground({ candidate, sides }: Found, found: readonly Found[]): boolean {
  if (candidate.act !== "OTHER") return false;
  const own = chainsOf(sides);
  return found.some(
    (other) =>
      other.candidate.act !== "OTHER" && chainsOf(other.sides).some((chain) => own.includes(chain)),
  );
}

function chainsOf({ actors, recipients }: Sides): number[] {
  return [...actors, ...recipients].map(({ chain }) => chain);
}

/** One event per happening: of two with one act, where one hangs on the other or they share their people, the surer stays. */
function mergeSame(
  reading: Reading,
  found: readonly Found[],
  trace: ((decision: Decision) => void) | undefined,
): Found[] {
  const kept: Found[] = [];
  for (const next of [...found].sort(
    (a, b) => b.confidence - a.confidence || a.candidate.token - b.candidate.token,
  )) {
    const index = kept.findIndex((other) => isSame(reading, other, next));
    if (index < 0) kept.push(next);
    else {
      kept[index] = join(kept[index]!, next);
      trace?.({
        candidate: next.candidate,
        decision: "merged",
        reason: `same happening as ${kept[index]!.candidate.lemma}`,
      });
    }
  }
  for (const { candidate, confidence } of kept) {
    trace?.({ candidate, decision: "event", reason: `confidence ${confidence}` });
  }
  return kept.sort((a, b) => a.candidate.token - b.candidate.token);
}

function isSame(reading: Reading, a: Found, b: Found): boolean {
  if (a.candidate.act !== b.candidate.act || a.mood.polarity !== b.mood.polarity) return false;
  if (
    a.mood.status !== b.mood.status &&
    (SEPARATE.has(a.mood.status) || SEPARATE.has(b.mood.status))
  )
    return false;
  if (a.candidate.act === "OTHER" && a.candidate.mode !== b.candidate.mode) return false;
  if (
    a.candidate.mode &&
    b.candidate.mode &&
    a.candidate.act === "CONSULT" &&
    a.candidate.mode !== b.candidate.mode
  )
    return false;
  if (!agree(a.sides.actors, b.sides.actors)) return false;
  const isNear =
    isBelow(reading.tree, a.candidate.token, b.candidate.token) ||
    isBelow(reading.tree, b.candidate.token, a.candidate.token);
  if (isNear && (arePlaces(a.sides) || arePlaces(b.sides))) return true;
  if (!agree(a.sides.recipients, b.sides.recipients)) return false;
  return isNear || REPEATED.has(a.candidate.act);
}

/** *Detonated a bomb in Basra, killing three*: the place is named where the people are not yet. */
function arePlaces({ recipients, slot }: Sides): boolean {
  const isOfPlace = slot !== undefined && /(^|\.)(in|at|near|on|outside)$/.test(slot);
  return recipients.every(({ kind }) => kind === "place" || (kind === "country" && isOfPlace));
}

/** What is planned or imagined is another happening than what is told as a fact. */
const SEPARATE: ReadonlySet<string> = new Set(["planned", "hypothetical"]);

/** Acts that a sentence often tells twice in other words. */
const REPEATED: ReadonlySet<Act> = new Set<Act>([
  "CONSULT",
  "ASSAULT",
  "PROTEST",
  "ACCUSE",
  "AGREE",
]);

/** Sides agree when one is empty or they share a chain or a country. */
function agree(a: readonly Filler[], b: readonly Filler[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((x) =>
    b.some((y) => x.chain === y.chain || (x.country !== undefined && x.country === y.country)),
  );
}

/** *Hit a hospital in Ukraine, killing 20 people*: the people are where the place is. */
function settle(people: readonly Filler[], places: readonly Filler[]): readonly Filler[] {
  const country = places.find((place) => place.country !== undefined)?.country;
  return country === undefined
    ? people
    : people.map((one) => (one.country ? one : { ...one, country }));
}

function join(into: Found, from: Found): Found {
  const { sides } = into;
  return {
    ...into,
    sides: {
      ...sides,
      actors: sides.actors.length > 0 ? sides.actors : from.sides.actors,
      recipients:
        arePlaces(sides) && from.sides.recipients.length > 0
          ? settle(from.sides.recipients, sides.recipients)
          : settle(sides.recipients, arePlaces(from.sides) ? from.sides.recipients : []),
    },
  };
}
