/** How sure it is that a candidate is an event, and how central to its sentence: a sum of weights, squashed. */
import { BASE_RELATION } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import type { Mood } from "./mood.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

/** Weights by feature name. Chosen by hand on sentences of our own, then checked on the development half. */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: 0.2,
  "at:root": 1.2,
  "at:reported": 1.1,
  "at:conj": 0.4,
  "at:xcomp": 0.3,
  "at:ccomp": 0.1,
  "at:parataxis": 0.3,
  "at:advcl": -0.4,
  "at:acl": -0.5,
  "at:relcl": -0.8,
  "at:nominal-subject": 0,
  "at:nominal-object": -0.3,
  "at:nominal-oblique": -0.8,
  "at:other": -0.5,
  attended: 0.7,
  specific: 0.4,
  weak: -0.8,
  purpose: -0.8,
  hypothetical: -1,
  claimed: -0.3,
  planned: 0,
  denied: -0.2,
  actor: 0.5,
  recipient: 0.3,
  "actor-country": 0.3,
  "recipient-country": 0.2,
  nobody: -1.5,
  rest: -0.2,
  generic: -0.6,
  other: -0.5,
};

export interface Scored {
  readonly confidence: number;
  readonly features: readonly string[];
}

export function scoreOf(reading: Reading, candidate: Candidate, mood: Mood, sides: Sides): Scored {
  const features = ["bias", `at:${positionOf(reading, candidate)}`];
  if (candidate.nominal && candidate.act === "CONSULT" && sides.actors.length > 1)
    features.push("attended");
  if (candidate.specific) features.push("specific");
  if (candidate.nominal && !candidate.strong) features.push("weak");
  if (mood.purpose) features.push("purpose");
  if (mood.status === "hypothetical") features.push("hypothetical");
  if (mood.status === "claimed") features.push("claimed");
  if (mood.polarity === "denied") features.push("denied");
  if (sides.actors.length > 0) features.push("actor");
  if (sides.recipients.length > 0) features.push("recipient");
  if (sides.actors.some(({ country }) => country !== undefined)) features.push("actor-country");
  if (sides.recipients.some(({ country }) => country !== undefined))
    features.push("recipient-country");
  if (sides.actors.length === 0 && sides.recipients.length === 0) features.push("nobody");
  if (sides.slot === "rest") features.push("rest");
  if (candidate.act === "OTHER") features.push("other");
  let sum = 0;
  for (const feature of features) sum += WEIGHTS[feature] ?? 0;
  return { confidence: squash(sum), features };
}

export function squash(sum: number): number {
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** Where the trigger stands in its sentence. Reported clauses count as the main clause. */
export function positionOf(reading: Reading, candidate: Candidate): string {
  if (candidate.nominal && candidate.verb < 0) return nominalPosition(reading, candidate.token);
  return verbPosition(reading, candidate.verb >= 0 ? candidate.verb : candidate.token);
}

function verbPosition(reading: Reading, token: number): string {
  const { tokens } = reading;
  const head = tokens.head[token]!;
  if (head < 0) return "root";
  const relation = tokens.relation[token]!;
  const base = BASE_RELATION[relation]!;
  if (base === REL.conj) return verbPosition(reading, head) === "root" ? "conj" : "other";
  if (base === REL.ccomp || base === REL.xcomp) {
    const above = verbPosition(reading, head);
    const isReporting = reading.lexicon.reporting.has(reading.lemma(head));
    if (isReporting && (above === "root" || above === "reported" || above === "conj"))
      return "reported";
    return base === REL.xcomp ? "xcomp" : "ccomp";
  }
  if (base === REL.parataxis) return "parataxis";
  if (base === REL.advcl) return "advcl";
  if (relation === REL.relcl) return "relcl";
  if (base === REL.acl) return "acl";
  return "other";
}

function nominalPosition(reading: Reading, token: number): string {
  const base = BASE_RELATION[reading.tokens.relation[token]!]!;
  if (reading.tokens.head[token]! < 0) return "root";
  if (base === REL.nsubj) return "nominal-subject";
  if (base === REL.obj) return "nominal-object";
  return "nominal-oblique";
}
