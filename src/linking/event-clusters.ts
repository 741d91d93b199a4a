/**
 * Which event mentions are one happening. First inside each story, then over stories, where only what is known to the day may join: the
 * events of a story, and those of one kind and day, are groups that can be done again by themselves. Candidates share a kind of act and a
 * participant; they are joined from the best supported pair down, as long as the whole cluster still has a common day.
 */
import { conflicts } from "./event-conflicts.ts";
import type { EventRecord } from "./event-records.ts";
import { addTo, groupBy } from "./groups.ts";
import { likeness } from "./happenings.ts";
import { compareText } from "./order.ts";
import { createUnionFind } from "./union-find.ts";

/** Acts in which both sides do the same: the direction does not matter. */
const SYMMETRIC = /^(?:CONSULT|AGREE|COOPERATE)\//;
/** Acts whose different words mostly tell one happening; of the others (*agree*, *support*) a story has several. */
const TELLING = /^(?:CONSULT|ASSAULT|COERCE|SANCTION|MOBILIZE|PROTEST|RETREAT)\//;
/** A bucket is compared in full up to this size, in larger ones each record only with its next neighbors. */
const BUCKET = 64;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Likeness of the words at which two tellings that name nobody are one happening: best on ECB+, cross-validated by topic. */
const ENOUGH = 0.45;
/** Two clusters are compared by at most so many members of each. */
const SAMPLE = 24;

/** Returns the cluster of each record, named by its smallest member. */
export function clusterEvents(records: readonly EventRecord[]): number[] {
  const clusters = records.map((_, i) => i);
  const all = records.map((_, i) => i);
  for (const [, members] of groupBy(all, (i) => records[i]!.story)) {
    const inside = clusterStory(members.map((i) => records[i]!));
    members.forEach((i, at) => {
      clusters[i] = members[inside[at]!]!;
    });
  }
  const ofDay = groupBy([...groupBy(all, (i) => String(clusters[i])).values()], (members) =>
    dayKey(members.map((i) => records[i]!)),
  );
  ofDay.delete("");
  for (const group of ofDay.values()) {
    const members = group.flat().sort((a, b) => a - b);
    const joined = clusterDay(
      members.map((i) => records[i]!),
      members.map((i) => clusters[i]!),
    );
    members.forEach((i, at) => {
      clusters[i] = members[joined[at]!]!;
    });
  }
  return clusters;
}

/** The events of one story. */
export function clusterStory(records: readonly EventRecord[]): number[] {
  return join(
    records,
    storyPairs(records),
    records.map((_, i) => i),
  );
}

/** Kind and day of a cluster that is known to the day; empty for others. */
export function dayKey(members: readonly EventRecord[]): string {
  const precise = members.find(({ isDayPrecise }) => isDayPrecise);
  return precise === undefined ? "" : `${precise.kind}\t${precise.from}`;
}

/** The clusters of one kind and day, of all stories. `found`: the cluster in which each record is by its story. */
export function clusterDay(records: readonly EventRecord[], found: readonly number[]): number[] {
  const first = new Map<number, number>();
  const start = found.map((cluster, i) => {
    if (!first.has(cluster)) first.set(cluster, i);
    return first.get(cluster)!;
  });
  return join(records, dayPairs(records), start);
}

/** `start`: for each record the smallest of those that are in one cluster with it already. */
function join(
  records: readonly EventRecord[],
  candidates: readonly (readonly [number, number])[],
  start: readonly number[],
): number[] {
  const pairs = candidates
    .map(([a, b]): Pair => ({ a, b, score: score(records[a]!, records[b]!) }))
    .filter(({ score: value }) => value > 0)
    .sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
  const sets = createUnionFind(records.length);
  const clusters: Cluster[] = [];
  records.forEach((record, i) => {
    const own = {
      from: record.from,
      to: record.to,
      hasSentence: new Set(record.everyone.size > 0 ? [sentenceKey(record)] : []),
      members: [i],
    };
    const first = start[i]!;
    clusters[i] = own;
    if (first === i) return;
    sets.union(first, i);
    clusters[first] = merge(clusters[first]!, own);
  });
  for (const { a, b } of pairs) {
    const x = sets.find(a);
    const y = sets.find(b);
    if (x === y) continue;
    const left = clusters[x]!;
    const right = clusters[y]!;
    if (Math.max(left.from, right.from) > Math.min(left.to, right.to)) continue;
    if (intersects(left.hasSentence, right.hasSentence)) continue;
    if (!agree(left.members, right.members, records)) continue;
    sets.union(x, y);
    clusters[sets.find(x)] = merge(left, right);
  }
  return records.map((_, i) => sets.find(i));
}

interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly hasSentence: Set<number>;
  readonly members: number[];
}

function merge(left: Cluster, right: Cluster): Cluster {
  const [small, large] = left.members.length < right.members.length ? [left, right] : [right, left];
  for (const key of small.hasSentence) large.hasSentence.add(key);
  for (const member of small.members) large.members.push(member);
  return {
    ...large,
    from: Math.max(left.from, right.from),
    to: Math.min(left.to, right.to),
  };
}

function sentenceKey({ article, sentence }: EventRecord): number {
  return article * 65_536 + sentence;
}

/** All pairs across two clusters must on average agree, and none may conflict: chains of weak links are not one event. */
function agree(
  left: readonly number[],
  right: readonly number[],
  records: readonly EventRecord[],
): boolean {
  const some = (members: readonly number[]) => members.slice(0, SAMPLE);
  let support = 0;
  for (const a of some(left)) {
    for (const b of some(right)) {
      if (conflicts(records[a]!, records[b]!)) return false;
      support += supportOf(records[a]!, records[b]!);
    }
  }
  const mean = support / (Math.min(left.length, SAMPLE) * Math.min(right.length, SAMPLE));
  return mean >= ENOUGH;
}

function supportOf(a: EventRecord, b: EventRecord): number {
  if (!isPossible(a, b)) return 0;
  return namesSomebody(a) && namesSomebody(b) ? 1 : likeness(a, b);
}

function namesSomebody({ everyone }: EventRecord): boolean {
  return everyone.size > 0;
}

/** Of one story: the same kind and a participant, or the same kind and act. */
function storyPairs(records: readonly EventRecord[]): [number, number][] {
  const buckets = new Map<string, number[]>();
  records.forEach((record, i) => {
    for (const head of record.heads) addTo(buckets, `${record.kind}\t${head}`, i);
    addTo(buckets, `${record.kind}\t\t${record.act}`, i);
  });
  return pairsWithin(buckets, records);
}

/** Of one kind and day, in different stories: a participant, or the same act where nobody is named. */
function dayPairs(records: readonly EventRecord[]): [number, number][] {
  const buckets = new Map<string, number[]>();
  records.forEach((record, i) => {
    if (!record.isDayPrecise) return;
    for (const head of record.heads) addTo(buckets, head, i);
    if (!namesSomebody(record)) addTo(buckets, `\t${record.act}`, i);
  });
  return pairsWithin(buckets, records).filter(([a, b]) => records[a]!.story !== records[b]!.story);
}

function pairsWithin(
  buckets: ReadonlyMap<string, number[]>,
  records: readonly EventRecord[],
): [number, number][] {
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  for (const bucket of buckets.values()) {
    if (bucket.length > BUCKET) bucket.sort((a, b) => compareLarge(records, a, b));
    for (let at = 0; at < bucket.length; at++) {
      const last = Math.min(bucket.length, at + 1 + BUCKET);
      for (let other = at + 1; other < last; other++) {
        const key = bucket[at]! * records.length + bucket[other]!;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([bucket[at]!, bucket[other]!]);
      }
    }
  }
  return pairs;
}

/** In a large bucket the neighbors of a record are those of the same act and day. */
function compareLarge(records: readonly EventRecord[], a: number, b: number): number {
  const [x, y] = [records[a]!, records[b]!];
  return compareText(x.act, y.act) || compareNumber(x.likelyTo, y.likelyTo) || a - b;
}

