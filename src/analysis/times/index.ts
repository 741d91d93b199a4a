/**
 * Time expressions, resolved against the article's date: one pass over the words, each of which knows the rules that
 * can begin with it. Types, extents and values are those of TimeML 1.2.1; beside them stands the interval of days.
 */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, Time } from "../../model.ts";
import { toIsoDate } from "../../text/calendar.ts";
import type { Mutable } from "../../text/mutable.ts";
import type { Parsed } from "../parsed.ts";
import { anchorOf } from "./anchor.ts";
import { type Found, findTimes } from "./find-times.ts";
import { intervalOf, joinRanges } from "./intervals.ts";
import { type Reading, readWords } from "./reading.ts";
import { RULES } from "./rules/index.ts";
import { loadVocabulary } from "./vocabulary.ts";

export type TagTimes = (article: Article, parsed: Parsed) => Time[];

export function createTimeTagger(data: DataSource): TagTimes {
  const vocabulary = loadVocabulary(data, RULES);
  return (article, parsed) => {
    const reading = readWords(article, parsed, vocabulary);
    const anchor = anchorOf(article, reading, parsed.sentences);
    const found = joinRanges(reading, findTimes(reading, parsed.sentences, anchor));
    return found.map((time) => toTime(reading, time));
  };
}

function toTime(reading: Reading, found: Found): Time {
  const { begin, end, timex, value, period, basis, rule } = found.match;
  const start = reading.start[begin]!;
  const last = reading.end[end - 1]!;
  const { from, to } = intervalOf(reading, found);
  const time: Partial<Mutable<Time>> = {
    start,
    end: last,
    text: reading.text.slice(start, last),
    timex,
    value,
  };
  if (from !== undefined) time.from = toIsoDate(from);
  if (to !== undefined) time.to = toIsoDate(to);
  if (period) time.precision = period.precision;
  time.basis = basis;
  time.sentence = found.sentence;
  time.rule = rule;
  return time as Time;
}
