/**
 * Organisations of one article: by the table of those with several names, by equal names, acronyms (*Group of Seven
 * (G7)*), and short forms (*Lockheed* for *Lockheed Martin*, *the Commission* for *the European Commission*).
 */
import { longestPhrase } from "../../lexicon/phrases.ts";
import { nameKey } from "../../text/fold.ts";
import { type Draft, type DraftChain, type NamedSpan, newChain } from "./drafts.ts";
import { nameText } from "./name-text.ts";
import { isAllCapitals, type Reading } from "./reading.ts";

interface Bearer {
  readonly chain: DraftChain;
  /** Folded words without company tails and articles. */
  readonly words: readonly string[];
}

export function linkOrganizations(
  reading: Reading,
  spans: readonly NamedSpan[],
  draft: Draft,
  chainOf: Map<NamedSpan, DraftChain>,
): void {
  const byKey = new Map<string, Bearer>();
  const bearers = newIndex();
  const named = spans
    .filter(({ kind }) => kind === "organization")
    .map((whole) => ({
      whole,
      acronym: acronymBeside(reading, whole),
      letters: initials(wholeWords(reading, whole)),
    }));
  const own = new Map<string, string>();
  for (const { whole, acronym, letters } of named) {
    if (whole.fullName) continue;
    if (acronym !== undefined) own.set(acronym, reading.keys[whole.first]!);
    for (const short of letters) own.set(short, reading.keys[whole.first]!);
  }
  const organizations = named.map(({ whole, acronym, letters }) => {
    const span = isOwnAcronym(reading, whole, own) ? withoutTable(whole) : whole;
    return { whole, acronym, letters, span, ...wordsOf(reading, span) };
  });
  // Longer names first, so that a headline's short form finds the full name further down.
  organizations.sort((a, b) => b.weight - a.weight || a.span.first - b.span.first);
  for (const { whole, acronym, letters, span, words, hasTail } of organizations) {
    const text = words.join(" ");
    const keys = [...tableKeys(span), text, ...(acronym === undefined ? [] : [acronym])];
    const known = keys.map((key) => byKey.get(key)).find((bearer) => bearer !== undefined);
    const bearer = known ?? (hasTail ? undefined : shortFormOf(reading, bearers, span, words));
    const found = bearer ?? newBearer(reading, draft, span, words);
    if (!bearer) bearers.add(found);
    for (const key of tableKeys(span)) byKey.set(key, found);
    if (span.key) found.chain.keys.add(span.key);
    if (!byKey.has(text)) byKey.set(text, found);
    if (span.country && !found.chain.country) found.chain.country = span.country;
    if (acronym) bearers.addAcronym(acronym, found);
    if (hasTail) for (const short of letters) bearers.addAcronym(short, found);
    chainOf.set(whole, found.chain);
  }
}

/** With its tail, which is among the letters: *NBC* of *Namibian Broadcasting Corporation*. */
function wholeWords({ keys }: Reading, { first, last }: NamedSpan): string[] {
  return keys.slice(first, last).filter((key) => key !== "" && key !== "the");
}

function isOwnAcronym(
  { keys, tokens }: Reading,
  span: NamedSpan,
  own: ReadonlyMap<string, string>,
): boolean {
  const { first, last, fullName } = span;
  const spelled = own.get(keys[first]!);
  if (!fullName || last - first > 1 || spelled === undefined) return false;
  // Another spelling of what the table has: "European Aeronautic Defense & Space" of EADS.
  if (nameKey(fullName).startsWith(`${spelled} `)) return false;
  return isAcronymLike(tokens.form[first]!);
}

function withoutTable(span: NamedSpan): NamedSpan {
  return {
    ...span,
    country: undefined,
    fullName: undefined,
    doubtful: undefined,
    key: undefined,
    sort: undefined,
  };
}

function tableKeys({ fullName, key }: NamedSpan): readonly string[] {
  return [...(key ? [key] : []), ...(fullName ? [`=${fullName}`] : [])];
}