/** Open ends are infinite, and their difference is no number. */
function compareNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0: not the same. Else the more, the surer. */
function score(a: EventRecord, b: EventRecord): number {
  if (!isPossible(a, b)) return 0;
  if (!namesSomebody(a) || !namesSomebody(b)) return scoreByWords(a, b);
  const sharedHeads = countSharedHeads(a, b);
  if (sharedHeads === 0) return 0;
  const samePlace = sharePlace(a, b);
  const sameWord = a.act === b.act;
  const bothDated = a.isDated && b.isDated;
  const inStory = a.story === b.story;
  const enough = inStory
    ? bothDated
      ? sharedHeads >= 1
      : (sharedHeads >= 2 && (sameWord || samePlace || TELLING.test(a.kind))) ||
        (sharedHeads === 1 && (sameWord || samePlace) && isSubset(a, b))
    : a.isDayPrecise && b.isDayPrecise && (sharedHeads >= 2 || samePlace);
  if (!enough) return 0;
  return (
    sharedHeads +
    Number(samePlace) / 2 +
    Number(sameWord) / 2 +
    Number(bothDated) +
    Number(inStory) / 4 +
    Number(a.article === b.article) / 4
  );
}

/** Where one telling names nobody, the words must do, and the place where both name one. */
function scoreByWords(a: EventRecord, b: EventRecord): number {
  if (a.places.size > 0 && b.places.size > 0 && !sharePlace(a, b)) return 0;
  if (a.story !== b.story && !(a.isDayPrecise && b.isDayPrecise)) return 0;
  const value = likeness(a, b);
  return value < ENOUGH ? 0 : value;
}

/** Nothing speaks against it: kind, days, direction, mode. */
function isPossible(a: EventRecord, b: EventRecord): boolean {
  if (a.kind !== b.kind || a.likelyFrom > b.likelyTo || b.likelyFrom > a.likelyTo) return false;
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode) {
    return false;
  }
  if (SYMMETRIC.test(a.kind)) return true;
  return sideAgrees(a.actors, b.actors, a, b) && sideAgrees(a.recipients, b.recipients, a, b);
}

function sideAgrees(
  x: ReadonlySet<string>,
  y: ReadonlySet<string>,
  a: EventRecord,
  b: EventRecord,
): boolean {
  if (x.size === 0 || y.size === 0) return true;
  if (intersects(x, y)) return true;
  // A person or an army on one side, its country on the other.
  return (
    [...x].some((id) => b.heads.has(id) && !isOther(id, y, b)) ||
    [...y].some((id) => a.heads.has(id) && !isOther(id, x, a))
  );
}

/** Whether an id is a participant of its own on the other side of the record, not only implied by its country. */
function isOther(id: string, side: ReadonlySet<string>, record: EventRecord): boolean {
  return record.everyone.has(id) && !side.has(id);
}

/** Who takes part in both, and countries that others stand for; a person and the country that he stands for count once. */
function countSharedHeads(a: EventRecord, b: EventRecord): number {
  let shared = 0;
  const counted = new Set<string>();
  for (const id of a.everyone) {
    if (!b.everyone.has(id)) continue;
    shared++;
    counted.add(id);
    const country = a.standsFor.get(id) ?? b.standsFor.get(id);
    if (country !== undefined) counted.add(country);
  }
  for (const id of a.heads) if (b.heads.has(id) && !counted.has(id)) shared++;
  return Math.min(shared, a.everyone.size, b.everyone.size);
}

function isSubset(a: EventRecord, b: EventRecord): boolean {
  const [small, large] = a.heads.size <= b.heads.size ? [a, b] : [b, a];
  return [...small.everyone].every((id) => large.heads.has(id));
}

/** One place, or one that lies in the other. */
function sharePlace(a: EventRecord, b: EventRecord): boolean {
  return intersects(a.places, b.surroundings) || intersects(a.surroundings, b.places);
}

function intersects<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}
