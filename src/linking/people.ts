/**
 * Persons: full names may join on sight, with a split where offices of different countries speak against it; a lone
 * surname joins the one bearer of its story, or the one who has nearly all mentions of that surname in the pile.
 */
import { remembered } from "../text/remembered.ts";
import type { ChainRecord } from "./chain-records.ts";
import { countMentions, countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { middlesAgree, type PersonName, toPersonName } from "./person-names.ts";
import { createUnionFind } from "./union-find.ts";

/** Share of a surname's mentions that its main bearer must have to take lone surnames of other stories. */
const MAIN_BEARER = 0.8;

interface NameGroup {
  readonly name: PersonName;
  readonly records: ChainRecord[];
}

export function groupPeople(
  records: readonly ChainRecord[],
  nicknames: ReadonlyMap<string, string>,
  holderOf: ReadonlyMap<ChainRecord, ChainRecord> = new Map(),
): EntityGroup[] {
  const named = records.filter(({ unnamed }) => !unnamed);
  const keyOf = remembered((name) => {
    const { tokens, generation } = toPersonName(name, nicknames);
    return `${tokens.join(" ")}\t${generation}`;
  });
  const byName = groupBy(named, ({ name }) => keyOf(name));
  const groups = [...byName.entries()]
    .sort(by(([key]) => key))
    .map(
      ([, list]): NameGroup => ({ name: toPersonName(list[0]!.name, nicknames), records: list }),
    );
  const full = joinVariants(groups.filter(({ name }) => !isLone(name)));
  const lone = groups.filter(({ name }) => isLone(name));
  const bearersOf = indexBearers(full);
  const given = new Set([...nicknames.keys(), ...nicknames.values()]);
  const left = lone.flatMap((group) => placeLoneNames(group, bearersOf, given));
  const unnamed = placeUnnamed(
    records.filter((record) => record.unnamed),
    full,
    holderOf,
  );
  return [
    ...full.flatMap(splitByOffice).map((list) => toGroup(list)),
    ...left.map((list) => toGroup(list)),
    ...groupUnnamed(unnamed),
  ];
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

/** *Donald Trump* and *Donald Trump Jr.* are two when an article tells of both; *Martin Luther King* is mostly *King Jr.* */
function generationsAgree(a: NameGroup, b: NameGroup): boolean {
  if (a.name.generation === b.name.generation) return true;
  if (a.name.generation !== "" && b.name.generation !== "") return false;
  const articles = new Set(a.records.map(({ article }) => article));
  return b.records.every(({ article }) => !articles.has(article));
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
  given: ReadonlySet<string>,
): ChainRecord[][] {
  const candidates = bearersOf(group.name);
  const total = candidates.reduce((sum, { records }) => sum + countMentions(records), 0);
  // A given name alone (*Beth*, *Bill*) is somebody of its own story or nobody we know.
  const [word = ""] = group.name.tokens;
  const isGiven = given.has(word) && !candidates.some(({ name }) => name.last === word);
  const main = isGiven
    ? undefined
    : candidates.find(({ records }) => countMentions(records) >= MAIN_BEARER * total);
  const left: ChainRecord[] = [];
  const taken: [NameGroup, ChainRecord][] = [];
  const storiesOf = candidates.map(({ records }) => new Set(records.map(({ story }) => story)));
  const countriesOf = new Map(
    candidates.map((bearer) => [
      bearer,
      new Set(bearer.records.flatMap(({ country }) => country ?? [])),
    ]),
  );
  for (const record of group.records) {
    const near = candidates.filter((_, i) => storiesOf[i]!.has(record.story));
    const bearer = near.length === 1 ? near[0]! : near.length === 0 ? main : undefined;
    if (bearer && !contradicts(record, countriesOf.get(bearer)!)) taken.push([bearer, record]);
    else left.push(record);
  }
  for (const [bearer, record] of taken) bearer.records.push(record);
  if (left.length === 0) return [];
  // Without a full name anywhere, a lone name is one person unless countries speak against it.
  const isOne = candidates.length === 0 && new Set(left.map(({ country }) => country)).size === 1;
  return isOne ? [left] : [...groupBy(left, ({ story }) => story).values()];
}

function contradicts({ country }: ChainRecord, others: ReadonlySet<string>): boolean {
  return country !== undefined && others.size > 0 && !others.has(country);
}

/** Two people of one full name stay two when their offices lie in different countries and no article tells of both. */
function splitByOffice({ records }: NameGroup): ChainRecord[][] {
  const byCountry = groupBy(
    records.filter(({ country, offices }) => country !== undefined && offices.length > 0),
    ({ country }) => country!,
  );
  if (byCountry.size < 2) return [[...records]];
  const countries = [...byCountry.keys()].sort(compareText);
  const storiesOf = (country: string) => new Set(byCountry.get(country)!.map(({ story }) => story));
  const apart = countries.every((a, i) =>
    countries.slice(i + 1).every((b) => {
      const titles = new Set(byCountry.get(a)!.flatMap(({ offices }) => offices.map(titleOf)));
      const shareTitle = byCountry
        .get(b)!
        .some(({ offices }) => offices.some((office) => titles.has(titleOf(office))));
      const articles = new Set(byCountry.get(a)!.map(({ article }) => article));
      return !shareTitle && byCountry.get(b)!.every(({ article }) => !articles.has(article));
    }),
  );
  if (!apart) return [[...records]];
  const main = [...byCountry].sort(
    ([a, x], [b, y]) => countMentions(y) - countMentions(x) || compareText(a, b),
  )[0]![0];
  return [
    ...groupBy(records, (record) => {
      if (record.country !== undefined && byCountry.has(record.country)) return record.country;
      return countries.find((country) => storiesOf(country).has(record.story)) ?? main;
    }).values(),
  ];
}

function titleOf(office: string): string {
  return office.slice(0, office.indexOf("/"));
}

/** Gives offices without a name to their holders, in place; returns those that nobody is known to hold. */
function placeUnnamed(
  records: readonly ChainRecord[],
  full: readonly NameGroup[],
  holderOf: ReadonlyMap<ChainRecord, ChainRecord>,
): ChainRecord[] {
  const groupOf = new Map<ChainRecord, NameGroup>();
  for (const group of full) for (const record of group.records) groupOf.set(record, group);
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

function toGroup(records: readonly ChainRecord[]): EntityGroup {
  const names = countNames(records);
  const full = new Map([...names].filter(([name]) => name.includes(" ")));
  const best = mostFrequent(full.size > 0 ? full : names)!;
  const ids = new Set(
    [...(full.size > 0 ? full : names).keys()].map((name) => `person:${slug(name)}`),
  );
  const id = `person:${slug(best)}`;
  return {
    kind: "person",
    id,
    formerIds: [...ids].filter((other) => other !== id).sort(compareText),
    records,
  };
}
