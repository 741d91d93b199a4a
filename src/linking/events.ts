/** Event mentions of all articles -> events; what each article told stays in the evidence. */
import type {
  EventInterval,
  EventRole,
  EventStatus,
  Evidence,
  Merge,
  NewsEvent,
  Note,
  Participant,
  TimePrecision,
} from "../model.ts";
import { decideEvents } from "./decided-events.ts";
import type { Cast } from "./entities.ts";
import { clusterEvents } from "./event-clusters.ts";
import { eventLabel, type Telling } from "./event-labels.ts";
import { eventReasons } from "./event-reasons.ts";
import type { EventMentionRecord } from "./event-records.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { groupBy } from "./groups.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import type { PlacedArticle } from "./placing.ts";
import type { LinkingTables } from "./tables.ts";
import { wordingOf } from "./wordings.ts";

export interface LinkedEvents {
  readonly events: readonly NewsEvent[];
  /** `[article][event]` -> id of the event, if it was kept. */
  readonly idOf: readonly (readonly (string | undefined)[])[];
  /** Decisions that had no effect. */
  readonly notes: readonly Note[];
  /** The label of an event that has other participants now. */
  relabel(event: NewsEvent): string;
}

const BASES: readonly EventInterval["basis"][] = [
  "explicit",
  "resolved",
  "inferred",
  "publication",
];
const ROLES: readonly EventRole[] = ["actor", "recipient", "participant", "place", "about"];

/** `records`: of all articles, in their order. */
export function linkEvents(
  records: readonly EventMentionRecord[],
  articles: readonly PlacedArticle[],
  cast: Cast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  options: LinkingOptions = NO_OPTIONS,
): LinkedEvents {
  const { clusters, notes, reasons } = decideEvents(
    records.map(({ event }) => event.id),
    clusterEvents(records),
    options,
  );
  const idOf = articles.map(({ record }) => new Array<string | undefined>(record.events.length));
  const groups = groupBy(
    records.map((record, i) => ({ record, cluster: clusters[i]! })),
    ({ cluster }) => String(cluster),
  );
  const articleAt = (i: number): PlacedArticle => articles[i]!;
  const membersOf = new Map<string, readonly EventMentionRecord[]>();
  const events = [...groups.values()].map((group) => {
    const members = group.map(({ record }) => record);
    const decided = members.flatMap(({ event: { id } }) => reasons.get(id) ?? []);
    const event = toEvent(members, decided, cast, tables, toEvidence, articleAt);
    membersOf.set(event.id, members);
    for (const { article, index } of members) idOf[article]![index] = event.id;
    return event;
  });
  return {
    events: events.sort(by(({ id }) => id)),
    idOf,
    notes,
    relabel: (event) => labelOf(event, membersOf.get(event.id)!, cast, tables, articleAt),
  };
}

/** `members`: in the order of their articles. */
export function toEvent(
  members: readonly EventMentionRecord[],
  decided: readonly Merge[],
  cast: Cast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  articleAt: (index: number) => PlacedArticle,
): NewsEvent {
  const ids = members.map(({ event }) => event.id);
  const evidence = toEvidence(members.map(toFinding));
  const earliest = evidence[0]!;
  const status = statusOf(members);
  const told = members.filter(({ event }) => event.status === status).map(({ event }) => event);
  const interval = intervalOf(members);
  const participants = participantsOf(members, cast, toEvidence);
  const mode = mostFrequentOf(members.flatMap(({ event }) => event.mode ?? []));
  const contexts = commonContexts(members);
  const act = members[0]!.event.act;
  const id = earliestId(members, earliest, articleAt);
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
