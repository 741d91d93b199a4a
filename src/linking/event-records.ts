/** One event mention of one article, with what decides whether it is the same happening as another. */
import type { EventRole } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { EventDays } from "./event-days.ts";
import { type Happening, toHappening, type Weights } from "./happenings.ts";
import type { PlacedArticle } from "./placing.ts";
import type { EventFacts } from "./records.ts";

/** What clustering needs to know; fillers may be empty where nothing is known of them. */
export interface EventRecord extends Happening, EventDays {
  readonly mode: string | undefined;
  /** Events of different classes never join: the act, and for OTHER the lemma, with what is asserted and what is not. */
  readonly kind: string;
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** Everyone who takes part, whatever the side. */
  readonly everyone: ReadonlySet<string>;
  /** Everyone, and the countries that they stand for. */
  readonly heads: ReadonlySet<string>;
  /** Those of everyone who stand for a country, with it. */
  readonly standsFor: ReadonlyMap<string, string>;
  readonly places: ReadonlySet<string>;
}

export interface EventMentionRecord extends EventRecord {
  readonly event: EventFacts;
  /** Index into the events of its article. */
  readonly index: number;
}

const ACTORS: readonly EventRole[] = ["actor"];
const RECIPIENTS: readonly EventRole[] = ["recipient"];
const PLACES: readonly EventRole[] = ["place"];
const SIDES: readonly EventRole[] = ["actor", "recipient", "participant"];

/** Undefined for an event in which nobody known takes part, at no known place. */
export function toEventRecord(
  article: number,
  index: number,
  { record, place }: PlacedArticle,
  cast: Cast,
  weights: Weights,
): EventMentionRecord | undefined {
  const event = record.events[index]!;
  const everyone = fillers(event, SIDES, article, cast);
  const places = placesOf(event, article, cast);
  if (everyone.size + places.size === 0) return undefined;
  const standsFor = countriesOf(everyone, cast);
  const { from, to, likelyFrom, likelyTo, isDated, isDayPrecise, mode, kind, sentence } = event;
  const happening = toHappening(record, event, { article, sentence, story: place.story }, weights);
  return {
    ...happening,
    event,
    index,
    mode,
    kind,
    from,
    to,
    likelyFrom,
    likelyTo,
    isDated,
    isDayPrecise,
    actors: fillers(event, ACTORS, article, cast),
    recipients: fillers(event, RECIPIENTS, article, cast),
    everyone,
    heads: standsFor.size === 0 ? everyone : new Set([...everyone, ...standsFor.values()]),
    standsFor,
    places,
  };
}

/** Whether an event has a place at the most. */
export function namesNobody(event: EventFacts, article: number, cast: Cast): boolean {
  return fillers(event, ["actor", "recipient", "participant"], article, cast).size === 0;
}

/** Whether somebody known takes part, or it has a known place. */
export function isKnown(event: EventFacts, article: number, cast: Cast): boolean {
  return !namesNobody(event, article, cast) || placesOf(event, article, cast).size > 0;
}

function fillers(
  event: EventFacts,
  roles: readonly EventRole[],
  article: number,
  cast: Cast,
): Set<string> {
  const found = new Set<string>();
  for (const { role, chain } of event.roles) {
    if (!roles.includes(role)) continue;
    for (const id of cast.resolve(article, chain)) found.add(id);
  }
  return found;
}

function placesOf(event: EventFacts, article: number, cast: Cast): Set<string> {
  const places = fillers(event, PLACES, article, cast);
  if (event.place !== undefined)
    for (const id of cast.resolve(article, event.place)) places.add(id);
  return places;
}

function countriesOf(ids: ReadonlySet<string>, cast: Cast): Map<string, string> {
  const countries = new Map<string, string>();
  for (const id of ids) {
    const country = cast.byId.get(id)?.country;
    if (country !== undefined) countries.set(id, `country:${country}`);
  }
  return countries;
}
