/**
 * A capital that acts is its government: *Moscow sent*, *Moscow's campaign*, *condemned by Beijing*, *talks between
 * Washington and Tehran*. One that is gone to is a place: *a visit to Moscow*.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import {
  hasRelation,
  hasTag,
  hasXpos,
  headOf,
  isCapitalized,
  type Reading,
  sentenceOf,
} from "./reading.ts";
import { OPENS } from "./word-facets.ts";

export interface Capital {
  readonly last: number;
  readonly country: CountryCode;
  readonly doubtful: boolean;
}

/** The capital that begins at this token. */
export function capitalAt(reading: Reading, first: number, end: number): Capital | undefined {
  const { lexicon, keys, tokens } = reading;
  if (!(reading.opens[first]! & OPENS.country) || !isCapitalized(tokens.form[first]!))
    return undefined;
  const match = longestPhrase(lexicon.countries.words, keys, first, end);
  const word = match?.values.find(({ sort }) => sort === "capital");
  if (!match || !word) return undefined;
  return { last: match.to, country: word.country, doubtful: word.doubtful ?? false };
}

/** The rule by which the name stands for the government; `undefined` where it is the place. */
export function governmentRule(reading: Reading, first: number, last: number): string | undefined {
  const { tokens, keys } = reading;
  const head = headOf(reading, first, last);
  // "Beijing, China": the country beside it makes it a place.
  if (keys[last] === "," && isCapitalized(tokens.form[last + 1] ?? "")) {
    if (isFollowedByItsCountry(reading, last + 1)) return undefined;
  }
  const beside = besideVerb(reading, first, last);
  if (beside) return beside;
  const preposition = prepositionOf(reading, head);
  if (preposition !== "") return ruleAfter(reading, head, preposition);
  if (hasRelation(reading, head, "conj")) {
    const partner = tokens.head[head]!;
    if (!hasTag(reading, partner, "PROPN")) return undefined;
    const partnerPreposition = prepositionOf(reading, partner);
    if (partnerPreposition !== "") return ruleAfter(reading, partner, partnerPreposition);
    return (
      actsAt(reading, partner) ??
      (isCoordinatedState(reading, partner) ? "capital-pair" : undefined)
    );
  }
  if (keys[last] === "" && last + 1 < tokens.count) return hyphenRule(keys[last + 1]!);
  return actsAt(reading, head);
}

/** *met in the Kremlin*, *protested outside Downing Street*, *tourists visited the White House*: the building. */
export function isBuilding(reading: Reading, first: number, last: number): boolean {
  const { tokens, keys } = reading;
  const contexts = reading.lexicon.capitalContexts;
  if (!contexts("palace").has(keys.slice(first, last).join("_"))) return false;
  const head = headOf(reading, first, last);
  let governor = tokens.head[head]!;
  // "Putin met Xi in the Kremlin": the parse may hang it on Xi.
  if (governor >= 0 && hasTag(reading, governor, "PROPN")) governor = tokens.head[governor]!;
  if (governor < 0) return false;
  const lemma = tokens.lemma[governor]!;
  if (hasRelation(reading, head, "obj")) return contexts("visit-object-verb").has(lemma);
  if (!hasRelation(reading, head, "obl", "nmod")) return false;
  const preposition = prepositionOf(reading, head);
  const isInside =
    contexts("place-preposition").has(preposition) ||
    preposition === "up" ||
    preposition === "down";
  return (
    isInside && contexts(hasTag(reading, governor, "VERB") ? "visit-verb" : "visit-noun").has(lemma)
  );
}

