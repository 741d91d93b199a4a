/** From the rows of a verb to a candidate: the first row whose conditions hold. */
import type { Act } from "../../model.ts";
import type { Candidate, Interpret } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { holds } from "./conditions.ts";
import type { Frame } from "./lexicon.ts";
import { contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { knownLemma } from "./verb-keys.ts";

/** Marks in the recipient column a frame that both sides do together: *signed a treaty*. */
export const BOTH = "both";

export function firstFrame(
  reading: Reading,
  clause: Clause,
  keys: readonly string[],
): Frame | undefined {
  for (let k = 0; k < keys.length; k++) {
    const frames = reading.lexicon.verbs.get(keys[k]!);
    if (frames === undefined) continue;
    for (let i = 0; i < frames.length; i++)
      if (holds(reading, clause, frames[i]!.when)) return frames[i];
  }
  return undefined;
}

/** A frame that asks for a class of words knows more than an operator; one that asks only for an object does not. */
export function isSpecific(frame: Frame): boolean {
  // "Launched an attack": what a verb does to another event says more than that something was launched.
  if (frame.act === "OTHER") return false;
  return (
    frame.name.includes("_") ||
    frame.when.some(
      ({ values, slot }) =>
        values.length > 0 && slot !== "subj" && !values.every((v) => v === "actor"),
    )
  );
}

export function fromFrame(
  reading: Reading,
  token: number,
  frame: Frame,
  clause: Clause,
  interpret: Interpret,
): Candidate {
  const inner =
    (clause.object >= 0 && reading.tag(clause.object) !== "VERB"
      ? interpret(contentHead(reading, clause.object))
      : undefined) ??
    (clause.complement >= 0 && clause.complementForm !== "that"
      ? interpret(clause.complement)
      : undefined);
  return {
    token,
    lemma: lemmaOf(
      reading,
      token,
      clause,
      frame.when.some(
        ({ slot, values }) => slot === "obj" && values.length > 0 && values[0] !== "actor",
      ),
    ),
    act: frame.act as Act,
    mode: frame.mode,
    rule: frame.name,
    specific: frame.when.length > 0,
    nominal: false,
    strong: true,
    status: undefined,
    denied: false,
    recipient: frame.recipient.filter((slot) => slot !== BOTH),
    mutual: frame.recipient.includes(BOTH),
    verb: token,
    doer: undefined,
    host: undefined,
    inner,
    inside: undefined,
  };
}

function lemmaOf(reading: Reading, token: number, clause: Clause, withObject: boolean): string {
  const lemma = knownLemma(reading, token);
  const object = clause.object >= 0 ? contentHead(reading, clause.object) : -1;
  return withObject && object >= 0 ? `${lemma} ${reading.lemma(object)}` : lemma;
}
