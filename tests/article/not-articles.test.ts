import { describe, expect, test } from "vitest";
import { createArticleReader } from "../../src/article/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { NOT_ARTICLES } from "../fixtures/pages/not-articles.ts";

const toArticle = createArticleReader(nodeData());

describe("a page that is no article becomes a note that says why", () => {
  test.each(NOT_ARTICLES)("$kind: $name", ({ html, url, name }) => {
    const { article, notes } = toArticle({
      origin: name,
      type: "html",
      content: html,
      ...(url !== undefined && { url }),
    });
    expect(article?.text).toBeUndefined();
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/^left out: /);
  });
});
