/**
 * Names as the model found them begin and end a word off now and then: titles, articles, nationality words and common
 * nouns before the name come off.
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NameSpan } from "../parsed.ts";
import { countryAt } from "./country-words.ts";
import { fromFields, withFields } from "./long-offices.ts";
import { hasTag, hasXpos, isCapitalized, type Reading } from "./reading.ts";
import { titleAt, titleBefore } from "./titles.ts";

const EDGES = new Set([
  "the",
  "a",
  "an",
  "'s",
  "'",
  ",",
  "(",
  ")",
  '"',
  "and",
  ".",
  ":",
  ";",
  "or",
]);
/** Lower-case words that stand inside names. */
const INSIDE_NAMES = new Set([
  "of",
  "and",
  "for",
  "the",
  "in",
  "on",
  "at",
  "to",
  "de",
  "du",
  "des",
  "la",
  "le",
  "van",
  "von",
  "der",
  "den",
  "bin",
  "al",
  "el",
  "y",
  "e",
  "und",
  "di",
  "da",
  "del",
  "dos",
  "a",
  "s",
  "'s",
  "'",
  "&",
  "with",
  "against",
  "without",
  "under",
]);

const PARTICLES = new Set(
  "de du des da di do dos das del della van von der den ter ten zu af av bin bint ibn ben al el la le y e of abu d".split(
    " ",
  ),
);

export function trimName(reading: Reading, name: NameSpan): NameSpan | undefined {
  const { keys, tokens } = reading;
  let { firstToken: first, lastToken: last, kind } = name;
  while (first < last && isEdge(reading, first)) first += 1;
  while (last > first && (EDGES.has(keys[last - 1]!) || keys[last - 1] === "")) last -= 1;
  last = beforeLooseDash(reading, first, last);
  last = beforeParticiple(reading, first, last);
  last = beforeClause(reading, first, last);
  if (kind === "person") first = afterSmallWords(reading, first, last);
  if (kind === "organization" || kind === "place") first = afterCountry(reading, first, last);
  if (kind === "organization") {
    last = withCompanyTail(reading, first, last);
    first = afterCommonNouns(reading, first, last);
    last = beforeOffice(reading, first, last);
    last = withFields(reading, first, last);
    first = fromFields(reading, first, last);
  }
  if (kind === "person" || kind === "organization") {
    const from = afterTitle(reading, first, last, kind);
    if (from > first) kind = "person";
    first = kind === "person" ? afterCalling(reading, from, last) : from;
  }
  if (kind === "organization" && first < last) last = beforeTitle(reading, first, last);
  if (first >= last || !/[\p{L}\p{N}]/u.test(tokens.form[first]!)) return undefined;
  if (last - first === 1 && !isName(tokens.form[first]!)) return undefined;
  return { ...name, firstToken: first, lastToken: last, kind };
}

/** An article or a mark; the *A* of *A-League* and of *A. Flower* is neither. */
function isEdge({ keys, tokens }: Reading, at: number): boolean {
  if (keys[at] === "") return true;
  const isJoined = keys[at + 1] === "" && tokens.end[at] === tokens.start[at + 1];
  const form = tokens.form[at]!;
  return EDGES.has(keys[at]!) && !(isJoined && /^\p{L}/u.test(form)) && !/^\p{L}\.$/u.test(form);
}

function isName(form: string): boolean {
  return isCapitalized(form) || /\d|\p{Ll}\p{Lu}/u.test(form);
}

/** *computer and electronics maker Apple Computer*: what begins in lower case or with a nationality is a description. */
function afterCommonNouns({ tokens, keys }: Reading, first: number, last: number): number {
  for (let i = last - 1; i > first; i--) {
    const form = tokens.form[i]!;
    const isCommon = !isName(form) && /^\p{Ll}{3}/u.test(form) && !INSIDE_NAMES.has(keys[i]!);
    if (isCommon && i + 1 < last && isName(tokens.form[i + 1]!)) return i + 1;
    if (isCommon) return first;
  }
  return first;
}

/** *San Jose - Cisco*: a dash between blanks parts two names. */
function beforeLooseDash({ tokens, keys }: Reading, first: number, last: number): number {
  for (let i = first + 1; i + 1 < last; i++) {
    const isLoose = tokens.end[i - 1]! < tokens.start[i]! && tokens.end[i]! < tokens.start[i + 1]!;
    if (keys[i] === "" && isLoose) return i;
  }
  return last;
}

/** *Moscow-backed*, *NATO-led*: the name ends at the hyphen. */
function beforeParticiple({ tokens, keys }: Reading, first: number, last: number): number {
  const hyphen = last - 2;
  if (hyphen <= first || keys[hyphen] !== "") return last;
  return /^\p{Ll}+(?:ed|led|made|born|run|held|born|wide|area|bound|style|era)$/u.test(
    tokens.form[last - 1]!,
  )
    ? hyphen
    : last;
}

