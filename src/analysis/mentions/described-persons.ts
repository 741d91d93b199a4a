/**
 * *Actress Lindsay Lohan ... the actress*, *Jane Smith, a teacher ... the teacher*: a noun that the article gives one person
 * only, beside the name, takes that person up again wherever it stands with *the*. A calling (`callings.tsv`) does so too
 * where one person only was named of late. Offices are read elsewhere (`offices.ts`).
 */
import { XPOS_ID } from "../tag-sets.ts";
import { lastNamed } from "./antecedents.ts";
import type { Draft, DraftChain, DraftMention } from "./drafts.ts";
import { DEFINITE } from "./offices.ts";
import { hasRelation, hasTag, headOf, type Reading, sentenceOf } from "./reading.ts";
import type { Reference, Scene } from "./references.ts";

/** Whom each noun describes; undefined where the article gives it to several. */
export type Descriptions = ReadonlyMap<string, DraftChain | undefined>;

/** Words before the noun that say that another one is meant. */
const ANOTHER: ReadonlySet<string> = new Set(
  "other another second third new next last same only young younger older elder late first".split(
    " ",
  ),
);
/** Tokens; *33-year-old* has five. */
const MOST_MODIFIERS = 7;
const SENTENCES_BACK = 2;
/** Sentences since a person with a description was last named. */
const RECENT = 4;
const NN = XPOS_ID.get("NN")!;

export function findDescriptions(reading: Reading, draft: Draft): Descriptions {
  const found = new Map<string, DraftChain | undefined>();
  for (const mention of draft.mentions) {
    if (mention.kind !== "person" || mention.form !== "name") continue;
    for (const noun of [nounBefore(reading, draft, mention), nounAfter(reading, draft, mention)]) {
      if (noun < 0) continue;
      const key = reading.keys[noun]!;
      const isOther = found.has(key) && found.get(key) !== mention.chain;
      found.set(key, isOther ? undefined : mention.chain);
    }
  }
  return found;
}

/** *The actress*, *the 27-year-old former actress*; rule `described-person`. */
export function describedPersonAt(scene: Scene, token: number, end: number): Reference | undefined {
  const { reading, draft, described } = scene;
  if (!DEFINITE.has(reading.keys[token]!)) return undefined;
  let at = token + 1;
  const limit = Math.min(end, at + MOST_MODIFIERS);
  while (at < limit && isModifier(reading, draft, at)) at += 1;
  if (at >= end || draft.at[at] || !isPlainNoun(reading, at)) return undefined;
  const key = reading.keys[at]!;
  const chain = described.has(key) ? described.get(key) : onlyPerson(scene, token, key);
  if (
    chain === undefined ||
    !isRecent(scene, chain, token) ||
    isBesideName(reading, draft, chain, at)
  )
    return undefined;
  if (at + 1 < end && (hasTag(reading, at + 1, "NOUN", "PROPN") || goesOn(reading, at + 1)))
    return undefined;
  return { first: token, last: at + 1, form: "role", rule: "described-person", chain };
}

/** The one person named in this sentence and the two before it, when the calling can be that person's. */
function onlyPerson(
  { reading, history }: Scene,
  token: number,
  calling: string,
): DraftChain | undefined {
  if (!reading.lexicon.callings.has(calling)) return undefined;
  const gender = reading.lexicon.callings.get(calling);
  const sentence = reading.tokens.sentence[token]!;
  let only: DraftChain | undefined;
  for (let back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
    for (const { chain, last } of history.of(sentence - back)) {
      if (last > token || chain.kind !== "person" || chain.unnamed || chain.members) continue;
      if (only !== undefined && only !== chain) return undefined;
      only = chain;
    }
  }
  // Who holds an office is called by it.
  if (only === undefined || only.titles.length > 0) return undefined;
  return gender === undefined || only.gender === undefined || only.gender === gender
    ? only
    : undefined;
}