function actsAt(reading: Reading, head: number): string | undefined {
  const { tokens } = reading;
  const contexts = reading.lexicon.capitalContexts;
  const governor = tokens.head[head]!;
  if (governor < 0) return undefined;
  const verb = tokens.lemma[governor]!;
  if (hasRelation(reading, head, "nsubj", "nsubj:outer")) {
    if (hasTag(reading, governor, "VERB"))
      return contexts("place-verb").has(verb) ? undefined : "capital-subject";
    // "Moscow is ready", "Moscow was careful": states of mind, not of a town.
    return hasTag(reading, governor, "ADJ") ? "capital-subject" : undefined;
  }
  if (hasRelation(reading, head, "nsubj:pass")) {
    return contexts("state-object-verb").has(verb) ? "capital-passive" : undefined;
  }
  if (hasRelation(reading, head, "nmod:poss", "compound")) {
    const isPossessive = hasRelation(reading, head, "nmod:poss");
    if (!isPossessive) return undefined;
    return contexts("place-noun").has(verb) ? undefined : "capital-possessive";
  }
  if (hasRelation(reading, head, "obj", "iobj")) {
    return contexts("state-object-verb").has(verb) ? "capital-object" : undefined;
  }
  return undefined;
}

function ruleAfter(reading: Reading, head: number, preposition: string): string | undefined {
  const { tokens } = reading;
  const contexts = reading.lexicon.capitalContexts;
  if (contexts("place-preposition").has(preposition)) return undefined;
  const governor = tokens.head[head]!;
  const lemma = governor < 0 ? "" : tokens.lemma[governor]!;
  if (contexts("state-preposition").has(preposition)) {
    return contexts("place-noun").has(lemma) ? undefined : "capital-partner";
  }
  if (!contexts("way-preposition").has(preposition)) return undefined;
  // The noun that the parse hangs it on, or the one just before the preposition: "a show of support from Paris".
  const beside = tokens.lemma[leftmostCase(reading, head) - 1] ?? "";
  if (contexts("state-noun").has(lemma) || contexts("state-noun").has(beside))
    return "capital-partner";
  return undefined;
}

function leftmostCase({ tree, tokens }: Reading, head: number): number {
  const first = tree.firstChild[head]!;
  return first >= 0 && first < head ? first : Math.max(0, Math.min(head, tokens.count) - 1);
}

/** *Moscow-backed rebels*, *pro-Moscow*: the government; *Moscow-based*, *Moscow-born*: the town. */
function hyphenRule(after: string): string | undefined {
  return after === "based" || after === "born" || after === "area" ? undefined : "capital-hyphen";
}

/** *since Moscow sent*, *Tehran will not*, *accused Ankara of*: the words beside it say it where the parse goes astray. */
function besideVerb(reading: Reading, first: number, last: number): string | undefined {
  const { tokens, keys, lexicon } = reading;
  const contexts = lexicon.capitalContexts;
  const before = keys[first - 1] ?? "";
  const [from, end] = sentenceOf(reading, first);
  if (first > from && baseForms(before).some((base) => contexts("state-object-verb").has(base))) {
    return hasTag(reading, first - 1, "NOUN") ? undefined : "capital-object";
  }
  const start = startOfPair(reading, first, from);
  const stop = endOfPair(reading, last, end);
  if (stop >= end || !isFiniteVerb(reading, stop)) return undefined;
  const opener = start > from ? keys[start - 1]! : "that";
  for (const sort of ["place-preposition", "way-preposition", "state-preposition"]) {
    if (contexts(sort).has(opener)) return undefined;
  }
  if (opener === "and" || opener === "or" || opener === "") return undefined;
  // "Moscow says no, Kyiv denies it", but not the last of "London, Rome".
  if (opener === "," && isStateBefore(reading, start - 1, from)) return undefined;
  const verb = mainVerb(reading, stop, end);
  if (verb < 0) return undefined;
  const isPlaces = [tokens.lemma[verb]!, ...baseForms(keys[verb]!)].some((base) =>
    contexts("place-verb").has(base),
  );
  return isPlaces ? undefined : "capital-subject";
}

