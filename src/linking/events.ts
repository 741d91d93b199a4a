/** Event mentions of all articles -> events; what each article told stays in the evidence. */
import type {
  EventInterval,
  EventRole,
  EventStatus,
  Evidence,
  LinkedTelling,
  Merge,
  NewsEvent,
  Note,
  Participant,
  SortedTexts,
  TimePrecision,
} from "../model.ts";
import { toInterval } from "../text/interval.ts";
import type { Mutable } from "../text/mutable.ts";
import { TextColumn } from "../text/text-column.ts";
import { type DecidedEvents, decideEvents } from "./decided-events.ts";
import type { Cast } from "./entities.ts";
import { eventLabel, type Telling } from "./event-labels.ts";
import {
  type Groups,
  groupNumbers,
  type MentionPlace,
  type Mentions,
  numberMentions,
} from "./event-mentions.ts";
import { eventReasons } from "./event-reasons.ts";
import { countRoles, type EventMentionRecord, toEventRecord } from "./event-records.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { type PlacedPile, weightsOf } from "./link.ts";
import { clusterMentions } from "./mention-clusters.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { compareText, mostFrequent } from "./order.ts";
import type { PlacedArticle } from "./placing.ts";
import type { LinkingTables } from "./tables.ts";
import { wordingOf } from "./wordings.ts";

export interface LinkedEvents {
  /** Sorted. */
  readonly ids: SortedTexts;
  /** Of an article: the event that each of its mentions became, if it was kept. */
  idsOf(article: number): readonly (string | undefined)[];
  /** Roles in all events. */
  readonly roleCount: number;
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  /** Each once, in the order in which the articles tell of them: of an article at a time is read. */
  all(): Iterable<NewsEvent>;
  /** The label of an event that has other participants now. */
  relabel(event: NewsEvent): string;
  /** As they are kept, to be linked again. */
  tellings(): Iterable<LinkedTelling>;
}

const BASES: readonly EventInterval["basis"][] = [
  "explicit",
  "resolved",
  "inferred",
  "publication",
];
const ROLES: readonly EventRole[] = ["actor", "recipient", "participant", "place", "about"];

/** Of a cluster nothing is kept but which mentions it has; the event is worked out when it is its turn. */
export function linkEvents(
  { articles, eventCounts, counts }: PlacedPile,
  cast: Cast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  options: LinkingOptions = NO_OPTIONS,
): LinkedEvents {
  const weights = new Map([...counts].map(([id, of]) => [id, weightsOf(() => of, tables)]));
  const mentions = numberMentions(eventCounts);
  const recordAt = ([article, event]: MentionPlace): EventMentionRecord | undefined => {
    const placed = articles[article]!;
    return toEventRecord(article, event, placed, cast, weights.get(placed.place.block)!);
  };
  const articleAt = (i: number): PlacedArticle => articles[i]!;
  const { inStory, dayKeys, roles, namesNobody, ...found } = clusterMentions(
    mentions,
    articles,
    cast,
    recordAt,
  );
  const { clusters, notes, reasons } = decided(found.clusters, mentions, articles, options);
  const groups = groupNumbers(clusters);
  const named = nameEvents(groups, (members) =>
    eventId(members.map(mentions.place), recordAt, toEvidence, articleAt),
  );
  const placesOf = (group: number): MentionPlace[] => groups.members(group).map(mentions.place);
  const membersOf = (group: number): EventMentionRecord[] =>
    placesOf(group).map((place) => recordAt(place)!);
  const { ids, groupOf } = named;
  return {
    ids,
    idsOf(article) {
      return mentions.of(article).map((mention) => {
        const group = groups.groupOf(mention);
        return group < 0 ? undefined : ids.at(named.indexOf[group]!);
      });
    },
    roleCount: countAllRoles(groups, (members) => {
      const [only, ...others] = members;
      return others.length === 0
        ? roles[only!]!
        : countRoles(
            members.map((mention) => {
              const [article, event] = mentions.place(mention);
              return { article, event: articles[article]!.record.events[event]! };
            }),
            cast,
          );
    }),
    notes,
    *all() {
      for (let group = 0; group < groups.count; group++) {
        const index = named.indexOf[group]!;
        if (groupOf[index] !== group) continue;
        const members = membersOf(group);
        const said = members.flatMap(({ event }) => reasons.get(event.id) ?? []);
        yield toEvent(ids.at(index), members, said, cast, tables, toEvidence, articleAt);
      }
    },
    relabel(event) {
      const group = groupOf[ids.placeOf(event.id)]!;
      return labelOf(event, membersOf(group), cast, tables, articleAt);
    },
    *tellings() {
      for (const [article, { record }] of articles.entries()) {
        for (const [event, mention] of mentions.of(article).entries()) {
          const group = groups.groupOf(mention);
          if (group < 0) continue;
          const [first, firstEvent] = mentions.place(inStory[mention]!);
          yield {
            article: record.article.id,
            event,
            id: ids.at(named.indexOf[group]!),
            cluster: clusterName(articles[first]!.record.article.id, firstEvent),
            dayKey: dayKeys[mention]!,
            namesNobody: namesNobody[mention] === 1,
          };
        }
      }
    },
  };
}

