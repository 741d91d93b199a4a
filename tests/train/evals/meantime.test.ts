import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMeantime } from "../../../train/evals/meantime.ts";

const LINE = {
  doc_id: "1",
  dct: "2020-05-08",
  sentences: [
    ["Norland", "Air", "buys", "jets"],
    ["May", "8", ",", "2020"],
    ["It", "signed", "on", "Tuesday", ",", "and", "flies", "in", "June", "."],
  ],
  mentions: [
    { id: "a", tag: "ENTITY_MENTION", sent: 0, start: 0, end: 2, text: "Norland Air", chain: "N" },
    { id: "b", tag: "EVENT_MENTION", sent: 0, start: 2, end: 3, text: "buys", chain: "BUY" },
    { id: "c", tag: "EVENT_MENTION", sent: 2, start: 1, end: 2, text: "signed", chain: "SIGN" },
    { id: "d", tag: "EVENT_MENTION", sent: 2, start: 6, end: 7, text: "flies", chain: "FLY" },
    timex("t", 2, 3, "2020-05-05"),
    timex("u", 2, 8, "2020-06"),
  ],
  relations: [
    { event: "b", participant: "a", role: "Arg0" },
    { tlink: ["t", "c"], rel: "INCLUDES" },
    { tlink: ["b", "t"], rel: "IS_INCLUDED" },
    { tlink: ["b", "t"], rel: "SIMULTANEOUS" },
    { tlink: ["d", "u"], rel: "IS_INCLUDED" },
    { tlink: ["d", "t"], rel: "AFTER" },
    { tlink: ["c", "missing"], rel: "BEFORE" },
  ],
};

test("a day is known from either direction of a link, once; a month or an order is no day", () => {
  const told = read().told;
  expect(told.map(({ days }) => days)).toEqual([["2020-05-05"], ["2020-05-05"], []]);
});

test("events stand where the article has them, with who took part", () => {
  const { article, told } = read();
  expect(told.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    "buys",
    "signed",
    "flies",
  ]);
  expect(told[0]!.participants.map(({ written }) => written)).toEqual(["Norland Air"]);
});

function timex(id: string, sent: number, start: number, value: string) {
  return { id, tag: "TIMEX3", sent, start, end: start + 1, text: "", attr: { value }, chain: null };
}

function read() {
  const folder = mkdtempSync(join(tmpdir(), "meantime-"));
  try {
    writeFileSync(join(folder, "gold.jsonl"), `${JSON.stringify(LINE)}\n`);
    return readMeantime(join(folder, "gold.jsonl"))[0]!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
