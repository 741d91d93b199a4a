/** Event mentions of all articles -> events; what each article told stays in the evidence. */
import type {
  Analysis,
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
import { contentHash } from "../text/hash.ts";
import { decideEvents } from "./decided-events.ts";
import type { LinkedCast } from "./entities.ts";
import { clusterEvents } from "./event-clusters.ts";
import { eventLabel, type Telling } from "./event-labels.ts";
import { eventReasons } from "./event-reasons.ts";
import { type EventMentionRecord, toEventRecords } from "./event-records.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { groupBy } from "./groups.ts";
import { type LinkingOptions, NO_OPTIONS } from "./options.ts";
import { by, compareText, mostFrequent } from "./order.ts";
import type { Stories } from "./stories.ts";
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

export function linkEvents(
  analyses: readonly Analysis[],
  stories: Stories,
  cast: LinkedCast,
  tables: LinkingTables,
  toEvidence: ToEvidence,
  options: LinkingOptions = NO_OPTIONS,
): LinkedEvents {
  const records = toEventRecords(analyses, stories, cast, tables).filter(
    ({ everyone, places }) => everyone.size + places.size > 0,
  );
  const { clusters, notes, reasons } = decideEvents(
    records.map((record) => tellingId(analyses, record)),
    clusterEvents(records),
    options,
  );
  const idOf = analyses.map(({ events }) => new Array<string | undefined>(events.length));
  const groups = groupBy(
    records.map((record, i) => ({ record, cluster: clusters[i]! })),
    ({ cluster }) => String(cluster),
  );
  const tellings = new Map<string, readonly Telling[]>();
  const labelOf = (event: Omit<NewsEvent, "label">): string =>
    eventLabel(event, tellings.get(event.id)!, cast, tables.labelWords);
  const events = [...groups.values()].map((group) => {
    const members = group.map(({ record }) => record);
    const ids = members.map((member) => tellingId(analyses, member));
    const decided = ids.flatMap((id) => reasons.get(id) ?? []);
    const unlabeled = toEvent(members, ids, decided, analyses, cast, toEvidence);
    tellings.set(
      unlabeled.id,
      members.map((member) => toTelling(member, analyses, cast, tables)),
    );
    const event = { ...unlabeled, label: labelOf(unlabeled) };
    for (const { article, event: mention } of members) {
      idOf[article]![analyses[article]!.events.indexOf(mention)] = event.id;
    }
    return event;
  });
  return { events: events.sort(by(({ id }) => id)), idOf, notes, relabel: labelOf };
}

/** What a telling would be called as an event of its own. It still resolves when it has become part of another. */
function tellingId(analyses: readonly Analysis[], { article, event }: EventMentionRecord): string {
  const { article: source, sentences } = analyses[article]!;
  const { start } = sentences[event.sentence]!;
  return `event:${contentHash([source.id, start, event.act, event.lemma].join("\t"))}`;
}

function toEvent(
  members: readonly EventMentionRecord[],
  ids: readonly string[],
  decided: readonly Merge[],
  analyses: readonly Analysis[],
  cast: LinkedCast,
  toEvidence: ToEvidence,
): Omit<NewsEvent, "label"> {
  const evidence = toEvidence(members.map(toFinding));
  const earliest = evidence[0]!;
  const status = statusOf(members);
  const told = members.filter(({ event }) => event.status === status).map(({ event }) => event);
  const interval = intervalOf(members);
  const participants = participantsOf(members, cast, toEvidence);
  const mode = mostFrequentOf(members.flatMap(({ event }) => event.mode ?? []));
  const contexts = commonContexts(members);
  const act = members[0]!.event.act;
  const id = earliestId(members, ids, analyses, earliest);
  const former = [...new Set(ids)].filter((other) => other !== id).sort(compareText);
  const merged = [...eventReasons(members, ids), ...decided];
  return {
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
}

function toTelling(
  { article, event }: EventMentionRecord,
  analyses: readonly Analysis[],
  cast: LinkedCast,
  { labelWords }: LinkingTables,
): Telling {
  const analysis = analyses[article]!;
  return {
    wording: wordingOf(analysis, article, event, cast, labelWords),
    event,
    id: analysis.article.id,
    isHeadline: analysis.sentences[event.sentence]!.block === "headline",
  };
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
  ids: readonly string[],
  analyses: readonly Analysis[],
  { article, start }: Evidence,
): string {
  const own = ids.filter((_, i) => {
    const { article: source, sentences } = analyses[members[i]!.article]!;
    return source.id === article && sentences[members[i]!.sentence]!.start === start;
  });
  return [...(own.length > 0 ? own : ids)].sort(compareText)[0]!;
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
  cast: LinkedCast,
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
    for (const { role, mention } of event.roles) {
      if (role === "place") continue;
      for (const entity of cast.resolve(article, mention)) put(entity, role);
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
