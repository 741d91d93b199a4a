/** Pronouns that stand for nobody whom the text names. */
import type { Reading } from "./reading.ts";

export function isNobody(reading: Reading, head: number): boolean {
  const mention = reading.mentionOn(head);
  const name = mention === undefined ? "" : reading.chains[mention.entity]?.name;
  return name === undefined || name === "" || name.toLowerCase() === reading.lemma(head);
}
