/** Verbs and adjectives as triggers: a specific row, else what the word makes of the event inside, else any row. */
import type { Candidate, Interpret } from "./candidate.ts";
import { compose } from "./composition.ts";
import { firstFrame, fromFrame, isSpecific } from "./frames.ts";
import type { Reading } from "./reading.ts";
import { verbKeys } from "./verb-keys.ts";
import { FACET } from "./word-facets.ts";

export function readVerb(
  reading: Reading,
  token: number,
  interpret: Interpret,
): Candidate | undefined {
  const keys = verbKeys(reading, token);
  if (keys.length === 0) return undefined;
  const clause = reading.clause(token);
  const frame = firstFrame(reading, clause, keys);
  if (frame && frame.act !== "NONE" && isSpecific(frame))
    return fromFrame(reading, token, frame, clause, interpret);
  // "Demands deployment on a vast scale": a turn of phrase that the table knows acts on nothing.
  if (frame?.act === "NONE" && frame.when.length > 0) return undefined;
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

export function readAdjective(
  reading: Reading,
  token: number,
  interpret: Interpret,
): Candidate | undefined {
  if (!(reading.facets[token]! & FACET.acts)) return undefined;
  const clause = reading.clause(token);
  // "Is ready to X" where X is no known event is still a promise.
  const keys = [reading.lemma(token)];
  const own = firstFrame(reading, clause, keys);
  const composed = compose(reading, token, keys, clause, own, interpret);
  if (composed === "none") return undefined;
  if (composed !== undefined) return composed;
  return own && own.act !== "NONE" ? fromFrame(reading, token, own, clause, interpret) : undefined;
}
