/** Who takes part in an event and on which side: slots of the frame first, then the usual places of the act. */
import type { Candidate } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { nounActors, verbActors } from "./doers.ts";
import type { ActorBook, Filler } from "./fillers.ts";
import type { Reading } from "./reading.ts";
import { findRecipients } from "./recipients.ts";

export interface Sides {
  readonly actors: readonly Filler[];
  readonly recipients: readonly Filler[];
  /** Both sides do the same: *met*, *signed*, *held drills*. */
  readonly symmetric: boolean;
  /** The slot that gave the recipients, for `explain`. */
  readonly slot: string | undefined;
}

export function sidesOf(reading: Reading, book: ActorBook, candidate: Candidate): Sides {
  const clause = reading.clause(candidate.verb >= 0 ? candidate.verb : candidate.token);
  if (candidate.recipient[0] === SUBJECT) return turnedSides(reading, book, clause);
  const patients = patientsOf(reading, book, candidate);
  if (patients.length > 0) return undergone(reading, book, candidate, patients);
  const undergoing = passiveInside(reading, candidate);
  const named =
    candidate.doer !== undefined
      ? book.of(candidate.doer)
      : candidate.verb >= 0
        ? verbActors(reading, book, undergoing ?? clause)
        : nounActors(reading, book, candidate);
  // "Blocked aid in an attempt to force the US to leave": who attempts it is who would force.
  const isOfNoun = named.length === 0 && reading.tag(candidate.token) === "NOUN";
  const below = isOfNoun ? (candidate.inner?.verb ?? -1) : -1;
  if (below >= 0 && candidate.inner!.act === candidate.act)
    named.push(...verbActors(reading, book, reading.clause(below)));
  // "The Indian strikes were carried out": whose event it is, where nobody is told to carry it out.
  const { inner } = candidate;
  const isOwned =
    inner?.nominal === true && inner.act === candidate.act && !isUndergone(reading, inner.token);
  if (named.length === 0 && isOwned) named.push(...nounActors(reading, book, inner));
  const isPassiveDoer =
    movesItself(candidate) || (clause.passive && undergoing === undefined && passesOn(candidate));
  const own = named.length === 0 && isPassiveDoer ? book.of(clause.object) : named;
  const actors = own.filter(({ kind }) => kind !== "place");
  const found = findRecipients(reading, book, candidate, clause, actors);
  const isSettled = isMutual(candidate) && countriesOf(actors) > 1 && !isWith(found.slot);
  const recipients = isSettled ? [] : found.recipients;
  const symmetric = isSymmetric(candidate, actors, recipients, found.slot);
  return {
    actors,
    recipients: symmetric ? recipients.filter(({ kind }) => kind !== "place") : recipients,
    symmetric,
    slot: found.slot,
  };
}

/** In the recipient column: the subject is who it is done to, *faces charges*, *came under fire from rebels*. */
const SUBJECT = "subj";

const SOURCES: ReadonlySet<string> = new Set(["from", "by", "of"]);

/** Verbs of undergoing: the subject is touched, the doer stands behind *from*, *by*, *of* or inside the object. */
function turnedSides(reading: Reading, book: ActorBook, clause: Clause): Sides {
  const recipients = book.of(clause.subject);
  const isOther = ({ chain }: Filler) => !recipients.some((one) => one.chain === chain);
  for (const { prep, head } of [...clause.obliques, ...clause.objectObliques]) {
    if (!SOURCES.has(prep)) continue;
    const named = book.of(head).filter(isOther);
    if (named.length > 0) return { actors: named, recipients, symmetric: false, slot: SUBJECT };
  }
  // "Faces a charge of murder in Kenya": where it happened is not who does it.
  const isDoer = ({ kind, head }: Filler) => kind !== "place" && reading.preposition(head) !== "in";
  const actors = book.inside(clause.object).filter((one) => isDoer(one) && isOther(one));
  return { actors, recipients, symmetric: false, slot: SUBJECT };
}

/**
 * *Assange's arrest*, *Navalny's murder*: of what is done to people a person's name before the noun tells who it was done to, unless another
 * stands behind *of*: *Putin's murder of Navalny*.
 */
function patientsOf(reading: Reading, book: ActorBook, candidate: Candidate): readonly Filler[] {
  const { token, verb } = candidate;
  if (verb >= 0 || !isUndergone(reading, token)) return NOBODY;
  const clause = reading.clause(token);
  if (clause.subject < 0 || clause.obliques.some(({ prep }) => prep === "of")) return NOBODY;
  const owners = book.of(clause.subject);
  return owners.every(({ kind }) => kind === "person") ? owners : NOBODY;
}

function isUndergone(reading: Reading, noun: number): boolean {
  return reading.lexicon.classes.get("undergone")?.has(reading.lemma(noun)) === true;
}

const NOBODY: readonly Filler[] = [];

function undergone(
  reading: Reading,
  book: ActorBook,
  { token }: Candidate,
  recipients: readonly Filler[],
): Sides {
  const by = reading.clause(token).obliques.find(({ prep }) => prep === "by");
  const actors = by === undefined ? NOBODY : book.of(by.head);
  return { actors, recipients, symmetric: false, slot: "possessor" };
}

/** *Troops were put on alert*, *soldiers were withdrawn*: the force that is moved is the doer when nobody else is named. */
function movesItself({ act, mode }: Candidate): boolean {
  return act === "MOBILIZE" || (act === "RETREAT" && mode === "withdraw");
}

/** *Is expected to be expelled*: whoever the plan is about undergoes it. */
function passiveInside(reading: Reading, { inner, act, nominal }: Candidate): Clause | undefined {
  if (inner === undefined || inner.act !== act || inner.nominal || nominal) return undefined;
  if (inner.inner?.act === act && !inner.inner.nominal) return passiveInside(reading, inner);
  const clause = reading.clause(inner.token);
  return clause.passive ? clause : undefined;
}

/** *Were engaged in*, *is expected to*: the subject of the passive is the doer of the event inside. */
function passesOn({ inner, act }: Candidate): boolean {
  return inner !== undefined && inner.act === act;
}

/** Acts of both sides: where the actors come from two countries no third side is needed. */
function isMutual({ act, mutual }: Candidate): boolean {
  return act === "COOPERATE" || act === "CONSULT" || mutual;
}

function countriesOf(fillers: readonly Filler[]): number {
  return new Set(fillers.map(({ country, chain }) => country ?? `#${chain}`)).size;
}

function isWith(slot: string | undefined): boolean {
  return slot !== undefined && /(^|\.)(with|between)$/.test(slot);
}

/** Acts that two sides do together unless the words give them directions. */
function isSymmetric(
  { act, mode, rule, mutual }: Candidate,
  actors: readonly Filler[],
  recipients: readonly Filler[],
  slot: string | undefined,
): boolean {
  if (act === "CONSULT") {
    if (mode === "visit" || /^(host|receive|invite|mediate|broker)\b/.test(rule)) return false;
    return recipients.length > 0 || actors.length > 1;
  }
  if (act === "COOPERATE") return isWith(slot) || (recipients.length === 0 && actors.length > 1);
  if (act === "AGREE" || act === "SUPPORT" || act === "REJECT") {
    if (!mutual) return false;
    return isWith(slot) || (recipients.length === 0 && actors.length > 1);
  }
  return act === "ASSAULT" && recipients.length === 0 && actors.length > 1;
}
