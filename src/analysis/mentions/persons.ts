/**
 * Persons of one article: full names first, then short names to the full name that they are a part of. Two persons
 * with one family name stay two; a short name that fits both goes to the one named last, but not to who is only there as a relative of
 * another: *Xi* after *his father, Xi Zhongxun* is the son.
 */

import type { Gender } from "../../lexicon/titles.ts";
import { lowerBound } from "../../text/lower-bound.ts";
import { isPartOfName, isSameFullName, type NameParts, nameParts } from "../../text/name-parts.ts";
import { type Draft, type DraftChain, type NamedSpan, newChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import type { Reading } from "./reading.ts";

interface Bearer {
  readonly chain: DraftChain;
  readonly parts: NameParts;
  /** Where it is named by two words and more, and by one: the first place in each sentence, in order. */
  readonly inFull: number[];
  readonly inShort: number[];
  /** Only brought in as a relative of another: *his father, Xi Zhongxun*. */
  isAside: boolean;
}

/** By each word of their names. */
type Bearers = Map<string, Bearer[]>;

/** Of more persons with one word in their names the latest are enough: a list of people is no story about them. */
const LONGEST_LIST = 64;

export function linkPersons(
  reading: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const persons = spans.filter(({ kind }) => kind === "person");
  const partsOf = new Map<NamedSpan, NameParts>();
  for (const span of persons) {
    partsOf.set(span, nameParts(nameText(reading, span), reading.lexicon.givenNames.isFamilyFirst));
  }
  const bearers: Bearers = new Map();
  for (const span of persons) {
    const parts = partsOf.get(span)!;
    if (parts.words.length < 2) continue;
    const bearer = bearerOf(bearers, parts) ?? newBearer(reading, draft, bearers, span, parts);
    addPlace(reading, bearer.inFull, span.first);
    if (!isRelative(reading, span)) bearer.isAside = false;
    chainOf.set(span, bearer.chain);
  }
  for (const span of persons) {
    const parts = partsOf.get(span)!;
    if (parts.words.length !== 1 || parts.family === "") continue;
    const bearer =
      fullerName(reading, bearers, parts, span) ?? newBearer(reading, draft, bearers, span, parts);
    addPlace(reading, bearer.inShort, span.first);
    chainOf.set(span, bearer.chain);
  }
}

const POSSESSIVES = new Set(["his", "her", "their", "whose", "'s", "’s", "'", "’"]);
const COMMAS = new Set([",", ""]);
/** What is named again in a sentence is no nearer: a page of 100,000 names would take minutes. */
function addPlace({ tokens }: Reading, places: number[], token: number): void {
  const last = places.at(-1);
  if (last === undefined || tokens.sentence[last] !== tokens.sentence[token]) places.push(token);
}

/** *his late father, Xi Zhongxun*: so many words from the possessive to the relative. */
const FAR = 3;

/** *His father, Xi Zhongxun*; *Xi Zhongxun, his father*. */
function isRelative({ keys, lexicon }: Reading, { first, last }: NamedSpan): boolean {
  const kin = COMMAS.has(keys[first - 1] ?? "-") ? first - 2 : first - 1;
  if (lexicon.kin.has(keys[kin] ?? "")) {
    for (let i = kin - 1; i >= kin - FAR; i--) if (POSSESSIVES.has(keys[i] ?? "")) return true;
  }
  const owner = keys[last + 1] ?? "";
  return (
    COMMAS.has(keys[last] ?? "-") &&
    POSSESSIVES.has(owner) &&
    owner !== "whose" &&
    lexicon.kin.has(keys[last + 2] ?? "")
  );
}

function bearerOf(bearers: Bearers, parts: NameParts): Bearer | undefined {
  const candidates = bearers.get(parts.words.at(-1)!) ?? [];
  const familyFirst = bearers.get(parts.family) ?? [];
  const isSame = (bearer: Bearer): boolean => isSameFullName(bearer.parts, parts);
  const same = candidates.findLast(isSame) ?? familyFirst.findLast(isSame);
  if (same) return same;
  // "von der Leyen", "al-Assad": a family name of several words.
  const longer = candidates.filter(
    (bearer) =>
      bearer.parts.words.length > parts.words.length &&
      isPartOfName(parts, bearer.parts) === "family",
  );
  return longer.length === 1 ? longer[0] : undefined;
}

function newBearer(
  reading: Reading,
  draft: Draft,
  bearers: Bearers,
  span: NamedSpan,
  parts: NameParts,
): Bearer {
  const gender = genderOf(reading, parts);
  const chain = newChain(draft, {
    kind: "person",
    name: nameText(reading, span),
    ...(gender ? { gender } : {}),
  });
  const bearer = { chain, parts, inFull: [], inShort: [], isAside: true };
  for (const word of new Set([...parts.words, parts.family])) {
    const list = bearers.get(word);
    if (!list) bearers.set(word, [bearer]);
    else if (list.push(bearer) > LONGEST_LIST) list.shift();
  }
  return bearer;
}

/** The person whose name this word is a part of: by family name before given name, the last one named before the latest. */
function fullerName(
  reading: Reading,
  bearers: Bearers,
  parts: NameParts,
  span: NamedSpan,
): Bearer | undefined {
  const byFamily: Bearer[] = [];
  const byGiven: Bearer[] = [];
  for (const bearer of bearers.get(parts.family) ?? []) {
    if (bearer.parts.words.length === 1) {
      if (bearer.parts.family === parts.family) byFamily.push(bearer);
      continue;
    }
    const part = isPartOfName(parts, bearer.parts);
    if (part === "family") byFamily.push(bearer);
    else if (part === "given") byGiven.push(bearer);
  }
  const honored = honorificGender(reading, span);
  const fitting = (list: readonly Bearer[]): readonly Bearer[] =>
    honored ? list.filter(({ chain }) => !chain.gender || chain.gender === honored) : list;
  const families = fitting(byFamily);
  if (families.length > 0) {
    const others = families.filter(({ isAside }) => !isAside);
    return nearest(reading, others.length > 0 ? others : families, span.first);
  }
  const givens = fitting(byGiven);
  return givens.length === 1 && !honored ? givens[0] : undefined;
}

/**
 * The one named last, in whole sentences; of two in one sentence (*Saad Hariri ... his father, Rafiq Hariri*) the one
 * named first, who is mostly its subject. What comes later counts only where nothing comes before: a headline.
 */
function nearest({ tokens }: Reading, bearers: readonly Bearer[], at: number): Bearer {
  let best = bearers[0]!;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const bearer of bearers) {
    for (const places of [bearer.inFull, bearer.inShort]) {
      const after = lowerBound(0, places.length, (i) => places[i]! <= at);
      const named = places[Math.max(0, after - 1)];
      if (named === undefined) continue;
      const sentences = tokens.sentence[at]! - tokens.sentence[named]!;
      const rank = named <= at ? sentences * 1e6 + named / 1e3 : 1e12 + named;
      if (rank < bestRank) [best, bestRank] = [bearer, rank];
    }
  }
  return best;
}

function honorificGender({ keys, lexicon }: Reading, { first }: NamedSpan): Gender | undefined {
  const before = keys[first - 1];
  return before === undefined ? undefined : lexicon.titles.honorifics.get(before)?.gender;
}

function genderOf({ lexicon }: Reading, { given }: NameParts): Gender | undefined {
  if (!given) return undefined;
  const gender = lexicon.givenNames.gender(given.split(" ")[0]!);
  return gender === "u" ? undefined : gender;
}
