import { describe, expect, it } from "vitest";
import { intervals, tag, values } from "./tag.ts";

describe("last, this, next", () => {
  it.each([
    ["Last week the envoy flew home.", "Last week = 2023-W10", "2023-03-06..2023-03-12"],
    ["The port reopened last month.", "last month = 2023-02", "2023-02-01..2023-02-28"],
    ["The port closed this month.", "this month = 2023-03", "2023-03-01..2023-03-15"],
    ["The port will close this month.", "this month = 2023-03", "2023-03-15..2023-03-31"],
    ["He is expected next year.", "next year = 2024", "2024-01-01..2024-12-31"],
    ["He is expected next spring.", "next spring = 2024-SP", "2024-03-01..2024-05-31"],
    ["Last summer the river dried up.", "Last summer = 2022-SU", "2022-06-01..2022-08-31"],
    ["Last quarter exports fell.", "Last quarter = 2022-Q4", "2022-10-01..2022-12-31"],
    ["This winter was mild.", "This winter = 2022-WI", "2022-12-01..2023-02-28"],
    ["Last March he resigned.", "Last March = 2022-03", "2022-03-01..2022-03-31"],
    ["He will speak next weekend.", "next weekend = 2023-W12-WE", "2023-03-25..2023-03-26"],
    ["It rained over the weekend.", "the weekend = 2023-W10-WE", "2023-03-11..2023-03-12"],
    ["The current quarter is weak.", "The current quarter = 2023-Q1", "2023-01-01..2023-03-31"],
    ["Last night the city was quiet.", "Last night = 2023-03-14TNI", "2023-03-14..2023-03-14"],
  ])("%s", (text, value, interval) => {
    expect(values(text)).toEqual([value]);
    expect(intervals(text)[0]!.split(" = ")[1]).toBe(interval);
  });

  it("turn the year in December and January", () => {
    expect(values("He is expected next spring.", "2022-12-30")).toEqual(["next spring = 2023-SP"]);
    expect(values("He left last month.", "2023-01-02")).toEqual(["last month = 2022-12"]);
    expect(values("He left last week.", "2023-01-02")).toEqual(["last week = 2022-W52"]);
    expect(values("He comes next quarter.", "2022-12-30")).toEqual(["next quarter = 2023-Q1"]);
  });

  it("count from the last date where they refer back to it", () => {
    expect(values("The ship sank on March 3. The following day divers came.")).toEqual([
      "March 3 = 2023-03-03",
      "The following day = 2023-03-04",
    ]);
    expect(values("He won in 2014 and lost the following year.")).toEqual([
      "2014 = 2014",
      "the following year = 2015",
    ]);
    expect(values("It is lower than in 2021 and the year before.")).toEqual([
      "2021 = 2021",
      "the year before = 2020",
    ]);
    expect(values("The same day a convoy left.")).toEqual([]);
  });
});

