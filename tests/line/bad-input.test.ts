/** Bad input is normal: each of it gets a note, the rest is built. Through the command line, as a user meets it. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
const good = `Foreign ministers of France and Japan meet in Paris

PARIS, 5 March 2024 - French Foreign Minister Stephane Sejourne met his Japanese counterpart Yoko Kamikawa in Paris on Tuesday, the French government said.

The two ministers discussed the war in Ukraine and trade between France and Japan, an official said after the talks.`;
const line = JSON.stringify({ id: "7", date: "2024-03-05", title: "Talks in Paris", text: good });

let folder = "";
const file = (name: string) => join(folder, name);
const dramatis = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 1 << 26 });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-bad-"));
  writeFileSync(file("good.txt"), good);
  writeFileSync(file("empty.txt"), "");
  writeFileSync(
    file("binary.dat"),
    Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255),
  );
  writeFileSync(file("no-article.html"), "<html><body><nav><a href=/>Home</a></nav></body></html>");
  writeFileSync(file("broken.txt.gz"), gzipSync(good.repeat(50)).subarray(0, 300));
  writeFileSync(
    file("mixed.jsonl"),
    `${line}\n{"text": "cut of\n${line.replace('"7"', '"8"').replace("Talks", "More talks")}\n`,
  );
  mkdirSync(file("loop"));
  symlinkSync(folder, file("loop/again"));
  writeLongLine(file("long-line.txt"), 200);
  // A named pipe that nobody writes to would hang a careless reader; no permission stops root, so a test cannot use that.
  execFileSync("mkfifo", [file("pipe.txt")]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeLongLine(path: string, megabytes: number): void {
  const target = openSync(path, "w");
  const chunk = "the same word again and again ".repeat(35_000).slice(0, 1 << 20);
  for (let i = 0; i < megabytes; i++) writeSync(target, chunk);
  closeSync(target);
}

describe("a folder of bad input", () => {
  it("gives a note each and builds the rest", () => {
    const { status, stderr, stdout } = dramatis(
      "build",
      folder,
      "-o",
      file("out/../graph.json"),
      "--json",
    );
    expect(stderr + stdout).not.toMatch(/\bat .*\.js:\d+/);
    expect(status).toBe(0);
    const { attributes } = JSON.parse(readFileSync(file("graph.json"), "utf8"));
    const notes: { origin: string; message: string }[] = attributes.notes;
    for (const name of [
      "empty.txt",
      "binary.dat",
      "no-article.html",
      "broken.txt.gz",
      "mixed.jsonl",
      "loop",
      "long-line.txt",
      "pipe.txt",
    ]) {
      const note = notes.find(({ origin }) => origin.includes(name));
      expect(note?.message, name).toMatch(/\w{3}/);
    }
    const origins: string[] = attributes.articles.map(({ origin }: { origin: string }) => origin);
    expect(origins.filter((origin) => /mixed\.jsonl/.test(origin))).not.toHaveLength(0);
    expect(JSON.stringify(attributes.articles)).toContain("Paris");
  }, 120_000);

  it("ends with 1 and a sentence when there is no article at all", () => {
    const { status, stderr } = dramatis("build", file("empty.txt"), "-o", file("none.json"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/no article/i);
  });

  it.each([
    [["build", "/no/such/folder", "-o", "x.json"], /\/no\/such\/folder/],
    [["build", "x", "-o", "y.json", "--colour"], /unknown option/],
    [["bild", "x"], /unknown command/],
    [["build", "-o", "x.json"], /missing required argument/],
    [["export", "/no/such/graph.json", "-f", "gexf"], /graph\.json/],
  ])("ends with 2 and says what is wrong: %j", (args, message) => {
    const { status, stderr } = dramatis(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
    expect(status).toBe(2);
  });
});
