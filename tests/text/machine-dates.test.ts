import { describe, expect, test } from "vitest";
import { parseMachineDate } from "../../src/text/machine-dates.ts";

describe("dates that programs write", () => {
  test.each<[string | number, string | undefined]>([
    ["2023-03-05", "2023-03-05"],
    ["2023-03-05T20:50:00+08:00", "2023-03-05T20:50:00+08:00"],
    ["2023-03-05T20:50+0800", "2023-03-05T20:50:00+08:00"],
    ["2023-03-05 20:50:12.345000+00:00", "2023-03-05T20:50:12Z"],
    ["20230305T205000Z", "2023-03-05T20:50:00Z"],
    ["20230305", "2023-03-05"],
    ["Sun, 05 Mar 2023 10:00:00 GMT", "2023-03-05T10:00:00Z"],
    ["5 Mar 2023 10:00 -0500", "2023-03-05T10:00:00-05:00"],
    [1678010400, "2023-03-05T10:00:00Z"],
    ["1678010400000", "2023-03-05T10:00:00Z"],
    ["2023-02-30", undefined],
    ["2023-13-01", undefined],
    ["1970-01-01T00:00:00Z", undefined],
    [0, undefined],
    ["yesterday", undefined],
    ["", undefined],
    ["9".repeat(200), undefined],
  ])("%s", (text, date) => {
    expect(parseMachineDate(text)).toBe(date);
  });
});
