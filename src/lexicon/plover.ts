/**
 * The PLOVER 2.0 code of an event from what is stored of it. The base act is stored, so that a meeting planned on
 * Thursday and held on Friday stays one event; PLOVER itself calls the first AGREE and the second CONSULT.
 * The rules are the crisp ones of the PLOVER 2.0 manual (openeventdata/PLOVER).
 */
import type { Act, EventStatus, Polarity } from "../model.ts";

export interface PloverOptions {
  /** False when somebody else than the actor announces the act: then it is no threat of the actor's. Default true. */
  readonly byDoer?: boolean;
}

/** `OTHER` where PLOVER has no code: a hostile act that is denied, cancelled or only imagined. */
export function plover(
  act: Act,
  status: EventStatus,
  polarity: Polarity,
  options: PloverOptions = {},
): Act {
  if (act === "OTHER" || status === "hypothetical") return "OTHER";
  const cooperative = COOPERATIVE.has(act);
  // "Denied supplying drones" refuses nothing: what is denied is that it happened.
  if (polarity === "denied") return cooperative && status !== "claimed" ? "REJECT" : "OTHER";
  if (status === "cancelled") return cooperative ? "REJECT" : "OTHER";
  if (status === "planned") {
    if (FUTURE_IS_AGREE.has(act)) return "AGREE";
    if (act === "RETREAT") return "CONCEDE";
    if (FUTURE_IS_THREAT.has(act)) return (options.byDoer ?? true) ? "THREATEN" : "OTHER";
    return act;
  }
  return act;
}

const COOPERATIVE: ReadonlySet<Act> = new Set<Act>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
]);

const FUTURE_IS_AGREE: ReadonlySet<Act> = new Set<Act>(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);

const FUTURE_IS_THREAT: ReadonlySet<Act> = new Set<Act>([
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "PROTEST",
]);
