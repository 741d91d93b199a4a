/** What a rule is: it looks at the words from one place on and says what time they name. */
import type { Time } from "../../model.ts";
import type { DayNumber } from "../../text/calendar.ts";
import type { Period } from "./periods.ts";
import type { Reading } from "./reading.ts";
import type { Word } from "./word.ts";

export interface Rule {
  /** Goes with what it finds, up to the evidence. */
  readonly name: string;
  /** Whether an expression of this rule can begin with the word; asked once for each word of the tables. */
  startsAt(word: Word): boolean;
  /** Whether it can begin with a run of digits. */
  readonly startsWithDigits?: boolean;
  match(context: Context, at: number): Match | undefined;
}

export interface Match {
  /** Words `[begin, end)` of the reading. */
  readonly begin: number;
  readonly end: number;
  readonly timex: Time["timex"];
  readonly value: string;
  /** Days that it covers, where they are known. */
  readonly period?: Period;
  readonly basis: Time["basis"];
  readonly rule: string;
}

/** What an expression may depend on, beside its own words. */
export interface Context {
  readonly reading: Reading;
  /** The day that relative expressions start from. */
  readonly anchor: DayNumber | undefined;
  /** The last date that was named before, in this block of the article. */
  readonly focus: Period | undefined;
  /** The match that ended last in this sentence. */
  readonly previous: Match | undefined;
  /** Reads an expression that is part of a longer one. */
  readonly inner: (at: number) => Match | undefined;
}
