/**
 * The articles of a corpus as HTML pages: the pages of `data/sample` with other headlines, days and paragraphs in them,
 * and with as much around the article as news pages have. Half of 294 pages of real outlets are larger than 200 kB, a
 * quarter than 330 kB, most of it scripts and styles; these have 200 kB.
 */
import { load } from "cheerio";
import { createRandom, type Random } from "../../src/graph/random.ts";
import type { CorpusArticle } from "./articles.ts";

const PAGE_BYTES = 200_000;
/** Of what is around the article so much is links and teasers, the rest scripts and styles. */
const MARKUP = 0.35;

export type WritePage = (article: CorpusArticle, number: number) => string;

export interface SamplePage {
  readonly html: string;
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
}

/** The layouts take turns. */
export function createPageWriter(pages: readonly SamplePage[], seed = 1): WritePage {
  const random = createRandom(seed);
  const layouts = pages.flatMap((page) => layoutOf(page, random) ?? []);
  return (article, number) => {
    const { head, tag, tail } = layouts[number % layouts.length]!;
    const body = article.paragraphs.map((text) => `<${tag}>${escaped(text)}</p>`).join("\n");
    return filled(head, article) + body + filled(tail, article);
  };
}

interface Layout {
  readonly head: string;
  /** Of a paragraph, with its attributes: `p class="css-p1"`. */
  readonly tag: string;
  readonly tail: string;
}

const TITLE = "@@TITLE@@";
const DAY = "@@DAY@@";
const BODY = "@@BODY@@";

/** `undefined` when the paragraphs of the article are not found in the page. */
function layoutOf(
  { html, title, date, paragraphs }: SamplePage,
  random: Random,
): Layout | undefined {
  const $ = load(html);
  const texts = new Set(paragraphs);
  const own = $("p").filter((_, element) => texts.has($(element).text().trim()));
  if (own.length < 2) return undefined;
  const className = own.first().attr("class");
  own.first().before(BODY);
  own.remove();
  const [head, tail] = $.html()
    .replaceAll(escaped(title), TITLE)
    .replaceAll(title, TITLE)
    .replaceAll(date, DAY)
    .split(BODY) as [string, string];
  const missing = Math.max(0, PAGE_BYTES - html.length);
  return {
    head: head
      .replace("</head>", () => `${scripts((missing * (1 - MARKUP)) / 2, random)}</head>`)
      .replace(/<body[^>]*>/, (tag) => `${tag}${links(missing * MARKUP * 0.3, random)}`),
    tag: className === undefined ? "p" : `p class="${className}"`,
    tail: tail.replace(
      "</body>",
      () =>
        `${links(missing * MARKUP * 0.7, random)}${scripts((missing * (1 - MARKUP)) / 2, random)}</body>`,
    ),
  };
}

function filled(part: string, { title, date }: CorpusArticle): string {
  return part.replaceAll(TITLE, () => escaped(title)).replaceAll(DAY, date);
}

function scripts(bytes: number, random: Random): string {
  const rows: string[] = [];
  for (let size = 0; size < bytes; size += 80) {
    const n = Math.floor(random() * 1e9);
    rows.push(
      `window.__s=window.__s||{};window.__s.k${n}={id:${n},on:${n % 2 === 0},u:"/a/${n}.js",t:${n % 977}};`,
    );
  }
  return `<script>${rows.join("\n")}</script>`;
}

const WORDS =
  "Business Climate Culture Debate Economy Europe Games Health Letters Markets Opinion Photos Podcasts Science Sport Style Travel Video Weather World".split(
    " ",
  );

function links(bytes: number, random: Random): string {
  const rows: string[] = [];
  for (let size = 0; size < bytes; size += 130) {
    const n = Math.floor(random() * 1e6);
    const text = `${WORDS[n % WORDS.length]!} ${WORDS[(n >> 5) % WORDS.length]!}`;
    rows.push(
      `<li class="menu__item menu__item--${n % 7}"><a class="menu__link" href="/${text.toLowerCase().replace(" ", "/")}/${n}">${text}</a></li>`,
    );
  }
  return `<nav class="menu"><ul>${rows.join("\n")}</ul></nav>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
