/**
 * Memory and CPU for a WARC file of 1 GB that is written for the test: pages of seeded prose, one gzip member each, as
 * crawlers write them, read in a child process. `node .tools/bench/warc-memory.js [megabytes] [--articles]`: by default
 * the pages are only read; with `--articles` they become articles, too.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createArticleReader } from "../src/article/index.ts";
import { nodeData } from "../src/lexicon/node-data.ts";
import { read } from "../src/sources/index.ts";
import { seeded } from "../train/article/boosting.ts";

async function main(): Promise<void> {
  if (process.argv[2] === "--child") {
    await readAll(process.argv[3]!, process.argv.includes("--articles"));
    return;
  }
  const megabytes = Number(process.argv[2] ?? 1000);
  const folder = mkdtempSync(join(tmpdir(), "warc-"));
  try {
    const file = join(folder, "bench.warc.gz");
    writeArchive(file, megabytes * 1e6);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), "--child", file, ...process.argv.slice(3)],
      { encoding: "utf8" },
    );
    console.log(stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readAll(file: string, toArticles: boolean): Promise<void> {
  const toArticle = createArticleReader(nodeData());
  const start = process.cpuUsage();
  let [pages, articles, notes, characters] = [0, 0, 0, 0];
  for await (const item of read([file])) {
    if ("note" in item) notes++;
    else {
      pages++;
      characters += item.page.content.length;
      if (toArticles && toArticle(item.page).article !== undefined) articles++;
    }
  }
  const { user } = process.cpuUsage(start);
  console.log(
    `${pages} pages, ${(characters / 1e6).toFixed(0)} million characters, ${articles} articles, ${notes} notes: ${(user / 1e6).toFixed(1)} s CPU, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

/** Pages are written until the archive has `size` bytes; random letters do not compress to nothing. */
function writeArchive(file: string, size: number): void {
  const random = seeded(11);
  const word = (): string => {
    const letters = 2 + Math.floor(random() * 9);
    return Array.from({ length: letters }, () => LETTERS[Math.floor(random() * 26)]).join("");
  };
  const words = Array.from({ length: 50_000 }, word);
  const sentence = (): string =>
    `${Array.from({ length: 20 }, () => words[Math.floor(random() * words.length)]).join(" ")}.`;
  const noise = (): string =>
    Buffer.from(Array.from({ length: 30_000 }, () => random() * 256)).toString("base64");
  const members = Array.from({ length: DISTINCT }, (_, number) => {
    const paragraphs = Array.from(
      { length: 25 },
      () => `<p>The ${sentence()} The ${sentence()}</p>`,
    );
    // What makes pages large: scripts and pictures in the page.
    const html = `<!doctype html><html lang="en"><head><title>Story ${number}</title><script>var a="${noise()}"</script></head><body><article><h1>Story ${number}</h1>${paragraphs.join("")}</article></body></html>`;
    const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
    const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/${number}\r\nWARC-Date: 2023-03-08T04:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(response)}\r\n\r\n${response}\r\n\r\n`;
    return gzipSync(record, { level: 1 });
  });
  const output = openSync(file, "w");
  for (let written = 0, i = 0; written < size; i++)
    written += writeSync(output, members[i % DISTINCT]!);
  closeSync(output);
}

/** Pages that are made; the archive repeats them. */
const DISTINCT = 500;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

await main();