function newBearer(
  reading: Reading,
  draft: Draft,
  span: NamedSpan,
  words: readonly string[],
): Bearer {
  const name = span.fullName ?? nameText(reading, span);
  const chain = newChain(draft, {
    kind: "organization",
    name,
    ...(span.sort ? { sort: span.sort } : {}),
  });
  const full = span.fullName ? span.fullName.toLowerCase().split(" ") : words;
  return { chain, words: full };
}

interface Words {
  /** Folded, without article and company tail. */
  readonly words: readonly string[];
  readonly hasTail: boolean;
  /** Names that say more come first. */
  readonly weight: number;
}

function wordsOf(reading: Reading, span: NamedSpan): Words {
  const { keys, lexicon } = reading;
  const all = keys
    .slice(span.first, withoutCommonTail(reading, span))
    .flatMap((key) => (key === "" || key === "." || key === "," ? [] : key.split(" ")));
  const from = all[0] === "the" && all.length > 1 ? 1 : 0;
  let end = all.length;
  while (end - from > 1 && lexicon.organizations.companyTails.has(all[end - 1]!)) end -= 1;
  return {
    words: all.slice(from, end),
    hasTail: end < all.length,
    weight: (span.fullName ? 20 : 0) + all.length - from,
  };
}

/** *Northwind fund-raiser*, *Villa defence*: a noun of no body, written small, behind a name is no part of it. */
function withoutCommonTail(reading: Reading, span: NamedSpan): number {
  const { tokens, keys, lexicon } = reading;
  const { first, last, key, country, sort, fullName } = span;
  if (key || country || sort || fullName) return last;
  let end = last;
  while (end - first > 1 && SMALL.test(tokens.form[end - 1]!)) {
    const noun = keys[end - 1]!;
    if (NOUN_SORTS.some((nouns) => lexicon.organizationNouns(nouns).has(noun))) return last;
    end -= 1;
  }
  return end === last || isTown(reading, keys.slice(first, end)) ? last : end;
}

const SMALL = /^\p{Ll}/u;
const NOUN_SORTS = ["short", "not-company", "end"];

/** `["world", "health", "organization"]` -> `who`; also without its small words. */
function initials(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]).join("");
  const large = words.filter((word) => !SMALL_WORDS.has(word));
  const short = large.map((word) => word[0]).join("");
  return [all, short].filter((acronym) => acronym.length > 1);
}

const SMALL_WORDS = new Set(["of", "the", "and", "for", "in", "on", "de", "&"]);

/** *Group of Seven (G7)*: what stands in brackets after the name. */
function acronymBeside({ tokens, keys }: Reading, { last }: NamedSpan): string | undefined {
  if (tokens.form[last] !== "(" || tokens.form[last + 2] !== ")") return undefined;
  const form = tokens.form[last + 1]!;
  return /\p{Lu}.*[\p{Lu}\d]/u.test(form) && form.length <= 10 ? keys[last + 1]! : undefined;
}

