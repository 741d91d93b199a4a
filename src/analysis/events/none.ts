/**
 * Sentences that use the words of news events without telling one: sport, business talk, fiction, history, weather,
 * polls, general truths. Cues come from `none-cues.tsv`; a named actor on both sides speaks against them.
 */
import type { Candidate } from "./candidate.ts";
import { isBareHarm } from "./harm.ts";
import type { NoneCue } from "./lexicon.ts";
import { isNobody } from "./nobody.ts";
import type { Sides } from "./participants.ts";
import { isPrivate } from "./private-matters.ts";
import type { Reading } from "./reading.ts";
import { REL } from "./relations.ts";
import { untold } from "./untold.ts";
import { FACET } from "./word-facets.ts";

export interface NoneReading {
  /** Kinds whose cues weigh enough, `sport`. */
  readonly kinds: ReadonlySet<string>;
  /** Kinds that decide even where two countries face each other: of the year 1812, of 54 percent of a people. */
  readonly sure: ReadonlySet<string>;
}

/** From here on the cues of one kind decide. */
const ENOUGH = 1;

export function readNoneCues(reading: Reading, firstToken: number, lastToken: number): NoneReading {
  const weights = new Map<string, number>();
  const seen = new Set<string>();
  const oldest = oldestYear(reading.article.published);
  const add = (key: string): void => {
    const cue =
      reading.lexicon.noneCues.get(key) ??
      (isOldYear(key, oldest) ? OLD : isScore(key) ? SCORE : undefined);
    if (cue === undefined || seen.has(key)) return;
    seen.add(key);
    weights.set(cue.kind, (weights.get(cue.kind) ?? 0) + cue.weight);
  };
  let before = 0;
  for (let token = firstToken; token < lastToken; token++) {
    const lemma = reading.lemma(token);
    const facet = reading.facets[token]!;
    // "Quarter-final" is three tokens.
    if (lemma === "-" && token > firstToken && token + 1 < lastToken) {
      add(`${reading.lemma(token - 1)}-${reading.lemma(token + 1)}`);
    } else {
      if (before & FACET.beginsNone && facet & FACET.endsNone)
        add(`${reading.lemma(token - 1)}_${lemma}`);
      if (facet & FACET.none || isDigit(lemma)) add(lemma);
    }
    before = facet;
  }
  if (weights.size === 0) return NO_CUES;
  const kinds = new Set<string>();
  const sure = new Set<string>();
  for (const [kind, weight] of weights) {
    if (weight >= ENOUGH) kinds.add(kind);
    if (weight >= (SURE[kind] ?? Number.POSITIVE_INFINITY)) sure.add(kind);
  }
  return { kinds, sure };
}

const NO_CUES: NoneReading = { kinds: new Set(), sure: new Set() };

/** Whether a word begins as years and scores do. */
function isDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

const YEAR = /^1\d\d\d$/;

function isOldYear(word: string, oldest: number): boolean {
  return word.length === 4 && YEAR.test(word) && Number(word) < oldest;
}

/** What lies so many years back is told as history, and an article without a date is not older than this. */
const YEARS_OF_NEWS = 40;
const OLDEST_UNDATED = 1950;

function oldestYear(published: string | undefined): number {
  const year = Number(published?.slice(0, 4));
  return Number.isNaN(year) ? OLDEST_UNDATED : Math.max(OLDEST_UNDATED, year - YEARS_OF_NEWS);
}

const RESULT = /^\d{1,2}[-–]\d{1,2}$/;

/** *2-0*; votes of judges end like that as well. */
function isScore(word: string): boolean {
  return word.length >= 3 && word.length <= 5 && RESULT.test(word);
}

const SCORE: NoneCue = { kind: "sport", weight: 0.7 };

const OLD: NoneCue = { kind: "history", weight: 1 };

const SURE: Readonly<Record<string, number>> = {
  sport: 1,
  fiction: 1,
  nature: 1,
  recipe: 1,
  horoscope: 1,
  history: 1,
  poll: 1.2,
};

