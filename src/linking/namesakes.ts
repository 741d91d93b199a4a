/**
 * Two people of one name. What the articles say of the bearer is gathered by country and walk of life: a few profiles even where a name stands in thousands of them. From the profile with most stories down, each joins the one before it that fits best, unless too much speaks against all of them: another
 * walk of life that people seldom change to, another country, no company in common. Nothing of this alone is enough, for a wrong split costs, too.
 */
import type { ChainPile } from "./chain-pile.ts";
import { type CompanyOf, worthOf } from "./company.ts";
import { groupBy } from "./groups.ts";
import { compareText, mostFrequent } from "./order.ts";
import { foldName } from "./person-names.ts";
import type { Walks } from "./walks.ts";

export interface Namesake {
  readonly rows: readonly number[];
  /** What tells this one from the others of the name: `sport-gbr`; undefined for whoever has most stories. */
  readonly mark?: string;
}

/** At or below it two are two. The figures were weighed by hand on invented pairs (`npm run eval -- namesakes`, the seen half). */
const APART = -3;
const SAME_WALK = 2;
const SAME_OFFICE = 3;
const FAR_WALK = -2;
const NEAR_WALK = -0.5;
const OTHER_COUNTRY = -2;
/** Both hold offices in their countries, and no title is the same. Both are of politics, which is no argument: what they hold there is. */
const OTHER_TITLES = -2 - SAME_WALK;
/** The articles name no country in common; what the bearer's is they do not say. */
const OTHER_SURROUNDINGS = -1;
const NO_COMPANY = -0.5;
const MOST_COMPANY = 4;
const SAME_STORY = 1;
/** Of a profile of many stories only the commonest count: in a thousand articles everybody is met once. */
const COMMONEST = 20;
const COMMONEST_COUNTRIES = 3;

/** So many articles of a profile are looked at for company and surroundings. */
const LOOKED_AT = 60;

/** What some stories say of the bearer. It grows. */
interface Profile {
  readonly rows: number[];
  readonly stories: Set<number>;
  articles: number;
  /** By number of articles. */
  readonly walks: Map<string, number>;
  readonly countries: Map<string, number>;
  readonly titles: Set<string>;
  readonly offices: Set<string>;
  /** Articles that are looked at for company. */
  readonly looked: number[];
  readonly met: Met;
}

/** Whom and which countries the articles name beside the bearer, by number of articles: counted when it is asked for, which it seldom is. */
interface Met {
  /** How many of `looked` are counted. */
  counted: number;
  readonly around: Map<string, number>;
  readonly company: Map<string, number>;
}

export function partNamesakes(
  pile: ChainPile,
  rows: readonly number[],
  walks: Walks,
  companyOf: CompanyOf,
): Namesake[] {
  if (leastOfAll(pile, rows, walks) > APART) return [{ rows }];
  const articles = byArticle(pile, rows);
  const profiles = [...groupBy(articles, (own) => keyOfArticle(pile, own)).values()]
    .map((list) => gather(pile, list))
    .sort(compareProfiles);
  const metOf = createMeeting(pile, rows, companyOf);
  const people: Profile[] = [];
  // What says nothing of the bearer comes last: it cannot tell two apart, and must not bridge them.
  for (const profile of [
    ...profiles.filter(saysWho),
    ...profiles.filter((each) => !saysWho(each)),
  ]) {
    const person = whoIs(people, profile, walks, metOf);
    if (person === undefined) people.push(profile);
    else add(person, profile);
  }
  const [main, ...others] = people.sort(compareProfiles);
  return [
    { rows: main!.rows },
    ...others.map((other) => ({ rows: other.rows, mark: keyOf(other) })),
  ];
}

/** Rows come in the order of the articles, unless names were joined. */
function byArticle(pile: ChainPile, rows: readonly number[]): number[][] {
  const found: number[][] = [];
  let last = -1;
  for (const row of rows) {
    const article = pile.article(row);
    if (article < last) return [...groupBy(rows, (each) => pile.article(each)).values()];
    if (article === last) found.at(-1)!.push(row);
    else found.push([row]);
    last = article;
  }
  return found;
}

/** The one who fits best; undefined where too much speaks against all. */
function whoIs(
  people: readonly Profile[],
  profile: Profile,
  walks: Walks,
  metOf: (profile: Profile) => Met,
): Profile | undefined {
  const [first] = people;
  // Of one alone it need not be known how well.
  if (people.length === 1 && leastAgreement(first!, profile, walks) > APART) return first;
  const scores = people.map((person) => agreement(person, profile, walks, metOf));
  const best = scores.reduce((top, score, i) => (score > scores[top]! ? i : top), 0);
  return people.length === 0 || scores[best]! <= APART ? undefined : people[best];
}

