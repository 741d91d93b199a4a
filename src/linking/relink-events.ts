/** Events of which a telling changed, told anew. See `relink.ts`. */
import type { KeptPile, LinkedTelling, NewsEvent, Relation } from "../model.ts";
import { hashOf } from "../text/wide-hash.ts";
import type { Cast } from "./entities.ts";
import { clusterDay, clusterStory, dayKey } from "./event-clusters.ts";
import { type EventMentionRecord, namesNobody, toEventRecord } from "./event-records.ts";
import { clusterName, eventId, toEvent } from "./events.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import { addTo, groupBy } from "./groups.ts";
import type { Weights } from "./happenings.ts";
import { weightsOf } from "./link.ts";
import { forEachRelation, type RelationHead, relationKey } from "./relations.ts";
import type { PileAgain } from "./relink.ts";
import type { LinkingTables } from "./tables.ts";

export interface RelinkedEvents {
  readonly changed: readonly { readonly event: NewsEvent; readonly says: readonly Relation[] }[];
  readonly gone: readonly string[];
  readonly tellings: readonly LinkedTelling[];
  readonly goneTellings: readonly Pick<LinkedTelling, "article" | "event">[];
  readonly stories: number;
  readonly days: number;
}

interface Asked {
  readonly kept: KeptPile;
  readonly pile: PileAgain;
  readonly cast: Cast;
  readonly tables: LinkingTables;
  readonly toEvidence: ToEvidence;
  /** Articles whose evidence is told anew. */
  readonly told: ReadonlySet<string>;
  /** Articles whose tellings may have, or call, other participants, or are of another story. */
  readonly restless: ReadonlySet<string>;
  /** Those of another story. */
  readonly moved: ReadonlySet<string>;
  /** Whether a chain of an article stands for others than before, or for one of another name or country. */
  isOther(article: number, chain: number): boolean;
}

/** A telling as it is now; `article` is an index. */
type Place = readonly [article: number, event: number];

interface Telling extends Omit<LinkedTelling, "article" | "id"> {
  readonly place: Place;
  /** What it was part of. */
  readonly before?: string;
}

