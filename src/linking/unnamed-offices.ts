/**
 * *The Ukrainian president* that an article never names: the one person whom the articles of the story, else of the weeks around, call
 * president of Ukraine. Nobody, where they call two so, or none.
 */
import type { ChainRecord } from "./chain-records.ts";
import { foldName } from "./person-names.ts";

/** Offices change hands: a holder counts for so many days around an article that tells of him. */
const TERM_DAYS = 60;
/** A leader is any of these, when the story has only one of them. */
const LEADERS = ["leader", "president", "prime minister", "premier", "chancellor", "king", "ruler"];
const LEADS = /^(?:the |its |his |her |their )?(?:current |incumbent )?/;
const WORD = /[\p{L}-]+/gu;

/** For each unnamed record that one person can be told for: that person's full name, as an article has it. */
export function holdersOfOffices(records: readonly ChainRecord[]): Map<ChainRecord, ChainRecord> {
  const holders = new Map<string, ChainRecord[]>();
  for (const record of records) {
    if (record.unnamed || !record.name.includes(" ")) continue;
    for (const office of new Set(record.offices)) {
      const list = holders.get(office);
      if (list) list.push(record);
      else holders.set(office, [record]);
    }
  }
  const found = new Map<ChainRecord, ChainRecord>();
  const byName = new Map<string, ChainRecord>();
  for (const record of records) if (!record.unnamed) byName.set(foldName(record.name), record);
  for (const record of records) {
    if (!record.unnamed) continue;
    const named = nameAtEnd(record.name, byName);
    if (named !== undefined) found.set(record, named);
    if (named !== undefined || record.country === undefined) continue;
    const title = titleOf(record.name);
    const known = (title === "leader" ? LEADERS : [title]).flatMap(
      (office) => holders.get(`${office}/${record.country}`) ?? [],
    );
    const inStory = known.filter(({ story }) => story === record.story);
    const inTerm = known.filter((other) => Math.abs(other.day - record.day) <= TERM_DAYS);
    const holder =
      onlyOne(inStory) ??
      (inStory.length === 0 && title !== "leader" ? onlyOne(inTerm) : undefined);
    if (holder !== undefined) found.set(record, holder);
  }
  return found;
}

/** *US Secretary of State Antony Blinken*: an office with a name at its end. */
function nameAtEnd(
  name: string,
  byName: ReadonlyMap<string, ChainRecord>,
): ChainRecord | undefined {
  const words = foldName(name).split(" ");
  for (const length of [3, 2]) {
    if (words.length <= length) continue;
    const record = byName.get(words.slice(-length).join(" "));
    if (record !== undefined) return record;
  }
  return undefined;
}

/** *Ukrainian president*, *Poland's president* -> president; a leader may be anything. */
function titleOf(name: string): string {
  const words = name.toLowerCase().replace(LEADS, "").match(WORD) ?? [];
  const title = words.slice(1).filter((word) => word !== "s");
  return title.join(" ");
}

/** The record, when all have one name. */
function onlyOne(records: readonly ChainRecord[]): ChainRecord | undefined {
  const [first, ...rest] = records;
  if (first === undefined) return undefined;
  const last = (record: ChainRecord) => foldName(record.name).split(" ").at(-1);
  return rest.every((record) => last(record) === last(first)) ? first : undefined;
}
