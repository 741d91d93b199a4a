/**
 * Stories clustered again, one after the other in the order of their days, so that few records of articles are in memory at once: of their tellings
 * only those stay that are other than before. See `relink.ts`.
 */
import type { KeptPile, LinkedTelling } from "../model.ts";
import { hashOf } from "../text/wide-hash.ts";
import type { Cast } from "./entities.ts";
import { clusterStory, dayKey } from "./event-clusters.ts";
import { type EventMentionRecord, namesNobody } from "./event-records.ts";
import { clusterName } from "./events.ts";
import { addTo, groupBy } from "./groups.ts";
import type { PileAgain } from "./relink.ts";

/** A telling as it is now; `article` is an index. */
export type Place = readonly [article: number, event: number];

export interface Telling extends Omit<LinkedTelling, "article" | "id"> {
  readonly place: Place;
  /** What it was part of. */
  readonly before?: string;
}

export interface RelinkedStories {
  /** How many were clustered again. */
  readonly count: number;
  /** Tellings that are new, or of another cluster or day than before, by name. */
  readonly changed: ReadonlyMap<string, Telling>;
  readonly gone: ReadonlyMap<string, LinkedTelling>;
  /** Events that are of no day, and others than before or to be told anew. */
  readonly groups: readonly Telling[][];
  /** Events with a telling that is told anew, unless their day is clustered again -> their day. */
  readonly stayed: ReadonlyMap<string, number>;
  /** Kinds and days in which a cluster is another, a telling has other participants, or words decide and count otherwise. */
  readonly days: ReadonlySet<number>;
}

/** What is kept, what is so now, and in which articles it is another. */
export interface Unrest {
  readonly kept: KeptPile;
  readonly pile: PileAgain;
  readonly cast: Cast;
  /** Articles whose evidence is told anew. */
  readonly told: ReadonlySet<string>;
  /** Those that came, are of another story, or have another cast. */
  readonly restless: ReadonlySet<string>;
  /** Those of another story. */
  readonly moved: ReadonlySet<string>;
  /** Indexes of articles that name somebody of another country. */
  readonly resettled: ReadonlySet<number>;
  /** Indexes of articles that name somebody who is called otherwise. */
  readonly renamed: ReadonlySet<number>;
}

interface Asked extends Unrest {
  recordAt(place: Place): EventMentionRecord | undefined;
  isShuffled(place: Place): boolean;
  isToldAnew(place: Place): boolean;
  /** But for tellings that left. */
  areAsTheyWere(members: readonly Telling[]): boolean;
}

export function relinkStories(asked: Asked): RelinkedStories {
  const { kept, pile, moved, isShuffled, isToldAnew, areAsTheyWere } = asked;
  const placedAgain = pile.ids.filter((id, i) => pile.isPlacedAgain(i) && pile.before.has(id));
  const changed = new Map<string, Telling>();
  const gone = new Map<string, LinkedTelling>();
  const groups: Telling[][] = [];
  const stayed = new Map<string, number>();
  const days = new Set<number>();
  /** Events of which a telling went, or is of another story. */
  const parted = new Set<string>();
  const drop = (name: string, telling: LinkedTelling): void => {
    gone.set(name, telling);
    days.add(telling.dayKey);
  };
  for (const id of [...moved, ...pile.gone]) {
    for (const [name, telling] of tellingsBefore(asked, id)) {
      parted.add(telling.id);
      if (pile.gone.has(id)) drop(name, telling);
    }
  }
  let count = 0;
  for (const { members, isTouched } of touchedStories(asked, placedAgain)) {
    const before = new Map(members.flatMap((i) => tellingsBefore(asked, pile.ids[i]!)));
    if (!isTouched()) {
      for (const telling of before.values()) {
        const { place, dayKey: key } = toTelling(telling, pile);
        if (isToldAnew(place)) stayed.set(telling.id, key);
      }
      continue;
    }
    count++;
    const now = clusterAgain(members, asked, before);
    const names = new Set<string>();
    for (const telling of now) {
      const name = nameOf(pile, telling.place);
      names.add(name);
      const other = before.get(name);
      const isSame = other !== undefined && isSameTelling(other, telling);
      if (!isSame) changed.set(name, telling);
      if (isSame && !isShuffled(telling.place)) continue;
      days.add(telling.dayKey);
      if (other !== undefined) days.add(other.dayKey);
    }
    for (const [name, telling] of before) if (!names.has(name)) drop(name, telling);
    const sizes = groupBy([...before.values()], ({ id }) => id);
    for (const own of groupBy(now, ({ cluster }) => cluster).values()) {
      const [{ before: id, dayKey: key }] = own as [Telling];
      if (key !== 0) {
        for (const telling of own) {
          if (telling.before !== undefined && isToldAnew(telling.place)) {
            stayed.set(telling.before, key);
          }
        }
        continue;
      }
      const isSame =
        areAsTheyWere(own) && !parted.has(id!) && sizes.get(id!)!.length === own.length;
      if (!isSame) groups.push(own);
    }
  }
  for (const key of kept.silentDays(placedAgain)) days.add(key);
  days.delete(0);
  return { count, changed, gone, groups, stayed, days };
}