export function relinkEvents(asked: Asked): RelinkedEvents {
  const { kept, pile, cast, tables, toEvidence, told, restless, moved, isOther } = asked;
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
  const isShaken = (i: number): boolean => told.has(pile.ids[i]!) || restless.has(pile.ids[i]!);

  const stories = touchedStories(kept, pile, moved, isShaken);
  const inStories = new Set([...stories.values()].flat().map((i) => pile.ids[i]!));
  const before = tellingsBefore(kept, pile, [...inStories, ...pile.gone]);
  const now = new Map<string, Telling>();
  for (const members of stories.values()) {
    for (const telling of clusterAgain(members, pile, cast, recordAt, before)) {
      now.set(nameOf(pile, telling.place), telling);
    }
  }
  /** Other participants, or another story. */
  const isShuffled = ([article, event]: Place): boolean => {
    const id = pile.ids[article]!;
    if (!restless.has(id)) return false;
    if (moved.has(id)) return true;
    const { roles, place } = pile.placed(article).record.events[event]!;
    return (
      (place !== undefined && isOther(article, place)) ||
      roles.some(({ chain }) => isOther(article, chain))
    );
  };
  const days = touchedDays({
    ...{ kept, pile, before, now },
    isShuffled: ({ place }) => isShuffled(place),
  });
  /** Also where somebody whom only its label names is another, or is called otherwise. */
  const isToldAnew = (place: Place): boolean => {
    const [article, event] = place;
    const id = pile.ids[article]!;
    if (told.has(id)) return true;
    if (!restless.has(id)) return false;
    const { events, mentions } = pile.placed(article).record;
    const { sentence } = events[event]!;
    return (
      isShuffled(place) ||
      mentions.some((mention) => mention.sentence === sentence && isOther(article, mention.entity))
    );
  };

  // Clusters with a mark for each; those of days that nothing touched keep their event.
  const final = new Map<string, Telling[]>();
  const toTelling = ({ article, id, ...rest }: LinkedTelling): Telling => ({
    ...rest,
    place: [pile.indexOf.get(article)!, rest.event],
    before: id,
  });
  const stayed = new Set<string>();
  for (const telling of now.values()) {
    if (telling.dayKey === 0) addTo(final, `story ${telling.cluster}`, telling);
    else if (!days.has(telling.dayKey) && isToldAnew(telling.place)) stayed.add(telling.before!);
  }
  for (const id of stayed) {
    for (const { article, event, ...rest } of kept.tellingsOfEvent(id)) {
      const own = now.get(clusterName(article, event));
      addTo(final, `event ${id}`, own ?? toTelling({ article, event, ...rest }));
    }
  }
  const byDay = groupBy([...now.values()], ({ dayKey: own }) => own);
  for (const key of days) {
    const members = [
      ...(byDay.get(key) ?? []),
      ...kept
        .tellingsOfDay(key)
        .filter(({ article }) => !inStories.has(article) && !pile.gone.has(article))
        .map(toTelling),
    ].sort((a, b) => comparePlaces(a.place, b.place));
    const numbers = new Map<string, number>();
    const found = members.map(({ cluster }) => {
      if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
      return numbers.get(cluster)!;
    });
    const joined = clusterDay(
      members.map(({ place }) => recordAt(place)!),
      found,
    );
    members.forEach((telling, i) => {
      addTo(final, `day ${key} ${joined[i]}`, telling);
    });
  }

  const left = new Set<string>();
  for (const [name, { id }] of before) if (!now.has(name)) left.add(id);
  const changed: { event: NewsEvent; says: Relation[] }[] = [];
  const tellings: LinkedTelling[] = [];
  const written = new Set<string>();
  const ids = new Set<string>();
  const untouched = findUntouched([...final.values()], kept, isToldAnew);
  for (const members of final.values()) {
    if (untouched.has(members)) continue;
    members.sort((a, b) => comparePlaces(a.place, b.place));
    for (const { before: id } of members) if (id !== undefined) left.add(id);
    const records = members.map(({ place }) => recordAt(place)!);
    const places = members.map(({ place }) => place);
    const id = eventId(places, recordAt, toEvidence, pile.placed);
    ids.add(id);
    const event = toEvent(id, records, [], cast, tables, toEvidence, pile.placed);
    changed.push({ event, says: saysOf(id, places, pile, cast, toEvidence) });
    for (const { place, before: _, ...rest } of members) {
      tellings.push({ ...rest, article: pile.ids[place[0]]!, id });
      written.add(nameOf(pile, place));
    }
  }
  // Those of events that stayed, in which only the story part is another.
  for (const [name, { place, before: id, ...rest }] of now) {
    const other = before.get(name);
    if (written.has(name) || other === undefined || id === undefined) continue;
    if (isSameTelling(other, rest)) continue;
    tellings.push({ ...rest, article: pile.ids[place[0]]!, id });
  }
  return {
    changed,
    gone: [...left].filter((id) => !ids.has(id)),
    tellings,
    goneTellings: [...before].flatMap(([name, { article, event }]) =>
      now.has(name) ? [] : [{ article, event }],
    ),
    stories: stories.size,
    days: days.size,
  };
}

function nameOf(pile: PileAgain, [article, event]: Place): string {
  return clusterName(pile.ids[article]!, event);
}

function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * All articles of each story that has a shaken one or that one has left, and of each in a block that was placed again in which an event names
 * nobody: there words decide, and rare words are others.
 */
