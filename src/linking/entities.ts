/** Chains of all articles -> entities, and for each chain the entity that it became. */
import type { Analysis, Entity, EntityKind, Note } from "../model.ts";
import { type ChainRecord, toChainRecords } from "./chain-records.ts";
import { type DecidedGroup, decideEntities } from "./decided-entities.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { countMentions, countNames, type EntityGroup } from "./groups.ts";
import { identify } from "./identifiers.ts";
import { agreeOnKinds } from "./kinds.ts";
import { mergeReasons } from "./merge-reasons.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import { groupOrganizations } from "./organizations.ts";
import { groupPeople } from "./people.ts";
import { groupCountries, groupPlaces } from "./places.ts";
import type { Stories } from "./stories.ts";
import type { LinkingTables } from "./tables.ts";
import { holdersOfOffices } from "./unnamed-offices.ts";

export interface LinkedCast {
  readonly entities: readonly Entity[];
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  readonly byId: ReadonlyMap<string, Entity>;
  /** Entities that a mention stands for; several for a plural (*the two countries*), none for what was left out. */
  resolve(article: number, mention: number): readonly string[];
}

export function linkEntities(
  analyses: readonly Analysis[],
  stories: Stories,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  options: LinkingOptions = NO_OPTIONS,
): LinkedCast {
  const records = agreeOnKinds(toChainRecords(analyses, stories));
  const ofKind = (...kinds: EntityKind[]) => records.filter(({ kind }) => kinds.includes(kind));
  const people = ofKind("person");
  const { groups, notes } = decideEntities(
    withUniqueIds([
      ...groupPeople(people, tables.nicknames, holdersOfOffices(people, analyses)),
      ...groupOrganizations(ofKind("organization"), tables.commonOrganizations),
      ...groupOrganizations(ofKind("group"), tables.commonOrganizations),
      ...groupCountries(ofKind("country")),
      ...groupPlaces(ofKind("place")),
    ]),
    options.decisions,
    options.origin,
  );
  const idOf = analyses.map(({ chains }) => new Array<string | undefined>(chains.length));
  for (const { id, records: members } of groups) {
    for (const { article, chain } of members) idOf[article]![chain] = id;
  }
  const entities = groups
    .map((group) => toEntity(group, analyses, toEvidence, options))
    .sort(by(({ id }) => id));
  return {
    entities,
    notes,
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    resolve(article, mention) {
      const { mentions, chains } = analyses[article]!;
      const chain = chains[mentions[mention]!.entity]!;
      return (chain.members ?? [chain.id]).flatMap((id) => idOf[article]![id] ?? []);
    },
  };
}

/** Where two groups ask for one id, the one with more mentions has it; the others add the story they come from. */
function withUniqueIds(groups: readonly EntityGroup[]): EntityGroup[] {
  const taken = new Set<string>();
  return [...groups]
    .sort(
      (a, b) =>
        countMentions(b.records) - countMentions(a.records) ||
        compareText(firstStory(a.records), firstStory(b.records)) ||
        compareText(a.id, b.id),
    )
    .map((group) => {
      let id = group.id;
      if (taken.has(id)) id = `${group.id}~${firstStory(group.records).slice(0, 8)}`;
      for (let n = 2; taken.has(id); n++) id = `${group.id}~${n}`;
      taken.add(id);
      return { ...group, id, formerIds: group.formerIds.filter((former) => former !== id) };
    });
}

function firstStory(records: readonly ChainRecord[]): string {
  return records.map(({ story }) => story).sort(compareText)[0] ?? "";
}

function toEntity(
  group: DecidedGroup,
  analyses: readonly Analysis[],
  toEvidence: ToEvidence,
  { identifiers }: LinkingOptions,
): Entity {
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
  const idOf = (article: number) => analyses[article]!.article.id;
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
    evidence: toEvidence(findings(group.records, analyses)),
  };
}

/** Sentences that name the entity; those with a pronoun only where there is nothing better. */
function findings(records: readonly ChainRecord[], analyses: readonly Analysis[]): Finding[] {
  return records.flatMap(({ article, mentions }) => {
    const all = mentions.map((i) => analyses[article]!.mentions[i]!);
    const naming = all.filter(({ form }) => form !== "pronoun");
    return (naming.length > 0 ? naming : all).map(({ sentence, rule }) => ({
      article,
      sentence,
      rule,
    }));
  });
}
