import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createArticleReader } from "../../src/article/index.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import type { Article, Page } from "../../src/model.ts";

const toArticle = createArticleReader(nodeData());

function read(page: Partial<Page> & Pick<Page, "type" | "content">): Article {
  const { article, notes } = toArticle({ origin: "test", ...page });
  if (article === undefined) throw new Error(notes[0]?.message);
  return article;
}

function blocks(article: Article, kind: string): string[] {
  return article.blocks
    .filter((block) => block.kind === kind)
    .map(({ start, end }) => article.text.slice(start, end));
}

const TITLE = "Harbour board approves new ferry pier";
const BODY = [
  "The harbour board voted seven to two on Monday for a ferry pier at the eastern quay, ending a dispute that had divided the town for most of a decade.",
  'Mayor Ida Holm told reporters that work would begin in June and take about two years. "We have waited long enough," she said.',
  "Fishermen who use the quay said the plan leaves them too little room, and two of them announced that they would go to court.",
  "The national ports agency is to pay a third of the cost, which the board puts at 40 million euros.",
];
const CAPTION = "Mayor Ida Holm at the eastern quay on Monday.";

const PAGE = `<!doctype html><html lang="en"><head><title>${TITLE} | Quay Post</title>
<meta property="og:title" content="${TITLE}"><meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${TITLE}","datePublished":"2023-03-06T18:20:00+01:00","dateModified":"2023-03-06T19:00:00+01:00","author":{"@type":"Person","name":"Nils Berg"},"publisher":{"@type":"Organization","name":"Quay Post"}}</script></head>
<body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>
<article><h1>${TITLE}</h1><div class="byline">By <a rel=author href=/nils>Nils Berg</a></div><time datetime="2023-03-06T18:20:00+01:00">6 March 2023</time>
<div class=share><a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a></div>
<figure><img src=a.jpg><figcaption>${CAPTION} (Photo: Quay Post/A. Lund)</figcaption></figure>
<div class="article-body">${BODY.map((paragraph, i) => `<p>${paragraph}${i === 3 ? " (AFP)" : ""}</p>`).join("")}</div></article>
<aside><h3>Related stories</h3><ul><li><a href=/1>Airline adds two flights a day to the islands from April</a><li><a href=/2>Museum buys eleven lost letters at an auction in Paris</a></ul></aside>
<section class=newsletter><p>Sign up for our newsletter and get the news in your inbox every morning.</p></section>
<footer><p>© 2023 Quay Post. All rights reserved.</p></footer></body></html>`;

const DUMP = `Home
World
Sport
${TITLE}
By Nils Berg
6 March 2023 6:20PM
Facebook Twitter WhatsApp
Advertisement
${CAPTION} (Photo: Quay Post/A. Lund)
${BODY.slice(0, 2).join("\n\n")}
Advertisement
${BODY.slice(2).join("\n\n")} (AFP)

RECENT NEWS

Airline Adds Two Flights A Day To The Islands

Two more flights a day will serve the islands from April, the carrier announced on Thursda... Read more

Museum Buys Lost Letters

The eleven letters were written in the winter of 1841 and were never printed, the museum... Read more
Sign up for our newsletter`;

describe("a page", () => {
  const article = read({ type: "html", content: PAGE });

  test("keeps its headline, its body and its caption, and nothing else", () => {
    expect(blocks(article, "headline")).toEqual([TITLE]);
    expect(blocks(article, "body")).toEqual(BODY);
    expect(blocks(article, "caption")).toEqual([CAPTION]);
  });

  test("tells its date with the zone, its outlet, author and agency", () => {
    expect(article).toMatchObject({
      title: TITLE,
      published: "2023-03-06T18:20:00+01:00",
      updated: "2023-03-06T19:00:00+01:00",
      outlet: "Quay Post",
      authors: ["Nils Berg"],
      agency: "AFP",
      language: "en",
    });
  });

  test("what the source knows goes before what the page says", () => {
    const hinted = read({
      type: "html",
      content: PAGE,
      hints: { published: "2023-03-07", outlet: "Feed" },
    });
    expect(hinted).toMatchObject({ published: "2023-03-07", outlet: "Feed" });
  });
});

describe("a dump", () => {
  const article = read({ type: "dump", content: DUMP });

  test("gives the same article as its page", () => {
    expect(blocks(article, "body")).toEqual(BODY);
    expect(article.id).toBe(read({ type: "html", content: PAGE }).id);
  });

  test("tells headline, date and agency", () => {
    expect(article).toMatchObject({
      title: TITLE,
      published: "2023-03-06T18:20:00",
      agency: "AFP",
    });
  });

  test("teasers, share bars and newsletters are not in the text", () => {
    expect(article.text).not.toMatch(
      /Airline|Museum|newsletter|Facebook|Advertisement|RECENT|Photo|AFP/,
    );
  });
});

