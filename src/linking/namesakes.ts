/**
 * Two people of one name. What the articles say of the bearer is gathered by country and walk of life: a few profiles even where a name stands in thousands of them. From the profile with most stories down, each joins the one before it that fits best, unless too much speaks against all of them: another
 * walk of life that people seldom change to, another country, no company in common. Nothing of this alone is enough, for a wrong split costs, too.
 */
import type { ChainRecord } from "./chain-records.ts";
import { type Company, type CompanyOf, worthOf } from "./company.ts";
import { groupBy } from "./groups.ts";
import { compareText, mostFrequent } from "./order.ts";
import type { Walks } from "./walks.ts";

export interface Namesake {
  readonly records: readonly ChainRecord[];
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
/** Both hold offices in their countries, and no title is the same. */
const OTHER_OFFICES = -2;
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
  readonly records: ChainRecord[];
  readonly stories: Set<string>;
  readonly articles: Set<number>;
  /** By number of articles. */
  readonly walks: Map<string, number>;
  readonly countries: Map<string, number>;
  readonly around: Map<string, number>;
  readonly company: Map<string, number>;
  readonly titles: Set<string>;
  readonly offices: Set<string>;
}

/** `namesOf`: those of the bearer, folded; they are no company. */
export function partNamesakes(
  records: readonly ChainRecord[],
  namesOf: (records: readonly ChainRecord[]) => ReadonlySet<string>,
  walks: Walks,
  companyOf: CompanyOf,
): Namesake[] {
  if (!mayBeTwo(records, walks)) return [{ records }];
  const names = namesOf(records);
  const articles = [...groupBy(records, ({ article }) => article).values()];
  const profiles = [...groupBy(articles, keyOfArticle).values()]
    .map((list) => gather(list, names, companyOf))
    .sort(compareProfiles);
  const people: Profile[] = [];
  // What says nothing of the bearer comes last: it cannot tell two apart, and must not bridge them.
  for (const profile of [
    ...profiles.filter(saysWho),
    ...profiles.filter((each) => !saysWho(each)),
  ]) {
    const scores = people.map((person) => agreement(person, profile, walks));
    const best = scores.reduce((top, score, i) => (score > scores[top]! ? i : top), 0);
    if (people.length === 0 || scores[best]! <= APART) people.push(profile);
    else add(people[best]!, profile);
  }
  const [main, ...others] = people.sort(compareProfiles);
  return [
    { records: main!.records },
    ...others.map((other) => ({ records: other.records, mark: keyOf(other) })),
  ];
}

/** The one with most stories first. */
function compareProfiles(a: Profile, b: Profile): number {
  return b.stories.size - a.stories.size || compareText(keyOf(a), keyOf(b));
}

