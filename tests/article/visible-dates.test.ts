import { describe, expect, test } from "vitest";
import { createVisibleDates } from "../../src/article/visible-dates.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const dates = createVisibleDates(nodeData());

describe("dates as pages print them", () => {
  test.each([
    ["2022-12-29 HKT 20:50", "2022-12-29T20:50:00+08:00"],
    ["30 Dec 2022 07:19PM", "2022-12-30T19:19:00"],
    ["Dec. 30, 2022 at 7:19 p.m. ET", "2022-12-30T19:19:00-05:00"],
    ["Published July 4, 2023, 9:05 a.m. ET", "2023-07-04T09:05:00-04:00"],
    ["30. Dezember 2022, 19:19 Uhr", "2022-12-30T19:19:00"],
    ["le 1er mars 2023 à 08h15", "2023-03-01T08:15:00"],
    ["5 de marzo de 2023", "2023-03-05"],
    ["8 января 2026", "2026-01-08"],
    ["2022年12月30日", "2022-12-30"],
    ["30.12.2022", "2022-12-30"],
    ["28. 4. 2023, 18:41 Uhr", "2023-04-28T18:41:00"],
    ["Madrid-29/05/2025 20:00", "2025-05-29T20:00:00"],
    ["12/30/2022", "2022-12-30"],
    ["Thursday 3rd of August 2023", "2023-08-03"],
  ])("%s", (line, date) => {
    expect(dates.find(line)[0]?.date).toBe(date);
  });

  test.each([
    "31 June 2023",
    "call 555-2023-11",
    "version 10.4.2",
    "2023",
    "May have been 2022",
    "1/2/3",
  ])("%s is no date", (line) => {
    expect(dates.find(line)).toEqual([]);
  });
});

describe("dates without a year, as sites print those of the current one", () => {
  test.each([
    ["Ярослав Кузишин, 8 января, 17:46", "2026-01-08T17:46:00"],
    ["March 5 at 7:19 p.m.", "2026-03-05T19:19:00"],
  ])("%s", (line, date) => {
    expect(dates.find(line)).toEqual([]);
    expect(dates.findWithoutYear(line, 2026)[0]?.date).toBe(date);
  });

  test.each([
    "The two met on 8 January and agreed on nothing.",
    "31 June, 10:15",
    `${"A long sentence that tells of many other things first, and then goes on, and on, before it comes to "}8 January, 17:46, or so.`,
  ])("not without a clock, not a day that no calendar has, not in prose: %s", (line) => {
    expect(dates.findWithoutYear(line, 2026)).toEqual([]);
  });
});
