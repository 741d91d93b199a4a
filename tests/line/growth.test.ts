/** What a text costs that says one thing again and again: no more than in proportion to its length. CPU of the same thread, as a ratio. */
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { createArticleReader } from "../../src/article/index.ts";
import { toGraph } from "../../src/graph/build.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker } from "../../src/linking/index.ts";

const data = nodeData();
const toArticle = createArticleReader(data);
const analyze = createAnalyzer(data);

const LEAD =
  "PARIS, March 5, 2024 - The leaders met here on Tuesday and they said that they would talk again about the war.\n\n";
const SMALL = 20_000;
const TIMES = 4;
/** In proportion is 4, in the square 16. */
const MOST = 8;

/** The `index`th of names that nobody bears. */
function name(index: number): string {
  let letters = "";
  for (let rest = index; rest > 0 || letters === ""; rest = Math.floor(rest / 13)) {
    letters = `${"aeioubdkmnrst"[rest % 13]}${"aeiou"[rest % 5]}${letters}`;
  }
  return `${letters[0]!.toUpperCase()}${letters.slice(1)}ov`;
}

const REPEATED: readonly (readonly [string, (index: number) => string])[] = [
  ["one family name", () => "Putin "],
  ["a sentence of one family name", () => "Putin said. "],
  ["one act of two persons", () => "Vladimir Putin met Xi Jinping. "],
  ["two acts that answer each other", () => "Putin attacked Biden. Biden accused Putin. "],
  ["one quotation", () => "“We will never give up,” Putin said. "],
  ["one pronoun", () => "He said he met him. "],
  ["one place", () => "He went to Paris. "],
  ["one date", () => "On Tuesday it rained. "],
  ["a list of names", () => "Putin, Xi, Biden and Macron. "],
  ["other names", (i) => `${name(i * 7 + 3)}, `],
  ["other persons", (i) => `${name(i * 31 + 5)} ${name(i * 7 + 3)} met Putin. `],
  ["other persons of one family name", (i) => `${name(i * 31 + 5)} Kim said no. `],
  ["quotations that are not closed", () => "“‘Yes"],
  ["titles before no name", () => "former Prime Minister "],
  ["names with their letters", (i) => `${name(i)} Union (${name(i)[0]}U) `],
  ["clauses in clauses", () => "who met Putin who met Xi "],
];

function textOf(one: (index: number) => string, length: number): string {
  const parts: string[] = [];
  for (let i = 0, size = 0; size < length; i++) size += parts[parts.push(one(i)) - 1]!.length;
  return LEAD + parts.join("");
}

/** Milliseconds of CPU from the text to the graph. */
function cost(text: string): number {
  const { article } = toArticle({
    origin: "a.txt",
    type: "text",
    content: text,
    hints: { title: "Talks in Paris", published: "2024-03-05" },
  });
  const begun = process.cpuUsage();
  const linker = new Linker(data);
  linker.add(analyze(article!));
  toGraph(linker.finish(), { layout: false });
  return process.cpuUsage(begun).user / 1000;
}

describe("a text that says again and again", () => {
  test.each(REPEATED)(
    "%s costs in proportion to its length",
    (_, one) => {
      const [small, large] = [textOf(one, SMALL), textOf(one, TIMES * SMALL)];
      cost(small);
      const ratio = (): number => cost(large) / cost(small);
      // What else happens in the process counts, too: the lesser of two.
      expect(Math.min(ratio(), ratio())).toBeLessThan(MOST);
    },
    60_000,
  );
});
