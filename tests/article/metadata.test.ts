import { describe, expect, test } from "vitest";
import { createArticleReader } from "../../src/article/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Article, PageHints } from "../../src/model.ts";

const toArticle = createArticleReader(nodeData());

const TITLE = "Harbour board approves new ferry pier";
const BODY = `<p>The harbour board voted seven to two on Monday for a ferry pier at the eastern quay, ending a dispute that had divided the town for most of a decade.</p>
<p>Mayor Ida Holm told reporters that work would begin in June and take about two years. "We have waited long enough," she said.</p>
<p>Fishermen who use the quay said the plan leaves them too little room, and two of them announced that they would go to court.</p>`;
const JSON_LD = (fields: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${TITLE}",${fields}}</script>`;

function read(
  head: string,
  { above = "", hints, url }: { above?: string; hints?: PageHints; url?: string } = {},
) {
  const html = `<html lang="en"><head>${head}</head><body><nav><a href=/>Home</a></nav><article><h1>${TITLE}</h1>${above}<div class="article-body">${BODY}</div></article></body></html>`;
  const { article, notes } = toArticle({
    origin: "test",
    type: "html",
    content: html,
    ...(hints && { hints }),
    ...(url !== undefined && { url }),
  });
  return { article: article as Article, notes: notes.map(({ message }) => message) };
}

describe("each value of the metadata says where it was found", () => {
  test.each([
    ["json-ld", JSON_LD(`"datePublished":"2023-03-06T18:20:00+01:00"`), {}],
    ["meta", `<meta property="article:published_time" content="2023-03-06T18:20:00+01:00">`, {}],
    ["microdata", "", { above: `<span itemprop="datePublished" content="2023-03-06">then</span>` }],
    ["time", "", { above: `<time datetime="2023-03-06T18:20">6 March</time>` }],
    ["url", "", { url: "https://quay.example/2023/03/06/pier" }],
    ["text", "", { above: `<div class="date">Published 6 March 2023 18:20</div>` }],
    ["given", "", { hints: { published: "2023-03-06" } }],
  ] as const)("the day of publication: %s", (foundIn, head, options) => {
    const { article } = read(head, options);
    expect(article.published?.slice(0, 10)).toBe("2023-03-06");
    expect(article.foundIn?.published).toBe(foundIn);
  });

  test("title, outlet, authors and address", () => {
    const { article } = read(
      `${JSON_LD(`"publisher":{"name":"Quay Post"}`)}<meta name="author" content="Nils Berg"><link rel="canonical" href="https://quay.example/pier">`,
    );
    expect(article.foundIn).toEqual({
      title: "heading",
      outlet: "json-ld",
      authors: "meta",
      url: "link",
    });
  });
});

test.each([
  ["R&uuml;ckkehr nach Harwick &ndash; &quot;endlich&quot;", 'Rückkehr nach Harwick – "endlich"'],
  ["Holm &amp; Lund open the pier", "Holm & Lund open the pier"],
  ["It&#39;s the pier&#8217;s day", "It's the pier’s day"],
  ["Holm &copies nobody& at all", "Holm &copies nobody& at all"],
])("a headline that was escaped once too often: %s", (escaped, headline) => {
  const { article } = read(
    `${JSON_LD(`"headline":${JSON.stringify(escaped)}`)}<meta property="og:title" content="${headline.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`,
  );
  expect(article.title).toBe(headline);
  expect(article.foundIn?.title).toBe("json-ld");
});

describe("dates that cannot be", () => {
  const FUTURE = JSON_LD(`"datePublished":"2031-03-06T18:20:00+01:00"`);
  const META = `<meta property="article:published_time" content="2023-03-06T18:20:00+01:00">`;
  const fetched = { retrieved: "2023-03-08T04:00:00Z" };

  test("after the page was fetched: a note, and the next source is believed", () => {
    const { article, notes } = read(FUTURE + META, { hints: fetched });
    expect(article.published).toBe("2023-03-06T18:20:00+01:00");
    expect(article.foundIn?.published).toBe("meta");
    expect(notes).toEqual([
      "the date 2031-03-06T18:20:00+01:00 lies after the page was fetched: not believed",
    ]);
  });

  test("after the page was fetched, and no other: no date", () => {
    expect(read(FUTURE, { hints: fetched }).article.published).toBeUndefined();
    const seen = read("", { above: "<div>Published 6 March 2031</div>", hints: fetched });
    expect(seen.article.published).toBeUndefined();
    expect(seen.notes).toHaveLength(1);
  });

  test("a day ahead is a zone, not the future", () => {
    const { article, notes } = read(JSON_LD(`"datePublished":"2023-03-08T20:00:00"`), {
      hints: fetched,
    });
    expect(article.published).toBe("2023-03-08T20:00:00");
    expect(notes).toEqual([]);
  });

  test("long after the last change: another source is believed, where there is one", () => {
    const late = JSON_LD(`"datePublished":"2023-09-06","dateModified":"2023-03-07T10:00:00Z"`);
    expect(read(late + META).article.published).toBe("2023-03-06T18:20:00+01:00");
    expect(read(late).article.published).toBe("2023-09-06");
  });

  test.each(["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "0", "1900-01-01"])(
    "an empty field that became %s is no date",
    (empty) => {
      expect(read(JSON_LD(`"datePublished":"${empty}"`) + META).article.foundIn?.published).toBe(
        "meta",
      );
      expect(read(JSON_LD(`"datePublished":"${empty}"`)).article.published).toBeUndefined();
    },
  );
});