function shortFormOf(
  reading: Reading,
  bearers: Index,
  span: NamedSpan,
  words: readonly string[],
): Bearer | undefined {
  // "UK RAF" is the RAF: the country before an acronym only says whose it is.
  const own = span.country && words.length > 1 ? words.slice(1) : words;
  const lastWord = nameText(reading, { first: span.last - 1, last: span.last });
  if (own.length === 1 && isAcronymLike(lastWord)) {
    const found = bearers.byAcronym.get(own[0]!) ?? [];
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  if (span.fullName) return undefined;
  const candidates = new Set([
    ...(bearers.byFirst.get(words[0]!) ?? []),
    ...(bearers.byLast.get(words.at(-1)!) ?? []),
  ]);
  const fitting = [...candidates].filter((bearer) => isShortForm(reading, words, bearer.words));
  // "Nissan" beside "Nissan North America" and "Nissan PH" is neither.
  return fitting.length === 1 && !isOwnThing(reading, words, fitting[0]!.words)
    ? fitting[0]
    : undefined;
}

interface Index {
  readonly byFirst: ReadonlyMap<string, readonly Bearer[]>;
  readonly byLast: ReadonlyMap<string, readonly Bearer[]>;
  readonly byAcronym: ReadonlyMap<string, readonly Bearer[]>;
  add(bearer: Bearer): void;
  addAcronym(acronym: string, bearer: Bearer): void;
}

/** Of more organisations with one word the latest are enough. */
const LONGEST_LIST = 64;

function newIndex(): Index {
  const byFirst = new Map<string, Bearer[]>();
  const byLast = new Map<string, Bearer[]>();
  const byAcronym = new Map<string, Bearer[]>();
  const put = (index: Map<string, Bearer[]>, key: string, bearer: Bearer): void => {
    const list = index.get(key);
    if (!list) index.set(key, [bearer]);
    else if (!list.includes(bearer) && list.push(bearer) > LONGEST_LIST) list.shift();
  };
  return {
    byFirst,
    byLast,
    byAcronym,
    add: (bearer) => {
      const { words } = bearer;
      put(byFirst, words[0]!, bearer);
      put(byLast, words.at(-1)!, bearer);
      for (const acronym of words.length === 1 ? words : initials(words))
        put(byAcronym, acronym, bearer);
    },
    addAcronym: (acronym, bearer) => put(byAcronym, acronym, bearer),
  };
}

function isAcronymLike(text: string): boolean {
  return isAllCapitals(text.replace(/[.\d]/g, "")) && text.length <= 10;
}

/**
 * The first words of the longer name, unless they are a country or say only what it is; or its last words where they are what the news takes it up by,
 * or what stands before them is the town: *the Tribune* of the *Chicago Tribune*.
 */
function isShortForm(reading: Reading, short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const { institutions, productWords, teams } = reading.lexicon.organizations;
  if (short.every((word, i) => long[i] === word)) {
    const next = long[short.length]!;
    if (productWords.has(long.at(-1)!) || /\d/.test(next) || SMALL_WORDS.has(next)) return false;
    return !isOnlyCountry(reading, short) && !isOtherOfTown(reading, short, long);
  }
  const from = long.length - short.length;
  if (!short.every((word, i) => long[from + i] === word)) return false;
  if (teams.has(long.join(" "))) return true;
  if (isTown(reading, long.slice(0, from)) && !isTown(reading, short)) return true;
  if (short.length === 1) return reading.lexicon.organizationNouns("short").has(short[0]!);
  return longestPhrase(institutions, short, 0, short.length)?.to === short.length;
}

/** *The House* is not its *House Science Committee*, nor *Disney* the *Disney Channel*. */
function isOwnThing(
  { lexicon }: Reading,
  short: readonly string[],
  long: readonly string[],
): boolean {
  const { firms, divisions } = lexicon.organizations;
  const name = short.join(" ");
  if (lexicon.organizationNouns("no-short").has(name)) return true;
  return firms.has(name) && !firms.has(long.join(" ")) && divisions.has(long.at(-1)!);
}

/** *Pittsburgh* in a report of a match is no short name of its paper; *Luton* is one of *Luton Town*, *Marquette* of its university. */
function isOtherOfTown(
  reading: Reading,
  short: readonly string[],
  long: readonly string[],
): boolean {
  if (!isTown(reading, short) || /^(?:university|college)$/.test(long.at(-1)!)) return false;
  return !reading.lexicon.organizations.teams.has(long.join(" "));
}

function isTown({ lexicon }: Reading, words: readonly string[]): boolean {
  return lexicon.places.find(words.join(" ")).some(({ sort }) => sort !== "region");
}

function isOnlyCountry({ lexicon }: Reading, words: readonly string[]): boolean {
  const match = longestPhrase(lexicon.countries.words, words, 0, words.length);
  return match?.to === words.length || lexicon.organizationNouns("short").has(words.join(" "));
}
