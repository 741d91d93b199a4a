/** Reads a token as a trigger: a verb, an event noun or an adjective, each read once. */
import { UPOS_ID } from "../tag-sets.ts";
import { BASE_RELATION } from "../tree.ts";
import type { Candidate, Interpret } from "./candidate.ts";
import { readNoun } from "./noun-triggers.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { readAdjective, readVerb } from "./verb-triggers.ts";

/** Chains of operators longer than this do not occur outside parser errors. */
const DEEPEST = 5;

/** Tags that a trigger may have. */
const TRIGGERS: ReadonlySet<number> = new Set(
  ["VERB", "AUX", "NOUN", "ADJ", "PROPN"].map((tag) => UPOS_ID.get(tag)!),
);

const AUXILIARIES: ReadonlySet<string> = new Set(
  "be have do get will would can could may might shall should must need dare".split(" "),
);

export function createInterpreter(reading: Reading): Interpret {
  const { count } = reading.tokens;
  const isRead = new Uint8Array(count);
  const known: (Candidate | undefined)[] = new Array(count).fill(undefined);
  const interpret = (token: number, depth: number): Candidate | undefined => {
    if (isRead[token] === 1) return known[token];
    if (depth > DEEPEST) return undefined;
    // Guards against a loop while the inner event is read.
    isRead[token] = 1;
    if (!TRIGGERS.has(reading.tokens.upos[token]!)) return undefined;
    const candidate = readTrigger(reading, token, (inner) => interpret(inner, depth + 1));
    known[token] = candidate;
    return candidate;
  };
  return (token) => interpret(token, 0);
}

function readTrigger(reading: Reading, token: number, interpret: Interpret): Candidate | undefined {
  const tag = reading.tag(token);
  // "Is investigating": now and then the tagger takes a whole verb group for auxiliaries.
  if (tag === "AUX" && reading.xpos(token) !== "MD" && !AUXILIARIES.has(reading.lemma(token))) {
    return readVerb(reading, token, interpret);
  }
  if (tag === "VERB") return readVerb(reading, token, interpret);
  if (tag === "NOUN")
    return isVerbByPlace(reading, token)
      ? readVerb(reading, token, interpret)
      : readNoun(reading, token, interpret);
  if (tag === "ADJ") return readAdjective(reading, token, interpret);
  // Headlines in title case tag event nouns as names: "Missile Strike Kills Five".
  if (tag === "PROPN" && reading.headMention[token]! < 0)
    return readNoun(reading, token, interpret);
  return undefined;
}

/** A noun with a subject and no copula is a verb that the tagger missed: *negotiators return to Geneva*. */
function isVerbByPlace(reading: Reading, token: number): boolean {
  const { firstChild, nextSibling } = reading.tree;
  let hasSubject = false;
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) {
    const relation = reading.tokens.relation[child]!;
    if (relation === REL.cop || relation === REL.det) return false;
    if (BASE_RELATION[relation] === REL.nsubj) hasSubject = true;
  }
  return hasSubject;
}