describe("months, seasons, quarters, years", () => {
  it.each([
    ["The deal was signed in October.", "October = 2022-10"],
    ["The deal will be signed in October.", "October = 2023-10"],
    ["At a September summit the two sides agreed.", "September = 2022-09"],
    ["He has led the party since May.", "May = 2022-05"],
    ["He is expected in spring 2024.", "spring 2024 = 2024-SP"],
    ["The war began in the summer of 2014.", "the summer of 2014 = 2014-SU"],
    ["Leaders expect a visit in spring.", "spring = 2023-SP"],
    ["He was seen in the autumn.", "the autumn = 2022-FA"],
    ["Prices rose in the fourth quarter.", "the fourth quarter = 2022-Q4"],
    ["Exports fell in the first quarter of 2022.", "the first quarter of 2022 = 2022-Q1"],
    ["The third quarter of last year was weak.", "The third quarter of last year = 2022-Q3"],
    ["Sales rose in Q3 2022.", "Q3 2022 = 2022-Q3"],
    ["The bridge was built in 1998.", "1998 = 1998"],
    ["The 2008 crisis hit banks.", "2008 = 2008"],
    ["The season of 2009-10 was his last.", "2009-10 = 2009/2010"],
    ["Debt fell to 2003 levels.", "2003 = 2003"],
    ["Sales fell in fiscal year 2022.", "fiscal year 2022 = FY2022"],
    ["Sales fell this fiscal year.", "this fiscal year = FY2023"],
    ["Sales fell in the second quarter.", "the second quarter = 2022-Q2"],
    ["Sales fell in the first quarter.", "the first quarter = 2023-Q1"],
    ["Sales will fall in the first quarter.", "the first quarter = 2023-Q1"],
    ["Expo 2022 was quiet.", "2022 = 2022"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));
});

describe("decades and centuries", () => {
  it.each([
    ["Factories closed in the 1990s.", "the 1990s = 199"],
    ["Mills closed in the 1800s.", "the 1800s = 18"],
    ["Many left in the '80s.", "the '80s = 198"],
    ["Many left in the nineties.", "the nineties = 199"],
    ["The treaty dates from the 19th century.", "the 19th century = 18"],
    ["It is the oldest of the twenty-first century.", "the twenty-first century = 20"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));
});

describe("parts of a period", () => {
  it.each([
    ["It will open in mid-2025.", "mid-2025 = 2025", "2025-05-01..2025-08-31"],
    ["The plant will close in late May.", "late May = 2023-05", "2023-05-21..2023-05-31"],
    ["It closed in the early 1990s.", "the early 1990s = 199", "1990-01-01..1993-12-31"],
    ["It closed late last year.", "late last year = 2022", "2022-09-01..2022-12-31"],
    ["It closed at the end of last year.", "the end of last year = 2022", "2022-09-01..2022-12-31"],
    [
      "It led at the beginning of the year.",
      "the beginning of the year = 2023",
      "2023-01-01..2023-04-30",
    ],
    [
      "It fell in the first half of 2022.",
      "the first half of 2022 = 2022-H1",
      "2022-01-01..2022-06-30",
    ],
    ["Later this year it will close.", "Later this year = 2023", "2023-03-15..2023-12-31"],
    ["He left earlier in the week.", "earlier in the week = 2023-W11", "2023-03-13..2023-03-15"],
    ["Earlier this week it closed.", "Earlier this week = 2023-W11", "2023-03-13..2023-03-15"],
  ])("%s", (text, value, interval) => {
    expect(values(text)).toEqual([value]);
    expect(intervals(text)[0]!.split(" = ")[1]).toBe(interval);
  });
});

describe("bounds", () => {
  it.each([
    ["Thousands have fled since February 24.", "February 24 = 2023-02-24.."],
    ["He ruled until 2011.", "2011 = ..2011-12-31"],
    ["The law must pass by June 30.", "June 30 = ..2023-06-30"],
    ["It fell since last month's vote.", "last month = 2023-02-01..2023-02-28"],
    ["It was postponed by Friday's raid.", "Friday = 2023-03-10..2023-03-10"],
  ])("%s", (text, expected) => expect(intervals(text)).toEqual([expected]));
});

describe("times without a date", () => {
  it.each([
    ["He is now in Cairo.", "now = PRESENT_REF"],
    ["He was recently in Tunis.", "recently = PAST_REF"],
    ["In recent years trade has grown.", "recent years = PAST_REF"],
    ["There is no hope in the near future.", "the near future = FUTURE_REF"],
    ["In the past he was a soldier.", "the past = PAST_REF"],
    ["In the coming weeks it will close.", "the coming weeks = FUTURE_REF"],
    ["Soon it will close.", "Soon = FUTURE_REF"],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(tag(text)[0]).not.toHaveProperty("from");
  });
});

describe("holidays", () => {
  it.each([
    ["She died on Christmas Eve.", "Christmas Eve = 2022-12-24"],
    ["The New Year's Eve raid was long.", "New Year's Eve = 2022-12-31"],
    ["After 9/11 he enlisted.", "9/11 = 2001-09-11"],
    ["It fell on Christmas Day 2020.", "Christmas Day 2020 = 2020-12-25"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));
});
