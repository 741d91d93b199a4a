/**
 * Organisations and groups: by folded name without article and legal form; an acronym joins the long name that some
 * article ties it to; what is called only by a common name (*the defence ministry*) stays with its country or story.
 */
import { remembered } from "../text/remembered.ts";
import type { ChainRecord } from "./chain-records.ts";
import { countMentions, countNames, type EntityGroup, groupBy } from "./groups.ts";
import { slug } from "./ids.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";
import type { LinkingTables } from "./tables.ts";
import { createUnionFind } from "./union-find.ts";

const LEGAL =
  /\b(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|nv|gmbh|group|holdings?)$/;
/** Share of a short name's mentions that one long name must have to take it everywhere. */
const MAIN_BEARER = 0.8;
const CAPITALS = /^[^\p{Ll}]+$/u;
const ACRONYM = /^[\p{Lu}\p{N}][\p{Lu}\p{N}&.-]{1,9}$/u;

type Tables = Pick<
  LinkingTables,
  "commonOrganizations" | "localOrganizations" | "commonWords" | "divisions"
>;

export function groupOrganizations(records: readonly ChainRecord[], tables: Tables): EntityGroup[] {
  const common = tables.commonOrganizations;
  const toScoped = perName((name) => scopeOf(name, tables));
  const own = records.map((record) => keyOf(record, toScoped(record)));
  const keys = ownNamesFirst(records, own, common);
  const byKey = groupBy(
    records.map((_, i) => i),
    (i) => keys[i]!,
  );
  const groups = [...byKey.entries()].sort(by(([key]) => key));
  const indexOf = new Map(groups.map(([key], i) => [key, i]));
  const sets = createUnionFind(groups.length);
  for (const [alias, key] of shortNames(records, keys, tables)) {
    const a = indexOf.get(alias);
    const b = indexOf.get(key);
    if (a !== undefined && b !== undefined) sets.union(a, b);
  }
  const joined = groupBy(
    groups.map((_, i) => i),
    (i) => String(sets.find(i)),
  );
  return [...joined.values()].map((list) =>
    toGroup(
      list.flatMap((i) => groups[i]![1].map((at) => records[at]!)),
      list.map((i) => groups[i]![0]),
    ),
  );
}

interface ScopedName {
  readonly key: string;
  /** Where it means the same: in a story, in a country, everywhere. */
  readonly scope: "story" | "country" | "everywhere";
}

function scopeOf(name: string, tables: Tables): ScopedName {
  const key = organizationKey(name);
  if (isOrdinaryWord(name, tables)) return { key, scope: "story" };
  if (!isCommon(key, tables.commonOrganizations)) return { key, scope: "everywhere" };
  const isLocal = key.split(" ").every((word) => tables.localOrganizations.has(word));
  return { key, scope: isLocal ? "story" : "country" };
}

function keyOf(record: ChainRecord, { key, scope }: ScopedName): string {
  if (scope === "story") return `${key}\t${record.story}`;
  if (scope === "country") return `${key}\t${record.country ?? record.story}`;
  if (!record.unnamed) return key;
  // *Israeli officials* of another story are others; *the Israeli airline* may be named there.
  return `${key}\t${(record.kind === "group" ? undefined : record.country) ?? record.story}`;
}

/** *The Who* is not the WHO, which is written in capitals. */
function isOrdinaryWord(written: string, { commonWords }: Tables): boolean {
  return commonWords.has(organizationKey(written)) && !CAPITALS.test(written);
}

export const organizationKey: (name: string) => string = remembered(toKey);

function toKey(name: string): string {
  const folded = foldName(name.replace(/\./g, "")).replace(/^the /, "");
  const short = folded.replace(LEGAL, "").trim();
  return short === "" ? folded : short;
}

/**
 * A chain that says *Boeing* oftener than *Boeing Commercial Airplanes* is Boeing, when the pile has more of Boeing by itself than of
 * all longer names that begin so: *American* of *American Airlines* and *American Express* is nobody by itself.
 */
