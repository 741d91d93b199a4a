import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../../../src/lexicon/node-data.ts";
import { parseTable } from "../../../src/lexicon/tables.ts";
import { acts } from "./read.ts";

const rows = parseTable(
  readFileSync(join(dataFolder(), "..", "tests", "fixtures", "no-event-sentences.tsv"), "utf8"),
);

describe("sentences without a news event", () => {
  it("are many and of many kinds", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(10);
  });

  it("get an event in less than one of fifteen cases", () => {
    const wrong = rows.filter(([, text]) => acts(text!).length > 0).map(([, text]) => text);
    expect(wrong.length / rows.length, wrong.join("\n")).toBeLessThan(1 / 15);
  });
});