function countAllRoles(groups: Groups, countOf: (members: readonly number[]) => number): number {
  let count = 0;
  for (let group = 0; group < groups.count; group++) count += countOf(groups.members(group));
  return count;
}

interface NamedEvents {
  readonly ids: SortedTexts;
  /** Of each group: which of the ids it has. */
  readonly indexOf: Uint32Array;
  /** Of each id: its group. */
  readonly groupOf: Uint32Array;
}

function nameEvents(groups: Groups, idOf: (members: readonly number[]) => string): NamedEvents {
  const own = new TextColumn();
  for (let group = 0; group < groups.count; group++) own.add(idOf(groups.members(group)));
  const order = new Uint32Array(groups.count)
    .map((_, group) => group)
    .sort((a, b) => own.compare(a, b) || a - b);
  const ids = new TextColumn();
  let last: number | undefined;
  const indexOf = new Uint32Array(groups.count);
  const groupOf = new Uint32Array(groups.count);
  for (const group of order) {
    if (last === undefined || own.compare(last, group) !== 0) ids.add(own.at(group));
    last = group;
    indexOf[group] = ids.length - 1;
    groupOf[ids.length - 1] = group;
  }
  return { ids, indexOf, groupOf };
}

interface Decided extends Pick<DecidedEvents, "notes" | "reasons"> {
  readonly clusters: Int32Array;
}

function decided(
  found: Int32Array,
  mentions: Mentions,
  articles: readonly PlacedArticle[],
  options: LinkingOptions,
): Decided {
  if (options.decisions.length === 0) return { clusters: found, notes: [], reasons: new Map() };
  const kept: number[] = [];
  found.forEach((cluster, mention) => {
    if (cluster >= 0) kept.push(mention);
  });
  const ids = kept.map((mention) => {
    const [article, event] = mentions.place(mention);
    return articles[article]!.record.events[event]!.id;
  });
  const { clusters, notes, reasons } = decideEvents(
    ids,
    kept.map((mention) => found[mention]!),
    options,
  );
  const changed = found.slice();
  kept.forEach((mention, i) => {
    changed[mention] = clusters[i]!;
  });
  return { clusters: changed, notes, reasons };
}

export function clusterName(article: string, event: number): string {
  return `${article} ${event}`;
}

export function eventId(
  places: readonly MentionPlace[],
  recordAt: (place: MentionPlace) => EventMentionRecord | undefined,
  toEvidence: ToEvidence,
  articleAt: (index: number) => PlacedArticle,
): string {
  const [[article, event], ...others] = places as [MentionPlace, ...MentionPlace[]];
  if (others.length === 0) return articleAt(article).record.events[event]!.id;
  const members = places.map((place) => recordAt(place)!);
  return earliestId(members, toEvidence(members.map(toFinding))[0]!, articleAt);
}

/** `members`: in the order of their articles. */
export function toEvent(
  id: string,
  members: readonly EventMentionRecord[],
  decided: readonly Merge[],
  cast: Cast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  articleAt: (index: number) => PlacedArticle,
): NewsEvent {
  const ids = members.map(({ event }) => event.id);
  const { participants, evidence } = rolesOf(members, cast, toEvidence);
  const status = statusOf(members);
  const told = members.filter(({ event }) => event.status === status).map(({ event }) => event);
  const interval = intervalOf(members);
  const mode = mostFrequentOf(members.flatMap(({ event }) => event.mode ?? []));
  const contexts = commonContexts(members);
  const act = members[0]!.event.act;
  const former = [...new Set(ids)].filter((other) => other !== id).sort(compareText);
  const merged = [...eventReasons(members, ids), ...decided];
  const event: Partial<Mutable<NewsEvent>> = { id, act, plover: told[0]!.plover };
  if (mode !== undefined) event.mode = mode;
  if (contexts.length > 0) event.contexts = contexts;
  event.status = status;
  event.polarity = members[0]!.event.polarity;
  Object.assign(event, interval);
  event.participants = participants;
  if (former.length > 0) event.formerIds = former;
  if (merged.length > 0) event.merged = merged;
  event.evidence = evidence;
  event.label = labelOf(event as NewsEvent, members, cast, tables, articleAt);
  return event as NewsEvent;
}

type EventRoles = Pick<NewsEvent, "participants" | "evidence">;

function rolesOf(
  members: readonly EventMentionRecord[],
  cast: Cast,
  toEvidence: ToEvidence,
): EventRoles {
  const evidence = toEvidence(members.map(toFinding));
  // Told once, as most events are: the one sentence tells of everybody in it.
  const ofMembers = members.length === 1 ? () => evidence : toEvidence;
  return { participants: participantsOf(members, cast, ofMembers), evidence };
}

