/** What the finder makes of a sentence, before it is written down. */
import type { Candidate } from "./candidate.ts";
import type { Mood } from "./mood.ts";
import type { Sides } from "./participants.ts";

/** An event of a sentence before it is written down. */
export interface Found {
  readonly candidate: Candidate;
  readonly mood: Mood;
  readonly sides: Sides;
  readonly confidence: number;
  readonly features: readonly string[];
}

/** What became of a candidate, for people. */
export interface Decision {
  readonly candidate: Candidate;
  readonly decision: "event" | "rejected" | "merged";
  readonly reason: string;
}
