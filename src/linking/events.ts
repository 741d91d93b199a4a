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
  TimePrecision,
} from "../model.ts";
import { decideEvents } from "./decided-events.ts";
import type { Cast } from "./entities.ts";
import { clusterDay, clusterStory, dayKey } from "./event-clusters.ts";
import { eventLabel, type Telling } from "./event-labels.ts";
import { eventReasons } from "./event-reasons.ts";
import { type EventMentionRecord, namesNobody, toEventRecord } from "./event-records.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { groupBy } from "./groups.ts";
import { type PlacedPile, weightsOf } from "./link.ts";
import { hashOf } from "./linked-state.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { compareText, mostFrequent } from "./order.ts";
import type { PlacedArticle } from "./placing.ts";
import type { LinkingTables } from "./tables.ts";
import { wordingOf } from "./wordings.ts";

export interface LinkedEvents {
  /** Sorted. */
  readonly ids: readonly string[];
  /** `[article][event]` -> id of the event, if it was kept. */
  readonly idOf: readonly (readonly (string | undefined)[])[];
  /** Roles in all events. */
  readonly roleCount: number;
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  event(id: string): NewsEvent;
  /** Of an event: who takes part, and what says so. */
  roles(id: string): EventRoles;
  /** The label of an event that has other participants now. */
  relabel(event: NewsEvent): string;
  /** As they are kept, to be linked again. */
  tellings(): Iterable<LinkedTelling>;
}

/** An event mention: index of the article, index into its events. */
type Place = readonly [article: number, event: number];

const BASES: readonly EventInterval["basis"][] = [
  "explicit",
  "resolved",
  "inferred",
  "publication",
];
const ROLES: readonly EventRole[] = ["actor", "recipient", "participant", "place", "about"];

/** Of a cluster nothing is kept but which mentions it has; the event is worked out when it is asked for. */
export function linkEvents(
  { articles, counts }: PlacedPile,
  cast: Cast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  options: LinkingOptions = NO_OPTIONS,
): LinkedEvents {
  const weights = new Map([...counts].map(([id, of]) => [id, weightsOf(() => of, tables)]));
  const recordAt = ([article, event]: Place): EventMentionRecord | undefined => {
    const placed = articles[article]!;
    return toEventRecord(article, event, placed, cast, weights.get(placed.place.block)!);
  };
  const mentions = articles.flatMap(({ record }, article) =>
    record.events.map((_, event): Place => [article, event]),
  );
  const { clusters: found, inStory, dayKeys } = clusterMentions(mentions, articles, recordAt);
  const kept = mentions.flatMap((place, i) =>
    found[i]! < 0 ? [] : [{ place, cluster: found[i]! }],
  );
  const { clusters, notes, reasons } = decideEvents(
    kept.map(({ place }) => articles[place[0]]!.record.events[place[1]]!.id),
    kept.map(({ cluster }) => cluster),
    options,
  );
  const idOf = articles.map(({ record }) => new Array<string | undefined>(record.events.length));
  const places = new Map<string, readonly Place[]>();
  const articleAt = (i: number): PlacedArticle => articles[i]!;
  let roles = 0;
  const groups = groupBy(
    kept.map(({ place }, i) => ({ place, cluster: clusters[i]! })),
    ({ cluster }) => String(cluster),
  );
  for (const group of groups.values()) {
    const own = group.map(({ place }) => place);
    const id = eventId(own, recordAt, toEvidence, articleAt);
    places.set(id, own);
    roles += countRoles(own, articles, cast);
    for (const [article, event] of own) idOf[article]![event] = id;
  }
  const membersOf = (id: string): EventMentionRecord[] =>
    places.get(id)!.map((place) => recordAt(place)!);
  return {
    ids: [...places.keys()].sort(compareText),
    idOf,
    roleCount: roles,
    notes,
    event(id) {
      const members = membersOf(id);
      const decided = members.flatMap(({ event }) => reasons.get(event.id) ?? []);
      return toEvent(id, members, decided, cast, tables, toEvidence, articleAt);
    },
    roles: (id) => rolesOf(membersOf(id), cast, toEvidence),
    relabel: (event) => labelOf(event, membersOf(event.id), cast, tables, articleAt),
    *tellings() {
      for (const [i, [article, event]] of mentions.entries()) {
        const id = idOf[article]![event];
        if (id === undefined) continue;
        const { record } = articles[article]!;
        const [first, firstEvent] = mentions[inStory[i]!]!;
        yield {
          article: record.article.id,
          event,
          id,
          cluster: clusterName(articles[first]!.record.article.id, firstEvent),
          dayKey: dayKeys[i]!,
          namesNobody: namesNobody(record.events[event]!, article, cast),
        };
      }
    },
  };
}