/** The names of the bearer are no company. */
function createMeeting(
  pile: ChainPile,
  rows: readonly number[],
  companyOf: CompanyOf,
): (profile: Profile) => Met {
  let own: ReadonlySet<string> | undefined;
  return ({ looked, met }) => {
    own ??= new Set(
      [...new Set(rows.map((row) => pile.name(row)))].map(
        (name) => `person/${foldName(pile.text(name))}`,
      ),
    );
    for (; met.counted < looked.length; met.counted++) {
      const { names, countries } = companyOf(looked[met.counted]!);
      for (const name of names) if (!own.has(name)) count(met.company, name);
      for (const country of countries) count(met.around, country);
    }
    return met;
  };
}

/** The one with most stories first. */
function compareProfiles(a: Profile, b: Profile): number {
  return b.stories.size - a.stories.size || compareText(keyOf(a), keyOf(b));
}

/** What would speak against it the most, if the chains were parted in any way: of nearly all names too little. */
function leastOfAll(pile: ChainPile, rows: readonly number[], walks: Walks): number {
  let first = 0;
  let areTwoCountries = false;
  let told: Set<string> | undefined;
  let titles: Set<string> | undefined;
  for (const row of rows) {
    const line = pile.line(row);
    const country = pile.countryOfLine(line);
    if (first === 0) first = country;
    areTwoCountries ||= country !== 0 && country !== first;
    if (pile.hasWalks(line)) {
      told ??= new Set();
      for (const walk of pile.walks(line)) told.add(walk);
    }
    if (pile.hasOffices(line)) {
      titles ??= new Set();
      for (const office of pile.offices(line)) titles.add(titleOf(office));
    }
  }
  const all = told === undefined ? [] : [...told];
  const areFar = all.some((a) => all.some((b) => !walks.areNear(a, b)));
  const areOffices = areTwoCountries && titles !== undefined && titles.size > 1;
  return (
    (areFar ? FAR_WALK : all.length > 1 ? NEAR_WALK : 0) +
    (areTwoCountries ? OTHER_COUNTRY : OTHER_SURROUNDINGS) +
    (areOffices ? OTHER_TITLES : 0) +
    NO_COMPANY
  );
}

function saysWho({ walks, countries }: Profile): boolean {
  return walks.size > 0 || countries.size > 0;
}

/** `sport-gbr`, as far as it is known. */
function keyOf({ walks, countries }: Profile): string {
  return toKey(mostFrequent(walks), mostFrequent(countries));
}

function toKey(walk: string | undefined, country: string | undefined): string {
  const place = country?.toLowerCase();
  return walk === undefined || place === undefined ? (walk ?? place ?? "") : `${walk}-${place}`;
}

/** `rows`: of one article. */
function keyOfArticle(pile: ChainPile, rows: readonly number[]): string {
  const country = countryOf(pile, rows);
  // Nearly always there is one, without a walk.
  if (rows.length === 1 && !pile.hasWalks(pile.line(rows[0]!))) return toKey(undefined, country);
  const walks = new Map<string, number>();
  for (const walk of walksIn(pile, rows)) walks.set(walk, 1);
  return toKey(mostFrequent(walks), country);
}

function countryOf(pile: ChainPile, rows: readonly number[]): string | undefined {
  if (rows.length === 1) return pile.countryText(pile.country(rows[0]!));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const country = pile.countryText(pile.country(row));
    if (country !== undefined) count(counts, country);
  }
  return mostFrequent(counts);
}

/** Of articles that say the same: one profile. */
function gather(pile: ChainPile, articles: readonly (readonly number[])[]): Profile {
  const profile: Profile = {
    rows: [],
    stories: new Set(),
    articles: articles.length,
    walks: new Map(),
    countries: new Map(),
    titles: new Set(),
    offices: new Set(),
    looked: articles.slice(0, LOOKED_AT).map(([row]) => pile.article(row!)),
    met: { counted: 0, around: new Map(), company: new Map() },
  };
  for (const rows of articles) addArticle(pile, profile, rows);
  return profile;
}

function addArticle(pile: ChainPile, profile: Profile, rows: readonly number[]): void {
  for (const row of rows) {
    const line = pile.line(row);
    profile.rows.push(row);
    if (!pile.hasOffices(line)) continue;
    for (const office of pile.offices(line)) {
      if (profile.offices.has(office)) continue;
      profile.offices.add(office);
      profile.titles.add(titleOf(office));
    }
  }
  profile.stories.add(pile.story(rows[0]!));
  for (const walk of walksIn(pile, rows)) count(profile.walks, walk);
  const country = countryOf(pile, rows);
  if (country !== undefined) count(profile.countries, country);
}

/** Each once. */
function walksIn(pile: ChainPile, rows: readonly number[]): Iterable<string> {
  if (rows.length === 1) return pile.walks(pile.line(rows[0]!));
  const walking = rows.map((row) => pile.line(row)).filter((line) => pile.hasWalks(line));
  return walking.length === 0 ? NONE : new Set(walking.flatMap((line) => pile.walks(line)));
}

const NONE: readonly string[] = [];

