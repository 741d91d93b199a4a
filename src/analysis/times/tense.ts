/**
 * Whether the clause around a time expression tells what has been or what is to come. The nearest verb to the left
 * decides, then the nearest to the right: of 355 bare weekdays in four annotated corpora this rule gets 92 % right,
 * "the most recent one" 91 %, "the next one" 50 %.
 */
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { type Reading, tokenAt, wordAt } from "./reading.ts";
import { BOUNDARY } from "./word.ts";

export type Tense = "past" | "present" | "future";

const WORDS_LEFT = 30;
const WORDS_RIGHT = 12;

const VB = XPOS_ID.get("VB");
const VBD = XPOS_ID.get("VBD");
const VBG = XPOS_ID.get("VBG");
const VBN = XPOS_ID.get("VBN");
const VBZ = XPOS_ID.get("VBZ");
const VBP = XPOS_ID.get("VBP");
const NN = XPOS_ID.get("NN");
const MD = XPOS_ID.get("MD");
const UNTAGGED = XPOS_ID.get("XX");
const VERB = UPOS_ID.get("VERB");

export function clauseTense(reading: Reading, at: number, end: number = at + 1): Tense | undefined {
  for (let i = at - 1; i >= at - WORDS_LEFT; i--) {
    if (endsClause(reading, i)) break;
    const tense = tenseOf(reading, i);
    if (tense) return tense;
  }
  for (let i = end; i < end + WORDS_RIGHT; i++) {
    if (endsClause(reading, i)) break;
    if (wordAt(reading, i).text === "to") continue; // "began on Monday to protest": a purpose
    const tense = tenseOf(reading, i);
    if (tense) return tense;
  }
  return undefined;
}

function endsClause(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return word === BOUNDARY || word.clauseBreak === true || word.text === ";" || word.text === "--";
}

/** What one word says of the tense, if anything. */
function tenseOf(reading: Reading, at: number): Tense | undefined {
  const word = wordAt(reading, at);
  const next = wordAt(reading, at + 1);
  if (word.capitalized && word.month !== undefined) return undefined;
  if (word.text === "to") return tenseOfInfinitive(reading, at);
  if (word.utterance) return isInside(reading, at) ? "past" : undefined;
  if (word.future) {
    if (word.text === "due" && next.text === "to" && !isVerb(reading, at + 2)) return undefined;
    return next.text === "have" && word.text !== "will" ? "past" : "future";
  }
  if (word.intent && (next.text === "to" || next.text === "for")) return "future";
  const token = tokenAt(reading, at);
  const tag = token < 0 ? UNTAGGED : reading.tokens.xpos[token];
  if (tag === UNTAGGED) return tenseOfForm(reading, at);
  if (tag === VBD) return "past";
  if (tag === MD) return "future";
  if (tag === VBN) return tenseOfParticiple(reading, at);
  if (tag === VBG) return isPresentBe(reading, at - 1) ? "future" : undefined;
  if (tag === VBZ || tag === VBP) {
    return reading.tokens.upos[token] === VERB ? "present" : undefined;
  }
  // A verb that the tagger took for a noun: "Acme announced".
  return tag === NN ? tenseOfForm(reading, at) : undefined;
}

/** "to meet" lies ahead, unless the verb before it tells that it happened: "refused to meet". */
function tenseOfInfinitive(reading: Reading, at: number): Tense | undefined {
  if (!isVerb(reading, at + 1)) return undefined;
  for (let i = at - 1; i >= at - 4; i--) {
    if (endsClause(reading, i)) break;
    if (wordAt(reading, i).implicative) return "past";
  }
  return "future";
}

/** "In a rare interview on Friday": what was said there has been said. */
function isInside(reading: Reading, at: number): boolean {
  for (let i = at - 1; i >= at - 4; i--) if (wordAt(reading, i).text === "in") return true;
  return false;
}

function tenseOfParticiple(reading: Reading, at: number): Tense | undefined {
  const before = wordAt(reading, at - 1).text;
  return before === "be" || before === "being" || isPresentBe(reading, at - 1) ? undefined : "past";
}

function isPresentBe(reading: Reading, at: number): boolean {
  const { text } = wordAt(reading, at);
  return text === "is" || text === "are";
}

function isVerb(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at);
  const tag = token < 0 ? UNTAGGED : reading.tokens.xpos[token];
  if (tag !== UNTAGGED) return tag === VB;
  const word = wordAt(reading, at);
  return word.text === "be" || word.text === "have" || (word.text === "" && !word.capitalized);
}

/** Text without tags: irregular forms from the table, and "-ed". */
function tenseOfForm(reading: Reading, at: number): Tense | undefined {
  const word = wordAt(reading, at);
  if (word.past) return tenseOfParticiple(reading, at);
  const end = reading.end[at]!;
  if (word.capitalized || end - reading.start[at]! < 4) return undefined;
  if (!reading.text.startsWith("ed", end - 2) || reading.text.startsWith("eed", end - 3)) {
    return undefined; // "speed", "need"
  }
  return tenseOfParticiple(reading, at);
}
