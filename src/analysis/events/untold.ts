/** Words that look like an event and tell none by their place in the sentence: commands to the reader, participles before a noun, what one does to oneself. */
import { BASE_RELATION } from "../tree.ts";
import type { Candidate } from "./candidate.ts";
import { BARE_HARM } from "./harm.ts";
import { readMarks } from "./mood-marks.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";

/** Why the place speaks against an event; undefined where it does not. */
export function untold(
  reading: Reading,
  { verb, token, nominal, act, rule }: Candidate,
): string | undefined {
  const at = verb >= 0 ? verb : token;
  if (isCommand(reading, at)) return "none:a command to the reader";
  if (!nominal && (isAttribute(reading, at) || isHyphened(reading, at)))
    return "none:a participle before a noun";
  // "Never denied the claims" neither denies nor claims.
  if (rule.startsWith("deny > ") && readMarks(reading, token).negated) return "none:not denied";
  if (isExcepting(reading, at)) return "none:barring";
  // "Duties such as assisting people".
  if (!nominal && reading.preposition(at) === "such_as") return "none:an example";
  // "Blew himself up" strikes others too.
  const lemma = reading.lemma(at);
  const mayBeOneself =
    BARE_HARM.has(lemma) || lemma === "hang" || act === "COERCE" || act === "SANCTION";
  const object = mayBeOneself ? reading.clause(at).object : -1;
  return object >= 0 && REFLEXIVE.has(reading.lemma(object)) ? "none:done to oneself" : undefined;
}

/** *Visit the show*, *Beat the eggs*: a bare verb opens the sentence and has no subject. Headlines leave subjects out. */
function isCommand(reading: Reading, verb: number): boolean {
  const { tokens } = reading;
  const sentence = reading.parsed.sentences[tokens.sentence[verb]!]!;
  if (sentence.block === "headline" || reading.xpos(verb) !== "VB") return false;
  if (tokens.head[verb]! >= 0) return false;
  for (let at = sentence.firstToken; at < verb; at++) {
    const tag = reading.tag(at);
    if (tag !== "PUNCT" && tag !== "ADV") return false;
  }
  return true;
}

/** *Invading forces*, *Russia-backed rebels*: who they are, and not what happens. */
function isAttribute(reading: Reading, verb: number): boolean {
  const { tokens } = reading;
  // "Members of the body, a union of jurists, investigated welfare": behind a comma it may be the main verb.
  if (tokens.form[verb - 1] === ",") return false;
  return (
    BASE_RELATION[tokens.relation[verb]!] === REL.amod &&
    tokens.head[verb]! > verb &&
    (reading.xpos(verb) === "VBG" || reading.xpos(verb) === "VBN")
  );
}

/** *Barring a sudden turn, he will win*: a preposition. *The law, barring firms from it*, bars them. */
function isExcepting(reading: Reading, verb: number): boolean {
  const { tokens, parsed } = reading;
  if (tokens.form[verb]!.toLowerCase() !== "barring") return false;
  const { firstToken, lastToken } = parsed.sentences[tokens.sentence[verb]!]!;
  const opens = verb === firstToken || ["PUNCT", "CCONJ"].includes(reading.tag(verb - 1));
  if (!opens) return false;
  for (let at = verb + 1; at < lastToken; at++) if (reading.lemma(at) === "from") return false;
  return true;
}

const PARTICIPLES: ReadonlySet<string> = new Set(["VBN", "VBG"]);

/** *NHS-funded dental services*, *a long-standing rule*, which the parser may take for a clause; *carpet-bombed towns* is one. */
function isHyphened(reading: Reading, verb: number): boolean {
  const { form } = reading.tokens;
  if (form[verb - 1] !== "-" || !PARTICIPLES.has(reading.xpos(verb))) return false;
  if (reading.lexicon.verbs.has(`${reading.lemma(verb - 2)}-${reading.lemma(verb)}`)) return false;
  const next = reading.tag(verb + 1);
  return next === "ADJ" || next === "NOUN" || next === "PROPN";
}

const REFLEXIVE: ReadonlySet<string> = new Set(
  "himself herself itself themselves myself yourself ourselves oneself".split(" "),
);