export function clusterName(article: string, event: number): string {
  return `${article} ${event}`;
}

interface ClusteredMentions {
  /** Of each mention, named by its smallest; -1 where nobody known takes part. */
  readonly clusters: Int32Array;
  /** The same before clusters of several stories join. */
  readonly inStory: Int32Array;
  /** Hashes of the keys of those clusters; 0 where they have none. */
  readonly dayKeys: Float64Array;
}

/** Records live as long as their story is looked at. */
function clusterMentions(
  mentions: readonly Place[],
  articles: readonly PlacedArticle[],
  recordAt: (place: Place) => EventMentionRecord | undefined,
): ClusteredMentions {
  const clusters = new Int32Array(mentions.length).fill(-1);
  const dayKeys = new Float64Array(mentions.length);
  const byStory = groupBy(
    mentions.map((_, i) => i),
    (i) => articles[mentions[i]![0]]!.place.story,
  );
  const ofDay = new Map<string, number[][]>();
  for (const all of byStory.values()) {
    const known = all.flatMap((i) => {
      const record = recordAt(mentions[i]!);
      return record === undefined ? [] : [{ i, record }];
    });
    const inside = clusterStory(known.map(({ record }) => record));
    known.forEach(({ i }, at) => {
      clusters[i] = known[inside[at]!]!.i;
    });
    for (const group of groupBy(known, ({ i }) => String(clusters[i])).values()) {
      const key = dayKey(group.map(({ record }) => record));
      if (key === "") continue;
      const other = ofDay.get(key);
      const indexes = group.map(({ i }) => i);
      const hash = hashOf(key);
      for (const i of indexes) dayKeys[i] = hash;
      if (other) other.push(indexes);
      else ofDay.set(key, [indexes]);
    }
  }
  const inStory = clusters.slice();
  for (const groups of ofDay.values()) {
    if (groups.length === 1) continue;
    const members = groups.flat().sort((a, b) => a - b);
    const joined = clusterDay(
      members.map((i) => recordAt(mentions[i]!)!),
      members.map((i) => clusters[i]!),
    );
    members.forEach((i, at) => {
      clusters[i] = members[joined[at]!]!;
    });
  }
  return { clusters, inStory, dayKeys };
}

export function eventId(
  places: readonly Place[],
  recordAt: (place: Place) => EventMentionRecord | undefined,
  toEvidence: ToEvidence,
  articleAt: (index: number) => PlacedArticle,
): string {
  const [[article, event], ...others] = places as [Place, ...Place[]];
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
  const event = {
    id,
    act,
    plover: told[0]!.plover,
    ...(mode !== undefined ? { mode } : {}),
    ...(contexts.length > 0 ? { contexts } : {}),
    status,
    polarity: members[0]!.event.polarity,
    ...interval,
    participants,
    ...(former.length > 0 ? { formerIds: former } : {}),
    ...(merged.length > 0 ? { merged } : {}),
    evidence,
  };
  return { ...event, label: labelOf(event, members, cast, tables, articleAt) };
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
  return {
    ...(from !== undefined ? { from } : {}),
    ...(to !== undefined ? { to } : {}),
    ...(precision !== undefined ? { precision } : {}),
    basis,
  };
}

/** How many participants the event will have. */
function countRoles(
  mentions: readonly Place[],
  articles: readonly PlacedArticle[],
  cast: Cast,
): number {
  const sides = new Set<string>();
  const places = new Set<string>();
  for (const [article, event] of mentions) {
    const { roles, place } = articles[article]!.record.events[event]!;
    for (const { role, chain } of roles) {
      const found = role === "place" ? places : sides;
      for (const id of cast.resolve(article, chain)) found.add(id);
    }
    if (place !== undefined) for (const id of cast.resolve(article, place)) places.add(id);
  }
  return sides.size + places.size;
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
