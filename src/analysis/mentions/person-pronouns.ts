/**
 * *He*, *she*: the person that stands out most among those that agree in gender. The weights follow Lappin and Leass
 * (1994): recency, then the part that the candidate plays. Where two stand out alike the pronoun stays without one.
 * Measured on ECB+ development articles: 181 judged of 217 with a name to find, about 95 % right.
 */
import type { Gender } from "../../lexicon/titles.ts";
import { mentionsBefore, type Standing, standing } from "./antecedents.ts";
import { subjectOf } from "./clause-subjects.ts";
import type { DraftChain, DraftMention } from "./drafts.ts";
import { hasRelation, hasTag, headOf, type Reading } from "./reading.ts";
import type { Found, Scene } from "./references.ts";
import { speakerBeside } from "./speakers.ts";

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
/** What the subject of its own clause is worth more: *Kishida travelled to Kyiv to show his support*. */
const OWN_SUBJECT = 12;
/** Two candidates nearer than this are not told apart. */
const CLEAR = 6;

export function personOf(
  scene: Scene,
  token: number,
  gender: Gender | undefined,
): Found | undefined {
  const { reading, history, draft } = scene;
  const scores = new Map<DraftChain, number>();
  let hasSameSentence = false;
  const nobody = unnamedSubject(scene, token);
  const subject = nearestSubject(scene, token);
  const speaker = speakerBeside(reading, draft, reading.quotation[token]!);
  // "Modi told him": whoever that is, it is not Modi, though an earlier sentence names him too.
  const barred = new Set<DraftChain>();
  for (const mention of history.of(reading.tokens.sentence[token]!)) {
    if (mention.last <= token && isSubjectOf(reading, mention, token)) barred.add(mention.chain);
  }
  for (const { mention, distance } of mentionsBefore(reading, history, token, PERSON_REACH)) {
    const { chain } = mention;
    if (distance === 0 && isBarred(reading, mention, token)) continue;
    if (chain.kind !== "person" || chain.members) continue;
    if (gender && chain.gender && chain.gender !== gender) continue;
    if (mention.last <= nobody) continue;
    // Inside a quotation "he" is not the one who speaks.
    if (speaker === chain && distance === 0) continue;
    if (distance === 0) hasSameSentence = true;
    const own = subject >= mention.first && subject < mention.last ? OWN_SUBJECT : 0;
    const score = own + worth(reading, mention, token, distance, gender);
    if (score > (scores.get(chain) ?? Number.NEGATIVE_INFINITY)) scores.set(chain, score);
  }
  for (const chain of barred) if (scores.size > 1) scores.delete(chain);
  // "In his speech, Durbin said": before whoever was named in the sentence before.
  const isFirst = !hasSameSentence && hasRelation(reading, token, "nmod:poss");
  const later = isFirst || scores.size === 0 ? cataphor(scene, token, gender) : undefined;
  if (later || scores.size === 0) return later;
  const chain = clearest(scores);
  return (
    chain && {
      chain,
      rule: hasRelation(reading, token, "nmod:poss") ? "pronoun-owner" : "pronoun-person",
    }
  );
}

/** The subject of the clause that the pronoun stands in, or of the nearest above it; -1 when there is none. */
function nearestSubject(scene: Scene, token: number): number {
  const { tokens } = scene.reading;
  let below = token;
  for (let at = tokens.head[token]!; at >= 0; at = tokens.head[at]!) {
    const subject = subjectOf(scene, at, below, token);
    if (subject >= 0) return subject;
    below = at;
  }
  return -1;
}

