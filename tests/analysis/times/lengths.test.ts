import { describe, expect, it } from "vitest";
import { intervals, tag, values } from "./tag.ts";

describe("lengths of time", () => {
  it.each([
    ["Talks will last two days.", "two days = P2D"],
    ["The siege lasted almost three and a half years.", "almost three and a half years = P3.5Y"],
    ["The five-year plan was adopted.", "five-year = P5Y"],
    ["A 12-hour flight brought them home.", "12-hour = PT12H"],
    ["They signed 18 months behind schedule.", "18 months = P18M"],
    ["They fought for more than a week.", "more than a week = P1W"],
    ["A few days after the vote, riots broke out.", "A few days = PXD"],
    ["For decades the border was closed.", "decades = PXY"],
    ["Years of war ended.", "Years = PXY"],
    ["Within hours the army had left.", "hours = PTXH"],
    ["He served half a century.", "half a century = P50Y"],
    ["It took half an hour.", "half an hour = PT30M"],
    ["He leaves in two to three weeks.", "two to three weeks = P3W"],
    ["It was 2 1/2 hours long.", "2 1/2 hours = PT2.5H"],
    ["The decade-long feud ended.", "decade-long = P10Y"],
    ["The weeklong siege ended.", "weeklong = P1W"],
    ["It took a year and a half.", "a year and a half = P1.5Y"],
    ["He won in the last couple of years.", "the last couple of years = PXY"],
    ["It may take years.", "years = PXY"],
    ["Shares fell for six straight days.", "six straight days = P6D"],
    ["It is the first time in 20 years.", "20 years = P20Y"],
    ["The 64-year-old premier resigned.", "64-year-old = P64Y"],
    ["They met twenty-five years before the war.", "twenty-five years = P25Y"],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(tag(text)[0]!.timex).toBe("DURATION");
  });

  it("have an interval where they touch the day of the article", () => {
    expect(intervals("It lost 40 tanks over the past two weeks.")).toEqual([
      "the past two weeks = 2023-03-01..2023-03-15",
    ]);
    expect(intervals("It will close within the next six months.")).toEqual([
      "the next six months = 2023-03-15..2023-09-15",
    ]);
    expect(intervals("It doubled in the past decade.")).toEqual([
      "the past decade = 2013-03-15..2023-03-15",
    ]);
  });
});

describe("lengths counted from a day", () => {
  it.each([
    ["Two years ago the factory shut.", "Two years ago = 2021"],
    ["Fifty years ago the factory shut.", "Fifty years ago = 1973"],
    ["The factory shut three months ago.", "three months ago = 2022-12"],
    ["The factory shut ten days ago.", "ten days ago = 2023-03-05"],
    ["It will shut two weeks from now.", "two weeks from now = 2023-W13"],
    ["Years ago it shut.", "Years ago = PAST_REF"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("count from the last date for later and earlier", () => {
    expect(values("It sank on March 3 and was found two days later.")).toEqual([
      "March 3 = 2023-03-03",
      "two days later = 2023-03-05",
    ]);
  });

  it("have no interval when nothing says what later counts from", () => {
    expect(intervals("A month earlier it had been repaired.")).toEqual(["A month earlier = .."]);
  });
});

describe("sets", () => {
  it.each([
    ["The committee meets every Friday.", "every Friday = XXXX-WXX-5"],
    ["He comes every two weeks.", "every two weeks = P2W"],
    ["He comes every other day.", "every other day = P2D"],
    ["It builds 15 tanks a year.", "a year = P1Y"],
    ["It pays $ 40 a day.", "a day = P1D"],
    ["It makes 300 tanks per year.", "per year = P1Y"],
    ["The daily flights resumed.", "daily = P1D"],
    ["Markets are closed on Sundays.", "Sundays = XXXX-WXX-7"],
    ["He spoke at the annual meeting.", "annual = P1Y"],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(tag(text)[0]!.timex).toBe("SET");
  });
});