function touchedStories(
  kept: KeptPile,
  pile: PileAgain,
  moved: ReadonlySet<string>,
  isShaken: (index: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const placedAgain = pile.ids.filter((id, i) => pile.isPlacedAgain(i) && pile.before.has(id));
  const silent = new Set(kept.silentAmong(placedAgain));
  const touched = new Set<string>();
  for (const id of [...moved, ...pile.gone]) {
    const before = pile.before.get(id);
    if (before !== undefined) touched.add(before.story);
  }
  pile.places.forEach(({ story }, i) => {
    if (isShaken(i) || silent.has(pile.ids[i]!)) touched.add(story);
  });
  const stories = new Map<string, number[]>();
  pile.places.forEach(({ story }, i) => {
    if (touched.has(story)) addTo(stories, story, i);
  });
  return stories;
}

function tellingsBefore(
  kept: KeptPile,
  pile: PileAgain,
  articles: readonly string[],
): Map<string, LinkedTelling> {
  const found = new Map<string, LinkedTelling>();
  for (const id of articles) {
    if (!pile.before.has(id)) continue;
    for (const telling of kept.tellingsOfArticle(id)) {
      found.set(clusterName(id, telling.event), telling);
    }
  }
  return found;
}

/** The tellings of one story. */
function clusterAgain(
  members: readonly number[],
  pile: PileAgain,
  cast: Cast,
  recordAt: (place: Place) => EventMentionRecord | undefined,
  before: ReadonlyMap<string, LinkedTelling>,
): Telling[] {
  const known = members.flatMap((i) =>
    pile.placed(i).record.events.flatMap((_, event) => {
      const place: Place = [i, event];
      const record = recordAt(place);
      return record === undefined ? [] : [{ place, record }];
    }),
  );
  const clusters = clusterStory(known.map(({ record }) => record));
  const keys = new Map<number, number>();
  for (const [cluster, own] of groupBy(
    known.map(({ record }, i) => ({ record, cluster: clusters[i]! })),
    ({ cluster: name }) => String(name),
  )) {
    const key = dayKey(own.map(({ record }) => record));
    keys.set(Number(cluster), key === "" ? 0 : hashOf(key));
  }
  return known.map(({ place, record }, i): Telling => {
    const cluster = clusters[i]!;
    const id = before.get(nameOf(pile, place))?.id;
    return {
      place,
      event: place[1],
      cluster: nameOf(pile, known[cluster]!.place),
      dayKey: keys.get(cluster)!,
      namesNobody: namesNobody(record.event, place[0], cast),
      ...(id !== undefined ? { before: id } : {}),
    };
  });
}

/** Kinds and days in which a cluster is another, a telling has other participants, or words decide and count otherwise. */
function touchedDays({
  kept,
  pile,
  before,
  now,
  isShuffled,
}: Pick<Asked, "kept" | "pile"> & {
  readonly before: ReadonlyMap<string, LinkedTelling>;
  readonly now: ReadonlyMap<string, Telling>;
  /** Whether the telling has other participants. */
  isShuffled(telling: Telling): boolean;
}): Set<number> {
  const placedAgain = pile.ids.filter((id, i) => pile.isPlacedAgain(i) && pile.before.has(id));
  const touched = new Set(kept.silentDays(placedAgain));
  const reworded = new Set<number>();
  const silent = new Set<number>();
  for (const [name, telling] of now) {
    const other = before.get(name);
    if (other === undefined || isShuffled(telling) || !isSameTelling(other, telling)) {
      touched.add(telling.dayKey);
      if (other !== undefined) touched.add(other.dayKey);
    }
    if (telling.namesNobody) silent.add(telling.dayKey);
    if (pile.isPlacedAgain(telling.place[0])) reworded.add(telling.dayKey);
  }
  for (const [name, { dayKey: key }] of before) if (!now.has(name)) touched.add(key);
  for (const key of reworded) {
    if (touched.has(key) || key === 0) continue;
    if (silent.has(key) || kept.isSilent(key)) touched.add(key);
  }
  touched.delete(0);
  return touched;
}

function isSameTelling(
  a: Pick<LinkedTelling, "cluster" | "dayKey" | "namesNobody">,
  b: Pick<LinkedTelling, "cluster" | "dayKey" | "namesNobody">,
): boolean {
  return a.cluster === b.cluster && a.dayKey === b.dayKey && a.namesNobody === b.namesNobody;
}

/** Those that are the event that they were before, whole, and nothing about their tellings is another. */
function findUntouched(
  clusters: readonly (readonly Telling[])[],
  kept: KeptPile,
  isToldAnew: (place: Place) => boolean,
): ReadonlySet<readonly Telling[]> {
  const same = clusters.filter((members) => {
    const id = members[0]!.before;
    return (
      id !== undefined && members.every(({ before, place }) => before === id && !isToldAnew(place))
    );
  });
  const counts = kept.countTellings(same.map(([first]) => first!.before!));
  return new Set(same.filter((members) => counts.get(members[0]!.before!) === members.length));
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