function titleOf(office: string): string {
  return office.slice(0, office.indexOf("/"));
}

function count(counts: Map<string, number>, item: string, times = 1): void {
  counts.set(item, (counts.get(item) ?? 0) + times);
}

function add(to: Profile, from: Profile): void {
  for (const row of from.rows) to.rows.push(row);
  for (const story of from.stories) to.stories.add(story);
  for (const title of from.titles) to.titles.add(title);
  for (const office of from.offices) to.offices.add(office);
  for (const article of from.looked) to.looked.push(article);
  to.articles += from.articles;
  for (const part of ["walks", "countries"] as const) {
    for (const [item, times] of from[part]) count(to[part], item, times);
  }
}

/** How well two profiles go together; below 0 more speaks against it than for it. */
function agreement(a: Profile, b: Profile, walks: Walks, metOf: (profile: Profile) => Met): number {
  return (
    agreementOfTold(a, b, walks) +
    agreementOfCountries(a, b, metOf) +
    agreementOfCompany(metOf(a), metOf(b))
  );
}

/** The same without a look at who else is named, which may speak for it or against it. */
function leastAgreement(a: Profile, b: Profile, walks: Walks): number {
  const areTold = a.countries.size > 0 && b.countries.size > 0;
  const countries = areTold ? agreementOfCountries(a, b, neverMet) : OTHER_SURROUNDINGS;
  return agreementOfTold(a, b, walks) + countries + NO_COMPANY;
}

function neverMet({ met }: Profile): Met {
  return met;
}

function agreementOfTold(a: Profile, b: Profile, walks: Walks): number {
  return (
    (shareStory(a, b) ? SAME_STORY : 0) + agreementOfWalks(a, b, walks) + agreementOfOffices(a, b)
  );
}

function shareStory({ stories: a }: Profile, { stories: b }: Profile): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const story of small) if (large.has(story)) return true;
  return false;
}

/** A walk of one article in five is one of the bearer's: *the former footballer* bridges sport and politics. */
const OWN_WALK = 0.2;

function agreementOfWalks(a: Profile, b: Profile, walks: Walks): number {
  const own = (profile: Profile) =>
    [...profile.walks]
      .filter(([, count]) => count >= OWN_WALK * profile.articles)
      .map(([walk]) => walk);
  const [here, there] = [own(a), own(b)];
  if (here.length === 0 || there.length === 0) return 0;
  if (here.some((walk) => there.includes(walk))) return SAME_WALK;
  return here.some((x) => there.some((y) => walks.areNear(x, y))) ? NEAR_WALK : FAR_WALK;
}

function agreementOfCountries(a: Profile, b: Profile, metOf: (profile: Profile) => Met): number {
  const [here, there] = [mostFrequent(a.countries), mostFrequent(b.countries)];
  if (here !== undefined && there !== undefined) return here === there ? 0.5 : OTHER_COUNTRY;
  const countries = (own: string | undefined, profile: Profile) =>
    own === undefined ? commonest(metOf(profile).around, COMMONEST_COUNTRIES) : [own];
  const [x, y] = [countries(here, a), countries(there, b)];
  if (x.length === 0 || y.length === 0 || x.some((country) => y.includes(country))) return 0;
  return OTHER_SURROUNDINGS;
}

function agreementOfOffices(a: Profile, b: Profile): number {
  if ([...a.offices].some((office) => b.offices.has(office))) return SAME_OFFICE;
  if (a.titles.size === 0 || b.titles.size === 0) return 0;
  const [here, there] = [mostFrequent(a.countries), mostFrequent(b.countries)];
  if (here === undefined || there === undefined || here === there) return 0;
  return [...a.titles].some((title) => b.titles.has(title)) ? 0 : OTHER_TITLES;
}

function agreementOfCompany(a: Met, b: Met): number {
  if (a.company.size === 0 || b.company.size === 0) return 0;
  const there = new Set(commonest(b.company, COMMONEST));
  const shared = commonest(a.company, COMMONEST).filter((name) => there.has(name));
  if (shared.length === 0) return NO_COMPANY;
  return Math.min(
    MOST_COMPANY,
    shared.reduce((sum, name) => sum + worthOf(name), 0),
  );
}

/** Equal counts go by the item. Only the best so far are kept in order: a profile may know thousands. */
function commonest(counts: ReadonlyMap<string, number>, most: number): string[] {
  if (counts.size <= most) return [...counts.keys()];
  const best: { readonly item: string; readonly times: number }[] = [];
  for (const [item, times] of counts) {
    const isWorse = (at: number): boolean =>
      times > best[at]!.times || (times === best[at]!.times && item < best[at]!.item);
    if (best.length === most && !isWorse(most - 1)) continue;
    let at = best.length < most ? best.length : most - 1;
    for (; at > 0 && isWorse(at - 1); at--) best[at] = best[at - 1]!;
    best[at] = { item, times };
  }
  return best.map(({ item }) => item);
}