function labelOf(
  event: Omit<NewsEvent, "label">,
  members: readonly EventMentionRecord[],
  cast: Cast,
  tables: LinkingTables,
  articleAt: (index: number) => PlacedArticle,
): string {
  const tellings = members.map(({ article, event: mention }): Telling => {
    const { record } = articleAt(article);
    return {
      wording: wordingOf(record, article, mention, cast, tables.labelWords),
      event: mention,
      id: record.article.id,
      isHeadline: record.sentences[mention.sentence]!.block === "headline",
    };
  });
  return eventLabel(event, tellings, cast, tables.labelWords);
}

/** What at least half of the tellings that have a context say the event is about. */
function commonContexts(members: readonly EventMentionRecord[]): string[] {
  const told = members.flatMap(({ event: { contexts } }) => (contexts ? [contexts] : []));
  const counts = new Map<string, number>();
  for (const contexts of told)
    for (const context of contexts) counts.set(context, (counts.get(context) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= told.length)
    .map(([context]) => context)
    .sort();
}

/** The id of the telling that the earliest evidence is of; of two in one sentence the smaller. */
function earliestId(
  members: readonly EventMentionRecord[],
  { article, start }: Evidence,
  articleAt: (index: number) => PlacedArticle,
): string {
  const own = members.filter((member) => {
    const { record } = articleAt(member.article);
    return record.article.id === article && record.sentences[member.sentence]!.start === start;
  });
  return (own.length > 0 ? own : members).map(({ event }) => event.id).sort(compareText)[0]!;
}

function toFinding({ article, event }: EventMentionRecord): Finding {
  const { sentence, rule, status, polarity } = event;
  return { article, sentence, rule, status, polarity };
}

/** Held wins over planned; between planned and cancelled the later article wins. */
function statusOf(members: readonly EventMentionRecord[]): EventStatus {
  const told = new Set(members.map(({ event }) => event.status));
  for (const status of ["actual", "ongoing"] as const) if (told.has(status)) return status;
  return told.has("cancelled") ? "cancelled" : [...told].sort(compareText)[0]!;
}

/** The days that all tellings have in common, with the best basis that any of them gives. */
function intervalOf(
  members: readonly EventMentionRecord[],
): Pick<NewsEvent, "from" | "to" | "precision" | "basis"> {
  const intervals = members.flatMap(({ event }) => event.interval ?? []);
  const known = intervals.filter(({ basis }) => basis !== "publication");
  const used = known.length > 0 ? known : intervals;
  if (used.length === 0) return {};
  const from = used
    .flatMap((interval) => interval.from ?? [])
    .sort(compareText)
    .at(-1);
  const to = used.flatMap((interval) => interval.to ?? []).sort(compareText)[0];
  const narrowest = used
    .filter((interval) => interval.from === from && interval.to === to)
    .map(({ precision }) => precision)
    .find((precision) => precision !== undefined);
  const precision: TimePrecision | undefined = narrowest ?? (from === to ? "day" : undefined);
  const basis = BASES.find((name) => used.some((interval) => interval.basis === name))!;
  return toInterval(from, to, precision, basis);
}

/** Each entity once a role; who is told as actor and as participant of one event keeps the role told most often. */
function participantsOf(
  members: readonly EventMentionRecord[],
  cast: Cast,
  toEvidence: ToEvidence,
): Participant[] {
  const found = new Map<string, Map<EventRole, Finding[]>>();
  for (const member of members) {
    const { event, article, places } = member;
    const put = (entity: string, role: EventRole) => {
      const roles = found.get(entity) ?? new Map<EventRole, Finding[]>();
      const findings = roles.get(role);
      if (findings) findings.push(toFinding(member));
      else roles.set(role, [toFinding(member)]);
      found.set(entity, roles);
    };
    for (const { role, chain } of event.roles) {
      if (role === "place") continue;
      for (const entity of cast.resolve(article, chain)) put(entity, role);
    }
    for (const place of places) put(place, "place");
  }
  return [...found]
    .flatMap(([entity, roles]) =>
      withoutTwins(roles).map(([role, findings]) => ({
        entity,
        role,
        evidence: toEvidence(findings),
      })),
    )
    .sort(
      (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || compareText(a.entity, b.entity),
    );
}

function withoutTwins(roles: ReadonlyMap<EventRole, Finding[]>): [EventRole, Finding[]][] {
  if (roles.size === 1) return [...roles];
  const sides = [...roles].filter(([role]) => role !== "place");
  const rest = [...roles].filter(([role]) => role === "place");
  if (sides.length <= 1) return [...sides, ...rest];
  const [best] = [...sides].sort(
    (a, b) => b[1].length - a[1].length || ROLES.indexOf(a[0]) - ROLES.indexOf(b[0]),
  );
  return [[best![0], sides.flatMap(([, findings]) => findings)], ...rest];
}

function mostFrequentOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return mostFrequent(counts);
}
