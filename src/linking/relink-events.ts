/** Events of which a telling changed, told anew. See `relink.ts`. */
import type { LinkedTelling, NewsEvent, Relation } from "../model.ts";
import type { Cast } from "./entities.ts";
import { clusterDay } from "./event-clusters.ts";
import { type EventMentionRecord, toEventRecord } from "./event-records.ts";
import { clusterName, eventId, toEvent } from "./events.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { groupBy } from "./groups.ts";
import type { Weights } from "./happenings.ts";
import { weightsOf } from "./link.ts";
import { forEachRelation, type RelationHead, relationKey } from "./relations.ts";
import type { PileAgain } from "./relink.ts";
import {
  comparePlaces,
  nameOf,
  type Place,
  relinkStories,
  type Telling,
  toTelling,
  type Unrest,
} from "./relink-stories.ts";
import type { LinkingTables } from "./tables.ts";

export interface RelinkedEvents {
  readonly changed: readonly { readonly event: NewsEvent; readonly says: readonly Relation[] }[];
  readonly gone: readonly string[];
  readonly tellings: readonly LinkedTelling[];
  readonly goneTellings: readonly Pick<LinkedTelling, "article" | "event">[];
  readonly stories: number;
  readonly days: number;
}

interface Asked extends Unrest {
  readonly tables: LinkingTables;
  readonly toEvidence: ToEvidence;
  /** Whether a chain of an article stands for others than before, or for one of another country. */
  isOther(article: number, chain: number): boolean;
  /** Whether a chain of an article stands for one who is called otherwise. */
  isRenamed(article: number, chain: number): boolean;
}

