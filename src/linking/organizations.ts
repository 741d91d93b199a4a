/**
 * Organisations and groups: by folded name without article and legal form; an acronym joins the long name that some
 * article ties it to; what is called only by a common name (*the defence ministry*) stays with its country or story.
 */
import type { CountryCode } from "../model.ts";
import { remembered } from "../text/remembered.ts";
import type { ChainPile, Rows } from "./chain-pile.ts";
import { countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { type PerName, perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";
import type { LinkingTables } from "./tables.ts";
import { createNumbers, type Numbers } from "./text-numbers.ts";
import { createUnionFind } from "./union-find.ts";

const LEGAL =
  /\b(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|nv|gmbh|group|holdings?)$/;
/** Share of a short name's mentions that one long name must have to take it everywhere. */
const MAIN_BEARER = 0.8;
const CAPITALS = /^[^\p{Ll}]+$/u;
const ACRONYM = /^[\p{Lu}\p{N}][\p{Lu}\p{N}&.-]{1,9}$/u;

type Tables = Pick<
  LinkingTables,
  "commonOrganizations" | "localOrganizations" | "commonWords" | "divisions" | "nationNameOf"
>;

export function groupOrganizations(
  pile: ChainPile,
  rows: Rows,
  kind: "organization" | "group",
  tables: Tables,
): EntityGroup[] {
  const keys = createNumbers();
  const toScoped = perName(pile, (name) => scopeOf(name, kind, tables));
  /** Of a name that means the same everywhere. */
  const toKeyNumber = perName(pile, (_, name) => keys.number(organizationKeyOf(pile, name)));
  const keyOfRow = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const name = pile.name(row);
    const { key, scope, country } = toScoped(name);
    keyOfRow[i] =
      scope === "everywhere" && !pile.isUnnamed(row)
        ? toKeyNumber(name)
        : keys.number(country ? `${key}\t${country}` : keyOf(pile, row, kind, key, scope));
  }
  const scoped: ScopedRows = { pile, rows, keys, toKeyNumber, keyOfRow };
  const own = ownNamesFirst(scoped, tables.commonOrganizations);
  const groups = [...groupBy(rows, (_, i) => own[i]!)]
    .map(([key, list]) => ({ key, text: keys.text(key), rows: list }))
    .sort(by(({ text }) => text));
  const indexOf = new Map(groups.map(({ key }, i) => [key, i]));
  const sets = createUnionFind(groups.length);
  for (const [alias, key] of shortNames({ ...scoped, keyOfRow: own }, tables)) {
    const a = indexOf.get(alias);
    const b = indexOf.get(key);
    if (a !== undefined && b !== undefined) sets.union(a, b);
  }
  const joined = groupBy([...groups.keys()], (i) => sets.find(i));
  return [...joined.values()].map((list) =>
    toGroup(
      pile,
      kind,
      list.length === 1 ? groups[list[0]!]!.rows : list.flatMap((i) => groups[i]!.rows),
      groups[list[0]!]!.text,
      tables,
    ),
  );
}

/** Chains of one kind with the keys of their names. */
interface ScopedRows {
  readonly pile: ChainPile;
  readonly rows: Rows;
  readonly keys: Numbers;
  /** By index into the rows. */
  readonly keyOfRow: Uint32Array;
  /** The key of a name that means the same everywhere. */
  readonly toKeyNumber: PerName<number>;
}

interface ScopedName {
  readonly key: string;
  /** Where it means the same: in a story, in a country, everywhere. */
  readonly scope: "story" | "country" | "everywhere";
  /** That its own words tell. */
  readonly country?: CountryCode;
}

function scopeOf(name: string, kind: "organization" | "group", tables: Tables): ScopedName {
  const nation = kind === "organization" ? tables.nationNameOf(name) : undefined;
  if (nation) {
    const rest = organizationKey(nation.rest);
    if (isCommon(rest, tables.commonOrganizations))
      return { key: rest, scope: "country", country: nation.country };
  }
  const key = organizationKey(name);
  if (isOrdinaryWord(name, tables)) return { key, scope: "story" };
  if (!isCommon(key, tables.commonOrganizations)) return { key, scope: "everywhere" };
  const isLocal = key.split(" ").every((word) => tables.localOrganizations.has(word));
  return { key, scope: isLocal ? "story" : "country" };
}

function keyOf(
  pile: ChainPile,
  row: number,
  kind: "organization" | "group",
  key: string,
  scope: ScopedName["scope"],
): string {
  const story = pile.storyId(pile.story(row));
  const country = pile.countryText(pile.country(row));
  if (scope === "story") return `${key}\t${story}`;
  if (scope === "country") return `${key}\t${country ?? story}`;
  // *Israeli officials* of another story are others; *the Israeli airline* may be named there.
  return `${key}\t${(kind === "group" ? undefined : country) ?? story}`;
}

/** *The Who* is not the WHO, which is written in capitals. */
function isOrdinaryWord(written: string, { commonWords }: Tables): boolean {
  return commonWords.has(organizationKey(written)) && !CAPITALS.test(written);
}

export const organizationKey: (name: string) => string = remembered((name) =>
  toKey(foldName(name.replace(/\./g, ""))),
);

/** Of a name of the pile. */
export function organizationKeyOf(pile: ChainPile, name: number): string {
  const written = pile.text(name);
  return written.includes(".") ? organizationKey(written) : toKey(pile.folded(name));
}

function toKey(folded: string): string {
  const bare = folded.replace(/^the /, "");
  const short = bare.replace(LEGAL, "").trim();
  return short === "" ? bare : short;
}

/**
 * A chain that says *Boeing* oftener than *Boeing Commercial Airplanes* is Boeing, when the pile has more of Boeing by itself than of
 * all longer names that begin so: *American* of *American Airlines* and *American Express* is nobody by itself.
 */
function ownNamesFirst(
  { pile, rows, keys, keyOfRow }: ScopedRows,
  common: ReadonlySet<string>,
): Uint32Array {
  const byItself = new Map<number, number>();
  const within = new Map<number, number>();
  /** By line: one more than the key of its short form; 0 where it has none. Where it stands says nothing of it. */
  const known = new Map<number, number>();
  const shortOf = (i: number): number => {
    const line = pile.line(rows[i]!);
    if (pile.isPlain(line)) return 0;
    let short = known.get(line);
    if (short === undefined) {
      const form = shortForm(pile, line, keys.text(keyOfRow[i]!), common);
      short = form === undefined ? 0 : keys.number(form) + 1;
      known.set(line, short);
    }
    return short;
  };
  for (let i = 0; i < rows.length; i++) {
    const short = shortOf(i);
    const counts = short === 0 ? byItself : within;
    const key = short === 0 ? keyOfRow[i]! : short - 1;
    counts.set(key, (counts.get(key) ?? 0) + pile.mentions(rows[i]!));
  }
  const own = keyOfRow.slice();
  for (let i = 0; i < rows.length; i++) {
    const short = shortOf(i) - 1;
    if (short >= 0 && (byItself.get(short) ?? 0) > (within.get(short) ?? 0)) own[i] = short;
  }
  return own;
}

/** The first words of the chain's name, when it is mostly called so. */
function shortForm(
  pile: ChainPile,
  line: number,
  key: string,
  common: ReadonlySet<string>,
): string | undefined {
  const full = pile.text(pile.nameOfLine(line));
  const counts = new Map<string, number>();
  let isOwned = false;
  pile.forEachForm(line, (form, count) => {
    isOwned ||= isOwner(pile.text(form), full);
    const name = organizationKey(pile.text(form));
    counts.set(name, (counts.get(name) ?? 0) + count);
  });
  const most = isOwned ? undefined : mostFrequent(counts);
  return most !== undefined && key.startsWith(`${most} `) && !isCommon(most, common)
    ? most
    : undefined;
}

/** *Beatles* is no short name of *the Beatles' Apple Corps*; *Moody's* is one of *Moody's Investors Service*. */
function isOwner(short: string, name: string): boolean {
  return name.startsWith(`${short}'`) || name.startsWith(`${short}’`);
}

function isCommon(name: string, common: ReadonlySet<string>): boolean {
  return name.split(" ").every((word) => common.has(word));
}

/**
 * Short name -> key of the long name that articles tie it to: an acronym or the first words (*Apple* of *Apple
 * Computer*). Where articles tie it to several, the one with nearly all mentions has it, or none.
 */
function shortNames(
  { pile, rows, keys, keyOfRow, toKeyNumber }: ScopedRows,
  tables: Tables,
): [number, number][] {
  const targets = new Map<string, Map<number, number>>();
  const called = countCalled();
  for (const [at, times] of called) {
    const line = at % pile.lines;
    const number = (at - line) / pile.lines;
    const key = keys.text(number);
    const name = pile.text(pile.nameOfLine(line));
    pile.forEachForm(line, (written, count) => {
      const form = pile.text(written);
      const alias = organizationKey(form);
      if (alias === key || isCommon(alias, tables.commonOrganizations)) return;
      if (isOwner(form, name) || isOrdinaryWord(form, tables)) return;
      if (!ACRONYM.test(form) && !isShortOf(alias, key, tables)) return;
      const counts = targets.get(alias) ?? new Map<number, number>();
      counts.set(number, (counts.get(number) ?? 0) + count * times);
      targets.set(alias, counts);
    });
  }
  return [...targets]
    .flatMap(([alias, counts]): [string, number][] => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const main = [...counts].find(([, count]) => count >= MAIN_BEARER * total);
      return main ? [[alias, main[0]]] : [];
    })
    .sort(by(([alias]) => alias))
    .map(([alias, key]) => [keys.number(alias), key]);

  /** How many chains have a line and a key. */
  function countCalled(): Map<number, number> {
    const counts = new Map<number, number>();
    for (let i = 0; i < rows.length; i++) {
      const line = pile.line(rows[i]!);
      const key = keyOfRow[i]!;
      // Of these there are most: they are called nothing else.
      if (pile.isPlain(line) && toKeyNumber(pile.nameOfLine(line)) === key) continue;
      const at = key * pile.lines + line;
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return counts;
  }
}

/** The first words, unless the others say that it is a division: what is called *Disney* elsewhere is not the *Disney Channel*. */
function isShortOf(alias: string, key: string, { divisions }: Tables): boolean {
  return key.startsWith(`${alias} `) && !divisions.has(key.slice(key.lastIndexOf(" ") + 1));
}

/** `key`: the first of its keys. */
function toGroup(
  pile: ChainPile,
  kind: "organization" | "group",
  rows: readonly number[],
  key: string,
  { nationNameOf }: Tables,
): EntityGroup {
  const names = countNames(pile, rows);
  const scope = key.split("\t")[1];
  const suffix =
    scope === undefined
      ? ""
      : scope.length === 3
        ? `-${scope.toLowerCase()}`
        : `~${scope.slice(0, 8)}`;
  const toId = (name: string): string => {
    // *Chinese government* says whose it is.
    const isOwn = kind === "organization" && nationNameOf(name)?.country === scope;
    return `${kind}:${slug(name.replace(/^the /i, ""))}${isOwn ? "" : suffix}`;
  };
  const id = toId(mostFrequent(names)!);
  const former = new Set([...names.keys()].map(toId));
  former.delete(id);
  return { kind, id, formerIds: [...former].sort(compareText), rows };
}
