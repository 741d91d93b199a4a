/**
 * When an event happened: the time expression that hangs on it, else the day its telling bounds. The publication
 * day is only ever a bound (on or before), never the date itself.
 */

import type { EventInterval, EventStatus, Time } from "../../model.ts";
import { toInterval } from "../../text/interval.ts";
import type { Candidate } from "./candidate.ts";
import type { Reading } from "./reading.ts";

export interface TimeBook {
  /** Index of the time that hangs on the trigger, -1. */
  of(candidate: Candidate): number;
  /** Index of the time that hangs on a verb or an event noun, -1. */
  ofToken(token: number): number;
  intervalOf(time: number, status: EventStatus, isSince: boolean): EventInterval | undefined;
  /** Whether the time stands behind *since*, after the token. */
  isSince(time: number, token: number): boolean;
  /** Whether the time begins after the article was published: *is stepping down in May*. */
  isAhead(time: number): boolean;
}

export function createTimeBook(reading: Reading, times: readonly Time[]): TimeBook {
  const { tokens, tree } = reading;
  const published = reading.article.published?.slice(0, 10);
  const headOf = times.map((time) => headToken(reading, time));
  const bySentence = new Map<number, number[]>();
  times.forEach(({ sentence }, index) => {
    const list = bySentence.get(sentence);
    if (list) list.push(index);
    else bySentence.set(sentence, [index]);
  });

  const isVerb = (token: number): boolean => reading.tag(token) === "VERB";

  /** *Replaces the 1991 settlement*: a year before a noun dates that noun alone. */
  const datesNoun = (index: number, noun: number): boolean =>
    times[index]!.precision === "year" && headOf[index]! < noun && !isVerb(noun);

  const hasOwnYear = (noun: number): boolean =>
    (bySentence.get(tokens.sentence[noun]!) ?? []).some(
      (index) => hosts[index]!.includes(noun) && datesNoun(index, noun),
    );

  /** The event word that a time hangs on: the next verb above it, or an event noun on the way. */
  const hosts = headOf.map((head, index) => {
    const path: number[] = [];
    for (let at = head; at >= 0; at = tokens.head[at]!) {
      if (at !== head) path.push(at);
      if (at !== head && datesNoun(index, at)) break;
      if (at !== head && isVerb(at)) break;
    }
    return path;
  });

  const usable = (index: number): boolean => {
    const { timex, from, to } = times[index]!;
    return (timex === "DATE" || timex === "TIME") && (from !== undefined || to !== undefined);
  };

  const hanging = (wanted: ReadonlySet<number>, sentence: number): number => {
    let best = -1;
    for (const index of bySentence.get(sentence) ?? []) {
      if (!usable(index)) continue;
      if (!hosts[index]!.some((token) => wanted.has(token))) continue;
      if (best < 0 || isFiner(times[index]!, times[best]!)) best = index;
    }
    return best;
  };

  return {
    of(candidate) {
      const wanted = new Set<number>([candidate.token]);
      if (candidate.verb >= 0) wanted.add(candidate.verb);
      for (
        let inner = candidate.inner, depth = 0;
        inner && depth < 4;
        inner = inner.inner, depth++
      ) {
        // "Rejected the 2015 agreement": its year is not that of the rejection.
        if (!hasOwnYear(inner.token)) wanted.add(inner.token);
      }
      const sentence = tokens.sentence[candidate.token]!;
      const own = hanging(wanted, sentence);
      if (own >= 0) return own;
      return alone(candidate, bySentence.get(sentence) ?? []);
    },
    ofToken: (token) => hanging(new Set([token]), tokens.sentence[token]!),
    isSince: (time, token) =>
      headOf[time]! > token && reading.preposition(headOf[time]!) === "since",
    isAhead: (time) => published !== undefined && (times[time]?.from ?? published) > published,
    intervalOf(time, status, isSince) {
      const found = times[time];
      if (found === undefined) {
        if (published === undefined || status === "planned" || status === "hypothetical")
          return undefined;
        return { to: published, basis: "publication" };
      }
      const { from, precision, basis } = found;
      if (isSince && from !== undefined) return toInterval(from, undefined, precision, basis);
      const past = status === "actual" || status === "claimed";
      const to =
        past && found.to && published && found.to > published && (!from || from <= published)
          ? published
          : found.to;
      return toInterval(from, to, precision, basis);
    },
  };

  /** The only time of a sentence, when it opens or closes the clause of the event, whatever the parse hung it on. */
  function alone(candidate: Candidate, indexes: readonly number[]): number {
    const dates = indexes.filter(usable);
    if (dates.length !== 1) return -1;
    const index = dates[0]!;
    const top = candidate.verb >= 0 ? candidate.verb : candidate.token;
    const host = hosts[index]!.find(isVerb);
    if (host === undefined && hosts[index]!.some((token) => datesNoun(index, token))) return -1;
    // A time on a reporting verb dates the telling.
    if (host !== undefined && host !== top) return -1;
    const head = headOf[index]!;
    return head >= tree.leftEdge[top]! && head < tree.rightEdge[top]! && candidate.verb >= 0
      ? index
      : -1;
  }
}

/** The token of the expression that hangs on something outside it. */
function headToken(reading: Reading, time: Time): number {
  const { tokens } = reading;
  const sentence = reading.parsed.sentences[time.sentence];
  if (!sentence) return -1;
  let last = -1;
  for (let token = sentence.firstToken; token < sentence.lastToken; token++) {
    if (tokens.end[token]! <= time.start) continue;
    if (tokens.start[token]! >= time.end) break;
    last = token;
    const head = tokens.head[token]!;
    const outside = head < 0 || tokens.end[head]! <= time.start || tokens.start[head]! >= time.end;
    if (outside && reading.tag(token) !== "ADP" && reading.tag(token) !== "PUNCT") return token;
  }
  return last;
}

const GRAIN = ["time", "day", "week", "month", "season", "quarter", "year", "decade"];

function isFiner(a: Time, b: Time): boolean {
  return GRAIN.indexOf(a.precision ?? "decade") < GRAIN.indexOf(b.precision ?? "decade");
}
