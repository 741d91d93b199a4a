/** Chains of all articles -> who they are, and for each chain the entity that it became. */
import type { Entity, EntityKind, Note, SortedTexts } from "../model.ts";
import { ChainOwners } from "./chain-owners.ts";
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
import { createHeadPile } from "./packed-heads.ts";
import { groupPeople } from "./people.ts";
import { groupCountries, groupPlaces } from "./places.ts";
import type { LinkingTables } from "./tables.ts";
import { holdersOfOffices } from "./unnamed-offices.ts";

/** An entity before its evidence is gathered. */
export type EntityHead = Omit<Entity, "evidence">;

export interface Cast {
  /** Of all entities. Once they were asked for, an entity goes by its number among them. */
  settled(): SettledCast;
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  readonly byId: {
    get(id: string): EntityHead | undefined;
    has(id: string): boolean;
  };
  /** Entities that a chain stands for; several for a plural (*the two countries*), none for what was left out. */
  resolve(article: number, chain: number): readonly string[];
}

export interface SettledCast {
  readonly ids: SortedTexts;
  /** By the number of its id. */
  headAt(number: number): EntityHead;
  /** How many there are of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** One after the other. */
export function* headsOf({ ids, headAt }: SettledCast): Generator<EntityHead> {
  for (let number = 0; number < ids.length; number++) yield headAt(number);
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
  const owners = new ChainOwners(eachCast(articles));
  const ids: string[] = [];
  const numberOf = new Map<string, number>();
  /** What is said of an entity is worked out when it is asked for: an addition asks for few. */
  const groupOf: DecidedGroup[] = [];
  for (const group of groups) {
    const number = numberOf.get(group.id) ?? ids.push(group.id) - 1;
    numberOf.set(group.id, number);
    groupOf[number] = group;
    for (const { article, chain } of group.records) owners.give(article, chain, number);
  }
  return castOfGroups(notes, { ids, numberOf, groupOf, owners }, (group) =>
    toHead(group, options, (i) => articles[i]!.id),
  );
}

function* eachCast(articles: readonly CastArticle[]): Generator<readonly CastFacts[]> {
  for (const { chains } of articles) yield chains;
}

/** By number, which is that of the id among all once they are settled. */
interface NumberedGroups {
  readonly ids: readonly string[];
  readonly numberOf: Map<string, number>;
  readonly groupOf: readonly DecidedGroup[];
  readonly owners: ChainOwners;
}

function castOfGroups(
  notes: readonly Note[],
  groups: NumberedGroups,
  toHeadOf: (group: DecidedGroup) => EntityHead,
): Cast {
  const { numberOf, owners } = groups;
  let { ids } = groups;
  let headAt = createHeads(groups.groupOf, toHeadOf);
  let settle: (() => SettledHeads) | undefined = settler(groups, toHeadOf);
  let settled: SettledCast | undefined;
  return {
    settled() {
      if (settle !== undefined) {
        const heads = settle();
        // The chains, of which there are millions, are asked for nothing more.
        settle = undefined;
        ({ ids, headAt } = heads);
        settled = {
          ids: { ...{ length: ids.length, at: (place) => ids[place]! }, placeOf },
          headAt,
          kinds: heads.kinds,
        };
      }
      return settled!;
    },
    notes,
    byId: {
      has: (id) => numberOf.has(id),
      get(id) {
        const number = numberOf.get(id);
        return number === undefined ? undefined : headAt(number);
      },
    },
    resolve: (article, chain) => owners.of(article, chain, idAt),
  };

  function idAt(number: number): string {
    return ids[number]!;
  }

  function placeOf(id: string): number {
    return numberOf.get(id) ?? -1;
  }
}

function createHeads(
  groupOf: readonly DecidedGroup[],
  toHeadOf: (group: DecidedGroup) => EntityHead,
): (number: number) => EntityHead {
  const known = new Map<number, EntityHead>();
  return (number) => {
    let head = known.get(number);
    if (head === undefined) {
      head = toHeadOf(groupOf[number]!);
      known.set(number, head);
    }
    return head;
  };
}

/** Apart: what is kept for it goes with it. */
function settler(
  groups: NumberedGroups,
  toHeadOf: (group: DecidedGroup) => EntityHead,
): () => SettledHeads {
  return () => settleHeads(groups, toHeadOf);
}

interface SettledHeads {
  readonly ids: readonly string[];
  readonly headAt: (number: number) => EntityHead;
  readonly kinds: SettledCast["kinds"];
}

/** Numbers in the order of the ids, and heads packed. */
function settleHeads(
  { ids, numberOf, owners, groupOf }: NumberedGroups,
  toHeadOf: (group: DecidedGroup) => EntityHead,
): SettledHeads {
  const order = new Uint32Array(ids.length)
    .map((_, number) => number)
    .sort((a, b) => compareText(ids[a]!, ids[b]!));
  const ranks = new Uint32Array(ids.length);
  const sorted: string[] = [];
  const packed = createHeadPile(ids.length);
  const kinds: Record<string, number> = {};
  order.forEach((number, rank) => {
    const id = ids[number]!;
    ranks[number] = rank;
    sorted.push(id);
    numberOf.set(id, rank);
    const head = toHeadOf(groupOf[number]!);
    kinds[head.kind] = (kinds[head.kind] ?? 0) + 1;
    packed.add(head);
  });
  owners.renumber(ranks);
  return { ids: sorted, headAt: packed.at, kinds };
}

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