/** Kinds that run through the whole article: a quarter of its sentences, at least three. */
export function pervadingKinds(readings: readonly NoneReading[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { kinds } of readings) {
    for (const kind of kinds)
      if (PERVADING.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found = new Set<string>();
  for (const [kind, count] of counts)
    if (count >= 3 && count * 4 >= readings.length) found.add(kind);
  return found;
}

const PERVADING: ReadonlySet<string> = new Set(["sport", "fiction", "recipe", "nature"]);

/** Why the candidate is no news event; undefined when nothing speaks against it. */
export function vetoOf(
  reading: Reading,
  candidate: Candidate,
  sides: Sides,
  none: NoneReading,
): string | undefined {
  const countries = new Set(
    [...sides.actors, ...sides.recipients]
      .map(({ country }) => country)
      .filter((code) => code !== undefined),
  );
  const isBetweenCountries = countries.size > 1;
  const firms = namedBodies(reading, sides);
  for (const kind of none.kinds) {
    // Firms deal with each other in business, and some of them in films and books.
    if (kind === "business" && (firms > 1 || (firms > 0 && candidate.act === "OTHER"))) continue;
    if (kind === "weather" && candidate.mode === "disaster") continue;
    if (kind === "fiction" && firms > 0 && candidate.act === "OTHER") continue;
    if (none.sure.has(kind) || PERVADING.has(kind) || !isBetweenCountries) return `none:${kind}`;
  }
  if (candidate.nominal && reading.preposition(candidate.token) === "under") return "none:under";
  const place = untold(reading, candidate);
  if (place !== undefined) return place;
  if (isPrivate(reading, candidate, sides)) return "none:private";
  if (isGeneric(reading, candidate, sides)) return "none:generic";
  if (isDoneByThing(reading, candidate, sides)) return "none:done by a thing";
  if (isOfSpeaker(reading, sides)) return "none:first or second person";
  if (isBareHarm(reading, candidate, sides)) return "none:accident";
  return undefined;
}

/** Organisations with names among the sides. */
function namedBodies(reading: Reading, { actors, recipients }: Sides): number {
  const bodies = [...actors, ...recipients].filter(
    ({ kind, mention }) => kind === "organization" && reading.mentions[mention]?.form === "name",
  );
  return new Set(bodies.map(({ chain }) => chain)).size;
}

/** *I told you to get it*, *our help*: nobody whom a reader could name takes part. */
function isOfSpeaker(reading: Reading, { actors, recipients }: Sides): boolean {
  return [...actors, ...recipients].every(
    ({ head, country, sector }) =>
      country === undefined &&
      sector === undefined &&
      reading.tag(head) === "PRON" &&
      (FIRST_OR_SECOND.has(reading.lemma(head)) || isNobody(reading, head)),
  );
}

const FIRST_OR_SECOND: ReadonlySet<string> = new Set(
  "i me my we us our you your yourself yourselves myself ourselves".split(" "),
);

/** *Bosses often reject such requests*: simple present, nobody named. */
function isGeneric(reading: Reading, candidate: Candidate, sides: Sides): boolean {
  const verb = finiteVerb(reading, candidate.verb >= 0 ? candidate.verb : candidate.token);
  if (!isSimplePresent(reading, verb)) return false;
  const sentence = reading.parsed.sentences[reading.tokens.sentence[verb]!];
  if (sentence?.block === "headline") return false;
  const isNamed = [...sides.actors, ...sides.recipients].some(
    ({ unnamed, country }) => !unnamed || country !== undefined,
  );
  return !isNamed;
}

/** Of *tend to seek* the first. */
function finiteVerb({ tokens }: Reading, verb: number): number {
  let at = verb;
  for (let step = 0; step < 3 && tokens.relation[at] === REL.xcomp; step++) at = tokens.head[at]!;
  return at;
}

/** *Reject*, *is given*; the perfect and the progressive tell of one time. */
function isSimplePresent(reading: Reading, verb: number): boolean {
  const xpos = reading.xpos(verb);
  if (xpos === "VBP" || xpos === "VBZ") return true;
  if (xpos !== "VBN") return false;
  const { firstChild, nextSibling } = reading.tree;
  let isPresent = false;
  for (let child = firstChild[verb]!; child >= 0 && child < verb; child = nextSibling[child]!) {
    const form = reading.tokens.form[child]!.toLowerCase();
    if (form === "is" || form === "are") isPresent = true;
    else if (form === "has" || form === "have" || form === "been" || form === "being") return false;
  }
  return isPresent;
}

/** *Rain forced schools to close*: things do not ask, promise or forbid. */
function isDoneByThing(
  reading: Reading,
  { act, verb, nominal }: Candidate,
  { actors }: Sides,
): boolean {
  if (verb < 0 || nominal || actors.length > 0 || !OF_PEOPLE.has(act)) return false;
  const { subject, passive } = reading.clause(verb);
  if (passive || subject < 0 || reading.isActor(subject)) return false;
  if (reading.tag(subject) !== "NOUN" && !THINGS.has(reading.lemma(subject))) return false;
  const { leftEdge, rightEdge } = reading.tree;
  for (let at = leftEdge[subject]!; at < rightEdge[subject]!; at++) {
    if (reading.coverMention[at]! >= 0 || reading.tag(at) === "PROPN" || reading.isActor(at))
      return false;
  }
  return true;
}

const THINGS: ReadonlySet<string> = new Set(["it", "this", "that", "these", "which", "what"]);

const OF_PEOPLE: ReadonlySet<string> = new Set(
  "COERCE ACCUSE REJECT SUPPORT CONCEDE REQUEST AGREE AID THREATEN CONSULT".split(" "),
);
