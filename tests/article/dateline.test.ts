import { describe, expect, it } from "vitest";
import { createArticleReader } from "../../src/article/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const toArticle = createArticleReader(nodeData());
const headline = "Ministers of two lakeside states agree on fishing rights\n\n";
const body =
  "The ministers said that boats from both shores may fish in the deep water until October, and that they will meet again before the ice comes.";
const read = (opening: string) =>
  toArticle({ origin: "a.txt", type: "text", content: `${headline}${opening}${body}` }).article!;

describe("clean text", () => {
  it.each([
    ["GENEVA, 19 June 2023 (Example Wire) — ", "2023-06-19", "Example Wire"],
    ["GENEVA, June 19, 2023 (Reuters) - ", "2023-06-19", "Reuters"],
    ["Port-of-Spain, 19 June 2023 -- ", "2023-06-19", undefined],
    ["June 19, 2023\n\n", "2023-06-19", undefined],
    ["GENEVA (AFP) - ", undefined, "AFP"],
    ["GENEVA, June 19 (Reuters) - ", undefined, "Reuters"],
    ["", undefined, undefined],
    [
      "The treaty of 4 May 1998, which nobody has read since, was the model — ",
      undefined,
      undefined,
    ],
  ])("that opens with %j is of %s, by %s", (opening, published, agency) => {
    const article = read(opening);
    expect([article.published, article.agency]).toEqual([published, agency]);
    expect(article.text).toBe(`${headline}${opening}${body}`);
  });

  it("leaves what the source knows alone", () => {
    const { article } = toArticle({
      origin: "a.jsonl:1",
      type: "text",
      content: `GENEVA, 19 June 2023 (Example Wire) — ${body}`,
      hints: { published: "2023-06-20", agency: "Other Wire" },
    });
    expect([article!.published, article!.agency]).toEqual(["2023-06-20", "Other Wire"]);
  });
});
