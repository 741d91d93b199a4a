/**
 * Third person pronouns, and *we* and *I* inside quotations. A pronoun gets the candidate that stands out most among
 * those that agree with it in number and gender; the weights follow Lappin and Leass (1994): recency, then the part
 * that the candidate plays. Where two stand out alike it stays without one.
 */
import type { Pronoun } from "../../lexicon/lexicon.ts";
import type { Gender } from "../../lexicon/titles.ts";
import { mentionsBefore, type Standing, standing } from "./antecedents.ts";
import type { DraftChain, DraftMention } from "./drafts.ts";
import { hasRelation, hasTag, type Reading } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";
import { speakerBeside } from "./speakers.ts";

export function pronounAt(scene: Scene, token: number): Reference | undefined {
  const { reading, draft } = scene;
  const pronoun = reading.lexicon.pronouns.get(reading.keys[token]!);
  if (!pronoun || draft.at[token]) return undefined;
  const found =
    pronoun.number === "person"
      ? person(scene, token, pronoun)
      : clauseSubject(scene, token, pronoun);
  if (!found) return undefined;
  if (pronoun.gender && found.chain.kind === "person") found.chain.gender ??= pronoun.gender;
  return { first: token, last: token + 1, form: "pronoun", ...found };
}

interface Found {
  readonly chain: DraftChain;
  readonly rule: string;
}

/** Sentences back, and what each step costs. */
const PERSON_REACH = 3;
const COST_OF_SENTENCE: readonly number[] = [0, 18, 50, 75];
const WORTH: Readonly<Record<Standing, number>> = {
  subject: 30,
  passive: 26,
  object: 12,
  owner: 8,
  other: 0,
};
/** Two candidates nearer than this are not told apart. */
const CLEAR = 6;

function person(scene: Scene, token: number, { gender }: Pronoun): Found | undefined {
  const { reading, history, draft } = scene;
  const scores = new Map<DraftChain, number>();
  const speaker = speakerBeside(reading, draft, reading.quotation[token]!);
  for (const { mention, distance } of mentionsBefore(reading, history, token, PERSON_REACH)) {
    const { chain } = mention;
    if (chain.kind !== "person" || chain.members) continue;
    if (gender && chain.gender && chain.gender !== gender) continue;
    // Inside a quotation "he" is not the one who speaks.
    if (speaker === chain && distance === 0) continue;
    if (distance === 0 && isBarred(reading, mention, token)) continue;
    const score = worth(reading, mention, token, distance, gender);
    if (score > (scores.get(chain) ?? Number.NEGATIVE_INFINITY)) scores.set(chain, score);
  }
  if (scores.size === 0) return cataphor(scene, token, gender);
  const chain = clearest(scores);
  return (
    chain && {
      chain,
      rule: hasRelation(reading, token, "nmod:poss") ? "pronoun-owner" : "pronoun-person",
    }
  );
}

function worth(
  reading: Reading,
  mention: DraftMention,
  token: number,
  distance: number,
  gender: Gender | undefined,
): number {
  let score = WORTH[standing(reading, mention)] - COST_OF_SENTENCE[distance]!;
  if (gender && mention.chain.gender === gender) score += 8;
  score += Math.min(8, mention.chain.mentions.length);
  if (mention.form === "pronoun") score += 4;
  // Inside one sentence the nearer of two equal candidates.
  if (distance === 0) score += Math.max(0, 6 - (token - mention.last) / 4);
  if (reading.parsed.sentences[reading.tokens.sentence[mention.first]!]!.block === "headline")
    score -= 10;
  return score;
}

function clearest(scores: ReadonlyMap<DraftChain, number>): DraftChain | undefined {
  let best: DraftChain | undefined;
  let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [chain, score] of scores) {
    if (score > first) [best, second, first] = [chain, first, score];
    else if (score > second) second = score;
  }
  return first - second >= CLEAR ? best : undefined;
}

/** *Putin told him*: subject and object of one verb are two persons; neither is a name inside the pronoun's own phrase. */
function isBarred(reading: Reading, mention: DraftMention, token: number): boolean {
  const { tokens } = reading;
  if (hasRelation(reading, token, "nmod:poss")) {
    // "his brother John": the owner is not the one owned.
    const owned = tokens.head[token]!;
    return owned >= mention.first && owned < mention.last;
  }
  const isReflexive = reading.keys[token]!.endsWith("self");
  if (isReflexive) return false;
  const governor = tokens.head[token]!;
  for (let i = mention.first; i < mention.last; i++) if (tokens.head[i] === governor) return true;
  return false;
}