function isModifier(reading: Reading, draft: Draft, token: number): boolean {
  if (draft.at[token] && draft.at[token].form !== "adjective") return false;
  return (
    (hasTag(reading, token, "ADJ", "NUM") ||
      reading.keys[token] === "" ||
      reading.keys[token + 1] === "") &&
    !ANOTHER.has(reading.keys[token]!)
  );
}

/** *The teacher of the year*, *the driver's wife*, *the man who ...*: somebody else, or not yet known. */
function goesOn({ keys }: Reading, token: number): boolean {
  const key = keys[token]!;
  return (
    key === "" || key === "of" || key === "'s" || key === "’s" || key === "who" || key === "that"
  );
}

function isPlainNoun(reading: Reading, token: number): boolean {
  return hasTag(reading, token, "NOUN") && isLower(reading, token);
}

function isLower({ tokens }: Reading, token: number): boolean {
  const form = tokens.form[token]!;
  return form === form.toLowerCase() && form.length > 2;
}

/** *Jane Smith, the teacher who ...*: the description itself. */
function isBesideName({ tokens }: Reading, draft: Draft, chain: DraftChain, noun: number): boolean {
  const head = tokens.head[noun]!;
  return head >= 0 && draft.at[head]?.chain === chain;
}

/** Whether the person was named not long before. */
function isRecent({ reading, history }: Scene, chain: DraftChain, token: number): boolean {
  const { sentence } = reading.tokens;
  const named = lastNamed(history, chain, token);
  return named >= 0 && sentence[token]! - sentence[named]! <= RECENT;
}

/** *Actress Lindsay Lohan*: the noun right before the name, when the name hangs on it or it on the name. */
function nounBefore(reading: Reading, draft: Draft, { first, last }: DraftMention): number {
  const noun = first - 1;
  const [begin] = sentenceOf(reading, first);
  if (noun < begin || draft.at[noun] || isOffice(reading, draft, noun)) return -1;
  if (!isNounOfOne(reading, noun) || (noun > begin && !isLower(reading, noun))) return -1;
  const head = headOf(reading, first, last);
  const { tokens } = reading;
  const isJoined = tokens.head[noun]! >= first && tokens.head[noun]! < last;
  const areBeside = tokens.head[head] === tokens.head[noun];
  return isJoined || areBeside || tokens.head[head] === noun ? noun : -1;
}

/** Titles of artists stand among the offices, but others than their holder are called so too. */
function isOffice({ keys, lexicon }: Reading, draft: Draft, token: number): boolean {
  return draft.titled[token] === 1 && !lexicon.callings.has(keys[token]!);
}

/** *Jane Smith, a teacher from Ohio*: the apposition. */
function nounAfter(reading: Reading, draft: Draft, { first, last }: DraftMention): number {
  const { tree, keys } = reading;
  if (keys[last] !== ",") return -1;
  const head = headOf(reading, first, last);
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child <= last || !hasRelation(reading, child, "appos")) continue;
    if (draft.at[child] || isOffice(reading, draft, child)) return -1;
    const opens = keys[last + 1];
    const hasArticle =
      opens === "a" || opens === "an" || (opens !== undefined && DEFINITE.has(opens));
    return hasArticle && isNounOfOne(reading, child) ? child : -1;
  }
  return -1;
}

/** What ends nouns for those who do something: *blogger*, *pastor*, *publicist*. */
const DOER = /(?:[eo]r|ist|ian|man|woman|eer|ant)$/;

/** A common noun in the singular for somebody; no kin, who is somebody else's. */
function isNounOfOne({ tokens, keys, lexicon }: Reading, token: number): boolean {
  if (tokens.xpos[token] !== NN) return false;
  const key = keys[token]!;
  return (
    (lexicon.personNouns.has(key) || lexicon.callings.has(key) || DOER.test(key)) &&
    !lexicon.kin.has(key)
  );
}
