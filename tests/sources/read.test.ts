import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/model.ts";
import { MissingPathError, type ReadOptions, read } from "../../src/sources/index.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const STORY = "The harbour board voted on Monday to rebuild the eastern pier, officials said.";

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function readAll(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<{ pages: Page[]; notes: string[] }> {
  const pages: Page[] = [];
  const notes: string[] = [];
  for await (const item of read(paths, options)) {
    if ("page" in item) pages.push(item.page);
    else notes.push(`${item.note.origin.slice(folder.length + 1)}: ${item.note.message}`);
  }
  return { pages, notes };
}

async function* chunks(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("what a file holds decides how it is read, not its name", () => {
  test.each([
    ["plain.dat", STORY, "text"],
    ["page.txt", `<!doctype html><html><body><p>${STORY}</p></body></html>`, "html"],
    ["bom.txt", `\uFEFF${STORY}`, "text"],
    ["dump.txt", `Menu\nShare this\nRead more\n${STORY}\n2 March 2023`, "dump"],
    ["lines.txt", `{"text":"${STORY}"}\n{"text":"${STORY}"}\n`, "text"],
  ])("%s", async (name, content, type) => {
    const { pages, notes } = await readAll([write(name, content)]);
    expect(notes).toEqual([]);
    expect(pages[0]!.type).toBe(type);
  });

  test("clean text is not touched", async () => {
    const text = `  ${STORY}\r\n\r\nThe work takes two years. \n`;
    expect((await readAll([write("exact.txt", text)])).pages[0]!.content).toBe(text);
  });
});

describe("records", () => {
  test("the field names of known corpora are understood", async () => {
    const lines = [
      { text: STORY, title: "Pier", date: "2023-03-05", id: 7 },
      { maintext: STORY, date_publish: "2023-03-05 10:00:00", source_domain: "a.example" },
      { text: STORY, domain: "a.example", url: "https://a.example/x" },
      { raw_text: STORY, hostname: "a.example", author: "Ann Bee; Cee Dee" },
      { content_html: "<p>One.</p><p>Two.</p>", date_published: "2023-03-05T10:00:00Z" },
      { articleBody: STORY, datePublished: "2023-03-05", publisher: { name: "The Post" } },
    ];
    const path = write("known.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    const { pages } = await readAll([path]);
    expect(pages.map((page) => page.hints)).toEqual([
      { id: "7", title: "Pier", published: "2023-03-05" },
      { published: "2023-03-05T10:00:00", outlet: "a.example" },
      { outlet: "a.example" },
      { outlet: "a.example", authors: ["Ann Bee", "Cee Dee"] },
      { published: "2023-03-05T10:00:00Z" },
      { published: "2023-03-05", outlet: "The Post" },
    ]);
    expect(pages[4]!.content).toBe("One.\n\nTwo.");
    expect(pages[0]!.origin.endsWith("known.jsonl:1")).toBe(true);
  });

  test("the address that trafilatura writes as source is no outlet", async () => {
    const line = {
      text: STORY,
      hostname: "a.example",
      source: "https://a.example/pier",
      "source-hostname": "The Post",
      id: null,
    };
    const { pages } = await readAll([write("trafilatura.json", JSON.stringify(line))]);
    expect(pages[0]).toMatchObject({
      url: "https://a.example/pier",
      hints: { outlet: "The Post" },
    });
    const named = { text: STORY, source: "The Post" };
    const { pages: others } = await readAll([write("named.json", JSON.stringify(named))]);
    expect(others[0]!.hints).toEqual({ outlet: "The Post" });
    expect(others[0]!.url).toBeUndefined();
  });

  test.each(["null", "None", "NaN", " "])("%j in a table is no value", async (empty) => {
    const path = write(
      "nulls.csv",
      `id,title,author,text\n${empty},${empty},${empty},"${STORY}"\n`,
    );
    expect((await readAll([path])).pages[0]!.hints).toEqual({});
  });

  test("a title that begins like an empty value is a title", async () => {
    const path = write("none.csv", `title,text\nNone of the above,"${STORY}"\n`);
    expect((await readAll([path])).pages[0]!.hints).toEqual({ title: "None of the above" });
  });

  test("a JSON Feed names the outlet of its items, a list of search results does not", async () => {
    const items = [{ content_text: STORY }, { content_text: STORY, publisher: "The Dispatch" }];
    const feed = { version: "https://jsonfeed.org/version/1.1", title: "The Post", items };
    const { pages } = await readAll([write("feed.json", JSON.stringify(feed))]);
    expect(pages.map((page) => page.hints?.outlet)).toEqual(["The Post", "The Dispatch"]);
    const results = { title: "pier", items };
    const { pages: found } = await readAll([write("results.json", JSON.stringify(results))]);
    expect(found.map((page) => page.hints?.outlet)).toEqual([undefined, "The Dispatch"]);
  });

  test("a JSON array, one object over many lines and a list in an object", async () => {
    const record = { text: STORY };
    for (const value of [[record, record], { articles: [record, record] }]) {
      const path = write("list.json", JSON.stringify(value, undefined, 2));
      expect((await readAll([path])).pages).toHaveLength(2);
    }
    const path = write("one.json", JSON.stringify(record, undefined, 2));
    expect((await readAll([path])).pages).toHaveLength(1);
  });

  test("CSV with quotes and line ends in fields", async () => {
    const path = write(
      "t.csv",
      `id,title,text\n1,"A, B","First line.\nSecond ""line""."\n2,C,${STORY}\n`,
    );
    const { pages } = await readAll([path]);
    expect(pages.map((page) => page.hints?.title)).toEqual(["A, B", "C"]);
    expect(pages[0]!.content).toBe('First line.\nSecond "line".');
  });

  test("RSS, with whole articles and with summaries", async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>
      <item><title>Pier &amp; port</title><link>https://a.example/1</link><pubDate>Sun, 05 Mar 2023 10:00:00 +0100</pubDate><description>Short.</description><content:encoded><![CDATA[<p>${STORY}</p><p>More.</p>]]></content:encoded></item>
      <item><title>Two</title><description>${STORY}</description></item></channel></rss>`;
    const { pages } = await readAll([write("feed.xml", feed)]);
    expect(pages[0]).toMatchObject({
      type: "text",
      content: `${STORY}\n\nMore.`,
      url: "https://a.example/1",
      hints: { title: "Pier & port", published: "2023-03-05T10:00:00+01:00", outlet: "Post" },
    });
    expect(pages[1]!.content).toBe(STORY);
  });

  test("NITF", async () => {
    const nitf = `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20230305T100000Z"/><doc-id id-string="x9"/></docdata></head><body><body.head><hedline><hl1>Pier</hl1></hedline><byline>By Ann Bee</byline></body.head><body.content><media><media-caption><p>A picture.</p></media-caption></media><p>${STORY}</p><p>More.</p></body.content></body></nitf>`;
    expect((await readAll([write("n.xml", nitf)])).pages[0]).toMatchObject({
      content: `${STORY}\n\nMore.`,
      hints: { title: "Pier", published: "2023-03-05T10:00:00Z", id: "x9", authors: ["Ann Bee"] },
    });
  });

  test("a story or paragraph that is not closed does not tell those behind it again", async () => {
    const open = `<nitf><body><body.content><p>${STORY}`;
    const { pages } = await readAll([
      write("open.xml", `<?xml version="1.0"?>${open.repeat(200)}`),
    ]);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.content!.length).toBeLessThan(open.length * 200);
  });

  test("NITF names the paper, NewsML-G2 the agency in words beside its code", async () => {
    const nitf = `<?xml version="1.0"?><nitf><head><pubdata name="The Post" type="print"/></head><body><body.content><p>${STORY}</p></body.content></body></nitf>`;
    expect((await readAll([write("paper.xml", nitf)])).pages[0]!.hints).toEqual({
      outlet: "The Post",
    });
    const newsml = `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><provider qcode="nprov:QNA"><name>Quay News Agency</name></provider></itemMeta><contentMeta><headline>Pier</headline></contentMeta><contentSet><inlineXML><html><body><p>${STORY}</p></body></html></inlineXML></contentSet></newsItem>`;
    expect((await readAll([write("g2.xml", newsml)])).pages[0]!.hints).toEqual({
      title: "Pier",
      id: "urn:1",
      agency: "Quay News Agency",
    });
    const coded = newsml.replace("<name>Quay News Agency</name>", "");
    expect((await readAll([write("coded.xml", coded)])).pages[0]!.hints?.agency).toBe("QNA");
  });

  test("a mailbox of two mails", async () => {
    const mail = (subject: string): string =>
      `From x@a.example Sun Mar  5 10:00:00 2023\nFrom: Desk <x@a.example>\nTo: y@a.example\nSubject: ${subject}\nDate: Sun, 05 Mar 2023 10:00:00 +0000\n\n${STORY}\n>From the hall came cheers.\n\n`;
    const { pages } = await readAll([write("m.mbox", mail("One") + mail("Two"))]);
    expect(pages.map((page) => page.hints?.title)).toEqual(["One", "Two"]);
    expect(pages[0]!.content).toContain("\nFrom the hall came cheers.");
  });
});

test("one path where a list is expected is told", async () => {
  await expect(readAll("news/" as never)).rejects.toThrow(
    'expected a list of paths such as ["news/"]',
  );
});

describe("what lies in the folders of people", () => {
  const office = (files: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  test("a page that a browser saved as a mail is a page, not a mail of the browser", async () => {
    const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/pier\r\nSubject: Pier | Post\r\nDate: Wed, 08 Mar 2023 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/pier\r\n\r\n<html><body><p>Caf=C3=A9s =\r\nclose</p></body></html>\r\n--B--\r\n`;
    const { pages } = await readAll([write("saved.mhtml", saved)]);
    expect(pages[0]).toMatchObject({ type: "html", url: "https://a.example/pier" });
    expect(pages[0]!.content).toContain("<p>Cafés close</p>");
    expect(pages[0]!.hints).toEqual({ retrieved: "2023-03-08T10:00:00Z" });
    const sent = saved.replace("Subject:", "To: y@a.example\r\nSubject:");
    const { pages: mails } = await readAll([write("sent.eml", sent)]);
    expect(mails[0]!.hints).toMatchObject({ title: "Pier | Post", outlet: "Saved by Blink" });
  });

  test("documents of Word and LibreOffice are their paragraphs", async () => {
    const word = office({
      "[Content_Types].xml": "<Types/>",
      "docProps/app.xml": "<Properties><Application>Word</Application></Properties>",
      "word/document.xml": `<w:document><w:body><w:p><w:r><w:t>Pier </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>&amp; port</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>${STORY}</w:t></w:r></w:p></w:body></w:document>`,
    });
    const writer = office({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<office:document-content><office:body><office:text><text:h>Pier &amp; port</text:h><text:p>${STORY}</text:p></office:text></office:body></office:document-content>`,
      "meta.xml": "<x>y</x>",
    });
    for (const [name, bytes] of [
      ["a.docx", word],
      ["a.odt", writer],
    ] as const) {
      const { pages, notes } = await readAll([write(name, bytes)]);
      expect(notes).toEqual([]);
      expect(pages.map(({ content }) => content)).toEqual([`Pier & port\n\n${STORY}`]);
      expect(pages[0]!.origin).toBe(join(folder, name));
    }
  });

  test("sheets, PDFs and scripts are notes; books and archives that hold a folder word are read as before", async () => {
    const sheet = office({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w>1</w>" });
    const book = office({ mimetype: "application/epub+zip", "text/1.txt": STORY });
    const { pages, notes } = await readAll([
      write("folder/a.xlsx", sheet),
      write("folder/b.epub", book),
      write(
        "folder/c.zip",
        office({ "word/document.xml": `<p>${STORY}</p>`, "word/b.txt": STORY }),
      ),
      write("folder/d.pdf", "%PDF-1.7 text"),
      write("folder/d.rtf", "{\\rtf1\\ansi A text.}"),
      write("folder/d.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
      write("folder/e.js.download", "var story = 1;"),
      write("folder/f.css", "p { color: red }"),
    ]);
    expect(pages).toHaveLength(3);
    expect(notes).toEqual([
      "folder/a.xlsx: left out: an office file without a text",
      "folder/d.pdf: left out: a PDF: save its text first",
      "folder/d.rtf: left out: an RTF file: save its text first",
      "folder/d.doc: left out: a file of an old Office: save it as .docx or as text",
      "folder/e.js.download: left out: a script or style sheet",
      "folder/f.css: left out: a script or style sheet",
    ]);
  });
});

describe("archives", () => {
  const html = `<html><head><meta charset="windows-1252"></head><body><p>Café owners protested.</p></body></html>`;

  function record(type: string, url: string, payload: Buffer): Buffer {
    const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2023-03-08T04:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${payload.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), payload, Buffer.from("\r\n\r\n")]);
  }

  function response(body: Buffer, headers: string): Buffer {
    return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), body]);
  }

  function chunked(body: Buffer): Buffer {
    const parts: Buffer[] = [];
    for (let at = 0; at < body.length; at += 40) {
      const part = body.subarray(at, at + 40);
      parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n"));
    }
    return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
  }

  test("WARC: responses only, chunked, packed, in the charset of the header, members packed one by one", async () => {
    const body = gzipSync(Buffer.from(html, "latin1"));
    const page = response(
      chunked(body),
      "Content-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
    );
    const picture = response(Buffer.from("x"), "Content-Type: image/png");
    const records = [
      record("warcinfo", "", Buffer.from("software: x\r\n")),
      record("request", "https://a.example/1", Buffer.from("GET / HTTP/1.1\r\n\r\n")),
      record("response", "https://a.example/1", page),
      record("response", "https://a.example/p.png", picture),
      record(
        "response",
        "https://a.example/2",
        response(Buffer.from(html, "latin1"), "Content-Type: text/html"),
      ),
    ];
    for (const bytes of [
      Buffer.concat(records),
      Buffer.concat(records.map((item) => gzipSync(item))),
    ]) {
      const { pages, notes } = await readAll([write("a.warc", bytes)]);
      expect(notes).toEqual([]);
      expect(pages.map((found) => found.url)).toEqual([
        "https://a.example/1",
        "https://a.example/2",
      ]);
      expect(pages.every((found) => found.content.includes("Café owners"))).toBe(true);
      expect(pages.map(({ hints }) => hints)).toEqual([
        { retrieved: "2023-03-08T04:00:00Z" },
        { retrieved: "2023-03-08T04:00:00Z" },
      ]);
    }
  });

  test.each<[string, (page: Buffer) => Buffer]>([
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    // Crawlers unpack and leave the header.
    ["br", (page) => page],
    ["deflate", (page) => page],
    ["gzip", (page) => page],
  ])("WARC: a page that came as %s", async (coding, pack) => {
    const page = pack(Buffer.from(html, "latin1"));
    const type = "Content-Type: text/html; charset=iso-8859-1";
    const packed = response(page, `${type}\r\nContent-Encoding: ${coding}`);
    const bytes = record("response", "https://a.example/1", packed);
    const { pages, notes } = await readAll([write("coded.warc", bytes)]);
    expect(notes).toEqual([]);
    expect(pages[0]!.content).toContain("Café owners");
  });

  test("WARC: a page that cannot be unpacked is a note, the next one is read", async () => {
    const type = "Content-Type: text/html; charset=iso-8859-1";
    const broken = response(Buffer.alloc(400, 7), `${type}\r\nContent-Encoding: br`);
    const whole = response(Buffer.from(html, "latin1"), type);
    const records = [
      record("response", "https://a.example/1", broken),
      record("response", "https://a.example/2", whole),
    ];
    const { pages, notes } = await readAll([write("two.warc", Buffer.concat(records))]);
    expect(pages.map(({ url }) => url)).toEqual(["https://a.example/2"]);
    expect(notes).toHaveLength(1);
  });

  test("WARC: what ends in the middle of a record is a note, what came before is kept", async () => {
    const good = record(
      "response",
      "https://a.example/1",
      response(Buffer.from(html), "Content-Type: text/html"),
    );
    const { pages, notes } = await readAll([
      write("cut.warc", Buffer.concat([good, good.subarray(0, 200)])),
    ]);
    expect(pages).toHaveLength(1);
    expect(notes).toHaveLength(1);
  });

  test("gzip of several members", async () => {
    const path = write("m.gz", Buffer.concat([gzipSync(`${STORY} `), gzipSync("It rained.")]));
    expect((await readAll([path])).pages[0]!.content).toBe(`${STORY} It rained.`);
  });

  test("a small file that unpacks to very much is left out", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 97));
    const { pages, notes } = await readAll([write("bomb.gz", bomb)]);
    expect(pages).toEqual([]);
    expect(notes[0]).toMatch(/times its size/);
  });
});

