import { expect, test } from "vitest";
import { report } from "../../src/formats/report.ts";
import { toGraph } from "../../src/graph/build.ts";
import { knowledge } from "../fixtures/knowledge.ts";

/** The report of the fixture with the time of one event set to another. */
function sectionsWith(time: object): Map<string, string> {
  const [event, ...others] = knowledge.events;
  const text = [
    ...report.write(toGraph({ ...knowledge, events: [{ ...event!, ...time }, ...others] })),
  ].join("");
  return new Map(
    text.split("\n### ").map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end), section.slice(end)];
    }),
  );
}

test("a year that an article looks back to is no day, and no week", () => {
  const sections = sectionsWith({ from: "2016-01-01", to: "2016-12-31", precision: "year" });
  expect(sections.get("Looking back")).toContain("- 2016: **");
  expect([...sections.keys()].filter((heading) => heading.includes("2015"))).toEqual([]);
});

test("what lies after the last article is ahead, the next first", () => {
  const sections = sectionsWith({ from: "2023-07-01", to: "2023-07-31", precision: "month" });
  expect(sections.get("Ahead")).toContain("- July 2023: **");
});
