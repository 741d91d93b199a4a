/**
 * Persons: full names may join on sight, unless too much speaks against it (`namesakes.ts`); a lone surname joins the one bearer of its
 * story, or the one who has nearly all mentions of that surname in the pile.
 */
import { nameKey } from "../text/fold.ts";
import type { ChainPile, Rows } from "./chain-pile.ts";
import type { CompanyOf } from "./company.ts";
import type { GivenNames } from "./given-names.ts";
import { countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { misspeltPairs } from "./misspelt.ts";
import { partNamesakes } from "./namesakes.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { type PerName, perName } from "./per-name.ts";
import { middlesAgree, type PersonName, toPersonName } from "./person-names.ts";
import { createStoryBearers, type StoryBearers } from "./story-bearers.ts";
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
  /** In the order in which they came. */
  readonly rows: number[];
  mentions: number;
}

export interface PeopleOptions {
  /** Offices without a name -> a chain of the name of who holds them. */
  readonly holderOf?: ReadonlyMap<number, number>;
  readonly companyOf: CompanyOf;
}

/** `rows`: of all people. */
export function groupPeople(
  pile: ChainPile,
  rows: Rows,
  { givenNames, walks }: Pick<LinkingTables, "givenNames" | "walks">,
  { holderOf = new Map(), companyOf }: PeopleOptions,
): EntityGroup[] {
  const byName = new Map<string, NameGroup>();
  const toGroupOf = perName(pile, (_, number) => {
    const name = toPersonName(pile.folded(number), givenNames.nicknames);
    const key = `${name.tokens.join(" ")}\t${name.generation}`;
    const group = byName.get(key) ?? { name, rows: [], mentions: 0 };
    byName.set(key, group);
    return group;
  });
  const unnamed: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (pile.isUnnamed(row)) unnamed.push(row);
    else give(pile, toGroupOf(pile.name(row)), row);
  }
  const groups = [...byName].sort(by(([key]) => key)).map(([, group]) => group);
  const full = joinVariants(
    pile,
    groups.filter(({ name }) => !isLone(name)),
    givenNames,
  );
  const lone = groups.filter(({ name }) => isLone(name));
  const bearersOf = indexBearers(full);
  const toBearers = createStoryBearers(pile);
  const left = lone.flatMap((group) =>
    placeLoneNames(pile, group, toBearers(bearersOf(group.name)), givenNames),
  );
  const nobody = placeUnnamed(unnamed, full, holderOf, (group, row) => give(pile, group, row));
  const toSlug = perName(pile, slug);
  return [
    ...full.flatMap((group) =>
      partNamesakes(pile, group.rows, walks, companyOf).map(({ rows: own, mark }) =>
        toGroup(pile, own, toSlug, mark),
      ),
    ),
    ...left.map((list) => toGroup(pile, list, toSlug)),
    ...groupUnnamed(pile, nobody, toSlug),
  ];
}

function give(pile: ChainPile, group: NameGroup, row: number): void {
  group.rows.push(row);
  group.mentions += pile.mentions(row);
}

/** Joe Biden = Joseph R. Biden: the same first and last name, middle names that agree, and only one such bearer; or a slip of the pen. */
function joinVariants(
  pile: ChainPile,
  groups: readonly NameGroup[],
  givenNames: GivenNames,
): NameGroup[] {
  const sets = createUnionFind(groups.length);
  const index = new Map(groups.map((group, i) => [group, i]));
  for (const bearers of groupBy(groups, ({ name }) => `${name.first} ${name.last}`).values()) {
    if (bearers.length === 1) continue;
    for (const group of bearers) {
      const fuller = bearers.filter(
        (other) =>
          other !== group &&
          other.name.middle.length >= group.name.middle.length &&
          middlesAgree(group.name, other.name) &&
          generationsAgree(pile, group, other),
      );
      const apart = fuller.some((a) =>
        fuller.some((b) => !middlesAgree(a.name, b.name) || !generationsAgree(pile, a, b)),
      );
      if (!apart) for (const other of fuller) sets.union(index.get(group)!, index.get(other)!);
    }
  }
  for (const [a, b] of misspeltPairs(pile, groups, givenNames)) sets.union(a, b);
  const joined = groupBy(groups, (group) => sets.find(index.get(group)!));
  return [...joined.values()].map((list) =>
    list.length === 1
      ? list[0]!
      : {
          name: [...list].sort((a, b) => b.mentions - a.mentions)[0]!.name,
          rows: list.flatMap(({ rows }) => rows),
          mentions: list.reduce((sum, { mentions }) => sum + mentions, 0),
        },
  );
}