describe("clean text", () => {
  test("without a title is kept exactly as it came", () => {
    const content = `${BODY[0]}\r\n\r\n  ${BODY[1]} \n`;
    expect(read({ type: "text", content }).text).toBe(content);
  });

  test("with a title is the title, a blank line and the text", () => {
    const article = read({ type: "text", content: BODY[0]!, hints: { title: TITLE, id: "7" } });
    expect(article.text).toBe(`${TITLE}\n\n${BODY[0]}`);
    expect(article.sourceId).toBe("7");
  });

  test("a first line that is a headline is a block of its own", () => {
    const article = read({ type: "text", content: `${TITLE}\n\n${BODY.join("\n\n")}` });
    expect(blocks(article, "headline")).toEqual([TITLE]);
    expect(article.title).toBe(TITLE);
  });
});

describe("language", () => {
  test.each([
    [
      "de",
      "Der Hafenrat hat am Montag mit sieben zu zwei Stimmen für einen neuen Anleger gestimmt und damit einen langen Streit beendet.",
    ],
    [
      "fr",
      "Le conseil du port a voté lundi pour une nouvelle jetée et a mis fin à un conflit qui divisait la ville depuis dix ans.",
    ],
    [
      "es",
      "La junta del puerto votó el lunes por un nuevo muelle, y los pescadores, que no lo quieren, dijeron que irán a los tribunales porque les quita espacio.",
    ],
    [
      "ru",
      "Совет порта в понедельник проголосовал за новый причал и завершил спор, который разделял город почти десять лет.",
    ],
    [
      "ja",
      "港の委員会は月曜日、新しい桟橋の建設を賛成多数で可決し、十年近く続いた論争に終止符を打った。",
    ],
    ["zh", "港口委员会周一以七比二的票数通过了新码头的建设，结束了近十年来的争议。"],
    ["en", BODY[0]!],
  ])("%s", (language, content) => {
    expect(read({ type: "text", content }).language).toBe(language);
  });
});

test("whatever the page, nothing is thrown and every block lies in the text", () => {
  const piece = fc.constantFrom(
    ...PAGE.split(/(?=<)/),
    "<div>",
    "</div>",
    "<table><tr><td>",
    "<p hidden>",
    "&#0;",
    "\u0000",
    "<script>",
    "<!--",
    "2023-13-45",
    "<script type=application/ld+json>{",
  );
  const property = fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
    for (const type of ["html", "dump", "text"] as const) {
      const { article } = toArticle({ origin: "x", type, content: pieces.join("") });
      let last = 0;
      for (const { start, end } of article?.blocks ?? []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(article?.text.length ?? 0);
    }
  });
  fc.assert(property, { numRuns: 120, seed: 5 });
});

describe("more elements or lines than memory holds", () => {
  const MILLION = 1_000_000;

  test.each([
    ["html", PAGE.replace("</body>", `${"<p>a".repeat(MILLION)}</body>`)],
    ["dump", `${DUMP}\n${"a\n".repeat(MILLION)}`],
  ] as const)(
    "of a %s the beginning is read, and a note says so",
    (type, content) => {
      const { article, notes } = toArticle({ origin: "x", type, content });
      expect(article?.text).toContain(BODY[0]!);
      expect(notes.map(({ message }) => message)).toEqual([
        "the end was left out: it is larger than any page of an article",
      ]);
    },
    60_000,
  );
});

const seeds = join(dataFolder(), "..", "..", "shared", "seeds");
describe.skipIf(!existsSync(seeds))("the two scraped articles that the project began with", () => {
  const seed = (name: string): Article =>
    read({ type: "dump", content: readFileSync(join(seeds, name), "utf8") });

  test("have every line right", () => {
    const first = seed("000_3454bf03d8e5e6d5.txt");
    expect(blocks(first, "body")).toHaveLength(5);
    expect(blocks(first, "caption")).toHaveLength(1);
    expect(first).toMatchObject({ published: "2022-12-29T20:50:00+08:00", agency: "AFP" });
    const second = seed("004_7f20de5b952d9547.txt");
    expect(blocks(second, "body")).toHaveLength(10);
    expect(blocks(second, "caption")).toHaveLength(1);
    expect(second).toMatchObject({
      published: "2022-12-30T19:19:00",
      updated: "2022-12-30T19:23:00",
      agency: "Reuters",
    });
    for (const { text } of [first, second]) {
      expect(text).not.toMatch(
        /Related|Share|AFP|Reuters|Read more|newsletter|Advertisement|Photo/,
      );
    }
  });
});
