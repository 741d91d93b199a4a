import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  daysInMonth,
  isCalendarDay,
  isoWeekOf,
  mondayOf,
  parseIsoDay,
  toCalendarDay,
  toDayNumber,
  toIsoDate,
  weekdayOf,
} from "../../src/text/calendar.ts";

const day = (iso: string): number => parseIsoDay(iso)!;

describe("day numbers", () => {
  it("count from 1970-01-01", () => {
    expect(toDayNumber(1970, 1, 1)).toBe(0);
    expect(toDayNumber(1969, 12, 31)).toBe(-1);
    expect(toDayNumber(2000, 3, 1)).toBe(11_017);
  });

  it("agree with the platform's UTC calendar over six centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 80_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(toCalendarDay(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(number)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
        expect(toIsoDate(number)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  it("come back from the day that they name", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (number) => {
        const { year, month, day: dayOfMonth } = toCalendarDay(number);
        expect(isCalendarDay(year, month, dayOfMonth)).toBe(true);
        expect(toDayNumber(year, month, dayOfMonth)).toBe(number);
      }),
    );
  });
});

describe("parseIsoDay", () => {
  it("takes the day as it is written, whatever the zone", () => {
    expect(toIsoDate(day("2022-12-29T23:50:00+08:00"))).toBe("2022-12-29");
    expect(toIsoDate(day("2022-12-29T23:50:00Z"))).toBe("2022-12-29");
  });

  it.each(["2022-02-29", "2022-13-01", "2022-00-10", "29.12.2022", "", "yesterday"])(
    "finds no day in %j",
    (text) => expect(parseIsoDay(text)).toBeUndefined(),
  );
});

describe("ISO weeks", () => {
  it.each([
    ["2021-01-01", 2020, 53],
    ["2021-01-04", 2021, 1],
    ["2022-12-25", 2022, 51],
    ["2024-12-30", 2025, 1],
    ["2026-12-31", 2026, 53],
  ])("%s lies in the week of the year %i, number %i", (iso, year, week) => {
    expect(isoWeekOf(day(iso))).toEqual({ year, week });
  });

  it("begin on Monday", () => {
    expect(toIsoDate(mondayOf(day("2022-12-25")))).toBe("2022-12-19");
    expect(toIsoDate(mondayOf(day("2022-12-19")))).toBe("2022-12-19");
  });
});

describe("months", () => {
  it.each([
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-03-15", -3, "2022-12-15"],
    ["2023-12-01", 13, "2025-01-01"],
    ["2023-03-31", -1, "2023-02-28"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(toIsoDate(addMonths(day(from), months))).toBe(to);
  });

  it("know leap years", () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });
});
