import { expect, test } from "vitest";
import { goldTimes } from "../../../train/evals/gold-times.ts";
import type { GoldArticle } from "../../../train/evals/meantime.ts";

test("a happening has the times of all its mentions, in all articles", () => {
  const times = goldTimes([
    article({ chain: "BUY", times: ["2008-02"] }, { chain: "BUY", times: [] }),
    article({ chain: "BUY", times: ["2008"] }),
  ]);
  expect(times.get("BUY")).toEqual(["2008", "2008-02"]);
});

test("one without a time has that of what holds it, over several links; a ring of them ends", () => {
  const times = goldTimes([
    article(
      { chain: "OPEN", times: [], within: ["VISIT"] },
      { chain: "VISIT", times: [], within: ["SUMMIT"] },
      { chain: "SUMMIT", times: ["2008-02-01"] },
      { chain: "A", times: [], within: ["B"] },
      { chain: "B", times: [], within: ["A"] },
    ),
  ]);
  expect(times.get("OPEN")).toEqual(["2008-02-01"]);
  expect(times.has("A")).toBe(false);
});

test("what has a time of its own does not take another", () => {
  const times = goldTimes([
    article(
      { chain: "SIGN", times: ["2008-02-03"], within: ["SUMMIT"] },
      { chain: "SUMMIT", times: ["2008-02"] },
    ),
  ]);
  expect(times.get("SIGN")).toEqual(["2008-02-03"]);
});

function article(
  ...told: { chain: string; times: string[]; within?: string[] }[]
): Pick<GoldArticle, "told"> {
  return {
    told: told.map((one) => ({
      start: 0,
      end: 1,
      days: [],
      participants: [],
      within: [],
      ...one,
    })),
  };
}
