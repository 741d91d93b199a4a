import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/analysis/events/conditions.ts";
import { verbOf } from "../../../src/analysis/events/inflection.ts";
import { loadEventLexicon } from "../../../src/analysis/events/lexicon.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { parseTable } from "../../../src/lexicon/tables.ts";

const data = nodeData();
const lexicon = loadEventLexicon(data);
const ACTS = new Set(
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT OTHER NONE".split(
    " ",
  ),
);

/** Whether some condition of a row asks at least for this one: `obj:@weapon` asks for `obj`. */
function isAskedBy(when: readonly Condition[], { slot, values, negated }: Condition): boolean {
  return when.some(
    (other) =>
      other.slot === slot &&
      other.negated === negated &&
      (values.length === 0 ||
        (other.values.length > 0 && other.values.every((value) => values.includes(value)))),
  );
}

describe("the lexicon of events", () => {
  it("is broad", () => {
    expect(lexicon.verbs.size).toBeGreaterThanOrEqual(600);
    expect(lexicon.nouns.size).toBeGreaterThanOrEqual(150);
  });

  it("names only acts that exist", () => {
    for (const frames of lexicon.verbs.values())
      for (const { act, name } of frames) expect(ACTS, name).toContain(act);
    for (const rows of lexicon.nouns.values())
      for (const { act, name } of rows) expect(ACTS, name).toContain(act);
  });

  it("asks only for classes that exist", () => {
    for (const frames of lexicon.verbs.values()) {
      for (const { when, name } of frames) {
        for (const { values } of when) {
          for (const value of values) {
            if (value.startsWith("@"))
              expect([...lexicon.classes.keys()], name).toContain(value.slice(1));
          }
        }
      }
    }
  });

  it("has rows of five columns", () => {
    for (const row of parseTable(data.text("en/events/verbs.tsv")))
      expect(row, row.join(" ")).toHaveLength(5);
  });

  it("has no row of a verb that an earlier row always hides", () => {
    const hidden = [...lexicon.verbs.values()].flatMap((frames) =>
      frames.filter((frame, at) =>
        frames.slice(0, at).some(({ when }) => when.every((one) => isAskedBy(frame.when, one))),
      ),
    );
    expect(hidden.map(({ name }) => name)).toEqual([]);
  });

  it("composes only operators that have words, and all that have", () => {
    const named = new Set([...lexicon.operators.values()].flat());
    expect([...lexicon.compositions.keys()].sort()).toEqual([...named].sort());
  });
});

describe("the verb of an inflected form", () => {
  const known = new Set(["agree", "deny", "stop", "attack", "impose", "ban", "spy"]);
  it.each([
    ["agreed", "agree"],
    ["denied", "deny"],
    ["stopped", "stop"],
    ["attacking", "attack"],
    ["imposes", "impose"],
    ["banning", "ban"],
    ["banded", undefined],
    ["sped", undefined],
    ["find", undefined],
    ["red", undefined],
  ])("%s", (form, verb) => expect(verbOf(form, (lemma) => known.has(lemma))).toBe(verb));
});
