import { describe, expect, it } from "vitest";
import { repairSubjects } from "../../../src/analysis/events/repair-subjects.ts";
import { mended } from "./mended.ts";
import { actorsOf } from "./read.ts";

describe("two subjects of one verb", () => {
  it.each([
    // The object of a participle.
    ["Turkish jets carrying laser guided bombs struck a Kurdish base.", "Turkish jets"],
    // A name behind the noun that it explains.
    [
      "Human rights organization Amnesty International demanded an inquiry.",
      "Amnesty International",
    ],
    // A dateline.
    ["PARIS (AFP) - France accused Niger of holding its ambassador.", "France"],
    ["KYIV, March 3 (Reuters) - Russian forces shelled a market in Kherson.", "Russian forces"],
  ])("have one that is none: %s", (text, actor) => {
    expect(actorsOf(text)[0]![1]).toEqual([actor]);
  });

  it.each([
    "Last week Putin said that he had met Xi.",
    "Rebels seized a village, and soldiers fled.",
  ])("are not sought where each verb has its own: %s", (text) => {
    expect(mended(text, repairSubjects)).toBeUndefined();
  });
});
