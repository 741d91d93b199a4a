/** Harm that may be an accident. */
import type { Candidate } from "./candidate.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** Verbs of harm that accidents share with attacks. */
export const BARE_HARM: ReadonlySet<string> = new Set(["kill", "wound", "injure", "maim", "hurt"]);

const VIOLENCE: readonly string[] = [
  "ASSAULT",
  "explosive",
  "weapon",
  "armed",
  "military",
  "police",
];

/** *Twenty people were killed*: without a doer and without a word of violence it may be an accident. */
export function isBareHarm(reading: Reading, { token }: Candidate, { actors }: Sides): boolean {
  if (actors.length > 0 || !BARE_HARM.has(reading.lemma(token))) return false;
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = firstToken; at < lastToken; at++) {
    if (at === token || reading.tag(at) === "VERB") continue;
    const lemma = reading.lemma(at);
    if (VIOLENCE.some((name) => reading.lexicon.classes.get(name)?.has(lemma))) return false;
  }
  return true;
}