/** Whether there are two countries, or two walks that are far from each other: nearly all names have neither. */
function mayBeTwo(records: readonly ChainRecord[], walks: Walks): boolean {
  const told = new Set<string>();
  let first: string | undefined;
  for (const { country, walks: own } of records) {
    if (country !== undefined && first !== undefined && country !== first) return true;
    first ??= country;
    for (const walk of own) told.add(walk);
  }
  return [...told].some((a) => [...told].some((b) => !walks.areNear(a, b)));
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

/** `records`: of one article. */
function keyOfArticle(records: readonly ChainRecord[]): string {
  // Nearly always there is one, without a walk.
  if (records.length === 1 && records[0]!.walks.length === 0) {
    return toKey(undefined, records[0]!.country);
  }
  const walks = new Map(records.flatMap((record) => record.walks).map((walk) => [walk, 1]));
  return toKey(mostFrequent(walks), countryOf(records));
}

function countryOf(records: readonly ChainRecord[]): string | undefined {
  if (records.length === 1) return records[0]!.country;
  const counts = new Map<string, number>();
  for (const { country } of records) if (country !== undefined) count(counts, country);
  return mostFrequent(counts);
}

/** Of articles that say the same: one profile. */
function gather(
  articles: readonly (readonly ChainRecord[])[],
  names: ReadonlySet<string>,
  companyOf: CompanyOf,
): Profile {
  const profile: Profile = {
    records: [],
    stories: new Set(),
    articles: new Set(),
    walks: new Map(),
    countries: new Map(),
    around: new Map(),
    company: new Map(),
    titles: new Set(),
    offices: new Set(),
  };
  articles.forEach((records, i) => {
    addArticle(profile, records);
    if (i < LOOKED_AT) addCompany(profile, companyOf(records[0]!.article), names);
  });
  return profile;
}

function addArticle(profile: Profile, records: readonly ChainRecord[]): void {
  for (const record of records) {
    profile.records.push(record);
    profile.stories.add(record.story);
    for (const office of record.offices) {
      if (profile.offices.has(office)) continue;
      profile.offices.add(office);
      profile.titles.add(titleOf(office));
    }
  }
  profile.articles.add(records[0]!.article);
  for (const walk of walksIn(records)) count(profile.walks, walk);
  const country = countryOf(records);
  if (country !== undefined) count(profile.countries, country);
}

/** Each once. */
function walksIn(records: readonly ChainRecord[]): Iterable<string> {
  return records.length === 1 ? records[0]!.walks : new Set(records.flatMap(({ walks }) => walks));
}

function addCompany(profile: Profile, company: Company, own: ReadonlySet<string>): void {
  for (const name of company.names) if (!own.has(name)) count(profile.company, name);
  for (const country of company.countries) count(profile.around, country);
}

function titleOf(office: string): string {
  return office.slice(0, office.indexOf("/"));
}

function count(counts: Map<string, number>, item: string, times = 1): void {
  counts.set(item, (counts.get(item) ?? 0) + times);
}

function add(
  to: Profile,
  { records, stories, articles, titles, offices, ...counted }: Profile,
): void {
  for (const record of records) to.records.push(record);
  for (const story of stories) to.stories.add(story);
  for (const article of articles) to.articles.add(article);
  for (const title of titles) to.titles.add(title);
  for (const office of offices) to.offices.add(office);
  for (const part of ["walks", "countries", "around", "company"] as const) {
    for (const [item, times] of counted[part]) count(to[part], item, times);
  }
}

/** How well two profiles go together; below 0 more speaks against it than for it. */
function agreement(a: Profile, b: Profile, walks: Walks): number {
  return (
    (shareStory(a, b) ? SAME_STORY : 0) +
    agreementOfWalks(a, b, walks) +
    agreementOfCountries(a, b) +
    agreementOfOffices(a, b) +
    agreementOfCompany(a, b)
  );
}

function shareStory({ stories: a }: Profile, { stories: b }: Profile): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].some((story) => large.has(story));
}

/** A walk of one article in five is one of the bearer's: *the former footballer* bridges sport and politics. */
const OWN_WALK = 0.2;

function agreementOfWalks(a: Profile, b: Profile, walks: Walks): number {
  const own = (profile: Profile) =>
    [...profile.walks]
      .filter(([, count]) => count >= OWN_WALK * profile.articles.size)
      .map(([walk]) => walk);
  const [here, there] = [own(a), own(b)];
  if (here.length === 0 || there.length === 0) return 0;
  if (here.some((walk) => there.includes(walk))) return SAME_WALK;
  return here.some((x) => there.some((y) => walks.areNear(x, y))) ? NEAR_WALK : FAR_WALK;
}

function agreementOfCountries(a: Profile, b: Profile): number {
  const [here, there] = [mostFrequent(a.countries), mostFrequent(b.countries)];
  if (here !== undefined && there !== undefined) return here === there ? 0.5 : OTHER_COUNTRY;
  const countries = (own: string | undefined, { around }: Profile) =>
    own === undefined ? commonest(around, COMMONEST_COUNTRIES) : [own];
  const [x, y] = [countries(here, a), countries(there, b)];
  if (x.length === 0 || y.length === 0 || x.some((country) => y.includes(country))) return 0;
  return OTHER_SURROUNDINGS;
}

function agreementOfOffices(a: Profile, b: Profile): number {
  if ([...a.offices].some((office) => b.offices.has(office))) return SAME_OFFICE;
  if (a.titles.size === 0 || b.titles.size === 0) return 0;
  const [here, there] = [mostFrequent(a.countries), mostFrequent(b.countries)];
  if (here === undefined || there === undefined || here === there) return 0;
  // Both are of politics, which is no argument: what they hold there is.
  return [...a.titles].some((title) => b.titles.has(title)) ? 0 : OTHER_OFFICES - SAME_WALK;
}

function agreementOfCompany(a: Profile, b: Profile): number {
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
