import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dramatis } from "./fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "dramatis-review-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const articles = [
  ["Leaders meet", "Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Tuesday, officials said. They spoke for more than four hours and had dinner together.", "2023-03-21"],
  ["A harvest", "Putin praised the farmers of the south on Monday. The harvest was the largest in ten years, he said, and the silos were full before the first frost.", "2023-10-02"],
]; // biome-ignore format: a table
writeFileSync(
  at("news.jsonl"),
  articles.map(([title, text, date]) => JSON.stringify({ title, text, date })).join("\n"),
);

test("a review lists what to look at, writes down the answer and does not ask again", async () => {
  const listed = await dramatis(["review", at("news.jsonl"), "-d", at("mine.txt")]);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain(
    "1. merge: Vladimir Putin (person:vladimir-putin) and Putin are one",
  );
  expect(listed.out).toContain("reject: different person:vladimir-putin ≠ Putin");
  const answered = await dramatis([
    "review",
    at("news.jsonl"),
    "-d",
    at("mine.txt"),
    "--reject",
    "1",
  ]);
  expect(answered.err).toContain("mine.txt: 1");
  expect(readFileSync(at("mine.txt"), "utf8")).toBe("different person:vladimir-putin ≠ Putin\n");
  const again = await dramatis(["review", at("news.jsonl"), "-d", at("mine.txt")]);
  expect(again.out).not.toContain("and Putin are one");
});

test("a build obeys the decisions and takes identifiers", async () => {
  writeFileSync(at("decisions.txt"), "rename Xi Jinping -> Xi\nnonsense\n");
  writeFileSync(at("ids.csv"), "name,wikidata\nVladimir Putin,Q1\n");
  const args = ["--decisions", at("decisions.txt"), "--ids", at("ids.csv")];
  const built = await dramatis(["build", at("news.jsonl"), "-o", "-", ...args]);
  expect(built.code).toBe(0);
  const { nodes } = JSON.parse(built.out) as {
    nodes: { key: string; attributes: { name: string } }[];
  };
  expect(nodes.find(({ key }) => key === "person:xi-jinping")!.attributes.name).toBe("Xi");
  expect(built.err).toContain("line 2");
});

test("a wrong number and a missing file are told", async () => {
  const wrong = await dramatis([
    "review",
    at("news.jsonl"),
    "-d",
    at("other.txt"),
    "--accept",
    "99",
  ]);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("no number 99");
  const word = await dramatis(["review", "news", "-d", at("other.txt"), "--accept", "x"]);
  expect([word.code, word.err]).toEqual([2, expect.stringContaining("must be a whole number")]);
  writeFileSync(at("empty.txt"), "");
  const none = await dramatis(["review", at("empty.txt"), "-d", at("other.txt")]);
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining("no article found in") });
  const missing = await dramatis(["build", at("news.jsonl"), "-o", "-", "--ids", at("no.csv")]);
  expect(missing.code).toBe(2);
});
