/**
 * The events of one sentence: every trigger is read, composed with what governs it, given its mood, its sides and a
 * confidence; what does not hold is rejected with a reason. `explain` prints the same trace.
 */
import { beside, isBackground, reject } from "./admission.ts";
import type { Candidate, Interpret } from "./candidate.ts";
import { scoreOf } from "./confidence.ts";
import type { ActorBook } from "./fillers.ts";
import type { Decision, Found } from "./found.ts";
import { mergeSame } from "./merge-events.ts";
import { moodOf } from "./mood.ts";
import { type NoneReading, vetoOf } from "./none.ts";
import { conjuncts } from "./noun-phrase.ts";
import { obligations } from "./obligations.ts";
import { sidesOf } from "./participants.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

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
