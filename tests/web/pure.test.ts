/** Small pure parts of the viewer, one table each. */
import { describe, expect, it } from "vitest";
import { dayNumber, dayRange, dayText, longDay } from "../../web/data/days.ts";
import { layLanes } from "../../web/life/lanes.ts";
import { project } from "../../web/map/projection.ts";
import { markNames } from "../../web/panel/marks.ts";
import { otherNames } from "../../web/panel/other-names.ts";
import { fanOut, middleOf } from "../../web/picture/fan.ts";
import { walkTo } from "../../web/picture/walk.ts";
import { grouped } from "../../web/scene/words.ts";
import { fromSlider, toSlider } from "../../web/side/caption.ts";
import { chooseUnit, fillBins } from "../../web/time/bins.ts";
import { timeTicks } from "../../web/time/ticks.ts";

describe("days", () => {
  it.each([
    ["2023-05-03", "2023-05-03", "3 May 2023"],
    ["2023-05-03", "2023-05-05", "3–5 May 2023"],
    ["2023-05-03", "2023-06-02", "3 May – 2 Jun 2023"],
    ["2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023"],
    [undefined, "2023-01-02", "2 Jan 2023"],
    [undefined, undefined, "undated"],
  ])("writes %s to %s as %s", (from, to, text) => {
    expect(dayRange(from, to)).toBe(text);
  });

  it("counts days and back, whatever the time of day", () => {
    expect(dayText(dayNumber("2024-02-29T23:59:00+08:00"))).toBe("2024-02-29");
    expect(longDay("2022-12-30T18:40:00+08:00")).toBe("30 Dec 2022");
  });
});

describe("an axis of time", () => {
  it.each([
    ["2023-03-17", "2023-03-20", 400, "17 Mar, 18 Mar, 19 Mar, 20 Mar"],
    ["2023-03-17", "2023-04-10", 300, "17 Mar, 24 Mar, 31 Mar, 7 Apr"],
    ["2022-11-10", "2023-02-20", 400, "Dec 2022, Jan 2023, Feb"],
    ["2012-05-10", "2026-07-19", 200, "2013, 2018, 2023"],
    ["2023-03-17", "2023-03-17", 400, "17 Mar"],
  ])("from %s to %s, %d pixels wide, tells %s", (from, to, width, names) => {
    const ticks = timeTicks(dayNumber(from), dayNumber(to), width);
    expect(ticks.map(({ name }) => name).join(", ")).toBe(names);
  });
});

describe("other names", () => {
  it("are each shown once, capitals or not", () => {
    const node = { name: "Joe Biden", aliases: ["Biden", "JOE BIDEN", "BIDEN", "Joe"] };
    expect(otherNames(node)).toEqual(["Biden", "Joe"]);
  });
});

describe("marks in quotes", () => {
  const names = [
    { id: "person:li", text: "Li" },
    { id: "person:li-wei", text: "Li Wei" },
    { id: "country:CHN", text: "China" },
  ];

  it.each([
    ["Li Wei left China.", ["[Li Wei]", " left ", "[China]", "."]],
    ["Lithuania and Chinatown are not named.", ["Lithuania and Chinatown are not named."]],
    ["China, China and Li", ["[China]", ", ", "[China]", " and ", "[Li]"]],
    ["", []],
  ])("finds whole names only, the longest first: %s", (quote, expected) => {
    const pieces = markNames(quote, names).map(({ text, id }) =>
      id === undefined ? text : `[${text}]`,
    );
    expect(pieces).toEqual(expected);
    expect(
      markNames(quote, names)
        .map(({ text }) => text)
        .join(""),
    ).toBe(quote);
  });
});

describe("walking with arrow keys", () => {
  const near = [
    { id: "right", x: 100, y: 10 },
    { id: "far right", x: 300, y: 0 },
    { id: "up", x: 5, y: -80 },
    { id: "behind", x: -50, y: 0 },
  ];

  it.each([
    ["right", "right"],
    ["up", "up"],
    ["left", "behind"],
    ["down", undefined],
  ] as const)("%s leads to %s", (direction, expected) => {
    expect(walkTo({ x: 0, y: 0 }, near, direction)).toBe(expected);
  });
});