function ownNamesFirst(
  records: readonly ChainRecord[],
  keys: readonly string[],
  common: ReadonlySet<string>,
): string[] {
  const byItself = new Map<string, number>();
  const within = new Map<string, number>();
  const shortOf = records.map((record, i) => shortForm(record, keys[i]!, common));
  records.forEach(({ mentions }, i) => {
    const [counts, name] = shortOf[i] === undefined ? [byItself, keys[i]!] : [within, shortOf[i]];
    counts.set(name, (counts.get(name) ?? 0) + mentions);
  });
  return keys.map((key, i) => {
    const short = shortOf[i];
    const isKnown = short !== undefined && (byItself.get(short) ?? 0) > (within.get(short) ?? 0);
    return isKnown ? short : key;
  });
}

/** The first words of the chain's name, when it is mostly called so. */
function shortForm(
  { name: full, names }: ChainRecord,
  key: string,
  common: ReadonlySet<string>,
): string | undefined {
  if (isPlain(full, names)) return undefined;
  const counts = new Map<string, number>();
  for (const [form, count] of names) {
    if (isOwner(form, full)) return undefined;
    const name = organizationKey(form);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const most = mostFrequent(counts);
  return most !== undefined && key.startsWith(`${most} `) && !isCommon(most, common)
    ? most
    : undefined;
}

function isPlain(name: string, names: ChainRecord["names"]): boolean {
  return names.length === 1 && names[0]![0] === name;
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
  records: readonly ChainRecord[],
  keys: readonly string[],
  tables: Tables,
): [string, string][] {
  const targets = new Map<string, Map<string, number>>();
  records.forEach((record, i) => {
    const key = keys[i]!;
    const { name, names } = record;
    // Of these there are most: they are called nothing else.
    if (isPlain(name, names) && organizationKey(name) === key) return;
    for (const [form, count] of names) {
      const alias = organizationKey(form);
      if (alias === key || isCommon(alias, tables.commonOrganizations)) continue;
      if (isOwner(form, record.name) || isOrdinaryWord(form, tables)) continue;
      if (!ACRONYM.test(form) && !isShortOf(alias, key, tables)) continue;
      const counts = targets.get(alias) ?? new Map<string, number>();
      counts.set(key, (counts.get(key) ?? 0) + count);
      targets.set(alias, counts);
    }
  });
  return [...targets]
    .flatMap(([alias, counts]): [string, string][] => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const main = [...counts].find(([, count]) => count >= MAIN_BEARER * total);
      return main ? [[alias, main[0]]] : [];
    })
    .sort(by(([alias]) => alias));
}

/** The first words, unless the others say that it is a division: what is called *Disney* elsewhere is not the *Disney Channel*. */
function isShortOf(alias: string, key: string, { divisions }: Tables): boolean {
  return key.startsWith(`${alias} `) && !divisions.has(key.slice(key.lastIndexOf(" ") + 1));
}

function toGroup(records: readonly ChainRecord[], keys: readonly string[]): EntityGroup {
  const names = countNames(records);
  const best = mostFrequent(names)!;
  const kinds = groupBy(records, ({ kind }) => kind);
  const kind = [...kinds].sort(
    ([a, x], [b, y]) => countMentions(y) - countMentions(x) || compareText(a, b),
  )[0]![0] as "organization" | "group";
  const scope = keys[0]!.split("\t")[1];
  const suffix =
    scope === undefined
      ? ""
      : scope.length === 3
        ? `-${scope.toLowerCase()}`
        : `~${scope.slice(0, 8)}`;
  const id = `${kind}:${slug(best.replace(/^the /i, ""))}${suffix}`;
  const former = new Set(
    [...names.keys()].map((name) => `${kind}:${slug(name.replace(/^the /i, ""))}${suffix}`),
  );
  former.delete(id);
  return { kind, id, formerIds: [...former].sort(compareText), records };
}
