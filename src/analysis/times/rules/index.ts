/** The rules; where two find expressions of the same length, the earlier one counts. */
import type { Rule } from "../rule.ts";
import { ago } from "./ago.ts";
import { bareDay } from "./bare-day.ts";
import { calendarDate } from "./calendar-date.ts";
import { clockTime } from "./clock-time.ts";
import { dayPartOf } from "./day-part-of.ts";
import { decade } from "./decade.ts";
import { deicticDay } from "./deictic-day.ts";
import { duration } from "./duration.ts";
import { edge } from "./edge.ts";
import { fiscalYear } from "./fiscal-year.ts";
import { holiday } from "./holiday.ts";
import { month } from "./month.ts";
import { numericDate } from "./numeric-date.ts";
import { portion } from "./portion.ts";
import { quarter } from "./quarter.ts";
import { rangeDay } from "./range-day.ts";
import { reference } from "./reference.ts";
import { relativeName } from "./relative-name.ts";
import { relativePeriod } from "./relative-period.ts";
import { season } from "./season.ts";
import { set } from "./set.ts";
import { unitBefore } from "./unit-before.ts";
import { weekday } from "./weekday.ts";
import { weekend } from "./weekend.ts";
import { year } from "./year.ts";

export const RULES: readonly Rule[] = [
  reference,
  calendarDate,
  numericDate,
  weekday,
  clockTime,
  deicticDay,
  ago,
  duration,
  relativePeriod,
  relativeName,
  weekend,
  unitBefore,
  portion,
  edge,
  quarter,
  season,
  month,
  decade,
  year,
  fiscalYear,
  rangeDay,
  bareDay,
  dayPartOf,
  holiday,
  set,
];
