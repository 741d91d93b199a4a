/** Who stands around an event noun: its possessor, the phrases and the clause after it. */
import { BASE_RELATION } from "../tree.ts";
import type { Clause, Oblique } from "./clause.ts";
import { formOf, hasMark, isGerund } from "./clause-forms.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

export function nounClause(reading: Reading, token: number): Clause {
  const { tokens, tree } = reading;
  let complement = -1;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = tokens.relation[child]!;
    const base = BASE_RELATION[relation];
    if (complement >= 0) continue;
    if (relation === REL.acl || base === REL.xcomp || base === REL.ccomp || base === REL.advcl) {
      if (hasMark(reading, child, "to") || isGerund(reading, child)) complement = child;
      else if (base === REL.ccomp || (relation === REL.acl && hasMark(reading, child, "that")))
        complement = child;
    }
  }
  const obliques = nounObliques(reading, token);
  return {
    token,
    passive: false,
    subject: possessor(reading, token),
    object: -1,
    indirect: -1,
    obliques,
    objectObliques: [],
    complement,
    complementForm: complement >= 0 ? formOf(reading, complement, "inf") : "",
  };
}

/** *Russia's* attack; -1 when nobody's. */
export function possessor(reading: Reading, noun: number): number {
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0; child = nextSibling[child]!) {
    if (reading.tokens.relation[child] === REL.possessive) return child;
  }
  return -1;
}

/** The prepositional phrases inside a noun phrase. */
export function nounObliques(reading: Reading, noun: number): Oblique[] {
  const obliques: Oblique[] = [];
  if (noun < 0) return obliques;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[noun]!; child >= 0; child = nextSibling[child]!) {
    const relation = reading.tokens.relation[child]!;
    const base = BASE_RELATION[relation];
    if (relation === REL.possessive) continue;
    if (base === REL.nmod || base === REL.obl) addObliques(reading, child, obliques);
  }
  return obliques;
}

/** A phrase and the phrases of the same preposition that it is joined with. */
export function addObliques(reading: Reading, head: number, obliques: Oblique[]): void {
  obliques.push({ prep: reading.preposition(head), head });
}