describe("the fan of acts", () => {
  const act = (name: "CONSULT" | "ACCUSE" | "AID", source: string, target: string) => ({
    act: name,
    source,
    target,
    directed: true,
    events: ["e"],
    stories: 1,
    isOpen: false,
  });

  it("keeps curves of one pair apart, whichever way they point", () => {
    const pair = {
      id: "a b",
      source: "a",
      target: "b",
      stories: 3,
      isOpen: false,
      days: [0, 1] as const,
      acts: [act("CONSULT", "a", "b"), act("ACCUSE", "b", "a"), act("AID", "a", "b")],
    };
    const spots = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } } as Record<
      string,
      { x: number; y: number }
    >;
    const heights = fanOut(pair).map(
      ({ source, target, curvature }) => middleOf(spots[source]!, spots[target]!, curvature).y,
    );
    expect(new Set(heights.map((height) => Math.round(height))).size).toBe(3);
  });

  it("says when none of it was done", () => {
    const pair = {
      id: "a b",
      source: "a",
      target: "b",
      stories: 1,
      isOpen: true,
      days: [0, 1] as const,
      acts: [{ ...act("CONSULT", "a", "b"), isOpen: true, told: "planned" }],
    };
    expect(fanOut(pair)[0]!.label).toBe("meets (planned)");
  });
});

describe("the histogram", () => {
  it("counts each day once, in days, weeks from Monday, or months", () => {
    const counts = new Map([
      [dayNumber("2023-01-01"), 2],
      [dayNumber("2023-01-02"), 3],
      [dayNumber("2023-03-31"), 1],
    ]);
    const span = [dayNumber("2023-01-01"), dayNumber("2023-03-31")] as const;
    for (const unit of ["day", "week", "month"] as const) {
      const { bins } = fillBins(counts, span, unit);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(6);
      expect(bins[0]!.from).toBeLessThanOrEqual(span[0]);
      expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(span[1]);
    }
    expect(dayText(fillBins(counts, span, "week").bins[0]!.from)).toBe("2022-12-26");
    expect(fillBins(counts, span, "month").bins).toHaveLength(3);
  });

  it("takes bars that can still be seen", () => {
    expect(chooseUnit([0, 60])).toBe("day");
    expect(chooseUnit([0, 400])).toBe("week");
    expect(chooseUnit([0, 4000])).toBe("month");
  });
});

describe("lanes of the timeline", () => {
  it("puts marks that meet into rows of their own", () => {
    const mark = (id: string, from: number, to = from) => ({
      id,
      act: "CONSULT" as const,
      from,
      to,
    });
    const [lane] = layLanes([mark("a", 0), mark("b", 1), mark("c", 90)], [0, 100], 0.1);
    expect(lane!.marks.map(({ id, row }) => [id, row])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
    ]);
    expect(lane!.rows).toBe(2);
  });

  it("puts the words of a late mark before it, and no other mark under them", () => {
    const mark = (id: string, day: number) => ({ id, act: "CONSULT" as const, from: day, to: day });
    const [lane] = layLanes([mark("a", 50), mark("b", 80), mark("c", 100)], [0, 100], 0.02, 0.38);
    expect(lane!.marks.map(({ id, row, isLate }) => [id, row, isLate])).toEqual([
      ["a", 0, false],
      ["b", 1, true],
      ["c", 2, true],
    ]);
  });

  it("tells which marks lie outside of the axis", () => {
    const mark = (id: string, from: number, to: number) => ({
      ...{ id, act: "CONSULT" as const, from, to },
    });
    const marks = [mark("a", -90, -80), mark("b", -5, 5), mark("c", 130, 130)];
    const [lane] = layLanes(marks, [0, 100], 0.02);
    expect(lane!.marks.map(({ left, outside }) => [left, outside])).toEqual([
      [0, "before"],
      [0, undefined],
      [1, "after"],
    ]);
  });

  it("leaves room for the words of a long mark behind its end", () => {
    const mark = (id: string, from: number, to: number) => ({
      ...{ id, act: "CONSULT" as const, from, to },
    });
    const [lane] = layLanes([mark("a", 0, 30), mark("b", 40, 40)], [0, 100], 0.02, 0.2);
    expect(lane!.marks.map(({ row }) => row)).toEqual([0, 1]);
  });
});

describe("small things", () => {
  it("parts thousands", () => {
    expect([1, 999, 1000, 10214, 1234567].map(grouped)).toEqual([
      "1",
      "999",
      "1,000",
      "10,214",
      "1,234,567",
    ]);
  });

  it("lets the slider reach ten actors and all of them", () => {
    expect(fromSlider(0, 5000)).toBe(10);
    expect(fromSlider(100, 5000)).toBe(5000);
    expect(toSlider(5000, 5000)).toBe(100);
    expect(Math.abs(fromSlider(toSlider(150, 5000), 5000) - 150)).toBeLessThan(10);
  });

  it("projects north up and east right", () => {
    const [x0, y0] = project([0, 0]);
    expect([x0, y0].map(Math.abs)).toEqual([0, 0]);
    expect(project([90, 45])[0]).toBeGreaterThan(0);
    expect(project([90, 45])[1]).toBeLessThan(0);
    expect(Math.abs(project([180, 0])[0])).toBeCloseTo(2.735, 2);
  });
});