/**
 * *Donald Trump* and *Donald Trump Jr.* are two, unless one story has both forms and no article of it tells of two, or nearly all articles
 * write the longer one: *Martin Luther King* is mostly *King Jr.*
 */
function generationsAgree(pile: ChainPile, a: NameGroup, b: NameGroup): boolean {
  if (a.name.generation === b.name.generation) return true;
  if (a.name.generation !== "" && b.name.generation !== "") return false;
  const articles = new Set(a.rows.map((row) => pile.article(row)));
  if (b.rows.some((row) => articles.has(pile.article(row)))) return false;
  const [plain, marked] = a.name.generation === "" ? [a, b] : [b, a];
  const stories = new Set(plain.rows.map((row) => pile.story(row)));
  return (
    marked.rows.some((row) => stories.has(pile.story(row))) ||
    marked.mentions >= MAINLY_MARKED * plain.mentions
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

/** Gives the chains of a lone name to full names, in place; returns the groups of those that nobody takes. */
function placeLoneNames(
  pile: ChainPile,
  group: NameGroup,
  bearers: StoryBearers<NameGroup>,
  givenNames: GivenNames,
): number[][] {
  const { candidates } = bearers;
  const main = mainBearer(pile, group, bearers, givenNames);
  const left: number[] = [];
  const taken: [NameGroup, number][] = [];
  const countriesOf = new Map<NameGroup, ReadonlySet<number>>();
  const contradicts = (row: number, bearer: NameGroup): boolean => {
    const country = pile.country(row);
    if (country === 0) return false;
    const others = countriesOf.get(bearer) ?? countriesOfAll(pile, bearer.rows);
    countriesOf.set(bearer, others);
    return others.size > 0 && !others.has(country);
  };
  for (const row of group.rows) {
    const bearer = bearers.onlyIn(pile.story(row), main);
    if (bearer !== undefined && !contradicts(row, bearer)) taken.push([bearer, row]);
    else left.push(row);
  }
  for (const [bearer, row] of taken) give(pile, bearer, row);
  if (left.length === 0) return [];
  const isOne =
    candidates.length === 0 &&
    countriesOfAll(pile, left).size < 2 &&
    !isOfMany(pile, group, givenNames);
  return isOne ? [left] : [...groupBy(left, (row) => pile.story(row)).values()];
}

/**
 * Who is meant by a lone name in a story that has no full one: the bearer of nearly all mentions, or of nearly all stories that have only one
 * bearer (*Biden*: his son is hardly told of without him), when several stories call him by it. A given name alone (*Beth*, *Bill*) is
 * somebody of its own story, unless several call him so beside the full name (*Lula*); a common last name (*Parkinson*), and more so one that
 * is a given name too (*Cameron*, *Gordon*), asks for a bearer who is well known.
 */
function mainBearer(
  pile: ChainPile,
  { name, rows }: NameGroup,
  bearers: StoryBearers<NameGroup>,
  givenNames: GivenNames,
): NameGroup | undefined {
  const main =
    mainBy(bearers.candidates, ({ mentions }) => mentions) ?? bearerOfOwnStories(bearers);
  if (main === undefined || name.tokens.length > 1) return main;
  const [word = ""] = name.tokens;
  const written = pile.nameText(rows[0]!);
  const isGiven = givenNames.isGiven(written);
  // *Lord Alli* is no *Ally*: one spelling of a family name stands for another, of a given name hardly ever.
  if (main.name.last !== word && !isWrittenSo(pile, main, written)) return undefined;
  if (isGiven && main.name.last !== word) {
    const enough = main.name.tokens[0] === word ? KNOWN : 1;
    return storiesCalling(pile, main, pile.name(rows[0]!)).size >= enough ? main : undefined;
  }
  const enough = isGiven ? WELL_KNOWN : givenNames.isFamily(written) ? KNOWN : 1;
  return hasStories(pile, main, enough) ? main : undefined;
}

function bearerOfOwnStories({
  candidates,
  ownStories,
}: StoryBearers<NameGroup>): NameGroup | undefined {
  const counts = ownStories();
  const own = new Map(candidates.map((bearer, i) => [bearer, counts[i]!]));
  const main = mainBy(candidates, (bearer) => own.get(bearer)!);
  return main !== undefined && own.get(main)! >= WELL_KNOWN ? main : undefined;
}

/** Whether the word stands in a name of the bearer as it is written. */
function isWrittenSo(pile: ChainPile, { rows }: NameGroup, word: string): boolean {
  const own = nameKey(word);
  const names = new Set(rows.map((row) => pile.nameText(row)));
  return [...names].some((name) => nameKey(name).split(" ").includes(own));
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
function storiesCalling(pile: ChainPile, { rows }: NameGroup, part: number): Set<number> {
  const stories = new Set<number>();
  for (const row of rows) {
    pile.forEachForm(pile.line(row), (form) => {
      if (form === part) stories.add(pile.story(row));
    });
  }
  return stories;
}

function countriesOfAll(pile: ChainPile, rows: Rows): Set<number> {
  const countries = new Set<number>();
  for (const row of rows) {
    const country = pile.country(row);
    if (country !== 0) countries.add(country);
  }
  return countries;
}

/** Whether there are so many. */
function hasStories(pile: ChainPile, { rows }: NameGroup, enough: number): boolean {
  const stories = new Set<number>();
  for (const row of rows) if (stories.add(pile.story(row)).size >= enough) return true;
  return false;
}

/** *Angela*, *Smith* without a full name anywhere may be another in every story; *Beyoncé* is one. */
function isOfMany(pile: ChainPile, { rows }: NameGroup, givenNames: GivenNames): boolean {
  const written = pile.nameText(rows[0]!);
  return givenNames.isGiven(written) || givenNames.isFamily(written);
}

/** Gives offices without a name to their holders; returns those that nobody is known to hold. */
function placeUnnamed(
  rows: readonly number[],
  full: readonly NameGroup[],
  holderOf: ReadonlyMap<number, number>,
  giveTo: (group: NameGroup, row: number) => void,
): number[] {
  // Each holder is a chain of its own name: the others need not be known.
  const holders = new Set(holderOf.values());
  const groupOf = new Map<number, NameGroup>();
  if (holders.size > 0) {
    for (const group of full) {
      for (const row of group.rows) if (holders.has(row)) groupOf.set(row, group);
    }
  }
  return rows.filter((row) => {
    const holder = holderOf.get(row);
    const group = holder === undefined ? undefined : groupOf.get(holder);
    if (group !== undefined) giveTo(group, row);
    return group === undefined;
  });
}

/** *Russia's army chief*: one person inside one story at the most. */
function groupUnnamed(
  pile: ChainPile,
  rows: readonly number[],
  toSlug: PerName<string>,
): EntityGroup[] {
  const groups = groupBy(
    rows,
    (row) => `${toSlug(pile.name(row))}\t${pile.country(row)}\t${pile.story(row)}`,
  );
  return [...groups.values()].map((list) => {
    const [row] = list;
    const country = pile.countryText(pile.country(row!));
    const place = country ? `-${country.toLowerCase()}` : "";
    const story = pile.storyId(pile.story(row!)).slice(0, 8);
    const id = `person:${toSlug(pile.name(row!))}${place}~${story}`;
    return { kind: "person", id, formerIds: [], rows: list };
  });
}

function toGroup(
  pile: ChainPile,
  rows: readonly number[],
  toSlug: PerName<string>,
  mark?: string,
): EntityGroup {
  const suffix = mark === undefined ? "" : `~${mark}`;
  const first = pile.name(rows[0]!);
  // Nearly all are called the same everywhere.
  if (rows.every((row) => pile.name(row) === first)) {
    return { kind: "person", id: `person:${toSlug(first)}${suffix}`, formerIds: [], rows };
  }
  const names = countNames(pile, rows);
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
    rows,
  };
}
