/** Good inputs to break: an article of the sample in every form that the program reads. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { dataFolder } from "../src/lexicon/node-data.ts";

export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TEXT = `Foreign ministers of France and Japan meet in Paris

PARIS, 5 March 2024 - French Foreign Minister Stéphane Séjourné met his Japanese counterpart Yoko Kamikawa in Paris on Tuesday, the French government said.

"We will not accept that borders are changed by force," Kamikawa told reporters. She accused Russia of shelling a power plant last week; Moscow denied it.

The two ministers discussed the war in Ukraine and trade between France and Japan. They plan to visit Warsaw in April.`;

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet | The Post</title>
<meta property="article:published_time" content="2024-03-05T10:00:00+01:00"><meta name="author" content="Ann Bee">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ministers meet","datePublished":"2024-03-05T10:00:00+01:00","author":[{"@type":"Person","name":"Ann Bee"}],"publisher":{"name":"The Post"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ministers meet</h1><time datetime="2024-03-05">5 March 2024</time>
${TEXT.split("\n\n")
  .slice(1)
  .map((line) => `<p>${line}</p>`)
  .join("\n")}
<figure><img src=x alt=""><figcaption>The ministers on Tuesday. (AFP)</figcaption></figure></article><aside><a href=/2>Read more: the budget</a></aside></body></html>`;

/** Articles in forms of text and page. */
export function articleInputs(): Input[] {
  const sample = join(dataFolder(), "sample");
  const files = readdirSync(sample, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:txt|html|jsonl|gz)$/.test(file))
    .sort()
    .filter((_, index) => index % 4 === 0)
    .map((file) => ({ name: file, bytes: Uint8Array.from(readFileSync(join(sample, file))) }));
  return [...files, ...formInputs()];
}