/** *A gang member was convicted when he ...*: a person without a name is the subject; names before it are not meant. -1 if none. */
function unnamedSubject(scene: Scene, token: number): number {
  const { reading, draft } = scene;
  const { tokens, lexicon } = reading;
  let below = token;
  for (let at = tokens.head[token]!; at >= 0; at = tokens.head[at]!) {
    const subject = subjectOf(scene, at, below, token);
    below = at;
    if (subject < 0) continue;
    // "A friend told the paper she ...": who reports on someone is not the one.
    if (lexicon.speechVerbs.has(tokens.lemma[at]!)) return -1;
    const lemma = tokens.lemma[subject]!;
    const isPerson = lexicon.personNouns.has(lemma) || lexicon.titles.phrases.entries.has(lemma);
    const isNobody = isPerson && !draft.at[subject] && !draft.titled[subject];
    return isNobody && isIndefinite(reading, subject) ? subject + 1 : -1;
  }
  return -1;
}

/** *A gunman*, *two-time offender*: new to the story. *The gunman* may be someone named before. */
function isIndefinite({ tree, keys }: Reading, noun: number): boolean {
  for (
    let child = tree.firstChild[noun]!;
    child >= 0 && child < noun;
    child = tree.nextSibling[child]!
  ) {
    if (keys[child] === "a" || keys[child] === "an" || keys[child] === "another") return true;
  }
  return false;
}

function worth(
  reading: Reading,
  mention: DraftMention,
  token: number,
  distance: number,
  gender: Gender | undefined,
): number {
  let score = WORTH[standing(reading, mention)] - COST_OF_SENTENCE[distance]!;
  if (gender) score += mention.chain.gender === gender ? 12 : -4;
  score += Math.min(8, mention.chain.mentions.length);
  if (mention.form === "pronoun") score += 4;
  // "A spokesman said": mostly no more than a voice.
  if (mention.chain.unnamed && mention.chain.titles[0]?.class === "spokesperson") score -= 20;
  if (distance === 0 && hasRelation(reading, token, "obj", "iobj", "obl")) {
    // "told Braun that the judge would hear him": objects stand for objects.
    if (standing(reading, mention) === "object") score += 14;
  }
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
  return (
    !hasRelation(reading, token, "nsubj", "nsubj:pass") && controls(reading, mention, governor)
  );
}

/** The pronoun is an object of the verb whose subject is named: surely another. */
function isSubjectOf(reading: Reading, mention: DraftMention, token: number): boolean {
  const { tokens } = reading;
  if (!hasRelation(reading, token, "obj", "iobj") || reading.keys[token]!.endsWith("self"))
    return false;
  const head = headOf(reading, mention.first, mention.last);
  return hasRelation(reading, head, "nsubj") && tokens.head[head] === tokens.head[token];
}

/** *Obama was intent on recruiting him*: who does the recruiting is not the one recruited. */
function controls(reading: Reading, mention: DraftMention, verb: number): boolean {
  const { tokens, tree } = reading;
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    for (let child = tree.firstChild[at]!; child >= 0; child = tree.nextSibling[child]!) {
      if (!hasRelation(reading, child, "nsubj", "nsubj:pass")) continue;
      return child >= mention.first && child < mention.last;
    }
    if (!hasRelation(reading, at, "xcomp", "advcl", "conj", "acl")) return false;
    at = tokens.head[at]!;
    if (at < 0) return false;
  }
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
    let subject = headOf(reading, mention.first, mention.last);
    while (hasRelation(reading, subject, "appos", "flat", "conj")) subject = tokens.head[subject]!;
    const verb = tokens.head[subject]!;
    if (isOnePhrase(reading, token + 1, mention.first)) return undefined;
    // The pronoun hangs on the same verb, and not inside the subject: "his wife, Jane Doe, said".
    if (verb < 0 || !isBelow(reading, token, verb) || isBelow(reading, token, subject))
      return undefined;
    if (gender && mention.chain.gender && mention.chain.gender !== gender) return undefined;
    return { chain: mention.chain, rule: "pronoun-before-name" };
  }
  return undefined;
}

/** *His adviser Mykhailo Podolyak*: nothing but nouns between the pronoun and the name. */
function isOnePhrase(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!hasTag(reading, i, "NOUN", "ADJ", "PROPN")) return false;
  return true;
}

function isBelow({ tokens }: Reading, token: number, above: number): boolean {
  for (let at = token; at >= 0; at = tokens.head[at]!) if (at === above) return true;
  return false;
}
