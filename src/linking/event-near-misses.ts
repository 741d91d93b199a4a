/**
 * Events that were kept apart though they are much alike: the same act by the same people within days. Candidates share an act and a
 * participant; each is compared with its next neighbors in time only, so cost grows with the number of events, never with their pairs.
 */
import type { Knowledge, NewsEvent } from "../model.ts";
import { parseIsoDay } from "../text/calendar.ts";
import { compareText } from "./order.ts";

export interface EventNearMiss {
  readonly a: NewsEvent;
  readonly b: NewsEvent;
  /** 0 to 1: how much it should be looked at. */
  readonly doubt: number;
  readonly reason: string;
}

/** In the list of an act and a participant, by day, each event is compared with so many after it. */
const NEIGHBORS = 3;
/** Days between two that may be one: a report of the day after names a day too late. */
const NEAR_DAYS = 3;
const PERSON = /^person:/;

export function eventNearMisses({ events }: Pick<Knowledge, "events">): EventNearMiss[] {
  const lists = new Map<string, NewsEvent[]>();
  for (const event of events) {
    for (const id of membersOf(event)) {
      const key = [event.act, event.polarity, isImagined(event), id].join("\t");
      const list = lists.get(key);
      if (list) list.push(event);
      else lists.set(key, [event]);
    }
  }
  const found = new Map<string, EventNearMiss>();
  for (const list of lists.values()) {
    list.sort((a, b) => dayOf(a) - dayOf(b) || compareText(a.id, b.id));
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1, i + 1 + NEIGHBORS)) {
        const miss = compare(a, b);
        if (miss !== undefined) found.set(`${miss.a.id}\t${miss.b.id}`, miss);
      }
    });
  }
  return [...found.values()];
}

function compare(x: NewsEvent, y: NewsEvent): EventNearMiss | undefined {
  const [a, b] = x.id < y.id ? [x, y] : [y, x];
  const days = Math.abs(dayOf(a) - dayOf(b));
  if (!(days <= NEAR_DAYS) || shareSentence(a, b)) return undefined;
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode) return undefined;
  const [here, there] = [membersOf(a), membersOf(b)];
  const shared = [...here].filter((id) => there.has(id)).length;
  const isEqual = shared === here.size && shared === there.size;
  const isPart = shared === Math.min(here.size, there.size);
  // Each names somebody whom the other leaves out: two meetings, and no doubt of it.
  if (!isPart || (shared === 1 && !isEqual && !samePlace(a, b))) return undefined;
  if (shared === 1 && ![...here].some((id) => there.has(id) && PERSON.test(id))) return undefined;
  return {
    a,
    b,
    doubt: Math.min(0.9, 0.3 + 0.15 * shared + (days === 0 ? 0.15 : 0)),
    reason: `the same act, ${shared} shared ${shared === 1 ? "participant" : "participants"}, ${gap(days)}`,
  };
}

function gap(days: number): string {
  if (days === 0) return "no days that disagree";
  return days === 1 ? "a day apart" : `${days} days apart`;
}

function membersOf({ participants }: NewsEvent): ReadonlySet<string> {
  return new Set(
    participants
      .filter(({ role }) => role !== "place" && role !== "about")
      .map(({ entity }) => entity),
  );
}

function isImagined({ status }: NewsEvent): string {
  return status === "hypothetical" || status === "claimed" ? status : "told";
}

/** The first day that is known; else the day of the first article that tells of it. */
function dayOf({ from, to, evidence }: NewsEvent): number {
  return parseIsoDay(from ?? to ?? evidence[0]?.published ?? "") ?? Number.MAX_SAFE_INTEGER;
}

function samePlace(a: NewsEvent, b: NewsEvent): boolean {
  const placesOf = ({ participants }: NewsEvent) =>
    participants.filter(({ role }) => role === "place").map(({ entity }) => entity);
  const there = placesOf(b);
  return placesOf(a).some((place) => there.includes(place));
}

function shareSentence(a: NewsEvent, b: NewsEvent): boolean {
  return a.evidence.some(({ article, start }) =>
    b.evidence.some((other) => other.article === article && other.start === start),
  );
}
