/** When an event mention lies, and of what kind it is: what its own article says of both. */
import type { Analysis, EventMention } from "../model.ts";
import { toDay } from "./days.ts";

export interface EventDays {
  /** Days, both included; infinite where open. */
  readonly from: number;
  readonly to: number;
  /** The days that are likely: an event without a date is news, so it lies near the day of the article. */
  readonly likelyFrom: number;
  readonly likelyTo: number;
  /** Known to a week or better, not only bounded by the day of publication. */
  readonly isDated: boolean;
  readonly isDayPrecise: boolean;
}

const LONGEST_DATED = 7;
/** How many days before its article an undated happening is thought to lie. */
const RECENT_DAYS = 14;

export function eventDays(analysis: Analysis, event: EventMention): EventDays {
  const from = orElse(toDay(event.interval?.from), Number.NEGATIVE_INFINITY);
  const to = orElse(toDay(event.interval?.to), Number.POSITIVE_INFINITY);
  const isKnown = event.interval !== undefined && event.interval.basis !== "publication";
  const { likelyFrom, likelyTo } = likelyDays(analysis, event, isKnown, from, to);
  return {
    from,
    to,
    likelyFrom,
    likelyTo,
    isDated: isKnown && to - from < LONGEST_DATED,
    isDayPrecise: isKnown && to - from < 1,
  };
}

/** The act, and for OTHER the lemma, with what is asserted and what is not. */
export function eventKind(event: EventMention): string {
  const { act, mode, lemma } = event;
  return `${act === "OTHER" ? (mode ?? lemma) : act}/${realm(event)}`;
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

function orElse(day: number, other: number): number {
  return Number.isNaN(day) ? other : day;
}
