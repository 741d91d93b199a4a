import { describe, expect, it } from "vitest";
import { intervals, values } from "./tag.ts";

describe("dates with the name of a month", () => {
  it.each([
    ["The envoys met in Geneva on June 16, 2021.", "June 16, 2021 = 2021-06-16"],
    ["On 5 March 2022 the army crossed the river.", "5 March 2022 = 2022-03-05"],
    ["They crossed it on the 5th of March.", "the 5th of March = 2023-03-05"],
    ["It was signed in September of 2006.", "September of 2006 = 2006-09"],
    ["He was born in May 1953.", "May 1953 = 1953-05"],
    ["The Dec. 2021 accord failed.", "Dec. 2021 = 2021-12"],
    ["The summit runs April 3-5.", "April 3-5 = 2023-04-03/2023-04-05"],
    ["It runs from March 30 - April 2.", "March 30 - April 2 = 2023-03-30/2023-04-02"],
    ["KYIV, March 14 (Agency) - Shelling continued.", "March 14 = 2023-03-14"],
    ["In March, 2003, soldiers left.", "March, 2003 = 2003-03"],
    ["In March, 2000 soldiers left.", "March = 2023-03"],
    ["He is due in court Feb . 17 .", "Feb . 17 = 2023-02-17"],
    ["The upcoming Jan. 9 vote is open.", "Jan. 9 = 2023-01-09"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("take the nearest year, the one before after since and in a past clause, the one to come in a future clause", () => {
    expect(values("The bank collapsed on Dec. 30.")).toEqual(["Dec. 30 = 2022-12-30"]);
    expect(values("The court sits on April 2.")).toEqual(["April 2 = 2023-04-02"]);
    expect(values("They fled after the army crossed it on Nov 24.")).toEqual([
      "Nov 24 = 2022-11-24",
    ]);
    expect(values("The war has raged since April 20.")).toEqual(["April 20 = 2022-04-20"]);
    expect(values("The vote is due on November 12.")).toEqual(["November 12 = 2023-11-12"]);
    expect(values("Trade stopped, he said on March 16.")).toEqual(["March 16 = 2023-03-16"]);
  });

  it("share the year of the date that they are joined with", () => {
    expect(values("Prices rose from March to August 2011.")).toEqual([
      "March = 2011-03",
      "August 2011 = 2011-08",
    ]);
    expect(values("It lasted from November 9 to February 3, 2011.")).toEqual([
      "November 9 = 2010-11-09",
      "February 3, 2011 = 2011-02-03",
    ]);
  });

  it("take the year that stands behind them, counted from the article", () => {
    expect(values("They sent troops on Feb 24 last year.")).toEqual([
      "Feb 24 last year = 2022-02-24",
    ]);
    expect(values("He left in January of last year.")).toEqual(["January of last year = 2022-01"]);
    expect(values("He is due in spring next year.")).toEqual(["spring next year = 2024-SP"]);
  });

  it("know days that are named without their year", () => {
    expect(values("The Sept. 11 attacks changed it.")).toEqual(["Sept. 11 = 2001-09-11"]);
    expect(values("The Sept. 11 parade was long.")).toEqual(["Sept. 11 = 2022-09-11"]);
  });
});

describe("dates in digits", () => {
  it.each([
    ["It was signed on 2022-12-30.", "2022-12-30 = 2022-12-30"],
    ["It was signed on 30.12.2022.", "30.12.2022 = 2022-12-30"],
    ["It was signed on 14/03/2023.", "14/03/2023 = 2023-03-14"],
    ["It was signed on 3/14/23.", "3/14/23 = 2023-03-14"],
    ["It was signed on 3/10/2023.", "3/10/2023 = 2023-03-10"],
    ["It was signed on 10/3/2023.", "10/3/2023 = 2023-03-10"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));
});

describe("days of the week", () => {
  it.each([
    ["The ministers will meet on Friday.", "Friday = 2023-03-17"],
    ["The ministers met on Friday.", "Friday = 2023-03-10"],
    ["The ministers met on Wednesday.", "Wednesday = 2023-03-15"],
    ["The ministers will meet on Wednesday.", "Wednesday = 2023-03-15"],
    ["Ministers to meet on Monday", "Monday = 2023-03-20"],
    ["They refused to meet on Monday.", "Monday = 2023-03-13"],
    ["The talks are scheduled for Thursday.", "Thursday = 2023-03-16"],
    ["The talks could have begun on Thursday.", "Thursday = 2023-03-09"],
    ["Following Friday's raid, troops left.", "Friday = 2023-03-10"],
    ["The talks, held last Friday, failed.", "last Friday = 2023-03-10"],
    ["He will return next Tuesday.", "next Tuesday = 2023-03-21"],
    ["Envoys arrive this Friday.", "this Friday = 2023-03-17"],
    ["The dam burst on Tuesday night.", "Tuesday night = 2023-03-14TNI"],
    ["The dam burst on Friday last week.", "Friday last week = 2023-03-10"],
    ["The dam burst on Tuesday of last week.", "Tuesday of last week = 2023-03-07"],
    ["He fled early Monday.", "early Monday = 2023-03-13"],
    ["They began on Monday to protest.", "Monday = 2023-03-13"],
    ["The fire was set Friday.", "Friday = 2023-03-10"],
    ["The talks are set for Friday.", "Friday = 2023-03-17"],
    ["The cut will not be rushed, he said in an interview late on Friday.", "Friday = 2023-03-10"],
    ["It plans to sell it, according to a report Sunday.", "Sunday = 2023-03-12"],
    ["Acme announced plans Tuesday.", "Tuesday = 2023-03-14"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("make one expression with their date, and find its year", () => {
    expect(values("He said on Friday (March 10) that it held.")).toEqual([
      "Friday (March 10) = 2023-03-10",
    ]);
    expect(values("Fri., March 17, 2023")).toEqual(["Fri., March 17, 2023 = 2023-03-17"]);
    expect(values("Monday, April 18: the court opens.")).toEqual(["Monday, April 18 = 2022-04-18"]);
  });

  it("follow the tense of their own clause", () => {
    expect(values("He said on Monday that talks would resume on Thursday.")).toEqual([
      "Monday = 2023-03-13",
      "Thursday = 2023-03-16",
    ]);
  });
});

describe("ranges", () => {
  it.each([
    [
      "It runs from 3 to 5 April.",
      ["3 = 2023-04-03", "5 April = 2023-04-05"],
      "2023-04-03..2023-04-05",
    ],
    [
      "It runs from April 3 to 5.",
      ["April 3 = 2023-04-03", "5 = 2023-04-05"],
      "2023-04-03..2023-04-05",
    ],
    [
      "Drills between March 20 and March 24 will go on.",
      ["March 20 = 2023-03-20", "March 24 = 2023-03-24"],
      "2023-03-20..2023-03-24",
    ],
    [
      "The July-September quarter was weak.",
      ["July = 2022-07", "September = 2022-09"],
      "2022-07-01..2022-09-30",
    ],
    ["He ruled from 2009 to 2017.", ["2009 = 2009", "2017 = 2017"], "2009-01-01..2017-12-31"],
    [
      "From Monday to Wednesday ten ships left.",
      ["Monday = 2023-03-13", "Wednesday = 2023-03-15"],
      "2023-03-13..2023-03-15",
    ],
  ])("%s", (text, expected, interval) => {
    expect(values(text)).toEqual(expected);
    expect(intervals(text).map((line) => line.split(" = ")[1])).toEqual([interval, interval]);
  });

  it("leave the second day without its month, unless it counts something", () => {
    expect(values("They met on March 8 and 9.")).toEqual([
      "March 8 = 2023-03-08",
      "9 = 2023-03-09",
    ]);
    expect(values("They left on March 8 and 9 ships sank.")).toEqual(["March 8 = 2023-03-08"]);
  });

  it("do not join dates that only stand beside each other", () => {
    expect(intervals("He met envoys on March 3 and March 9.")).toEqual([
      "March 3 = 2023-03-03..2023-03-03",
      "March 9 = 2023-03-09..2023-03-09",
    ]);
  });
});

describe("days of the month alone", () => {
  it("are on the side that the tense asks for", () => {
    expect(values("He resigned on the 20th.")).toEqual(["the 20th = 2023-02-20"]);
    expect(values("He will resign on the 20th.")).toEqual(["the 20th = 2023-03-20"]);
    expect(values("He lived on the 20th floor.")).toEqual([]);
  });
});
