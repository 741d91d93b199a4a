import { describe, expect, it } from "vitest";
import { intervals, values } from "./tag.ts";

describe("times of day", () => {
  it.each([
    ["The blast hit at 8:30 p.m. Friday.", ["8:30 p.m. Friday = 2023-03-10T20:30"]],
    ["The blast hit at 8 p.m. on Friday.", ["8 p.m. = 2023-03-10T20:00", "Friday = 2023-03-10"]],
    ["The blast hit on Friday at 20:50.", ["Friday = 2023-03-10", "20:50 = 2023-03-10T20:50"]],
    ["The blast hit at 0930 GMT.", ["0930 GMT = 2023-03-15T09:30Z"]],
    ["The blast hit at 18:00 UTC.", ["18:00 UTC = 2023-03-15T18:00Z"]],
    ["Talks begin at 10am local time.", ["10am local time = 2023-03-15T10:00"]],
    ["It landed at 6:40 p.m. (GMT+8).", ["6:40 p.m. (GMT+8) = 2023-03-15T18:40"]],
    ["It landed at five o'clock.", ["five o'clock = 2023-03-15T05:00"]],
    ["It landed at 12 a.m. Monday.", ["12 a.m. Monday = 2023-03-13T00:00"]],
    ["It landed shortly before noon.", ["noon = 2023-03-15T12:00"]],
    ["It landed at 6 : 40 p . m . local time.", ["6 : 40 p . m . local time = 2023-03-15T18:40"]],
    ["They struck overnight.", ["overnight = 2023-03-15TNI"]],
    ["They struck before dawn.", ["dawn = 2023-03-15TMO"]],
    ["He spoke this morning.", ["this morning = 2023-03-15TMO"]],
    ["He will fly tonight.", ["tonight = 2023-03-15TNI"]],
    ["Tomorrow morning they sail.", ["Tomorrow morning = 2023-03-16TMO"]],
    ["On the morning of March 5 it sailed.", ["the morning of March 5 = 2023-03-05TMO"]],
    [
      "It burned between 2 a.m. and 4 a.m. on Thursday.",
      ["2 a.m. = 2023-03-09T02:00", "4 a.m. = 2023-03-09T04:00", "Thursday = 2023-03-09"],
    ],
  ])("%s", (text, expected) => expect(values(text)).toEqual(expected));

  it("lie within their day", () => {
    expect(intervals("The blast hit at 8:30 p.m. Friday.")).toEqual([
      "8:30 p.m. Friday = 2023-03-10..2023-03-10",
    ]);
  });
});

describe("days by the day of the article", () => {
  it.each([
    ["He resigned today.", "today = 2023-03-15"],
    ["He resigned yesterday.", "yesterday = 2023-03-14"],
    ["He resigns tomorrow.", "tomorrow = 2023-03-16"],
    ["The day before yesterday he resigned.", "The day before yesterday = 2023-03-13"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));
});
