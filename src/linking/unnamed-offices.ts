/**
 * *The Ukrainian president*, *the Ukrainian leader*: of the persons whom the article names, the one whom articles of the weeks around call
 * president of Ukraine; else the one person whom the articles of the story, else of the weeks around, call so. Nobody, where they call
 * two so, or none.
 */
import { lowerBound } from "../text/lower-bound.ts";
import type { ChainPile, Rows } from "./chain-pile.ts";
import { addTo, groupBy } from "./groups.ts";
import { type PerName, perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";

/** Offices change hands: a holder counts for so many days around an article that tells of him. */
const TERM_DAYS = 60;
/** A leader is any of these, when the story has only one of them. */
const LEADERS = ["leader", "president", "prime minister", "premier", "chancellor", "king", "ruler"];
const LEADS = /^(?:the |its |his |her |their )?(?:current |incumbent )?/;
const WORD = /[\p{L}-]+/gu;

/** `rows`: of all people, in their order. For each chain without a name that one person can be told for: a chain of that person's full name. */
export function holdersOfOffices(pile: ChainPile, rows: Rows): Map<number, number> {
  const unnamed = rows.filter((row) => pile.isUnnamed(row));
  if (unnamed.length === 0) return new Map();
  const isFull = perName(pile, (name) => name.includes(" "));
  const naming: Naming = {
    fold: (name) => pile.folded(name),
    lastName: perName(pile, (_, name) => lastWord(pile.folded(name))),
  };
  const offices = new Map(
    [...tellersOf(pile, rows, isFull)].map(([office, list]) => [
      office,
      toOffice(pile, list, naming),
    ]),
  );
  const found = new Map<number, number>();
  const namedIn = createPeopleNamedBeside(pile, rows, isFull);
  const byName = lastOfEachName(pile, rows, naming.fold);
  const toNamed = perName(pile, (name) => ({ row: nameAtEnd(name, byName) }));
  const toTitle = perName(pile, titleOf);
  for (const row of unnamed) {
    const named = toNamed(pile.name(row)).row;
    if (named !== undefined) found.set(row, named);
    const country = pile.countryText(pile.country(row));
    if (named !== undefined || country === undefined) continue;
    const title = toTitle(pile.name(row));
    const known = (title === "leader" ? LEADERS : [title]).flatMap(
      (office) => offices.get(`${office}/${country}`) ?? [],
    );
    if (known.length === 0) continue;
    const day = pile.day(row);
    const inArticle = namedIn(pile.article(row)).filter((other) =>
      known.some((office) => office.isHeldBy(naming.fold(pile.name(other)), day)),
    );
    const inStory = known.flatMap(({ byStory }) => byStory.get(pile.story(row)) ?? []);
    const holder =
      onlyOne(pile, inArticle, naming) ??
      onlyOne(pile, inStory, naming) ??
      (inStory.length === 0 && title !== "leader" ? known[0]?.onlyAround(day) : undefined);
    if (holder !== undefined) found.set(row, holder);
  }
  return found;
}

interface Naming {
  readonly fold: PerName<string>;
  readonly lastName: PerName<string>;
}

/** By office: the chains of full names whose articles say that they hold it. */
function tellersOf(pile: ChainPile, rows: Rows, isFull: PerName<boolean>): Map<string, number[]> {
  const told = new Map<string, number[]>();
  for (let i = 0; i < rows.length; i++) {
    const line = pile.line(rows[i]!);
    if (!pile.hasOffices(line) || pile.isUnnamedLine(line) || !isFull(pile.nameOfLine(line))) {
      continue;
    }
    for (const office of new Set(pile.offices(line))) addTo(told, office, rows[i]!);
  }
  return told;
}

/** By name, folded. */
function lastOfEachName(pile: ChainPile, rows: Rows, fold: PerName<string>): Map<string, number> {
  /** By name: the last row, plus one; 0 where nobody has it. */
  const last = new Uint32Array(pile.texts);
  for (let i = 0; i < rows.length; i++) {
    if (!pile.isUnnamed(rows[i]!)) last[pile.name(rows[i]!)] = rows[i]! + 1;
  }
  const found = new Map<string, number>();
  for (let name = 0; name < last.length; name++) {
    if (last[name] === 0) continue;
    const key = fold(name);
    found.set(key, Math.max(found.get(key) ?? 0, last[name]! - 1));
  }
  return found;
}

/** The chains of full names that an article has. */
function createPeopleNamedBeside(
  pile: ChainPile,
  rows: Rows,
  isFull: PerName<boolean>,
): (article: number) => number[] {
  const isPerson = new Uint8Array(pile.rows);
  for (let i = 0; i < rows.length; i++) isPerson[rows[i]!] = 1;
  return (article) => {
    const found: number[] = [];
    const end = pile.starts.at(article + 1);
    for (let row = pile.starts.at(article); row < end; row++) {
      if (isPerson[row] === 1 && !pile.isUnnamed(row) && isFull(pile.name(row))) found.push(row);
    }
    return found;
  };
}

interface Office {
  /** Whether an article of the weeks around the day calls somebody of this full name, folded, so. */
  isHeldBy(name: string, day: number): boolean;
  readonly byStory: ReadonlyMap<number, readonly number[]>;
  /** The first of its holders in the weeks around a day, when all of them have one last name. */
  onlyAround(day: number): number | undefined;
}

/** A president has thousands of chains: by day, each with the next whose holder is another, nobody need look through them. */
function toOffice(pile: ChainPile, rows: readonly number[], { fold, lastName }: Naming): Office {
  const dated = rows
    .filter((row) => !Number.isNaN(pile.day(row)))
    .sort((a, b) => pile.day(a) - pile.day(b) || pile.article(a) - pile.article(b));
  const nextOther = new Int32Array(dated.length);
  for (let i = dated.length - 1; i >= 0; i--) {
    const next = dated[i + 1];
    const isSame =
      next !== undefined && lastName(pile.name(next)) === lastName(pile.name(dated[i]!));
    nextOther[i] = isSame ? nextOther[i + 1]! : i + 1;
  }
  const firstFrom = (day: number): number =>
    lowerBound(0, dated.length, (at) => pile.day(dated[at]!) < day);
  /** Asked again and again for the same days: a place in `dated`, -1 for none. */
  const onlyOf = new Map<number, number>();
  const daysOf = new Map<string, number[]>();
  for (const row of dated) addTo(daysOf, fold(pile.name(row)), pile.day(row));
  return {
    isHeldBy(name, day) {
      const days = daysOf.get(name);
      if (days === undefined || Number.isNaN(day)) return false;
      const next = lowerBound(0, days.length, (at) => days[at]! < day - TERM_DAYS);
      return next < days.length && days[next]! <= day + TERM_DAYS;
    },
    byStory: groupBy(rows, (row) => pile.story(row)),
    onlyAround(day) {
      if (Number.isNaN(day)) return undefined;
      let place = onlyOf.get(day);
      if (place === undefined) {
        const from = firstFrom(day - TERM_DAYS);
        const to = firstFrom(day + TERM_DAYS + 1);
        place = from < to && nextOther[from]! >= to ? from : -1;
        onlyOf.set(day, place);
      }
      return dated[place];
    },
  };
}

/** *US Secretary of State Antony Blinken*: an office with a name at its end. */
function nameAtEnd(name: string, byName: ReadonlyMap<string, number>): number | undefined {
  const words = foldName(name).split(" ");
  for (const length of [3, 2]) {
    if (words.length <= length) continue;
    const found = byName.get(words.slice(-length).join(" "));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** *Ukrainian president*, *Poland's president* -> president; a leader may be anything. */
function titleOf(name: string): string {
  const words = name.toLowerCase().replace(LEADS, "").match(WORD) ?? [];
  const title = words.slice(1).filter((word) => word !== "s");
  return title.join(" ");
}

/** The first, when all have one name. */
function onlyOne(
  pile: ChainPile,
  rows: readonly number[],
  { lastName }: Naming,
): number | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const name = lastName(pile.name(first));
  return rows.every((row) => lastName(pile.name(row)) === name) ? first : undefined;
}

function lastWord(folded: string): string {
  return folded.slice(folded.lastIndexOf(" ") + 1);
}
