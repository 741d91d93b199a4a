/**
 * Time expressions, resolved against the article's date: one pass over the words, each of which knows the rules that
 * can begin with it. Types, extents and values are those of TimeML 1.2.1; beside them stands the interval of days.
 */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, Time } from "../../model.ts";
import { type DayNumber, toIsoDate } from "../../text/calendar.ts";
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
  return {
    start,
    end: last,
    text: reading.text.slice(start, last),
    timex,
    value,
    ...day("from", from),
    ...day("to", to),
    ...(period ? { precision: period.precision } : {}),
    basis,
    sentence: found.sentence,
    rule,
  };
}

function day<Key extends string>(key: Key, number: DayNumber | undefined): { [K in Key]?: string } {
  return (number === undefined ? {} : { [key]: toIsoDate(number) }) as { [K in Key]?: string };
}
