import { describe, expect, it } from "vitest";
import { repairParticiples } from "../../../src/analysis/events/repair-participles.ts";
import { mended } from "./mended.ts";
import { events } from "./read.ts";

describe("a participle behind the subject", () => {
  it.each([
    ["A doctor accused of fraud in Ohio was jailed on Monday.", "COERCE actual: > USA"],
    ["On Monday a doctor convicted of fraud in Texas sued the FBI.", "ACCUSE actual: USA > USA"],
    [
      "The officer accused of shooting her in Kenya was convicted of murder.",
      "SANCTION actual: > KEN",
    ],
  ])("is not the verb of the sentence: %s", (text, line) => {
    expect(mended(text, repairParticiples)).toBeDefined();
    expect(events(text)).toContain(line);
  });

  it("tells whom it befell and not who did it", () => {
    expect(events("A teenager accused in the murder of Anna Lind stood up.")).toEqual([
      "ACCUSE actual: > teenager",
    ]);
  });

  it.each([
    "The minister resigned on Monday and left Kabul.",
    "Officials said on Monday that the army had shelled a town.",
    "The army attacked on Monday, killed ten rebels and withdrew.",
  ])("is one only where a finite verb without a subject follows: %s", (text) => {
    expect(mended(text, repairParticiples)).toBeUndefined();
  });
});