/** *neither can Xi*, *weaken Xi*: a person's name begins in small letters only with a particle. */
function afterSmallWords({ tokens, keys }: Reading, first: number, last: number): number {
  let i = first;
  while (i < last - 1 && /^\p{Ll}/u.test(tokens.form[i]!) && !PARTICLES.has(keys[i]!)) i += 1;
  return i;
}

/** *Sharif convenes committee*, *the committee on Wednesday*: a name ends before a verb in small letters or a day. */
function beforeClause(reading: Reading, first: number, last: number): number {
  const { tokens, keys } = reading;
  for (let i = first + 1; i < last; i++) {
    const isVerb =
      /^\p{Ll}/u.test(tokens.form[i]!) &&
      keys[i - 1] !== "" &&
      keys[i + 1] !== "" &&
      (hasXpos(reading, i, "VBZ", "VBD", "MD") ||
        (hasXpos(reading, i, "VBG") && keys[i - 1] === "of"));
    if (!isVerb && !(keys[i] === "on" && i + 2 === last && WEEKDAY.test(tokens.form[i + 1]!)))
      continue;
    return keys[i - 1] === "of" ? i - 1 : i;
  }
  return last;
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** *Defenseman Jonas Brodin*, *Rapper Aitch*; *Linebacker* alone is nobody. */
function afterCalling({ keys, tokens, lexicon }: Reading, first: number, last: number): number {
  if (first >= last || !lexicon.callings.has(keys[first]!)) return first;
  if (last - first === 1) return isCapitalized(tokens.form[first - 1] ?? "") ? first : last;
  return isCapitalized(tokens.form[first + 1]!) ? first + 1 : first;
}

/** *US District Judge* before *Loretta Preska*: the office is hers; what is left names the country or the firm. */
function beforeTitle(reading: Reading, first: number, last: number): number {
  const { tokens } = reading;
  const isBeforeName =
    last < tokens.count &&
    hasTag(reading, last, "PROPN") &&
    /^\p{Lu}\p{Ll}/u.test(tokens.form[last]!) &&
    tokens.sentence[last] === tokens.sentence[last - 1];
  if (!isBeforeName) return last;
  const title = titleBefore(reading, last, first);
  return title === undefined ? last : title.first;
}

/** *Singapore's Changi Airport*: the country is named beside it, unless it makes an institution (*China's navy*). */
function afterCountry(reading: Reading, first: number, last: number): number {
  const { keys, lexicon } = reading;
  const country = countryAt(reading, first, last);
  if (!country || keys[country.last] !== "'s" || country.last + 1 >= last) return first;
  const rest = country.last + 1;
  const institution = longestPhrase(lexicon.organizations.institutions, keys, rest, last);
  return institution?.to === last ? first : rest;
}

/** *Aer Lingus Group* + *PLC*. */
function withCompanyTail({ tokens, keys, lexicon }: Reading, first: number, last: number): number {
  let end = last;
  while (end < tokens.count && end - last < 2 && end > first) {
    const isTail =
      lexicon.organizations.companyTails.has(keys[end]!) && isCapitalized(tokens.form[end]!);
    if (!isTail || tokens.sentence[end] !== tokens.sentence[first]) break;
    end += 1;
  }
  return end;
}

/** *British Defence* of *British Defence Secretary Jane Doe*: the office takes its words back. */
function beforeOffice({ keys, lexicon, tokens }: Reading, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) {
    const title = longestPhrase(lexicon.titles.phrases, keys, i, Math.min(tokens.count, last + 3));
    if (title && title.to > last) return i;
  }
  return last;
}

/** *President Xi Jinping*, *Russian President Vladimir Putin*, *Mr Smith* tagged whole: the name begins after the title. */
function afterTitle(reading: Reading, first: number, last: number, kind: NameSpan["kind"]): number {
  const { keys, lexicon, tokens } = reading;
  const nation = countryAt(reading, first, last);
  const isNations = nation !== undefined && nation.last < last && kind === "person";
  const hasOffice = isNations && titleAt(reading, nation.last, last) !== undefined;
  const from = isNations && (nation.form === "adjective" || hasOffice) ? nation.last : first;
  const title = titleAt(reading, from, last);
  if (title && title.last < last) {
    // Of an organisation only what nobody but a person can be: "Spokeswoman Jane Doe", never "General Motors".
    const isPersons =
      kind === "person" || (title.entry.class === "spokesperson" && last - title.last <= 3);
    if (isPersons && isCapitalized(tokens.form[title.last]!)) return title.last;
  }
  let at = kind === "person" ? from : first;
  while (
    kind === "person" &&
    last - at > 1 &&
    lexicon.titles.honorifics.get(keys[at]!)?.place === "before"
  )
    at += 1;
  return at;
}
