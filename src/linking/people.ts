/**
 * Persons: full names may join on sight, unless too much speaks against it (`namesakes.ts`); a lone surname joins the one bearer of its
 * story, or the one who has nearly all mentions of that surname in the pile.
 */
import type { ChainRecord } from "./chain-records.ts";
import type { CompanyOf } from "./company.ts";
import type { GivenNames } from "./given-names.ts";
import { countMentions, countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { partNamesakes } from "./namesakes.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { perName } from "./per-name.ts";
import { foldName, middlesAgree, type PersonName, toPersonName } from "./person-names.ts";
import type { LinkingTables } from "./tables.ts";
import { createUnionFind } from "./union-find.ts";

/** Share of a surname's mentions that its main bearer must have to take lone surnames of other stories. */
const MAIN_BEARER = 0.8;
/** Stories that have the full name before it takes lone last names of other stories: common last names, and those that are given names too. */
const KNOWN = 2;
const WELL_KNOWN = 4;

/** How many times as many mentions have the *Jr.* where those without it are only careless. */
const MAINLY_MARKED = 3;

interface NameGroup {
  readonly name: PersonName;
  readonly records: ChainRecord[];
}

export interface PeopleOptions {
  /** Offices without a name -> a record of who holds them. */
  readonly holderOf?: ReadonlyMap<ChainRecord, ChainRecord>;
  readonly companyOf: CompanyOf;
}

export function groupPeople(
  records: readonly ChainRecord[],
  { givenNames, walks }: Pick<LinkingTables, "givenNames" | "walks">,
  { holderOf = new Map(), companyOf }: PeopleOptions,
): EntityGroup[] {
  const named = records.filter(({ unnamed }) => !unnamed);
  const toName = (name: string) => toPersonName(name, givenNames.nicknames);
  const lists = new Map<string, ChainRecord[]>();
  const listOf = perName((name) => {
    const { tokens, generation } = toName(name);
    const key = `${tokens.join(" ")}\t${generation}`;
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
  });
  for (const record of named) listOf(record).push(record);
  const groups = [...lists]
    .sort(by(([key]) => key))
    .map(([, list]): NameGroup => ({ name: toName(list[0]!.name), records: list }));
  const full = joinVariants(groups.filter(({ name }) => !isLone(name)));
  const lone = groups.filter(({ name }) => isLone(name));
  const bearersOf = indexBearers(full);
  const left = lone.flatMap((group) => placeLoneNames(group, bearersOf, givenNames));
  const unnamed = placeUnnamed(
    records.filter((record) => record.unnamed),
    full,
    holderOf,
  );
  return [
    ...full.flatMap((group) =>
      partNamesakes(group.records, ownNames, walks, companyOf).map(({ records: own, mark }) =>
        toGroup(own, mark),
      ),
    ),
    ...left.map((list) => toGroup(list)),
    ...groupUnnamed(unnamed),
  ];
}

/** As company has them. */
function ownNames(records: readonly ChainRecord[]): Set<string> {
  const names = new Set<string>();
  for (const { name } of records) names.add(name);
  return new Set([...names].map((name) => `person/${foldName(name)}`));
}

/** Joe Biden = Joseph R. Biden: the same first and last name, middle names that agree, and only one such bearer. */
function joinVariants(groups: readonly NameGroup[]): NameGroup[] {
  const sets = createUnionFind(groups.length);
  const index = new Map(groups.map((group, i) => [group, i]));
  for (const bearers of groupBy(groups, ({ name }) => `${name.first} ${name.last}`).values()) {
    for (const group of bearers) {
      const fuller = bearers.filter(
        (other) =>
          other !== group &&
          other.name.middle.length >= group.name.middle.length &&
          middlesAgree(group.name, other.name) &&
          generationsAgree(group, other),
      );
      const apart = fuller.some((a) =>
        fuller.some((b) => !middlesAgree(a.name, b.name) || !generationsAgree(a, b)),
      );
      if (!apart) for (const other of fuller) sets.union(index.get(group)!, index.get(other)!);
    }
  }
  const joined = groupBy(groups, (group) => String(sets.find(index.get(group)!)));
  return [...joined.values()].map((list) => ({
    name: [...list].sort((a, b) => countMentions(b.records) - countMentions(a.records))[0]!.name,
    records: list.flatMap(({ records }) => records),
  }));
}

/**
 * *Donald Trump* and *Donald Trump Jr.* are two, unless one story has both forms and no article of it tells of two, or nearly all articles
 * write the longer one: *Martin Luther King* is mostly *King Jr.*
 */
function generationsAgree(a: NameGroup, b: NameGroup): boolean {
  if (a.name.generation === b.name.generation) return true;
  if (a.name.generation !== "" && b.name.generation !== "") return false;
  const articles = new Set(a.records.map(({ article }) => article));
  if (b.records.some(({ article }) => articles.has(article))) return false;
  const [plain, marked] = a.name.generation === "" ? [a, b] : [b, a];
  const stories = storiesWith(plain);
  return (
    marked.records.some(({ story }) => stories.has(story)) ||
    countMentions(marked.records) >= MAINLY_MARKED * countMentions(plain.records)
  );
}

const PARTICLE = /^(?:al|bin|d[aeiu]|del|della|den|der|dos|el|la|le|ter|v[ao]n)$/;

const INITIAL = /^\p{L}\.$/u;

/** One word, a last name with its particles (*De Croo*, *von der Leyen*) or with an initial (*J. Smith*). */
function isLone({ tokens }: PersonName): boolean {
  return tokens.length === 1 || PARTICLE.test(tokens[0]!) || isInitialed(tokens);
}

function isInitialed(tokens: readonly string[]): boolean {
  return tokens.length === 2 && INITIAL.test(tokens[0]!);
}

/** Full names by last word; where there is none by first word; then by any: *Lula* of *Luiz Inácio Lula da Silva*. */
function indexBearers(full: readonly NameGroup[]): (name: PersonName) => readonly NameGroup[] {
  const places = ["last", "first", "middle"].map(() => new Map<string, NameGroup[]>());
  const put = (place: number, word: string, group: NameGroup) => {
    const list = places[place]!.get(word);
    if (list) list.push(group);
    else places[place]!.set(word, [group]);
  };
  for (const group of full) {
    put(0, group.name.last, group);
    put(1, group.name.tokens[0]!, group);
    for (const word of new Set(group.name.tokens.slice(1, -1))) put(2, word, group);
  }
  return ({ first, last, tokens }) => {
    const word = tokens.length === 1 ? first : last;
    const found = places.map((place) => place.get(word)).find((list) => list !== undefined) ?? [];
    return isInitialed(tokens) ? found.filter(({ name }) => name.first[0] === first[0]) : found;
  };
}

/** Gives the records of a lone name to full names, in place; returns the groups of those that nobody takes. */
function placeLoneNames(
  group: NameGroup,
  bearersOf: (name: PersonName) => readonly NameGroup[],
  givenNames: GivenNames,
): ChainRecord[][] {
  const candidates = bearersOf(group.name);
  const storiesOf = candidates.map(storiesWith);
  const main = mainBearer(group, candidates, storiesOf, givenNames);
  const left: ChainRecord[] = [];
  const taken: [NameGroup, ChainRecord][] = [];
  const countriesOf = new Map(candidates.map((bearer) => [bearer, countriesOfAll(bearer)]));
  for (const record of group.records) {
    const { story } = record;
    const near = candidates.filter((_, i) => storiesOf[i]!.has(story));
    const bearer = near.length === 1 ? near[0]! : near.length === 0 ? main : undefined;
    if (bearer && !contradicts(record, countriesOf.get(bearer)!)) taken.push([bearer, record]);
    else left.push(record);
  }
  for (const [bearer, record] of taken) bearer.records.push(record);
  if (left.length === 0) return [];
  const isOne =
    candidates.length === 0 &&
    new Set(left.flatMap(({ country }) => country ?? [])).size < 2 &&
    !isOfMany(group, givenNames);
  return isOne ? [left] : [...groupBy(left, ({ story }) => story).values()];
}

/**
 * Who is meant by a lone name in a story that has no full one: the bearer of nearly all mentions, or of nearly all stories that have only one
 * bearer (*Biden*: his son is hardly told of without him), when several stories call him by it. A given name alone (*Beth*, *Bill*) is
 * somebody of its own story, unless several call him so beside the full name (*Lula*); a common last name (*Parkinson*), and more so one that
 * is a given name too (*Cameron*, *Gordon*), asks for a bearer who is well known.
 */
function mainBearer(
  { name, records }: NameGroup,
  candidates: readonly NameGroup[],
  storiesOf: readonly ReadonlySet<string>[],
  givenNames: GivenNames,
): NameGroup | undefined {
  const main =
    mainBy(candidates, ({ records: own }) => countMentions(own)) ??
    bearerOfOwnStories(candidates, storiesOf);
  if (main === undefined || name.tokens.length > 1) return main;
  const [word = ""] = name.tokens;
  const written = records[0]!.name;
  const isGiven = givenNames.isGiven(written);
  if (isGiven && main.name.last !== word) {
    const enough = main.name.tokens[0] === word ? KNOWN : 1;
    return storiesCalling(main, written).size >= enough ? main : undefined;
  }
  const enough = isGiven ? WELL_KNOWN : givenNames.isFamily(written) ? KNOWN : 1;
  return hasStories(main, enough) ? main : undefined;
}

function bearerOfOwnStories(
  candidates: readonly NameGroup[],
  storiesOf: readonly ReadonlySet<string>[],
): NameGroup | undefined {
  const bearers = new Map<string, number>();
  for (const stories of storiesOf) {
    for (const story of stories) bearers.set(story, (bearers.get(story) ?? 0) + 1);
  }
  const own = new Map(
    storiesOf.map((stories, i) => [
      candidates[i],
      [...stories].filter((story) => bearers.get(story) === 1).length,
    ]),
  );
  const main = mainBy(candidates, (bearer) => own.get(bearer)!);
  return own.get(main)! >= WELL_KNOWN ? main : undefined;
}

/** The one who has nearly all. */
function mainBy(
  candidates: readonly NameGroup[],
  count: (bearer: NameGroup) => number,
): NameGroup | undefined {
  const total = candidates.reduce((sum, bearer) => sum + count(bearer), 0);
  return candidates.find((bearer) => count(bearer) >= MAIN_BEARER * total);
}

/** Stories that call the bearer by this part of the name alone, too: *Lula*. */
function storiesCalling({ records }: NameGroup, part: string): Set<string> {
  const calling = records.filter(({ names }) => names.some(([form]) => form === part));
  return new Set(calling.map(({ story }) => story));
}

function storiesWith({ records }: NameGroup): Set<string> {
  const stories = new Set<string>();
  for (const { story } of records) stories.add(story);
  return stories;
}

function countriesOfAll({ records }: NameGroup): Set<string> {
  const countries = new Set<string>();
  for (const { country } of records) if (country !== undefined) countries.add(country);
  return countries;
}

/** Whether there are so many. */
function hasStories({ records }: NameGroup, enough: number): boolean {
  const stories = new Set<string>();
  for (const { story } of records) if (stories.add(story).size >= enough) return true;
  return false;
}

/** *Angela*, *Smith* without a full name anywhere may be another in every story; *Beyoncé* is one. */
function isOfMany({ records }: NameGroup, givenNames: GivenNames): boolean {
  const written = records[0]!.name;
  return givenNames.isGiven(written) || givenNames.isFamily(written);
}

function contradicts({ country }: ChainRecord, others: ReadonlySet<string>): boolean {
  return country !== undefined && others.size > 0 && !others.has(country);
}

/** Gives offices without a name to their holders, in place; returns those that nobody is known to hold. */
function placeUnnamed(
  records: readonly ChainRecord[],
  full: readonly NameGroup[],
  holderOf: ReadonlyMap<ChainRecord, ChainRecord>,
): ChainRecord[] {
  // Each holder is a record of its own name: the others need not be known.
  const holders = new Set(holderOf.values());
  const groupOf = new Map<ChainRecord, NameGroup>();
  for (const group of full) {
    for (const record of group.records) if (holders.has(record)) groupOf.set(record, group);
  }
  return records.filter((record) => {
    const holder = holderOf.get(record);
    const group = holder === undefined ? undefined : groupOf.get(holder);
    group?.records.push(record);
    return group === undefined;
  });
}

/** *Russia's army chief*: one person inside one story at the most. */
function groupUnnamed(records: readonly ChainRecord[]): EntityGroup[] {
  const groups = groupBy(
    records,
    ({ name, country, story }) => `${slug(name)}\t${country ?? ""}\t${story}`,
  );
  return [...groups.values()].map((list) => {
    const { name, country, story } = list[0]!;
    const id = [
      "person",
      `${slug(name)}${country ? `-${country.toLowerCase()}` : ""}~${story.slice(0, 8)}`,
    ];
    return { kind: "person", id: id.join(":"), formerIds: [], records: list };
  });
}

function toGroup(records: readonly ChainRecord[], mark?: string): EntityGroup {
  const suffix = mark === undefined ? "" : `~${mark}`;
  const names = countNames(records);
  const full = new Map([...names].filter(([name]) => name.includes(" ")));
  const best = mostFrequent(full.size > 0 ? full : names)!;
  const ids = new Set(
    [...(full.size > 0 ? full : names).keys()].map((name) => `person:${slug(name)}${suffix}`),
  );
  const id = `person:${slug(best)}${suffix}`;
  return {
    kind: "person",
    id,
    formerIds: [...ids].filter((other) => other !== id).sort(compareText),
    records,
  };
}