function formInputs(): Input[] {
  const paragraphs = TEXT.split("\n\n");
  const record = {
    id: "7",
    title: "Talks",
    date: "2024-03-05",
    text: TEXT,
    author: ["A", "B"],
    outlet: "Post",
  };
  const inside = paragraphs.map((line) => `<p>${line.replaceAll("&", "&amp;")}</p>`).join("");
  const texts: Record<string, string> = {
    "clean.txt": TEXT,
    "page.html": HTML,
    "lines.jsonl": `${JSON.stringify(record)}\n${JSON.stringify({ ...record, html: HTML, text: undefined })}\n`,
    "list.json": JSON.stringify({ articles: [record, record] }, undefined, 1),
    "table.csv": `id,title,date,text\n1,"Talks, again",2024-03-05,"${TEXT.replaceAll('"', '""')}"\n2,B,,${paragraphs[1]}\n`,
    "feed.rss": `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item><title>Talks</title><link>https://a.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><content:encoded><![CDATA[${inside}]]></content:encoded></item></channel></rss>`,
    "feed.atom": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Talks</title><id>urn:1</id><updated>2024-03-05T10:00:00Z</updated><content type="html">${inside.replaceAll("<", "&lt;")}</content></entry></feed>`,
    "feed.json": JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Post",
      items: [
        { id: "1", title: "Talks", content_html: inside, date_published: "2024-03-05T10:00:00Z" },
      ],
    }),
    "story.nitf": `<?xml version="1.0"?><nitf><head><title>Talks</title><docdata><date.issue norm="20240305T100000Z"/></docdata></head><body><body.head><hedline><hl1>Talks</hl1></hedline></body.head><body.content>${inside}</body.content></body></nitf>`,
    "story.newsml": `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><contentMeta><headline>Talks</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html></inlineXML></contentSet></newsItem>`,
    "letter.eml": `From: a@a.example\r\nTo: b@b.example\r\nSubject: Talks\r\nDate: Tue, 5 Mar 2024 10:00:00 +0100\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString("base64")}\r\n--x--\r\n`,
  };
  texts["letters.mbox"] =
    `From a@a.example Tue Mar  5 10:00:00 2024\n${texts["letter.eml"]!.replaceAll("\r\n", "\n")}\n`;
  Object.assign(texts, hostileTexts(inside));
  const inputs = Object.entries(texts).map(([name, text]) => ({ name, bytes: strToU8(text) }));
  const page = strToU8(HTML);
  const packed = gzipSync(page);
  return [
    ...inputs,
    { name: "nested.zip.gz", bytes: gzipSync(zipSync({ "a.zip": zipSync({ "b.gz": packed }) })) },
    { name: "bomb.zip", bytes: zipSync({ "a.txt": new Uint8Array(6_000_000), "b.html": page }) },
    { name: "bomb.gz", bytes: gzipSync(new Uint8Array(6_000_000).fill(32)) },
    {
      name: "page-shift-jis.html",
      bytes: Buffer.concat([
        Buffer.from('<meta charset="shift_jis"><p>'),
        Buffer.from([0x93, 0x8c, 0x8b, 0x9e, 0x82, 0x81, 0xff]),
        page,
      ]),
    },
    {
      name: "page-latin1.html",
      bytes: Buffer.from(HTML.replace("utf-8", "windows-1252"), "latin1"),
    },
    { name: "page-utf16.html", bytes: Buffer.from(`\uFEFF${HTML}`, "utf16le") },
    { name: "page.html.gz", bytes: gzipSync(page) },
    {
      name: "pages.zip",
      bytes: zipSync({ "a/page.html": page, "b.txt": strToU8(TEXT), "c.html.gz": gzipSync(page) }),
    },
    { name: "crawl.warc", bytes: warc(page) },
    { name: "crawl.warc.gz", bytes: gzipSync(warc(page)) },
  ];
}

/** What is hostile before anything in it is broken. */
function hostileTexts(inside: string): Record<string, string> {
  const lol = Array.from({ length: 9 }, (_, i) => {
    const one = i === 0 ? "lol" : `&l${i - 1};`.repeat(10);
    return `<!ENTITY l${i} "${one}">`;
  }).join("");
  return {
    "laughs.rss": `<?xml version="1.0"?><!DOCTYPE rss [${lol}<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&l8; &file;</title><description>${inside} &l8;</description></item></channel></rss>`,
    "surrogates.jsonl": `${JSON.stringify({ title: "Talks \ud800", text: `${TEXT} \udc00 \ud83d said France.` })}\n`,
    "one-word.txt": `${TEXT}\n\n${"Francejapan".repeat(4000)}`,
    "deep.html": `<html><body>${"<div><b><table><tr><td>".repeat(3000)}<article>${inside}`,
    "german.txt": GERMAN,
    "chinese.txt": CHINESE,
    "arabic.html": `<!doctype html><html lang="ar" dir="rtl"><title>${ARABIC.slice(0, 30)}</title><article><p>${ARABIC.repeat(4)}</p></article>`,
  };
}

const GERMAN = `Außenminister treffen sich in Paris

PARIS, 5. März 2024 - Der französische Außenminister Stéphane Séjourné hat am Dienstag in Paris seine japanische Kollegin Yoko Kamikawa getroffen, wie die Regierung mitteilte.

„Wir werden nicht hinnehmen, dass Grenzen mit Gewalt verändert werden“, sagte Kamikawa vor Journalisten. Beide wollen im April nach Warschau reisen.`;

const CHINESE = `外长会晤\n\n巴黎3月5日电 法国外长星期二在巴黎会见了日本外务大臣上川阳子。${"两国外长讨论了乌克兰战争以及法国与日本之间的贸易。".repeat(6)}`;

const ARABIC =
  "التقى وزير الخارجية الفرنسي نظيرته اليابانية في باريس يوم الثلاثاء، وناقش الوزيران الحرب في أوكرانيا والتجارة بين البلدين. ";

function warc(page: Uint8Array): Uint8Array {
  const packed = gzipSync(page);
  const bodies: [string, Uint8Array][] = [
    ["Content-Type: text/html", page],
    ["Content-Type: text/html\r\nContent-Encoding: gzip", packed],
    [
      "Content-Type: text/html\r\nTransfer-Encoding: chunked",
      Buffer.concat([
        Buffer.from(`${page.length.toString(16)}\r\n`),
        page,
        Buffer.from("\r\n0\r\n\r\n"),
      ]),
    ],
  ];
  return Buffer.concat(
    bodies.flatMap(([headers, body], index) => {
      const payload = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), body]);
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/${index}\r\nContent-Type: application/http\r\nContent-Length: ${payload.length}\r\n\r\n`;
      return [Buffer.from(head), payload, Buffer.from("\r\n\r\n")];
    }),
  );
}
