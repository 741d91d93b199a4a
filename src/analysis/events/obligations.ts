/** What a speaker says that somebody else must do. */
import type { Candidate } from "./candidate.ts";
import type { ActorBook } from "./fillers.ts";
import { hasObligation } from "./mood-marks.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** *The Red Cross said both armies must ...*: an obligation laid on somebody else is a request. */
export function obligations(
  reading: Reading,
  book: ActorBook,
  speeches: readonly Speech[],
): Candidate[] {
  const requests: Candidate[] = [];
  for (const speech of speeches) {
    if (speech.content < 0 || speech.speakers.length === 0) continue;
    // "Believed that Ukraine needed to investigate" asks nobody.
    if (reading.lexicon.reporting.get(speech.lemma) === "think") continue;
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
      mode: undefined,
      rule: "said must",
      specific: true,
      nominal: false,
      strong: true,
      status: undefined,
      denied: false,
      recipient: ["comp.subj", "comp.obj"],
      mutual: false,
      verb: speech.token,
      doer: undefined,
      host: undefined,
      inner: undefined,
      inside: undefined,
    });
  }
  return requests;
}
