/** Event nouns as triggers, and the verb that makes them happen. */
import { BASE_RELATION } from "../tree.ts";
import type { Candidate, Interpret } from "./candidate.ts";
import type { Clause } from "./clause.ts";
import { compose } from "./composition.ts";
import { holds } from "./conditions.ts";
import { firstFrame } from "./frames.ts";
import type { EventNoun } from "./lexicon.ts";
import { compoundKeys } from "./noun-phrase.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { verbKeys } from "./verb-keys.ts";
import { FACET } from "./word-facets.ts";

const MUTUAL_NOUNS: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "COOPERATE"]);

export function readNoun(
  reading: Reading,
  token: number,
  interpret: Interpret,
): Candidate | undefined {
  if ((reading.facets[token]! & (FACET.headsNoun | FACET.carriesNoun)) === 0) return undefined;
  const clause = reading.clause(token);
  const lemma = reading.lemma(token);
  const keys = [...compoundKeys(reading, token), lemma];
  const noun = firstNoun(reading, clause, keys) ?? carriedNoun(reading, token);
  // "The threat of war" is nobody's threat.
  const isDanger = lemma === "threat" && clause.subject < 0;
  const composed = isDanger
    ? undefined
    : compose(reading, token, keys, clause, noun, interpret, true);
  if (composed === "none") return undefined;
  if (composed !== undefined) {
    const strong = composed.inner ? composed.strong : noun?.strong === true;
    return { ...composed, nominal: true, strong, specific: composed.inner !== undefined };
  }
  const verb = noun === undefined ? -1 : governingVerb(reading, token);
  if (noun === undefined || (verb >= 0 && isTurnOfPhrase(reading, verb))) return undefined;
  return {
    token,
    lemma: noun.name.slice("noun:".length).replace(/\[.*/, "").replaceAll("_", " "),
    act: noun.act,
    mode: noun.mode,
    rule: noun.name,
    specific: false,
    nominal: true,
    strong: noun.strong,
    status: undefined,
    denied: false,
    recipient: [],
    mutual: MUTUAL_NOUNS.has(noun.act),
    verb,
    doer: undefined,
    host: undefined,
    inner: undefined,
    inside: undefined,
  };
}

const NO_NOUNS: readonly EventNoun[] = [];

function firstNoun(
  reading: Reading,
  clause: Clause,
  keys: readonly string[],
): EventNoun | undefined {
  for (const key of keys) {
    for (const noun of reading.lexicon.nouns.get(key) ?? NO_NOUNS) {
      if (holds(reading, clause, noun.when)) return noun;
    }
  }
  return undefined;
}

function carriedNoun(reading: Reading, token: number): EventNoun | undefined {
  if ((reading.facets[token]! & FACET.carriesNoun) === 0) return undefined;
  const { firstChild, nextSibling } = reading.tree;
  for (let child = firstChild[token]!; child >= 0 && child < token; child = nextSibling[child]!) {
    const base = BASE_RELATION[reading.tokens.relation[child]!];
    if (base !== REL.compound && base !== REL.amod) continue;
    const noun = firstNoun(reading, reading.clause(child), [reading.lemma(child)]);
    if (noun) return noun;
  }
  return undefined;
}

/** The verb that makes a noun happen, -1 for a noun that stands by itself. */
function governingVerb(reading: Reading, token: number): number {
  const head = reading.tokens.head[token]!;
  if (head < 0 || reading.tokens.relation[token] !== REL.obj) return -1;
  return reading.tag(head) === "VERB" && makesHappen(reading, head) ? head : -1;
}

/** *Led the charge*, *gave a talk*: what the table knows for no event is none by its noun either. */
function isTurnOfPhrase(reading: Reading, verb: number): boolean {
  const frame = firstFrame(reading, reading.clause(verb), verbKeys(reading, verb));
  return frame?.act === "NONE" && frame.when.some(({ slot }) => slot === "obj");
}

/** *Crushed the protests*, *CNN described a massacre*: whoever does, tells or judges something else about it did not do it. */
function makesHappen(reading: Reading, verb: number): boolean {
  const { operators } = reading.lexicon;
  return verbKeys(reading, verb).some(
    (key) => operators.get(key)?.some((name) => MAKING.has(name)) === true,
  );
}

const MAKING: ReadonlySet<string> = new Set("do begin plan promise announce end cancel".split(" "));