interface TouchedStory {
  readonly members: readonly number[];
  /** Whether its clusters may be others; else something of it is told anew at the most. */
  isTouched(): boolean;
}

/**
 * All articles of each story to look at, by their days. Clusters may be others where an article came, went, has another cast or another story; where
 * a telling has participants of another country; and, in blocks that were placed again, where an event names nobody: there words decide, and rare words
 * are others. Other stories have the records, participants and weights that they had, and nothing else is looked at in clustering them.
 */
function touchedStories(
  { kept, pile, told, restless, moved, resettled, renamed, isShuffled }: Asked,
  placedAgain: readonly string[],
): TouchedStory[] {
  const silent = new Set(kept.silentAmong(placedAgain));
  const others = new Set<string>();
  for (const id of [...moved, ...pile.gone]) {
    const before = pile.before.get(id);
    if (before !== undefined) others.add(before.story);
  }
  const asked = new Set(others);
  pile.places.forEach(({ story }, i) => {
    const id = pile.ids[i]!;
    if (restless.has(id) || silent.has(id)) others.add(story);
    if (told.has(id) || resettled.has(i) || renamed.has(i)) asked.add(story);
  });
  const stories = new Map<string, number[]>();
  pile.places.forEach(({ story }, i) => {
    if (others.has(story) || asked.has(story)) addTo(stories, story, i);
  });
  const dayOf = ([first]: readonly number[]): number => pile.days[first!] || 0;
  return [...stories]
    .sort(([, a], [, b]) => dayOf(a) - dayOf(b) || a[0]! - b[0]!)
    .map(([story, members]) => ({
      members,
      isTouched: () =>
        others.has(story) ||
        members.some(
          (i) =>
            resettled.has(i) &&
            pile.placed(i).record.events.some((_, event) => isShuffled([i, event])),
        ),
    }));
}

function tellingsBefore({ kept, pile }: Asked, id: string): [string, LinkedTelling][] {
  if (!pile.before.has(id)) return [];
  return kept
    .tellingsOfArticle(id)
    .map((telling) => [clusterName(id, telling.event), telling] as [string, LinkedTelling]);
}

/** The tellings of one story. */
function clusterAgain(
  members: readonly number[],
  { pile, cast, recordAt }: Asked,
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
  for (const [cluster, own] of groupBy(known, (_, i) => clusters[i]!)) {
    const key = dayKey(own.map(({ record }) => record));
    keys.set(cluster, key === "" ? 0 : hashOf(key));
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

function isSameTelling(
  a: Pick<LinkedTelling, "cluster" | "dayKey" | "namesNobody">,
  b: Pick<LinkedTelling, "cluster" | "dayKey" | "namesNobody">,
): boolean {
  return a.cluster === b.cluster && a.dayKey === b.dayKey && a.namesNobody === b.namesNobody;
}

export function nameOf(pile: PileAgain, [article, event]: Place): string {
  return clusterName(pile.ids[article]!, event);
}

export function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}

export function toTelling({ article, id, ...rest }: LinkedTelling, pile: PileAgain): Telling {
  return { ...rest, place: [pile.indexOf.get(article)!, rest.event], before: id };
}
