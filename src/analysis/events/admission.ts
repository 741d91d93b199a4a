/** Which candidates are events, which stand beside the main event of a sentence, and why the others are none. */
import { plover } from "../../lexicon/plover.ts";
import type { Candidate } from "./candidate.ts";
import type { Found } from "./found.ts";
import type { Mood } from "./mood.ts";
import { isNobody } from "./nobody.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** Under this confidence a candidate is no event. Set on our own sentences without events and the development half. */
const SURE_ENOUGH = 0.5;

/** What is only imagined needs more: a named doer in a main clause. */
const SURE_IF_IMAGINED = 0.6;

export function reject(
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
  // "A 24-hour trip from the USA".
  if (candidate.nominal && candidate.mode === "visit" && sides.actors.length === 0)
    return "nobody travels";
  if (reading.tag(candidate.token) === "VERB" && candidate.nominal) return "not a verb";
  if (candidate.act === "OTHER") {
    if (mood.status === "hypothetical" || mood.polarity === "denied") return "not happened";
    if (!hasName(reading, sides) && !isNamedElsewhere(reading, sides)) return "nobody named";
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

/** *It delivered 70 jets*, of a maker whom the text has named. */
function isNamedElsewhere(reading: Reading, { actors, recipients }: Sides): boolean {
  return [...actors, ...recipients].some(
    ({ unnamed, kind, head }) =>
      !unnamed &&
      kind === "organization" &&
      reading.tag(head) === "PRON" &&
      !isNobody(reading, head),
  );
}

/**
 * A happening outside the 16 acts, and one that is only imagined, are kept beside the main event of a sentence and
 * never before it: their confidence lies between .5 and .6.
 */
export function beside(found: Found): Found {
  if (!isBeside(found)) return found;
  return { ...found, confidence: Math.round(500 + (found.confidence - 0.5) * 200) / 1000 };
}

/** Outside the 16 acts, only imagined, or a hostile act that did not happen: PLOVER has no code for them. */
function isBeside({ candidate: { act }, mood: { status, polarity } }: Found): boolean {
  return act === "OTHER" || status === "hypothetical" || plover(act, status, polarity) === "OTHER";
}

/** Where one of the 16 acts tells what somebody did, what else the sentence tells of them is background. */
export function isBackground({ candidate, sides }: Found, found: readonly Found[]): boolean {
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
