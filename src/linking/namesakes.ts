/**
 * Two people of one name. What the articles say of the bearer is gathered by country and walk of life: a few profiles even where a name stands in thousands of them. From the profile with most stories down, each joins the one before it that fits best, unless too much speaks against all of them: another
 * walk of life that people seldom change to, another country, no company in common. Nothing of this alone is enough, for a wrong split costs, too.
 */
import type { ChainRecord } from "./chain-records.ts";
import { type CompanyOf, worthOf } from "./company.ts";
import { groupBy } from "./groups.ts";
import { compareText, mostFrequent } from "./order.ts";
import type { Walks } from "./walks.ts";

export interface Namesake {
  readonly records: ChainRecord[];
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

/** `names`: those of the bearer, folded; they are no company. */
export function partNamesakes(
  records: readonly ChainRecord[],
  names: ReadonlySet<string>,
  walks: Walks,
  companyOf: CompanyOf,
): Namesake[] {
  if (!mayBeTwo(records, walks)) return [{ records: [...records] }];
  const articles = [...groupBy(records, ({ article }) => String(article)).values()];
  const profiles = [...groupBy(articles, (list) => keyOf(toProfile(list))).values()]
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
  const told = new Set(records.flatMap((record) => record.walks));
  const countries = new Set(records.flatMap(({ country }) => country ?? []));
  return countries.size > 1 || [...told].some((a) => [...told].some((b) => !walks.areNear(a, b)));
}

function saysWho({ walks, countries }: Profile): boolean {
  return walks.size > 0 || countries.size > 0;
}

/** `sport-gbr`, as far as it is known. */
function keyOf({ walks, countries }: Profile): string {
  const parts = [mostFrequent(walks), mostFrequent(countries)?.toLowerCase()];
  return parts.filter((part) => part !== undefined).join("-");
}

/** Of the records of one article. */
function toProfile(
  records: readonly ChainRecord[],
  company: readonly string[] = [],
  around: readonly string[] = [],
): Profile {
  const once = (items: Iterable<string>) => new Map([...new Set(items)].map((item) => [item, 1]));
  const country = mostFrequent(countsOf(records.flatMap((record) => record.country ?? [])));
  return {
    records: [...records],
    stories: new Set(records.map(({ story }) => story)),
    articles: new Set(records.map(({ article }) => article)),
    walks: once(records.flatMap((record) => record.walks)),
    countries: once(country === undefined ? [] : [country]),
    around: once(around),
    company: once(company),
    titles: new Set(records.flatMap(({ offices }) => offices.map(titleOf))),
    offices: new Set(records.flatMap(({ offices }) => offices)),
  };
}

/** Of articles that say the same: one profile. */
function gather(
  articles: readonly (readonly ChainRecord[])[],
  names: ReadonlySet<string>,
  companyOf: CompanyOf,
): Profile {
  const [first, ...rest] = articles.map((records, i) => {
    if (i >= LOOKED_AT) return toProfile(records);
    const company = companyOf(records[0]!.article);
    return toProfile(
      records,
      company.names.filter((name) => !names.has(name)),
      [...company.countries],
    );
  });
  for (const profile of rest) add(first!, profile);
  return first!;
}

function titleOf(office: string): string {
  return office.slice(0, office.indexOf("/"));
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
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
    for (const [item, count] of counted[part])
      to[part].set(item, (to[part].get(item) ?? 0) + count);
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

function commonest(counts: ReadonlyMap<string, number>, most: number): string[] {
  if (counts.size <= most) return [...counts.keys()];
  return [...counts]
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, most)
    .map(([item]) => item);
}
