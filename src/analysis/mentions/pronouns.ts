/** Third person pronouns of every kind. */
import { clauseSubject } from "./clause-subjects.ts";
import { personOf } from "./person-pronouns.ts";
import type { Reference, Scene } from "./references.ts";

export function pronounAt(scene: Scene, token: number): Reference | undefined {
  const { reading, draft } = scene;
  const pronoun = reading.lexicon.pronouns.get(reading.keys[token]!);
  if (!pronoun || draft.at[token]) return undefined;
  const found =
    pronoun.number === "person"
      ? personOf(scene, token, pronoun.gender)
      : clauseSubject(scene, token, pronoun);
  if (!found) return undefined;
  if (pronoun.gender && found.chain.kind === "person") found.chain.gender ??= pronoun.gender;
  return { first: token, last: token + 1, form: "pronoun", ...found };
}
