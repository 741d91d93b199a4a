/** How an act is done, where the frame does not say it: what is asked, refused or threatened, and how many meet. */
import type { Candidate } from "./candidate.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** From so many countries on a meeting is a multilateral one. */
const MANY = 3;

export function modeOf(reading: Reading, candidate: Candidate, sides: Sides): string | undefined {
  const { act, mode, inner } = candidate;
  if (mode !== undefined) return mode;
  if (act === "CONSULT") {
    const countries = [...sides.actors, ...sides.recipients].map(({ country }) => country);
    return new Set(countries.filter((code) => code !== undefined)).size >= MANY
      ? "multilateral"
      : undefined;
  }
  if (inner === undefined) return undefined;
  const { modes } = reading.lexicon;
  return modes.get(`${act} ${inner.act}:${inner.mode}`) ?? modes.get(`${act} ${inner.act}`);
}
