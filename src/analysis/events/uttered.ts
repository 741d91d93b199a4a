/** What is done by saying that one would like to do it: *I would like to congratulate the president*, *we wish to thank the crew*. */
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

const POLITE: ReadonlySet<string> = new Set(["like", "wish"]);
const FIRST: ReadonlySet<string> = new Set(["i", "we"]);

export function isUttered(reading: Reading, verb: number): boolean {
  const { tokens, lexicon } = reading;
  if (tokens.relation[verb] !== REL.xcomp) return false;
  const head = tokens.head[verb]!;
  const lemma = reading.lemma(head);
  if (!POLITE.has(lemma) && lemma !== "want") return false;
  if (lexicon.classes.get("uttered")?.has(reading.lemma(verb)) !== true) return false;
  const { subject } = reading.clause(head);
  return POLITE.has(lemma) || (subject >= 0 && FIRST.has(reading.lemma(subject)));
}
