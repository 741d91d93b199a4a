/** A finite verb that has no subject yet, with the auxiliaries and adverbs before it: what repairs of trees look for. */
import { XPOS_ID } from "../tag-sets.ts";
import { BASE_RELATION } from "../tree.ts";
import { type Columns, FINITE } from "./mended-columns.ts";
import { REL } from "./relations.ts";

export interface FiniteClause {
  /** Its first auxiliary or adverb, or the verb itself. */
  readonly begin: number;
  readonly isPassive: boolean;
  /** Whether punctuation before the verb hangs on it. */
  readonly isMarked: boolean;
}

const MD = XPOS_ID.get("MD")!;

/** Of the words between `above` and the verb; undefined where the verb is not finite, or another word before it hangs on it. */
export function finiteClause(
  { xpos, head, relation }: Pick<Columns, "xpos" | "head" | "relation">,
  above: number,
  verb: number,
): FiniteClause | undefined {
  let [begin, hasTense, isPassive, isMarked] = [verb, FINITE.has(xpos[verb]!), false, false];
  for (let at = above + 1; at < verb; at++) {
    if (head[at] !== verb) continue;
    if (relation[at] === REL.punct) {
      isMarked = true;
      continue;
    }
    const base = BASE_RELATION[relation[at]!];
    if (base !== REL.aux && base !== REL.advmod) return undefined;
    begin = Math.min(begin, at);
    if (base !== REL.aux) continue;
    hasTense ||= FINITE.has(xpos[at]!) || xpos[at] === MD;
    isPassive ||= relation[at] === REL.auxPass;
  }
  return hasTense ? { begin, isPassive, isMarked } : undefined;
}
