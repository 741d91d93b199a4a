import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../../../src/lexicon/node-data.ts";
import { parseTable } from "../../../src/lexicon/tables.ts";
import type { EventMention } from "../../../src/model.ts";
import { read } from "./read.ts";

const rows = parseTable(
  readFileSync(join(dataFolder(), "..", "tests", "fixtures", "act-sentences.tsv"), "utf8"),
);

function surest(events: readonly EventMention[]): EventMention | undefined {
  return events.reduce<EventMention | undefined>(
    (best, one) => (best && best.confidence >= one.confidence ? best : one),
    undefined,
  );
}

/** The lexicon was widened on these sentences: they guard against losses and measure nothing. */
describe("sentences of all sorts of acts", () => {
  const found = rows.map(([code, doer, , text]) => ({
    code,
    doer,
    text,
    event: surest(read(text!).events),
  }));

  it("get the right code in nine of ten cases", () => {
    const wrong = found.filter(({ code, event }) => event?.plover !== code);
    expect(wrong.length / rows.length, wrong.map(({ text }) => text).join("\n")).toBeLessThan(0.1);
  });

  it("know the country of the doer in nine of ten cases", () => {
    const named = found.filter(({ doer }) => doer !== "-");
    const wrong = named.filter(
      ({ doer, event }) =>
        !event?.roles.some(
          ({ role, country }) => role !== "recipient" && role !== "place" && country === doer,
        ),
    );
    expect(wrong.length / named.length, wrong.map(({ text }) => text).join("\n")).toBeLessThan(0.1);
  });
});
