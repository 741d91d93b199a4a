/**
 * *The Ukrainian president*, *the Ukrainian leader*: of the persons whom the article names, the one whom articles of the weeks around call
 * president of Ukraine; else the one person whom the articles of the story, else of the weeks around, call so. Nobody, where they call
 * two so, or none.
 */
import { lowerBound } from "../text/lower-bound.ts";
import { remembered } from "../text/remembered.ts";
import type { ChainRecord } from "./chain-records.ts";
import { addTo, groupBy } from "./groups.ts";
import { type PerName, perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";

/** Offices change hands: a holder counts for so many days around an article that tells of him. */
const TERM_DAYS = 60;
/** A leader is any of these, when the story has only one of them. */
const LEADERS = ["leader", "president", "prime minister", "premier", "chancellor", "king", "ruler"];
const LEADS = /^(?:the |its |his |her |their )?(?:current |incumbent )?/;
const WORD = /[\p{L}-]+/gu;

/** For each unnamed record that one person can be told for: that person's full name, as an article has it. */
export function holdersOfOffices(records: readonly ChainRecord[]): Map<ChainRecord, ChainRecord> {
  if (!records.some(({ unnamed }) => unnamed)) return new Map();
  const told = new Map<string, ChainRecord[]>();
  for (const record of records) {
    const { offices } = record;
    if (offices.length === 0 || record.unnamed || !record.name.includes(" ")) continue;
    for (const office of new Set(offices)) addTo(told, office, record);
  }
  const fold = perName(foldName);
  const offices = new Map([...told].map(([office, list]) => [office, toOffice(list, fold)]));
  const found = new Map<ChainRecord, ChainRecord>();
  const namedIn = peopleNamedBeside(records);
  const byName = lastOfEachName(records, fold);
  const toNamed = perName((name) => ({ record: nameAtEnd(name, byName) }));
  for (const record of records) {
    if (!record.unnamed) continue;
    const named = toNamed(record).record;
    if (named !== undefined) found.set(record, named);
    if (named !== undefined || record.country === undefined) continue;
    const title = titleOf(record.name);
    const known = (title === "leader" ? LEADERS : [title]).flatMap(
      (office) => offices.get(`${office}/${record.country}`) ?? [],
    );
    const inArticle =
      known.length === 0
        ? []
        : (namedIn.get(record.article) ?? []).filter((other) =>
            known.some((office) => office.isHeldBy(fold(other), other.day)),
          );
    const inStory = known.flatMap(({ byStory }) => byStory.get(record.story) ?? []);
    const holder =
      onlyOne(inArticle) ??
      onlyOne(inStory) ??
      (inStory.length === 0 && title !== "leader" ? known[0]?.onlyAround(record.day) : undefined);
    if (holder !== undefined) found.set(record, holder);
  }
  return found;
}

/** By name, folded. */
function lastOfEachName(
  records: readonly ChainRecord[],
  fold: PerName<string>,
): Map<string, { record: ChainRecord }> {
  const found = new Map<string, { record: ChainRecord }>();
  const entries: ({ record: ChainRecord } | undefined)[] = [];
  for (const record of records) {
    if (record.unnamed) continue;
    let entry = entries[record.nameNumber];
    if (entry === undefined) {
      const key = fold(record);
      entry = found.get(key) ?? { record };
      found.set(key, entry);
      entries[record.nameNumber] = entry;
    }
    entry.record = record;
  }
  return found;
}

/** The full names of the articles that have somebody without a name. */
function peopleNamedBeside(records: readonly ChainRecord[]): Map<number, ChainRecord[]> {
  const named = new Map<number, ChainRecord[]>();
  for (const { unnamed, article } of records) if (unnamed) named.set(article, []);
  for (const record of records) {
    if (!record.unnamed && record.name.includes(" ")) named.get(record.article)?.push(record);
  }
  return named;
}

interface Office {
  /** Whether an article of the weeks around the day calls somebody of this full name, folded, so. */
  isHeldBy(name: string, day: number): boolean;
  readonly byStory: ReadonlyMap<string, readonly ChainRecord[]>;
  /** The first of its holders in the weeks around a day, when all of them have one last name. */
  onlyAround(day: number): ChainRecord | undefined;
}

/** A president has thousands of records: by day, each with the next whose holder is another, nobody need look through them. */
function toOffice(records: readonly ChainRecord[], fold: PerName<string>): Office {
  const dated = records
    .filter(({ day }) => !Number.isNaN(day))
    .sort((a, b) => a.day - b.day || a.article - b.article);
  const nextOther = new Int32Array(dated.length);
  for (let i = dated.length - 1; i >= 0; i--) {
    const next = dated[i + 1];
    const isSame = next !== undefined && lastName(next) === lastName(dated[i]!);
    nextOther[i] = isSame ? nextOther[i + 1]! : i + 1;
  }
  const firstFrom = (day: number): number =>
    lowerBound(0, dated.length, (at) => dated[at]!.day < day);
  const daysOf = new Map<string, number[]>();
  for (const record of dated) addTo(daysOf, fold(record), record.day);
  return {
    isHeldBy(name, day) {
      const days = daysOf.get(name);
      if (days === undefined || Number.isNaN(day)) return false;
      const next = lowerBound(0, days.length, (at) => days[at]! < day - TERM_DAYS);
      return next < days.length && days[next]! <= day + TERM_DAYS;
    },
    byStory: groupBy(records, ({ story }) => story),
    onlyAround(day) {
      if (Number.isNaN(day)) return undefined;
      const from = firstFrom(day - TERM_DAYS);
      const to = firstFrom(day + TERM_DAYS + 1);
      return from < to && nextOther[from]! >= to ? dated[from] : undefined;
    },
  };
}

/** *US Secretary of State Antony Blinken*: an office with a name at its end. */
function nameAtEnd(
  name: string,
  byName: ReadonlyMap<string, { readonly record: ChainRecord }>,
): ChainRecord | undefined {
  const words = foldName(name).split(" ");
  for (const length of [3, 2]) {
    if (words.length <= length) continue;
    const found = byName.get(words.slice(-length).join(" "));
    if (found !== undefined) return found.record;
  }
  return undefined;
}

/** *Ukrainian president*, *Poland's president* -> president; a leader may be anything. */
const titleOf: (name: string) => string = remembered(readTitle);

function readTitle(name: string): string {
  const words = name.toLowerCase().replace(LEADS, "").match(WORD) ?? [];
  const title = words.slice(1).filter((word) => word !== "s");
  return title.join(" ");
}

/** The record, when all have one name. */
function onlyOne(records: readonly ChainRecord[]): ChainRecord | undefined {
  const [first, ...rest] = records;
  if (first === undefined) return undefined;
  return rest.every((record) => lastName(record) === lastName(first)) ? first : undefined;
}

function lastName({ name }: ChainRecord): string {
  const folded = foldName(name);
  return folded.slice(folded.lastIndexOf(" ") + 1);
}
