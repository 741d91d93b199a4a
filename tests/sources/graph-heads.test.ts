/** What the program wrote itself may lie among the articles of the next build. */
import { expect, test } from "vitest";
import { FORMATS, type Format } from "../../src/formats/index.ts";
import { toGraph } from "../../src/graph/build.ts";
import { FORM_HEAD_BYTES, formOf } from "../../src/sources/form.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);
/** Pages and notes for people, which are told by other means. */
const FOR_PEOPLE = new Set(["html", "report", "obsidian"]);

const headsOf = (format: Format): string[] =>
  format.shape === "file"
    ? [[...format.write(graph)].join("")]
    : [...format.files(graph)]
        .filter(({ path }) => path.endsWith(".csv"))
        .map(({ chunks }) => [...chunks].join(""));

test.each(FORMATS.filter(({ name }) => !FOR_PEOPLE.has(name)))("$name is a graph", (format) => {
  const heads = headsOf(format);
  expect(heads.length).toBeGreaterThan(0);
  for (const text of heads) {
    const bytes = new TextEncoder().encode(text).subarray(0, FORM_HEAD_BYTES);
    expect(formOf(bytes)).toBe("graph");
  }
});

test.each([
  ['{"attributes":{"section":"World"},"text":"The minister resigned."}', "json"],
  ["id,title,text\n1,Minister resigns,The minister resigned on Monday.\n", "csv"],
  ['<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "feed"],
])("%s is none", (text, form) => {
  expect(formOf(new TextEncoder().encode(text))).toBe(form);
});
