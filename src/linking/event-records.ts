/** One event mention of one article, with what decides whether it is the same happening as another. */
import type { EventRole } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { EventDays } from "./event-days.ts";
import { type Context, type Happening, toHappening, type Weights } from "./happenings.ts";
import type { PlacedArticle } from "./placing.ts";
import type { EventFacts } from "./records.ts";
import type { TownOf } from "./within.ts";

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
  /** The places, and the towns of buildings and quarters among them. */
  readonly surroundings: ReadonlySet<string>;
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
  placed: PlacedArticle,
  cast: Cast,
  weights: Weights,
): EventMentionRecord | undefined {
  const event = placed.record.events[index]!;
  const everyone = fillers(event, SIDES, article, cast);
  const places = placesOf(event, article, cast);
  return everyone.size + places.size === 0
    ? undefined
    : new EventMention(article, index, placed, event, everyone, places, cast, weights);
}

/** Most are alone in their story, or are made to tell of their event: what only a comparison asks for is worked out then. */
class EventMention implements EventMentionRecord {
  readonly article: number;
  readonly index: number;
  readonly event: EventFacts;
  readonly everyone: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly #placed: PlacedArticle;
  readonly #cast: Cast;
  readonly #weights: Weights;
  #happening: Happening | undefined;
  #actors: ReadonlySet<string> | undefined;
  #recipients: ReadonlySet<string> | undefined;
  #standsFor: ReadonlyMap<string, string> | undefined;
  #heads: ReadonlySet<string> | undefined;
  #surroundings: ReadonlySet<string> | undefined;

  constructor(
    article: number,
    index: number,
    placed: PlacedArticle,
    event: EventFacts,
    everyone: ReadonlySet<string>,
    places: ReadonlySet<string>,
    cast: Cast,
    weights: Weights,
  ) {
    this.article = article;
    this.index = index;
    this.event = event;
    this.everyone = everyone;
    this.places = places;
    this.#placed = placed;
    this.#cast = cast;
    this.#weights = weights;
  }

  get actors(): ReadonlySet<string> {
    this.#actors ??= fillers(this.event, ACTORS, this.article, this.#cast);
    return this.#actors;
  }

  get recipients(): ReadonlySet<string> {
    this.#recipients ??= fillers(this.event, RECIPIENTS, this.article, this.#cast);
    return this.#recipients;
  }

  get standsFor(): ReadonlyMap<string, string> {
    this.#standsFor ??= countriesOf(this.everyone, this.#cast);
    return this.#standsFor;
  }

  get heads(): ReadonlySet<string> {
    this.#heads ??= withCountries(this.everyone, this.standsFor);
    return this.#heads;
  }

  get surroundings(): ReadonlySet<string> {
    this.#surroundings ??= withTowns(this.places, this.#weights.townOf);
    return this.#surroundings;
  }

  get isVague(): boolean {
    return this.#weights.acts.isVague(this.event.deed);
  }

  get story(): string {
    return this.#placed.place.story;
  }

  get sentence(): number {
    return this.event.sentence;
  }

  get lemma(): string {
    return this.event.lemma;
  }

  get act(): string {
    return this.event.deed;
  }

  get kind(): string {
    return this.event.kind;
  }

  get mode(): string | undefined {
    return this.event.mode;
  }

  get from(): number {
    return this.event.from;
  }

  get to(): number {
    return this.event.to;
  }

  get likelyFrom(): number {
    return this.event.likelyFrom;
  }

  get likelyTo(): number {
    return this.event.likelyTo;
  }

  get isDated(): boolean {
    return this.event.isDated;
  }

  get isDayPrecise(): boolean {
    return this.event.isDayPrecise;
  }

  rarity(): number {
    return this.#said().rarity();
  }

  context(): Context {
    return this.#said().context();
  }

  near(): readonly string[] {
    return this.#said().near();
  }

  #said(): Happening {
    const { article, sentence, story } = this;
    this.#happening ??= toHappening(
      this.#placed.record,
      this.event,
      { article, sentence, story },
      this.#weights,
    );
    return this.#happening;
  }
}

function withCountries(
  everyone: ReadonlySet<string>,
  standsFor: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  return standsFor.size === 0 ? everyone : new Set([...everyone, ...standsFor.values()]);
}

function withTowns(places: ReadonlySet<string>, townOf: TownOf): ReadonlySet<string> {
  if (places.size === 0) return places;
  const towns = [...places].flatMap((place) => townOf.get(place) ?? []);
  return towns.length === 0 ? places : new Set([...places, ...towns]);
}

/** Whether an event has a place at the most. */
export function namesNobody(event: EventFacts, article: number, cast: Cast): boolean {
  return fillers(event, SIDES, article, cast).size === 0;
}

/** Whether somebody known takes part, or it has a known place. */
export function isKnown(event: EventFacts, article: number, cast: Cast): boolean {
  return !namesNobody(event, article, cast) || placesOf(event, article, cast).size > 0;
}

/** How many participants, and places, the event of these tellings will have. */
export function countRoles(
  tellings: readonly Pick<EventMentionRecord, "article" | "event">[],
  cast: Cast,
): number {
  const sides = new Set<string>();
  const places = new Set<string>();
  for (const { article, event } of tellings) {
    for (const { role, chain } of event.roles) {
      const found = role === "place" ? places : sides;
      for (const id of cast.resolve(article, chain)) found.add(id);
    }
    if (event.place !== undefined)
      for (const id of cast.resolve(article, event.place)) places.add(id);
  }
  return sides.size + places.size;
}

const NOBODY: ReadonlySet<string> = new Set();
const NOWHERE: ReadonlyMap<string, string> = new Map();

function fillers(
  event: EventFacts,
  roles: readonly EventRole[],
  article: number,
  cast: Cast,
): ReadonlySet<string> {
  let found: Set<string> | undefined;
  for (const { role, chain } of event.roles) {
    if (!roles.includes(role)) continue;
    for (const id of cast.resolve(article, chain)) {
      found ??= new Set();
      found.add(id);
    }
  }
  return found ?? NOBODY;
}

function placesOf(event: EventFacts, article: number, cast: Cast): ReadonlySet<string> {
  const places = fillers(event, PLACES, article, cast);
  if (event.place === undefined) return places;
  const own = cast.resolve(article, event.place);
  return own.length === 0 ? places : new Set([...places, ...own]);
}

function countriesOf(ids: ReadonlySet<string>, cast: Cast): ReadonlyMap<string, string> {
  let countries: Map<string, string> | undefined;
  for (const id of ids) {
    const country = cast.byId.get(id)?.country;
    if (country === undefined) continue;
    countries ??= new Map();
    countries.set(id, `country:${country}`);
  }
  return countries ?? NOWHERE;
}
