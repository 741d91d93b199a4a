/** Status and polarity of a trigger. */
import type { EventStatus, Polarity } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import { climb, isReported } from "./mood-above.ts";
import { type Marks, merge, readMarks } from "./mood-marks.ts";
import type { Reading } from "./reading.ts";

export interface Mood {
  readonly status: EventStatus;
  readonly polarity: Polarity;
  /** An aim and not yet a happening: *to protest*, *in order to deliver*. */
  readonly purpose: boolean;
  /** *must*, *should*, *has to*: said to an actor it is a request. */
  readonly obligation: boolean;
}

export function moodOf(reading: Reading, candidate: Candidate): Mood {
  const anchor = candidate.host ?? (candidate.verb >= 0 ? candidate.verb : candidate.token);
  const marks = readMarks(reading, anchor);
  if (candidate.token !== anchor) merge(marks, readMarks(reading, candidate.token));
  const purpose = climb(reading, anchor, marks);
  const isHeadline =
    reading.parsed.sentences[reading.tokens.sentence[anchor]!]?.block === "headline";
  const negated = marks.negated !== (candidate.denied === true);
  if (isAsked(reading, anchor)) marks.conditional = true;
  return {
    status: statusOf(reading, candidate, marks, anchor, isHeadline),
    polarity: negated ? "denied" : "asserted",
    purpose,
    obligation: marks.obligation,
  };
}

function statusOf(
  reading: Reading,
  candidate: Candidate,
  marks: Marks,
  anchor: number,
  isHeadline: boolean,
): EventStatus {
  if (marks.conditional) return "hypothetical";
  if (marks.cancelled) return "cancelled";
  if (candidate.status !== undefined && candidate.status !== "actual") {
    return marks.modal ? "hypothetical" : candidate.status;
  }
  if (marks.would && !marks.modal) return isReported(reading, anchor) ? "planned" : "hypothetical";
  if (marks.modal) return "hypothetical";
  if (marks.future || marks.planned) return "planned";
  if (marks.infinitive && isHeadline) return "planned";
  if (marks.claimed) return "claimed";
  if (marks.ongoing) return "ongoing";
  return candidate.status ?? "actual";
}

/** *Will the regime cooperate?* tells of nothing that happened. */
function isAsked(reading: Reading, token: number): boolean {
  const { firstToken, lastToken } = reading.parsed.sentences[reading.tokens.sentence[token]!]!;
  for (let at = lastToken - 1; at >= firstToken && at >= lastToken - 3; at--) {
    if (reading.tokens.form[at] === "?") return true;
  }
  return false;
}
