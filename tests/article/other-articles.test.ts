import { describe, expect, test } from "vitest";
import { createArticleReader } from "../../src/article/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const toArticle = createArticleReader(nodeData());

const PIER = `<h1>Harbour board approves new ferry pier</h1>
<p>The harbour board voted seven to two on Monday for a ferry pier at the eastern quay, ending a dispute that had divided the town for most of a decade.</p>
<p>Mayor Ida Holm told reporters that work would begin in June and take about two years. "We have waited long enough," she said.</p>`;
const HERRING = `<h2>Herring catch falls to lowest level in forty years</h2>
<p>Fishermen landed less herring last year than in any year since 1983, the fisheries agency said on Tuesday, and the quota is to be cut again in spring.</p>
<p>Minister Olav Krag said that boats which stay in port would be paid for three months, after a meeting with the union in the capital.</p>`;
const page = (body: string) =>
  `<html lang="en"><head><title>Harbour board approves new ferry pier | Quay Post</title></head><body><nav><a href=/>Home</a></nav><main>${body}</main></body></html>`;

function read(content: string) {
  const { article, notes } = toArticle({ origin: "test", type: "html", content });
  return { text: article?.text ?? "", notes: notes.map(({ message }) => message) };
}

describe("two articles on one page", () => {
  test.each([
    ["first", `<article>${PIER}</article><article>${HERRING}</article>`],
    ["last", `<article>${HERRING}</article><article>${PIER}</article>`],
  ])(
    "the one that the page is named for stays, where it stands %s; the other is a note",
    (_, body) => {
      const { text, notes } = read(page(body));
      expect(text).toContain("Mayor Ida Holm told");
      expect(text).not.toContain("Olav Krag");
      expect(notes).toEqual([
        'another article on the page was left out: "Herring catch falls to lowest level in forty years"',
      ]);
    },
  );

  test("a section of one article is no other article", () => {
    const { text, notes } = read(page(`<article>${PIER}<article>${HERRING}</article></article>`));
    expect(text).toContain("Olav Krag");
    expect(notes).toEqual([]);
  });

  test("sections below a headline that stands outside of them stay together", () => {
    const [headline, ...paragraphs] = PIER.split("\n");
    const first = `<article><h2>The vote</h2>${paragraphs.join("")}</article>`;
    const { text, notes } = read(page(`${headline}${first}<article>${HERRING}</article>`));
    expect(text).toContain("Mayor Ida Holm told");
    expect(text).toContain("Olav Krag");
    expect(notes).toEqual([]);
  });
});

describe("a page that a browser puts together", () => {
  const paragraphs = [...PIER.matchAll(/<p>.*?<\/p>/gs), ...HERRING.matchAll(/<p>.*?<\/p>/gs)];
  // The longer half of a story, as real ones are.
  const rest = ["The union", "The town council", "The ports agency"].map(
    (who) =>
      `<p>${who} said in a letter to the minister that the next talks about boats, piers and quotas should be held in the open, and before the summer.</p>`,
  );
  const html = `<div class="photo"><p class="caption">Mayor Ida Holm at the quay on Monday.</p></div>${[...paragraphs, ...rest].join("")}`;
  const state = JSON.stringify({ id: 7, contentHtml: html, related: ["x"] });

  test.each([
    ["in JSON", `window.__STATE__ = ${state};`],
    ["in JSON within a string of JSON", `self.__next_f.push([1,${JSON.stringify(`a:${state}`)}])`],
  ])("has its body in a script: %s", (_, script) => {
    const { text } = read(page(`<div id=root></div><script>${script}</script>`));
    expect(text).toContain("Mayor Ida Holm told reporters");
    expect(text).toContain("after a meeting with the union in the capital.");
    expect(text).not.toContain("at the quay on Monday.");
  });

  test("has none where the script holds no article", () => {
    const { text, notes } = read(
      page(`<script>var a = ${JSON.stringify({ text: "word ".repeat(400) })}</script>`),
    );
    expect(text).toBe("");
    expect(notes).toEqual(["left out: no text of an article"]);
  });
});