export function relinkEvents(asked: Asked): RelinkedEvents {
  const { kept, pile, cast, tables, toEvidence, told, restless, moved, resettled, renamed } = asked;
  const weights = new Map<string, Weights>();
  const recordAt = ([article, event]: Place): EventMentionRecord | undefined => {
    const placed = pile.placed(article);
    const { block } = placed.place;
    let own = weights.get(block);
    if (own === undefined) {
      own = weightsOf(() => pile.countsOf(block), tables);
      weights.set(block, own);
    }
    return toEventRecord(article, event, placed, cast, own);
  };
  /** Others take part, one of them stands for another country, or it is of another story. */
  const isShuffled = ([article, event]: Place): boolean => {
    const id = pile.ids[article]!;
    if (moved.has(id)) return true;
    if (!restless.has(id) && !resettled.has(article)) return false;
    const { roles, place } = pile.placed(article).record.events[event]!;
    return (
      (place !== undefined && asked.isOther(article, place)) ||
      roles.some(({ chain }) => asked.isOther(article, chain))
    );
  };
  /** Also where somebody whom only its label names is called otherwise. */
  const isToldAnew = ([article, event]: Place): boolean => {
    const id = pile.ids[article]!;
    if (told.has(id) || moved.has(id)) return true;
    if (!renamed.has(article)) return false;
    const { events, mentions } = pile.placed(article).record;
    const { sentence, roles, place } = events[event]!;
    return (
      (place !== undefined && asked.isRenamed(article, place)) ||
      roles.some(({ chain }) => asked.isRenamed(article, chain)) ||
      mentions.some(
        (mention) => mention.sentence === sentence && asked.isRenamed(article, mention.entity),
      )
    );
  };
  /** Which country somebody stands for is said in the reasons of an event with several tellings alone. */
  const areAsTheyWere = (members: readonly Telling[]): boolean => {
    const id = members[0]!.before;
    return (
      id !== undefined &&
      members.every(({ before, place }) => before === id && !isToldAnew(place)) &&
      (members.length === 1 || !members.some(({ place }) => isShuffled(place)))
    );
  };

  const { changed, gone, groups, stayed, days, count } = relinkStories({
    ...asked,
    ...{ recordAt, isShuffled, isToldAnew, areAsTheyWere },
  });

  const final = [...groups];
  const keptNow = (tellings: readonly LinkedTelling[]): Telling[] =>
    tellings.flatMap((telling) => {
      const name = clusterName(telling.article, telling.event);
      return changed.has(name) || gone.has(name) ? [] : [toTelling(telling, pile)];
    });
  for (const [id, key] of stayed) {
    if (!days.has(key)) final.push(keptNow(kept.tellingsOfEvent(id)));
  }
  const changedOf = groupBy([...changed.values()], ({ dayKey }) => dayKey);
  const ofDays: Telling[][] = [];
  for (const key of days) {
    const members = [...(changedOf.get(key) ?? []), ...keptNow(kept.tellingsOfDay(key))].sort(
      (a, b) => comparePlaces(a.place, b.place),
    );
    const numbers = new Map<string, number>();
    const found = members.map(({ cluster }) => {
      if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
      return numbers.get(cluster)!;
    });
    const joined = clusterDay(
      members.map(({ place }) => recordAt(place)!),
      found,
    );
    ofDays.push(...groupBy(members, (_, i) => joined[i]!).values());
  }
  const same = ofDays.filter(areAsTheyWere);
  const counts = kept.countTellings(same.map(([first]) => first!.before!));
  const untouched = new Set(
    same.filter((members) => counts.get(members[0]!.before!) === members.length),
  );
  final.push(...ofDays.filter((members) => !untouched.has(members)));

  const left = new Set(Array.from(gone.values(), ({ id }) => id));
  const events: { event: NewsEvent; says: Relation[] }[] = [];
  const tellings: LinkedTelling[] = [];
  const written = new Set<string>();
  const ids = new Set<string>();
  for (const members of final) {
    members.sort((a, b) => comparePlaces(a.place, b.place));
    for (const { before: id } of members) if (id !== undefined) left.add(id);
    const records = members.map(({ place }) => recordAt(place)!);
    const places = members.map(({ place }) => place);
    const id = eventId(places, recordAt, toEvidence, pile.placed);
    ids.add(id);
    const event = toEvent(id, records, [], cast, tables, toEvidence, pile.placed);
    events.push({ event, says: saysOf(id, places, pile, cast, toEvidence) });
    for (const { place, before: _, ...rest } of members) {
      tellings.push({ ...rest, article: pile.ids[place[0]]!, id });
      written.add(nameOf(pile, place));
    }
  }
  // Those of events that stayed, in which only the story part is another.
  for (const [name, { place, before: id, ...rest }] of changed) {
    if (written.has(name)) continue;
    tellings.push({ ...rest, article: pile.ids[place[0]]!, id: id! });
  }
  return {
    changed: events,
    gone: [...left].filter((id) => !ids.has(id)),
    tellings,
    goneTellings: Array.from(gone.values(), ({ article, event }) => ({ article, event })),
    stories: count,
    days: days.size,
  };
}

/** Who says something of the event, in the articles that tell of it. */
function saysOf(
  id: string,
  places: readonly Place[],
  pile: PileAgain,
  cast: Cast,
  toEvidence: ToEvidence,
): Relation[] {
  const found = new Map<string, { readonly head: RelationHead; readonly findings: Finding[] }>();
  for (const [article, own] of groupBy(places, ([i]) => String(i))) {
    const i = Number(article);
    const placed = pile.placed(i);
    if (placed.record.statements.length === 0) continue;
    const ids: (string | undefined)[] = [];
    for (const [, event] of own) ids[event] = id;
    forEachRelation(placed, i, cast, ids, (head, finding) => {
      if (head.kind !== "says") return;
      const key = relationKey(head);
      const entry = found.get(key);
      if (entry) entry.findings.push(finding);
      else found.set(key, { head, findings: [finding] });
    });
  }
  return [...found.values()].map(({ head, findings }) => ({
    ...head,
    evidence: toEvidence(findings),
  }));
}
