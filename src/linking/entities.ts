/** Chains of all articles -> who they are, and for each chain the entity that it became. */
import type { Entity, Note, SortedTexts } from "../model.ts";
import { hashOf, WideHash } from "../text/wide-hash.ts";
import { ChainOwners } from "./chain-owners.ts";
import { type ChainPile, KINDS, type Rows } from "./chain-pile.ts";
import { createCompany } from "./company.ts";
import { type DecidedGroup, decideEntities } from "./decided-entities.ts";
import { countLines, countMentions, type EntityGroup, namesOfLines } from "./groups.ts";
import { identify } from "./identifiers.ts";
import { agreeOnKinds, rowsByKind } from "./kinds.ts";
import { mergeReasons } from "./merge-reasons.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { compareText, mostFrequent } from "./order.ts";
import { groupOrganizations } from "./organizations.ts";
import { createHeadPile } from "./packed-heads.ts";
import { groupPeople } from "./people.ts";
import { groupCountries, groupPlaces } from "./places.ts";
import { settleIds } from "./settled-ids.ts";
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
  /** The number of what a chain says: equal for those that say the same. */
  line(article: number, chain: number): number;
  /** How many chains the article has. */
  countChains(article: number): number;
  /** Of an article: equal, as good as certainly (53 bits), when all its chains became the same entities. */
  hashOf(article: number): number;
  /** Articles of which a chain is one of the entities. */
  articlesOf(ids: ReadonlySet<string>): Iterable<number>;
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

/** `idOf`: the id of an article. */
export function linkEntities(
  pile: ChainPile,
  idOf: (article: number) => string,
  tables: LinkingTables,
  options: LinkingOptions = NO_OPTIONS,
): Cast {
  const { groups, notes } = groupChains(pile, tables, options);
  const owners = new ChainOwners(pile);
  const ids: string[] = [];
  const numberOf = new Map<string, number>();
  /** What is said of an entity is worked out when it is asked for: an addition asks for few. */
  const groupOf: DecidedGroup[] = [];
  for (const group of groups) {
    const number = numberOf.get(group.id) ?? ids.push(group.id) - 1;
    numberOf.set(group.id, number);
    groupOf[number] = group;
    const { rows } = group;
    for (let i = 0; i < rows.length; i++) owners.give(rows[i]!, number);
  }
  return castOfGroups(notes, { ids, numberOf, groupOf, owners }, (group) =>
    toHead(pile, group, options, idOf),
  );
}

/** By number, which is that of the id among all once they are settled. */
interface NumberedGroups {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly groupOf: readonly DecidedGroup[];
  readonly owners: ChainOwners;
}

function castOfGroups(
  notes: readonly Note[],
  groups: NumberedGroups,
  toHeadOf: (group: DecidedGroup) => EntityHead,
): Cast {
  const { owners } = groups;
  let ids = idsAsTheyCame(groups);
  let headAt = createHeads(groups.groupOf, toHeadOf);
  let settle: (() => SettledCast) | undefined = settler(groups, toHeadOf);
  let settled: SettledCast | undefined;
  /** By number of the entity; 0 where it was not asked for. */
  let hashes = new Float64Array(ids.length);
  return {
    settled() {
      if (settle !== undefined) {
        settled = settle();
        // The chains, of which there are millions, are asked for nothing more.
        settle = undefined;
        hashes = new Float64Array(ids.length);
        ({ ids, headAt } = settled);
      }
      return settled!;
    },
    notes,
    byId: {
      has: (id) => ids.placeOf(id) >= 0,
      get(id) {
        const number = ids.placeOf(id);
        return number < 0 ? undefined : headAt(number);
      },
    },
    resolve: (article, chain) => owners.of(article, chain, idAt),
    line: (article, chain) => owners.line(article, chain),
    countChains: (article) => owners.count(article),
    hashOf: hashOfArticle,
    articlesOf(wanted) {
      const numbers = new Set(Array.from(wanted, (id) => ids.placeOf(id)));
      return owners.articlesOf((owner) => numbers.has(owner));
    },
  };

  function hashOfArticle(article: number): number {
    const hash = new WideHash();
    owners.forEach(
      article,
      (owner) => {
        if (hashes[owner] === 0) hashes[owner] = hashOf(idAt(owner));
        hash.add(hashes[owner]! >>> 0);
        hash.add(hashes[owner]! / 2 ** 32);
      },
      (chain) => hash.add(chain),
    );
    return hash.sum() || 1;
  }

  function idAt(number: number): string {
    return ids.at(number);
  }
}

/** In no order. */
function idsAsTheyCame({ ids, numberOf }: NumberedGroups): SortedTexts {
  return {
    length: ids.length,
    at: (number) => ids[number]!,
    placeOf: (id) => numberOf.get(id) ?? -1,
  };
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
): () => SettledCast {
  return () => settleHeads(groups, toHeadOf);
}