describe("charsets", () => {
  test.each([
    [
      "UTF-16 with a mark",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Café owners", "utf16le")]),
    ],
    [
      "UTF-8 that says it is Latin-1",
      Buffer.from('<html><meta charset="iso-8859-1"><p>Café owners</p>'),
    ],
    [
      "Latin-1 that says so",
      Buffer.from('<html><meta charset="iso-8859-1"><p>Café owners</p>', "latin1"),
    ],
    ["Latin-1 that says nothing", Buffer.from("<html><p>Café owners</p>", "latin1")],
    [
      "Latin-1 that says it is UTF-8",
      Buffer.from('<html><meta charset="utf-8"><p>Café owners</p>', "latin1"),
    ],
  ])("%s", async (name, bytes) => {
    const { pages } = await readAll([write(`c-${name}`, bytes)]);
    expect(pages[0]!.content).toContain("Café owners");
  });
});

describe("bad input is a note, and the rest is read", () => {
  test.each<[string, string | Uint8Array, RegExp, number]>([
    ["empty.txt", "", /empty/, 0],
    ["blank.txt", " \n \n", /empty/, 0],
    ["binary.bin", new Uint8Array(2000).map((_, i) => i % 7), /binary/, 0],
    ["broken.gz", gzipSync(STORY).subarray(0, 30), /broken gzip/, 0],
    [
      "garbled.gz",
      Buffer.concat([gzipSync(STORY).subarray(0, 20), Buffer.alloc(60, 255)]),
      /broken gzip/,
      0,
    ],
    [
      "middle.jsonl",
      `{"text":"${STORY}"}\n{"text": oops\n{"text":"${STORY}"}\n`,
      /middle.jsonl:2.*JSON/,
      2,
    ],
    ["nothing.jsonl", `{"text":"${STORY}"}\n{"title":"no text"}\n`, /no field/, 1],
  ])("%s", async (name, content, message, pages) => {
    const found = await readAll([write(name, content)]);
    expect(found.pages).toHaveLength(pages);
    expect(found.notes).toHaveLength(1);
    expect(found.notes[0]).toMatch(message);
  });

  test("a line beyond the limit is passed over", async () => {
    const path = write(
      "long.jsonl",
      `{"text":"${STORY}"}\n{"text":"${"x".repeat(5000)}"}\n{"text":"${STORY}"}\n`,
    );
    const { pages, notes } = await readAll([path], { limits: { itemBytes: 1000 } });
    expect(pages).toHaveLength(2);
    expect(notes).toHaveLength(1);
    const text = write("long.txt", "y".repeat(5000));
    expect((await readAll([text], { limits: { itemBytes: 1000 } })).notes).toHaveLength(1);
  });

  test("a folder that contains itself, a link to nowhere", async () => {
    write("loop/a.txt", STORY);
    symlinkSync(join(folder, "loop"), join(folder, "loop", "self"));
    symlinkSync(join(folder, "nowhere"), join(folder, "loop", "dangling"));
    const { pages, notes } = await readAll([join(folder, "loop")]);
    expect(pages).toHaveLength(1);
    expect(notes).toHaveLength(2);
  });

  test("a link to a folder above is left out, one to a folder elsewhere is followed", async () => {
    write("desk/notes.txt", STORY);
    write("desk/news/a.txt", STORY);
    write("archive/b.txt", STORY);
    symlinkSync("..", join(folder, "desk", "news", "up"));
    symlinkSync(join(folder, "archive"), join(folder, "desk", "news", "older"));
    const { pages, notes } = await readAll([join(folder, "desk", "news")]);
    expect(pages.map(({ origin }) => basename(origin))).toEqual(["a.txt", "b.txt"]);
    expect(notes).toEqual([expect.stringContaining("a link to a folder that it lies in")]);
  });
});

describe("paths", () => {
  test("a folder is read in order of code units, whatever order the disk has", async () => {
    for (const name of [
      "order/b.txt",
      "order/B.txt",
      "order/a/z.txt",
      "order/10.txt",
      "order/9.txt",
    ])
      write(name, STORY);
    const { pages } = await readAll([join(folder, "order")]);
    expect(pages.map((page) => page.origin.slice(folder.length + 7))).toEqual([
      "10.txt",
      "9.txt",
      "B.txt",
      "a/z.txt",
      "b.txt",
    ]);
  });

  test("a missing path throws before anything is read", async () => {
    await expect(readAll([write("there.txt", STORY), join(folder, "missing")])).rejects.toThrow(
      MissingPathError,
    );
  });

  test("standard input, in small pieces, is recognized like a file", async () => {
    const { pages } = await readAll(["-"], { stdin: chunks(`{"text":"${STORY}"}\n`) });
    expect(pages[0]).toMatchObject({ origin: "-:1", content: STORY });
  });
});
