/** The conditions of a verb frame, `obj:@weapon against !comp`: parsed once from the table, tested on a clause. */
import type { Clause } from "./clause.ts";
import { hasObligation } from "./mood.ts";
import { compoundKeys, conjuncts, contentHead } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";

export interface Condition {
  /** `obj`, `iobj`, `subj`, `comp`, `comp.inf`, `comp.must`, `pass`, `noobj`, or a preposition. */
  readonly slot: string;
  /** Lemmas, `@class`, `actor`, `plural`; empty: the slot only has to be filled. */
  readonly values: readonly string[];
  readonly negated: boolean;
}

export function parseConditions(text: string): Condition[] {
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const negated = part.startsWith("!");
      const [slot = "", values] = (negated ? part.slice(1) : part).split(":");
      return { slot, values: values?.split("|") ?? [], negated };
    });
}

export function holds(reading: Reading, clause: Clause, conditions: readonly Condition[]): boolean {
  return conditions.every(
    (condition) => holdsOne(reading, clause, condition) !== condition.negated,
  );
}

function holdsOne(reading: Reading, clause: Clause, { slot, values }: Condition): boolean {
  switch (slot) {
    case "pass":
      return clause.passive;
    case "noobj":
      return clause.object < 0;
    case "obj":
      return fits(reading, clause.object, values);
    case "iobj":
      return fits(reading, clause.indirect, values);
    case "subj":
      return fits(reading, clause.subject, values);
    case "comp":
      return fits(reading, clause.complement, values);
    case "comp.inf":
      return clause.complement >= 0 && clause.complementForm === "inf";
    case "comp.must":
      return clause.complement >= 0 && hasObligation(reading, clause.complement);
    default:
      if (slot.includes(".")) return holdsInside(reading, clause, slot, values);
      return (
        clause.obliques.some(({ prep, head }) => prep === slot && fits(reading, head, values)) ||
        clause.objectObliques.some(({ prep, head }) => prep === slot && fits(reading, head, values))
      );
  }
}

/** `as.to:@posture`: a phrase inside a phrase, *described as a response to the posturing*. */
function holdsInside(
  reading: Reading,
  clause: Clause,
  slot: string,
  values: readonly string[],
): boolean {
  const [outer, inner] = slot.split(".");
  return clause.obliques.some(
    ({ prep, head }) =>
      prep === outer &&
      reading
        .clause(head)
        .obliques.some((own) => own.prep === inner && fits(reading, own.head, values)),
  );
}

/** Whether the phrase of this head is one of the values. */
export function fits(reading: Reading, head: number, values: readonly string[]): boolean {
  if (head < 0) return false;
  if (values.length === 0) return true;
  const content = contentHead(reading, head);
  if (values.some((value) => fitsOne(reading, head, content, value))) return true;
  // "Rescue teams and blankets": one of the joined is enough for a class.
  return conjuncts(reading, content).some((other) =>
    values.some((value) => value.startsWith("@") && fitsOne(reading, other, other, value)),
  );
}

function fitsOne(reading: Reading, head: number, content: number, value: string): boolean {
  if (value === "actor") return reading.isActor(content) || reading.isActor(head);
  if (value === "plural") return reading.isPlural(head);
  if (!value.startsWith("@"))
    return reading.lemma(content) === value || reading.lemma(head) === value;
  const members = reading.lexicon.classes.get(value.slice(1));
  if (members === undefined) return false;
  if (members.has(reading.lemma(content)) || members.has(reading.lemma(head))) return true;
  if (compoundKeys(reading, content).some((key) => members.has(key))) return true;
  return reading.fitsByMention(content, value.slice(1));
}
