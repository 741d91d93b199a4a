/**
 * Who stands where around a trigger, in logical terms: passives turned round, subjects shared by conjunction,
 * control, relative and participial clauses found. For a noun: its possessor and the phrases after it.
 */
import { hasSubject } from "./clause-forms.ts";
import { nounClause } from "./noun-clause.ts";
import type { Reading } from "./reading.ts";
import { verbClause } from "./verb-clause.ts";

export interface Oblique {
  readonly prep: string;
  readonly head: number;
}

/** Token numbers; -1 where the slot is empty. */
export interface Clause {
  readonly token: number;
  readonly passive: boolean;
  /** The doer, also the agent of a passive. */
  readonly subject: number;
  /** What it is done to, also the subject of a passive. */
  readonly object: number;
  readonly indirect: number;
  readonly obliques: readonly Oblique[];
  /** Phrases inside the object: *a proposal by India*. */
  readonly objectObliques: readonly Oblique[];
  /** The clause that it governs: *agreed to meet*, *said it will*, *accused of bombing*. */
  readonly complement: number;
  readonly complementForm: "inf" | "ing" | "that" | "purpose" | "";
}

export function readClause(reading: Reading, token: number): Clause {
  const tag = reading.tag(token);
  return tag === "VERB" ||
    tag === "AUX" ||
    ((tag === "ADJ" || tag === "NOUN") && hasSubject(reading, token))
    ? verbClause(reading, token)
    : nounClause(reading, token);
}
