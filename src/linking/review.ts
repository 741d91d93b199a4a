/**
 * The most doubtful merges and the nearest misses, each with sentences of both sides and the line for the file of decisions that rejects
 * or accepts it. Pure: from knowledge alone; cost grows with the number of names, never with their pairs.
 */
import type { Entity, Evidence, Knowledge, NewsEvent } from "../model.ts";
import { quoteName } from "../text/quoted-names.ts";
import type { Decision } from "./decisions.ts";
import { type EventNearMiss, eventNearMisses } from "./event-near-misses.ts";
import { by } from "./order.ts";
import { foldName } from "./person-names.ts";

export interface ReviewItem {
  readonly kind: "merge" | "near miss";
  /** 0 to 1: how much it should be looked at. */
  readonly doubt: number;
  /** For people: *Boris Johnson and Johnson are one person*. */
  readonly question: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** The decision to keep it so: `same` for a merge, `different` for a near miss. It is then asked no more. */
  readonly accept: string;
  /** The decision to turn it round. */
  readonly reject: string;
}

/** How doubtful a merge with this reason is; what is not named here is sure. */
const DOUBTS: readonly (readonly [RegExp, number])[] = [
  [/bearer of nearly all mentions/, 0.9],
  [/first names that agree/, 0.7],
  [/the same words of the name/, 0.7],
  [/acronym/, 0.5],
  [/short name/, 0.5],
  [/only bearer in the story/, 0.4],
  [/two stories.{0,40}[01] shared/, 0.8],
  [/two stories/, 0.5],
  [/one class of act/, 0.4],
];
/** A last name with more bearers than this is a common one: that they are different people is no news. */
const BEARERS = 6;
const QUOTES = 2;

/** What was decided already is not asked again. */
export function reviewKnowledge(
  { entities, events }: Knowledge,
  decisions: readonly Decision[] = [],
): ReviewItem[] {
  const decided = new Set(decisions.map(({ text }) => text));
  return [
    ...entities.flatMap(doubtfulNames),
    ...events.flatMap(doubtfulTellings),
    ...nearMisses(entities),
    ...eventNearMisses({ events }).map(nearEvents),
  ]
    .filter(({ accept, reject }) => !decided.has(accept) && !decided.has(reject))
    .sort((a, b) => b.doubt - a.doubt || (a.question < b.question ? -1 : 1));
}

function doubtfulNames(entity: Entity): ReviewItem[] {
  return (entity.merged ?? []).flatMap(({ what, reason }): ReviewItem[] => {
    const doubt = doubtOf(reason);
    if (doubt === 0) return [];
    return [
      {
        kind: "merge",
        doubt,
        question: `${entity.name} (${entity.id}) and ${what} are one`,
        reason,
        evidence: quotesWith(entity.evidence, what),
        accept: `same ${entity.id} = ${quoteName(what)}`,
        reject: `different ${entity.id} ≠ ${quoteName(what)}`,
      },
    ];
  });
}

function doubtfulTellings(event: NewsEvent): ReviewItem[] {
  return (event.merged ?? []).flatMap(({ what, reason }): ReviewItem[] => {
    const doubt = doubtOf(reason);
    if (doubt === 0 || what === event.id) return [];
    return [
      {
        kind: "merge",
        doubt,
        question: `${event.label} (${event.id}) holds the telling ${what}`,
        reason,
        evidence: event.evidence.slice(0, 2 * QUOTES),
        accept: `same ${event.id} = ${what}`,
        reject: `different ${event.id} ≠ ${what}`,
      },
    ];
  });
}

function doubtOf(reason: string): number {
  return DOUBTS.find(([pattern]) => pattern.test(reason))?.[1] ?? 0;
}

/** People whose last names are equal and one of whom has no other name, or whose first names begin alike. */
function nearMisses(entities: readonly Entity[]): ReviewItem[] {
  const byLast = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (entity.kind !== "person" || entity.unnamed) continue;
    const words = foldName(entity.name).split(" ");
    const last = words.at(-1)!;
    byLast.set(last, [...(byLast.get(last) ?? []), entity]);
  }
  return [...byLast.values()].flatMap((bearers) => {
    if (bearers.length < 2 || bearers.length > BEARERS) return [];
    const sorted = [...bearers].sort(by(({ id }) => id));
    return sorted.flatMap((a, i) =>
      sorted.slice(i + 1).flatMap((b) => (mayBeOne(a, b) ? [nearMiss(a, b)] : [])),
    );
  });
}

function mayBeOne(a: Entity, b: Entity): boolean {
  const [x, y] = [foldName(a.name).split(" "), foldName(b.name).split(" ")];
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  return x.length === 1 || y.length === 1 || x[0]![0] === y[0]![0];
}

function nearMiss(a: Entity, b: Entity): ReviewItem {
  const isAlone = !a.name.includes(" ") || !b.name.includes(" ");
  return {
    kind: "near miss",
    doubt: isAlone ? 0.6 : 0.3,
    question: `${a.name} (${a.id}) and ${b.name} (${b.id}) are two`,
    reason: isAlone
      ? "a last name alone, with several bearers or none in its story"
      : "one last name, first names that begin alike",
    evidence: [...a.evidence.slice(0, 1), ...b.evidence.slice(0, 1)],
    accept: `different ${a.id} ≠ ${b.id}`,
    reject: `same ${a.id} = ${b.id}`,
  };
}

function nearEvents({ a, b, doubt, reason }: EventNearMiss): ReviewItem {
  return {
    kind: "near miss",
    doubt,
    question: `${a.label} (${a.id}) and ${b.label} (${b.id}) are two`,
    reason,
    evidence: [...a.evidence.slice(0, QUOTES), ...b.evidence.slice(0, QUOTES)],
    accept: `different ${a.id} ≠ ${b.id}`,
    reject: `same ${a.id} = ${b.id}`,
  };
}

/** Sentences that have the name, then others. */
function quotesWith(evidence: readonly Evidence[], name: string): Evidence[] {
  const naming = evidence.filter(({ quote }) => quote.includes(name));
  const others = evidence.filter(({ quote }) => !quote.includes(name));
  return [...others.slice(0, QUOTES), ...naming.slice(0, QUOTES)];
}