/** *In his speech, Putin said*: before anyone is named, the subject of the main clause of the same sentence. */
function cataphor(
  { reading, draft }: Scene,
  token: number,
  gender: Gender | undefined,
): Found | undefined {
  const { tokens, parsed } = reading;
  const { lastToken } = parsed.sentences[tokens.sentence[token]!]!;
  if (!hasRelation(reading, token, "nmod:poss", "nsubj")) return undefined;
  for (let i = token + 1; i < lastToken; i++) {
    const mention = draft.at[i];
    if (mention?.kind !== "person" || mention.chain.members) continue;
    if (standing(reading, mention) !== "subject") continue;
    if (tokens.head[tokens.head[i]!]! >= 0 && isBelow(reading, i, token)) continue;
    if (gender && mention.chain.gender && mention.chain.gender !== gender) return undefined;
    return isInside(reading, token, tokens.head[i]!)
      ? { chain: mention.chain, rule: "pronoun-before-name" }
      : undefined;
  }
  return undefined;
}

function isBelow({ tokens }: Reading, token: number, above: number): boolean {
  for (let at = token; at >= 0; at = tokens.head[at]!) if (at === above) return true;
  return false;
}

function isInside(reading: Reading, token: number, verb: number): boolean {
  return verb >= 0 && isBelow(reading, token, verb);
}

/**
 * *It* and *they* stand for things of every sort, most of which nobody names. They are resolved only where the subject
 * of their own clause, or of one above it, is a name: *Boeing said it would cut its staff*.
 */
function clauseSubject(scene: Scene, token: number, pronoun: Pronoun): Found | undefined {
  const { reading, draft } = scene;
  const { tokens } = reading;
  const isOwner = hasRelation(reading, token, "nmod:poss");
  const isSubject = hasRelation(reading, token, "nsubj", "nsubj:pass");
  if (!isOwner && !isSubject) return undefined;
  let below = token;
  for (let at = tokens.head[token]!; at >= 0; at = tokens.head[at]!) {
    const subject = subjectOf(scene, at, below, token);
    if (subject >= 0) return agreeing(draft.at[subject], pronoun, reading, subject);
    below = at;
  }
  return isSubject || isInSubject(reading, token)
    ? subjectBefore(scene, token, pronoun)
    : undefined;
}

/**
 * The subject of this verb, where it is not the phrase that we come from; of an infinitive the object of the verb above
 * it (*forced Apple to lower its prices*). Of two subjects, which a parse gives now and then, the one that is a name.
 */
function subjectOf({ reading, draft }: Scene, verb: number, below: number, token: number): number {
  const { tree } = reading;
  let found = -1;
  let object = -1;
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child === below || child > token) continue;
    if (hasRelation(reading, child, "nsubj", "nsubj:pass", "nsubj:outer")) {
      if (found < 0 || draft.at[child]) found = child;
    } else if (hasRelation(reading, child, "obj")) object = child;
  }
  return below >= 0 && object >= 0 && hasRelation(reading, below, "xcomp") ? object : found;
}

function isInSubject(reading: Reading, token: number): boolean {
  const { tokens } = reading;
  for (let at = token; at >= 0; at = tokens.head[at]!)
    if (hasRelation(reading, at, "nsubj", "nsubj:pass")) return true;
  return false;
}

function agreeing(
  mention: DraftMention | undefined,
  { number }: Pronoun,
  reading: Reading,
  subject: number,
): Found | undefined {
  if (!mention) return undefined;
  const { chain } = mention;
  const isMany = chain.members !== undefined || chain.kind === "group" || mention.rule === "people";
  if (chain.kind === "person" && !isMany) return undefined;
  if (number === "thing" && isMany) return undefined;
  if (number === "many" && !isMany && chain.kind !== "organization") return undefined;
  if (hasCoordination(reading, subject)) return undefined;
  return { chain, rule: "pronoun-clause-subject" };
}

function hasCoordination(reading: Reading, token: number): boolean {
  const { tree } = reading;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (hasRelation(reading, child, "conj")) return true;
  }
  return false;
}

/** *It said ...* after a sentence whose main subject is a name. Verbs of weather and *it is clear that* say nothing of anyone. */
function subjectBefore(scene: Scene, token: number, pronoun: Pronoun): Found | undefined {
  const { reading, draft } = scene;
  const { tokens, parsed, lexicon } = reading;
  const sentence = tokens.sentence[token]!;
  if (sentence === 0) return undefined;
  const verb = tokens.head[token]!;
  const isOwner = hasRelation(reading, token, "nmod:poss");
  if (!isOwner && !lexicon.speechVerbs.has(tokens.lemma[verb] ?? "")) return undefined;
  const { firstToken, lastToken, block } = parsed.sentences[sentence - 1]!;
  if (block !== parsed.sentences[sentence]!.block) return undefined;
  for (let i = firstToken; i < lastToken; i++) {
    if (tokens.head[i] !== -1) continue;
    const subject = subjectOf(scene, i, -1, lastToken);
    return subject >= 0 && hasTag(reading, i, "VERB")
      ? agreeing(draft.at[subject], pronoun, reading, subject)
      : undefined;
  }
  return undefined;
}