/** Numbers in the order of the ids, and heads packed. */
function settleHeads(
  { ids, owners, groupOf }: NumberedGroups,
  toHeadOf: (group: DecidedGroup) => EntityHead,
): SettledCast {
  const order = new Uint32Array(ids.length)
    .map((_, number) => number)
    .sort((a, b) => compareText(ids[a]!, ids[b]!));
  const ranks = new Uint32Array(ids.length);
  const packed = createHeadPile(ids.length);
  const kinds: Record<string, number> = {};
  order.forEach((number, rank) => {
    ranks[number] = rank;
    const head = toHeadOf(groupOf[number]!);
    kinds[head.kind] = (kinds[head.kind] ?? 0) + 1;
    packed.add(head);
  });
  owners.renumber(ranks);
  const sorted = settleIds(Array.from(order, (number) => ids[number]!));
  return { ids: sorted, headAt: packed.at, kinds };
}

/** Apart, so that nothing of it outlives the groups. */
function groupChains(
  pile: ChainPile,
  tables: LinkingTables,
  options: LinkingOptions,
): { readonly groups: readonly DecidedGroup[]; readonly notes: readonly Note[] } {
  const kinds = agreeOnKinds(pile);
  const rows = rowsByKind(pile, kinds);
  const [people, organizations, others, countries, places] = KINDS.map((_, kind) => rows[kind]!);
  const found = withUniqueIds(pile, [
    ...groupPeople(pile, people!, tables, {
      holderOf: holdersOfOffices(pile, people!),
      companyOf: createCompany(pile, kinds),
    }),
    ...groupOrganizations(pile, organizations!, "organization", tables),
    ...groupOrganizations(pile, others!, "group", tables),
    ...groupCountries(pile, countries!),
    ...groupPlaces(pile, places!),
  ]);
  return options.decisions.length === 0
    ? { groups: found, notes: [] }
    : decideEntities(pile, byMentions(pile, found), options.decisions, options.origin);
}

/** Where two groups ask for one id, the one with more mentions has it; the others add the story they come from. */
function withUniqueIds(pile: ChainPile, groups: readonly EntityGroup[]): EntityGroup[] {
  const wishes = new Map<string, number>();
  for (const { id } of groups) wishes.set(id, (wishes.get(id) ?? 0) + 1);
  const alone: EntityGroup[] = [];
  const rivals: EntityGroup[] = [];
  for (const group of groups) (wishes.get(group.id)! > 1 ? rivals : alone).push(group);
  const given = new Set<string>();
  const isTaken = (id: string): boolean => wishes.get(id) === 1 || given.has(id);
  const parted = byMentions(pile, rivals).map((group) => {
    let id = group.id;
    if (isTaken(id)) {
      const story = pile.storyId(firstStory(pile, group.rows));
      id = `${group.id}~${story.slice(0, 8)}`;
    }
    for (let n = 2; isTaken(id); n++) id = `${group.id}~${n}`;
    given.add(id);
    return { kind: group.kind, id, formerIds: group.formerIds, rows: group.rows };
  });
  return [...alone, ...parted].map((group) =>
    group.formerIds.includes(group.id)
      ? { ...group, formerIds: group.formerIds.filter((former) => former !== group.id) }
      : group,
  );
}

/** The most first; of a name in a decision the first that has it is meant. */
function byMentions(pile: ChainPile, groups: readonly EntityGroup[]): EntityGroup[] {
  return groups
    .map((group) => ({
      group,
      mentions: countMentions(pile, group.rows),
      story: firstStory(pile, group.rows),
    }))
    .sort(
      (a, b) => b.mentions - a.mentions || a.story - b.story || compareText(a.group.id, b.group.id),
    )
    .map(({ group }) => group);
}

function firstStory(pile: ChainPile, rows: Rows): number {
  let first = pile.story(rows[0]!);
  for (let i = 1; i < rows.length; i++) first = Math.min(first, pile.story(rows[i]!));
  return first;
}

function toHead(
  pile: ChainPile,
  group: DecidedGroup,
  { identifiers }: LinkingOptions,
  idOf: (article: number) => string,
): EntityHead {
  const { rows } = group;
  const lines = countLines(pile, rows);
  const names = namesOfLines(pile, lines);
  const forms = new Map<string, number>();
  const countries = new Map<string, number>();
  let areUnnamed = true;
  for (const [line, times] of lines) {
    const own = pile.text(pile.nameOfLine(line));
    forms.set(own, (forms.get(own) ?? 0) + times);
    pile.forEachForm(line, (number, count) => {
      const form = pile.text(number);
      forms.set(form, (forms.get(form) ?? 0) + count * times);
    });
    const country = pile.countryText(pile.countryOfLine(line));
    if (country !== undefined) countries.set(country, (countries.get(country) ?? 0) + times);
    areUnnamed &&= pile.isUnnamedLine(line);
  }
  const full =
    group.kind === "person" ? new Map([...names].filter(([n]) => n.includes(" "))) : names;
  const found = mostFrequent(full.size > 0 ? full : names)!;
  const name = group.rename ?? found;
  forms.delete(name);
  const merged = [
    ...mergeReasons(group.kind, found, pile, rows, lines.keys(), idOf),
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
    ...(areUnnamed ? { unnamed: true } : {}),
    ...(group.formerIds.length > 0 ? { formerIds: group.formerIds } : {}),
    ...(merged.length > 0 ? { merged } : {}),
    ...identify(group.id, [name, ...forms.keys()], group.kind, country, identifiers),
  };
}
