/** Chains of all articles -> who they are, and for each chain the entity that it became. */
import type { Entity, EntityKind, Note } from "../model.ts";
import type { CastFacts, ChainRecord } from "./chain-records.ts";
import { createCompany } from "./company.ts";
import { type DecidedGroup, decideEntities } from "./decided-entities.ts";
import { countMentions, countNames, type EntityGroup } from "./groups.ts";
import { identify } from "./identifiers.ts";
import { agreeOnKinds } from "./kinds.ts";
import { mergeReasons } from "./merge-reasons.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { compareText, mostFrequent } from "./order.ts";
import { groupOrganizations } from "./organizations.ts";
import { groupPeople } from "./people.ts";
import { groupCountries, groupPlaces } from "./places.ts";
import type { LinkingTables } from "./tables.ts";
import { holdersOfOffices } from "./unnamed-offices.ts";

/** An entity before its evidence is gathered. */
export type EntityHead = Omit<Entity, "evidence">;

export interface Cast {
  /** Sorted by id. */
  readonly heads: readonly EntityHead[];
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  readonly byId: Pick<ReadonlyMap<string, EntityHead>, "get" | "has">;
  /** Entities that a chain stands for; several for a plural (*the two countries*), none for what was left out. */
  resolve(article: number, chain: number): readonly string[];
}

/** An article, as far as its cast goes. */
export interface CastArticle {
  readonly id: string;
  readonly chains: readonly CastFacts[];
}

/** `chains`: of all the articles, in their order. */
export function linkEntities(
  chains: readonly ChainRecord[],
  articles: readonly CastArticle[],
  tables: LinkingTables,
  options: LinkingOptions = NO_OPTIONS,
): Cast {
  const { groups, notes } = groupChains(chains, tables, options);
  const idsOf = articles.map(({ chains: own }) =>
    new Array<readonly string[]>(own.length).fill(NOBODY),
  );
  for (const { id, records: members } of groups) {
    const ids = [id];
    for (const { article, chain } of members) idsOf[article]![chain] = ids;
  }
  articles.forEach(({ chains: own }, article) => {
    const ids = idsOf[article]!;
    own.forEach(({ members }, chain) => {
      if (members !== undefined) {
        ids[chain] = members.flatMap((id) => (own[id]!.members === undefined ? ids[id]! : []));
      }
    });
  });
  // What is said of an entity is worked out when it is asked for: an addition asks for few.
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  const known = new Map<string, EntityHead>();
  const headOf = (id: string): EntityHead => {
    let head = known.get(id);
    if (head === undefined) {
      head = toHead(groupOf.get(id)!, options, (i) => articles[i]!.id);
      known.set(id, head);
    }
    return head;
  };
  const has = (id: string): boolean => groupOf.has(id) || known.has(id);
  let heads: readonly EntityHead[] | undefined;
  return {
    get heads() {
      heads ??= [...groupOf.keys()].sort(compareText).map(headOf);
      // The chains, of which there are millions, are asked for nothing more.
      groupOf.clear();
      return heads;
    },
    notes,
    byId: {
      has,
      get: (id) => (has(id) ? headOf(id) : undefined),
    },
    resolve: (article, chain) => idsOf[article]![chain]!,
  };
}

const NOBODY: readonly string[] = [];

/** Apart, so that nothing of it outlives the groups. */
function groupChains(
  chains: readonly ChainRecord[],
  tables: LinkingTables,
  options: LinkingOptions,
): { readonly groups: readonly DecidedGroup[]; readonly notes: readonly Note[] } {
  const records = agreeOnKinds(chains);
  const ofKind = (wanted: EntityKind) => records.filter(({ kind }) => kind === wanted);
  const people = ofKind("person");
  const found = withUniqueIds([
    ...groupPeople(people, tables, {
      holderOf: holdersOfOffices(people),
      companyOf: createCompany(records),
    }),
    ...groupOrganizations(ofKind("organization"), tables),
    ...groupOrganizations(ofKind("group"), tables),
    ...groupCountries(ofKind("country")),
    ...groupPlaces(ofKind("place")),
  ]);
  return options.decisions.length === 0
    ? { groups: found, notes: [] }
    : decideEntities(byMentions(found), options.decisions, options.origin);
}

/** Where two groups ask for one id, the one with more mentions has it; the others add the story they come from. */
function withUniqueIds(groups: readonly EntityGroup[]): EntityGroup[] {
  const wishes = new Map<string, number>();
  for (const { id } of groups) wishes.set(id, (wishes.get(id) ?? 0) + 1);
  const isRival = ({ id }: EntityGroup): boolean => wishes.get(id)! > 1;
  const taken = new Set(groups.filter((group) => !isRival(group)).map(({ id }) => id));
  const rivals = byMentions(groups.filter(isRival))
    .map((group) => ({ group, story: firstStory(group.records) }))
    .map(({ group, story }) => {
      let id = group.id;
      if (taken.has(id)) id = `${group.id}~${story.slice(0, 8)}`;
      for (let n = 2; taken.has(id); n++) id = `${group.id}~${n}`;
      taken.add(id);
      return { ...group, id };
    });
  return [...groups.filter((group) => !isRival(group)), ...rivals].map((group) =>
    group.formerIds.includes(group.id)
      ? { ...group, formerIds: group.formerIds.filter((former) => former !== group.id) }
      : group,
  );
}

/** The most first; of a name in a decision the first that has it is meant. */
function byMentions(groups: readonly EntityGroup[]): EntityGroup[] {
  return groups
    .map((group) => ({
      ...{ group, mentions: countMentions(group.records), story: firstStory(group.records) },
    }))
    .sort(
      (a, b) =>
        b.mentions - a.mentions ||
        compareText(a.story, b.story) ||
        compareText(a.group.id, b.group.id),
    )
    .map(({ group }) => group);
}

function firstStory(records: readonly ChainRecord[]): string {
  return records.reduce((first, { story }) => (first === "" || story < first ? story : first), "");
}

function toHead(
  group: DecidedGroup,
  { identifiers }: LinkingOptions,
  idOf: (article: number) => string,
): EntityHead {
  const names = countNames(group.records);
  const forms = new Map<string, number>();
  const countries = new Map<string, number>();
  for (const { name, names: written, country } of group.records) {
    forms.set(name, (forms.get(name) ?? 0) + 1);
    for (const [form, count] of written) forms.set(form, (forms.get(form) ?? 0) + count);
    if (country !== undefined) countries.set(country, (countries.get(country) ?? 0) + 1);
  }
  const full =
    group.kind === "person" ? new Map([...names].filter(([n]) => n.includes(" "))) : names;
  const found = mostFrequent(full.size > 0 ? full : names)!;
  const name = group.rename ?? found;
  forms.delete(name);
  const merged = [
    ...mergeReasons(group.kind, found, group.records, idOf),
    ...(group.decided ?? []),
  ];
  const country = mostFrequent(countries);
  return {
    id: group.id,
    kind: group.kind,
    name,
    aliases: [...forms]
      .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
      .map(([form]) => form),
    ...(country !== undefined ? { country } : {}),
    ...(group.records.every(({ unnamed }) => unnamed) ? { unnamed: true } : {}),
    ...(group.formerIds.length > 0 ? { formerIds: group.formerIds } : {}),
    ...(merged.length > 0 ? { merged } : {}),
    ...identify(group.id, [name, ...forms.keys()], group.kind, country, identifiers),
  };
}