/** *Kyiv and Moscow would*: where the pair begins, where it ends. */
function startOfPair(reading: Reading, first: number, from: number): number {
  const { keys } = reading;
  if (keys[first - 1] !== "and") return first;
  for (let at = first - 2; at >= Math.max(from, first - 5); at--) {
    if (stateAt(reading, at) === first - 1) return at;
  }
  return first;
}

function endOfPair(reading: Reading, last: number, end: number): number {
  return reading.keys[last] === "and" && last + 1 < end
    ? Math.max(last, stateAt(reading, last + 1))
    : last;
}

function isStateBefore(reading: Reading, comma: number, from: number): boolean {
  for (let at = comma - 1; at >= Math.max(from, comma - 3); at--) {
    if (stateAt(reading, at) === comma) return true;
  }
  return false;
}

/** One past the country or capital that begins here; -1 when there is none. */
function stateAt({ lexicon, keys, tokens }: Reading, at: number): number {
  const match = longestPhrase(lexicon.countries.words, keys, at, tokens.count);
  const isState = match?.values.some(({ sort }) => sort === "name" || sort === "capital") ?? false;
  return match && isState ? match.to : -1;
}

const AUXILIARIES = new Set(["have", "do", "be"]);

/** Past auxiliaries and adverbs: *has substantially boosted*, *is analyzing*. -1 for a passive, and where no verb comes. */
function mainVerb(reading: Reading, first: number, end: number): number {
  const { tokens, keys } = reading;
  let passive = false;
  for (let i = first; i < Math.min(end, first + 5); i++) {
    const lemma = tokens.lemma[i]!;
    if (lemma === "be" || keys[i] === "been") passive = true;
    if (AUXILIARIES.has(lemma) || hasXpos(reading, i, "MD") || hasTag(reading, i, "ADV", "PART")) {
      continue;
    }
    if (passive && !keys[i]!.endsWith("ing")) return -1;
    return hasTag(reading, i, "VERB") || isFiniteVerb(reading, i) ? i : -1;
  }
  return -1;
}

/** A lower-case word in -ed after a name is its verb, whatever the tagger made of it. */
function isFiniteVerb(reading: Reading, token: number): boolean {
  if (hasXpos(reading, token, "VBD", "VBZ", "VBP", "VBN", "MD")) return true;
  const key = reading.keys[token]!;
  return (
    /^[a-z]{2,}ed$/.test(key) && key !== "based" && !isCapitalized(reading.tokens.form[token]!)
  );
}

function baseForms(word: string): readonly string[] {
  return [word, word.replace(/s$/, ""), word.replace(/d$/, ""), word.replace(/ed$/, "")];
}

/** The preposition in front, from the parse or, where the parse has none, from the word before. */
function prepositionOf(reading: Reading, head: number): string {
  const { tree, tokens, keys } = reading;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child < head && hasRelation(reading, child, "case")) return keys[child]!;
  }
  const before = head - 1;
  return before >= 0 && hasTag(reading, before, "ADP") && tokens.head[before] === head
    ? keys[before]!
    : "";
}

/** *Moscow and Beijing agreed*: the first of the two acts. */
function isCoordinatedState(reading: Reading, partner: number): boolean {
  return hasRelation(reading, partner, "nsubj");
}

function isFollowedByItsCountry(reading: Reading, first: number): boolean {
  const { lexicon, keys, tokens } = reading;
  const match = longestPhrase(lexicon.countries.words, keys, first, tokens.count);
  if (match?.values.some(({ sort }) => sort === "name")) return true;
  // "Moscow, Idaho, is small", but not "Moscow, Washington and Beijing".
  const name = tokens.form[first]!;
  const isState = /^[,.)]$/.test(tokens.form[first + 1] ?? "") && match === undefined;
  const state = isState ? lexicon.places.find(name)[0] : undefined;
  return state?.sort === "division" && LANDS_OF_STATES.has(state.country ?? "");
}

/** Where the state or province stands behind a town. */
const LANDS_OF_STATES = new Set(["USA", "CAN", "AUS"]);
