/** Archives as they are, as they are made by a stream, and as they should not be. */
import { Zip, ZipDeflate, type ZipOptions, zipSync } from "fflate";
import { expect, test } from "vitest";
import { read } from "../../src/sources/index.ts";
import { DEFAULT_LIMITS } from "../../src/sources/limits.ts";
import { zipEntries } from "../../src/sources/zip.ts";

const STORY = "The harbour board voted on Monday to rebuild the eastern pier, officials said.";
const OTHER = "The ferry company said on Tuesday that it would buy two new ships next year.";
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Texts of the pages, and notes, of an archive on standard input. */
async function readZip(
  archive: Uint8Array,
  size = 1000,
): Promise<{ pages: string[]; notes: string[] }> {
  const pages: string[] = [];
  const notes: string[] = [];
  for await (const item of read(["-"], { stdin: inPieces(archive, size) })) {
    if ("page" in item) pages.push(`${item.page.origin}: ${item.page.content}`);
    else notes.push(`${item.note.origin}: ${item.note.message}`);
  }
  return { pages, notes };
}

function packed(entries: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}) {
  const files = Object.entries(entries).map(([name, content]) => [
    name,
    typeof content === "string" ? bytesOf(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), options);
}

/** As programs write that cannot go back: the sizes stand behind each entry. */
function streamed(entries: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => void parts.push(part));
  for (const [name, content] of Object.entries(entries)) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytesOf(content), true);
  }
  zip.end();
  return Buffer.concat(parts);
}

test.each([
  ["deflated", packed({ "a.txt": STORY, "b/c.txt": OTHER })],
  ["stored", packed({ "a.txt": STORY, "b/c.txt": OTHER }, { level: 0 })],
  ["made by a stream", streamed({ "a.txt": STORY, "b/c.txt": OTHER })],
])("an archive, %s, whatever the pieces in which it comes", async (_, archive) => {
  for (const size of [1, 7, 100, 100_000]) {
    const { pages, notes } = await readZip(archive, size);
    expect(notes).toEqual([]);
    expect(pages).toEqual([`-/a.txt: ${STORY}`, `-/b/c.txt: ${OTHER}`]);
  }
});

test("archives in archives, three deep and no deeper", async () => {
  let archive = packed({ "a.txt": STORY });
  for (let depth = 2; depth <= 3; depth++) archive = packed({ "in.zip": archive });
  expect((await readZip(archive)).pages).toEqual([`-/in.zip/in.zip/a.txt: ${STORY}`]);
  archive = packed({ "in.zip": packed({ "in.zip": archive }), "last.txt": OTHER });
  expect(await readZip(archive)).toEqual({
    pages: [`-/last.txt: ${OTHER}`],
    notes: ["-/in.zip/in.zip/in.zip/in.zip: left out: packed too often"],
  });
});

test("a bomb is left where its ratio gives it away, and the next entry is read", async () => {
  const bomb = "the the ".repeat(4_000_000);
  for (const archive of [packed({ "bomb.txt": bomb, "b.txt": OTHER })]) {
    const { pages, notes } = await readZip(archive);
    expect(pages).toEqual([`-/b.txt: ${OTHER}`]);
    expect(notes).toEqual([
      "-/bomb.txt: cannot be read to its end: unpacks to more than 400 times its size",
    ]);
  }
  const { notes } = await readZip(streamed({ "bomb.txt": bomb, "b.txt": OTHER }));
  expect(notes.join("\n")).toMatch(
    /400 times its size[\s\S]*cannot be told where the entry after bomb/,
  );
});

test("a damaged entry costs itself alone", async () => {
  const archive = packed({ "a.txt": STORY, "b.txt": OTHER });
  archive.fill(0xff, 40, 60);
  const { pages, notes } = await readZip(archive);
  expect(pages).toEqual([`-/b.txt: ${OTHER}`]);
  expect(notes).toEqual(["-/a.txt: cannot be read to its end: it is damaged"]);
});

test.each<[string, (archive: Uint8Array) => Uint8Array, RegExp]>([
  ["an encrypted entry", (bytes) => withByte(bytes, 6, 1), /it is encrypted/],
  ["another method", (bytes) => withByte(bytes, 8, 14), /packed by method 14/],
  ["an end in the middle", (bytes) => bytes.subarray(0, 60), /ends in the middle of an entry/],
  ["an end in a header", (bytes) => bytes.subarray(0, 20), /ends in the middle of an entry/],
  ["no entry", () => packed({}), /the archive is empty/],
])("%s is told in one sentence", async (_, change, sentence) => {
  const { pages, notes } = await readZip(change(packed({ "a.txt": STORY })));
  expect(pages).toEqual([]);
  expect(notes.join("\n")).toMatch(sentence);
});

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  bytes[at] = value;
  return bytes;
}

test("names that lead out of the folder are names; what systems hide is passed over", async () => {
  const { pages } = await readZip(
    packed({ "../../a.txt": STORY, "./b.txt": OTHER, "__MACOSX/._a.txt": "x", ".DS_Store": "x" }),
  );
  expect(pages.map((page) => page.split(":")[0])).toEqual(["-/../../a.txt", "-/./b.txt"]);
});

test("more entries than allowed are told", async () => {
  const names: string[] = [];
  const entries = zipEntries(inPieces(packed({ a: STORY, b: STORY, c: STORY }), 50), {
    ...DEFAULT_LIMITS,
    entries: 2,
  });
  await expect(async () => {
    for await (const { name } of entries) names.push(name);
  }).rejects.toThrow("it has more than 2 entries");
  expect(names).toEqual(["a", "b"]);
});
