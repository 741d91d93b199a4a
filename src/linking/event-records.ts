/** One event mention of one article, with what decides whether it is the same happening as another. */
import type { Analysis, EventMention, EventRole } from "../model.ts";
import { toDay } from "./days.ts";
import type { LinkedCast } from "./entities.ts";
import { type Happening, toHappening } from "./happenings.ts";
import type { Stories } from "./stories.ts";
import type { LinkingTables } from "./tables.ts";

/** What clustering needs to know; fillers may be empty where nothing is known of them. */
export interface EventRecord extends Happening {
  readonly mode: string | undefined;
  /** Events of different classes never join: the act, and for OTHER the lemma, with what is asserted and what is not. */
  readonly kind: string;
  /** Days, both included; infinite where open. */
  readonly from: number;
  readonly to: number;
  /** The days that are likely: an event without a date is news, so it lies near the day of the article. */
  readonly likelyFrom: number;
  readonly likelyTo: number;
  /** Known to a week or better, not only bounded by the day of publication. */
  readonly isDated: boolean;
  readonly isDayPrecise: boolean;
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
  readonly event: EventMention;
}

const LONGEST_DATED = 7;
/** How many days before its article an undated happening is thought to lie. */
const RECENT_DAYS = 14;

export function toEventRecords(
  analyses: readonly Analysis[],
  stories: Stories,
  cast: LinkedCast,
  { acts, commonWords }: LinkingTables,
): EventMentionRecord[] {
  const words = { acts, common: commonWords, weightOf: stories.weightOf };
  return analyses.flatMap((analysis, article) =>
    analysis.events.map((event): EventMentionRecord => {
      const of = (...roles: EventRole[]) => fillers(event, roles, article, cast);
      const everyone = of("actor", "recipient", "participant");
      const standsFor = countriesOf(everyone, cast);
      const from = orElse(toDay(event.interval?.from), Number.NEGATIVE_INFINITY);
      const to = orElse(toDay(event.interval?.to), Number.POSITIVE_INFINITY);
      const isKnown = event.interval !== undefined && event.interval.basis !== "publication";
      const place = { article, sentence: event.sentence, story: stories.storyOf[article]! };
      return {
        ...toHappening(analysis, place, event, words),
        event,
        mode: event.mode,
        kind: `${event.act === "OTHER" ? (event.mode ?? event.lemma) : event.act}/${realm(event)}`,
        from,
        to,
        ...likelyDays(analysis, event, isKnown, from, to),
        isDated: isKnown && to - from < LONGEST_DATED,
        isDayPrecise: isKnown && to - from < 1,
        actors: of("actor"),
        recipients: of("recipient"),
        everyone,
        heads: new Set([...everyone, ...standsFor.values()]),
        standsFor,
        places: placesOf(event, article, cast),
      };
    }),
  );
}

function likelyDays(
  { article, sentences, times }: Analysis,
  { status, sentence }: EventMention,
  isKnown: boolean,
  from: number,
  to: number,
): { likelyFrom: number; likelyTo: number } {
  const day = toDay(article.published);
  // The picture above an article may be an old one.
  const mayBeOld = sentences[sentence]!.block === "caption";
  if (!isKnown && isOfOldTimes(times, sentence, day)) {
    return { likelyFrom: from, likelyTo: Math.min(to, day - RECENT_DAYS) };
  }
  if (isKnown || mayBeOld || Number.isNaN(day)) return { likelyFrom: from, likelyTo: to };
  if (status === "planned") return { likelyFrom: Math.max(from, day), likelyTo: to };
  return { likelyFrom: Math.max(from, day - RECENT_DAYS), likelyTo: Math.min(to, day) };
}

/** *Sent troops in February, weeks after the two had met*: what has no date in a sentence with an old one is old, too. */
function isOfOldTimes(times: Analysis["times"], sentence: number, day: number): boolean {
  return times.some((time) => time.sentence === sentence && toDay(time.to) < day - RECENT_DAYS);
}

/** What is denied or only imagined never joins what is asserted. */
function realm({ status, polarity }: EventMention): string {
  if (polarity === "denied") return "denied";
  return status === "hypothetical" || status === "claimed" ? status : "asserted";
}

function fillers(
  event: EventMention,
  roles: readonly EventRole[],
  article: number,
  cast: LinkedCast,
): Set<string> {
  return new Set(
    event.roles
      .filter(({ role }) => roles.includes(role))
      .flatMap(({ mention }) => cast.resolve(article, mention)),
  );
}

function placesOf(event: EventMention, article: number, cast: LinkedCast): Set<string> {
  const places = fillers(event, ["place"], article, cast);
  if (event.place !== undefined)
    for (const id of cast.resolve(article, event.place)) places.add(id);
  return places;
}

function countriesOf(ids: ReadonlySet<string>, cast: LinkedCast): Map<string, string> {
  const countries = new Map<string, string>();
  for (const id of ids) {
    const country = cast.byId.get(id)?.country;
    if (country !== undefined) countries.set(id, `country:${country}`);
  }
  return countries;
}

function orElse(day: number, other: number): number {
  return Number.isNaN(day) ? other : day;
}
