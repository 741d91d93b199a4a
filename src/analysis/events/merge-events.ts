/** One event per happening: two tellings of one sentence that may be the same are joined. */
import type { Act } from "../../model.ts";
import { isBelow } from "../tree.ts";
import type { Filler } from "./fillers.ts";
import type { Decision, Found } from "./found.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** One event per happening: of two with one act, where one hangs on the other or they share their people, the surer stays. */
export function mergeSame(
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
