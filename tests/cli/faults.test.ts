/** Disks that are full or read-only, damaged files, other writers: one sentence, exit code 2, and what was there stays as it was. */
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dramatis } from "./fake-io.ts";

const project = join(import.meta.dirname, "..", "..");
const program = join(project, "dist", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "dramatis-faults-"));
const disk = join(folder, "disk");
const at = (name: string): string => join(folder, name);
const bytes = (name: string): Buffer => readFileSync(at(name));

/** A disk of its own, which takes a right that not everybody has. */
function canMount(): boolean {
  mkdirSync(disk);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", disk]);
  if (status !== 0)
    console.log("no disk can be mounted here: full and read-only disks were not tried");
  return status === 0;
}

const hasDisk = canMount();
const remount = (how: string): void => {
  expect(spawnSync("mount", ["-o", `remount,${how}`, disk]).status).toBe(0);
};

beforeAll(async () => {
  for (const name of ["base", "more"]) mkdirSync(at(name));
  const article = (i: number): string =>
    JSON.stringify({
      title: `Leaders meet in Moscow, part ${i}`,
      text: `Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Tuesday for talk number ${i}. ${`They had dinner ${i} times and spoke about gas and grain. `.repeat(20)}`,
      date: "2023-03-21",
      outlet: `Sample Herald ${i}`,
    });
  writeFileSync(at("base/first.jsonl"), article(0));
  writeFileSync(
    at("more/second.jsonl"),
    Array.from({ length: 60 }, (_, i) => article(i + 1)).join("\n"),
  );
  await dramatis(["build", at("base"), "-o", at("good.json")]);
  for (const name of ["good.db", "good.gexf", "good.graphml"]) {
    const made = await dramatis(["export", at("good.json"), "-o", at(name)]);
    if (name.endsWith(".db") || made.code !== 0)
      await dramatis(["build", at("base"), "-o", at(name)]);
  }
});
afterAll(() => {
  if (hasDisk) spawnSync("umount", [disk]);
  rmSync(folder, { recursive: true, force: true });
});

const expectOneSentence = (err: string, message: RegExp): void => {
  expect(err.trim().split("\n")).toEqual([expect.stringMatching(message)]);
};

describe("a damaged graph is turned down", () => {
  const damaged: readonly (readonly [string, () => Buffer, RegExp])[] = [
    [
      "newer.json",
      () => Buffer.from(bytes("good.json").toString().replace('"format":1', '"format":9')),
      /format version 9/,
    ],
    ["cut.json", () => bytes("good.json").subarray(0, 5000), /not a graph: expected JSON/],
    ["words.json", () => Buffer.from("Xi met Putin."), /not a graph/],
    ["nothing.json", () => Buffer.alloc(0), /not a graph/],
    ["list.json", () => Buffer.from("[1, 2]"), /not a graph/],
    ["zeros.json", () => Buffer.alloc(3000), /not a graph/],
    ["cut.gexf", () => bytes("good.gexf").subarray(0, 5000), /gexf|GEXF|XML/],
    ["cut.graphml", () => bytes("good.graphml").subarray(0, 5000), /graphml|GraphML|XML/],
    ["page.xml", () => Buffer.from("<html><body>news</body></html>"), /not a GEXF file/],
    ["cut.json.gz", () => gzipSync(bytes("good.json")).subarray(0, 1000), /cannot be read/],
    ["cut.db", () => bytes("good.db").subarray(0, 30_000), /is cut off/],
    [
      "older.db",
      () => withVersion(3),
      /store version 3, this program uses version \d+: build it again/,
    ],
    ["newer.db", () => withVersion(99), /store version 99/],
    ["scratched.db", scratched, /damaged/],
    ["foreign.db", notUtf8, /the database is damaged \(a text is not UTF-8\)/],
    ["other-tables.db", withTrigger, /its tables are not those of a store/],
  ];
  test.each(damaged)("%s", async (name, make, message) => {
    const content = make();
    writeFileSync(at(name), content);
    for (const args of [
      ["query", at(name), "top"],
      ["export", at(name), "-f", "gexf"],
      ["report", at(name)],
      ["diff", at("good.json"), at(name)],
    ]) {
      const { code, err, out } = await dramatis(args);
      expect([args[0], code, out]).toEqual([args[0], 2, ""]);
      expectOneSentence(err, message);
    }
    expect(bytes(name).equals(content)).toBe(true);
  });

  function withVersion(version: number): Buffer {
    const content = bytes("good.db");
    content.writeUInt32BE(version, 60);
    return content;
  }

  /** Whole for SQLite, but for the driver a reason to end the process. */
  function notUtf8(): Buffer {
    return changed("UPDATE node_rows SET name = CAST(x'58ff69' AS TEXT)");
  }

  function withTrigger(): Buffer {
    return changed(
      "CREATE TRIGGER t AFTER INSERT ON analyses BEGIN DELETE FROM analyses WHERE article <> new.article; END",
    );
  }

  function changed(sql: string): Buffer {
    copyFileSync(at("good.db"), at("changed.db"));
    const database = new Database(at("changed.db"));
    database.exec(sql);
    database.close();
    return bytes("changed.db");
  }

  /** All but the head is overwritten. */
  function scratched(): Buffer {
    const content = bytes("good.db");
    return content.fill(0x55, 100);
  }
});

describe.skipIf(!hasDisk)("a full disk", () => {
  const leftovers = (): string[] => readdirSync(disk).filter((name) => name.startsWith("."));
  const fill = (): void => {
    const { status } = spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "ballast")}`, "bs=1k"]);
    expect(status).not.toBe(0);
  };
  const free = (): void => {
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  };

  test.each(["graph.json", "graph.gexf", "graph.db", "graph.html"])("keeps the old %s", (name) => {
    free();
    writeFileSync(join(disk, name), "the old one");
    fill();
    const { status, stderr } = run(
      "build",
      at("base"),
      "-o",
      join(disk, name),
      "--quiet",
      "--no-cache",
    );
    expect(status).toBe(2);
    expectOneSentence(stderr, /the disk is full/);
    expect(readFileSync(join(disk, name), "utf8")).toBe("the old one");
    expect(leftovers()).toEqual([]);
  });

  test("ends an addition; the store is as it was, or further, and the next run goes on", async () => {
    free();
    copyFileSync(at("good.db"), join(disk, "graph.db"));
    const { status, stderr } = run(
      "add",
      join(disk, "graph.db"),
      at("more"),
      "--quiet",
      "--no-cache",
    );
    expect(status).toBe(2);
    expectOneSentence(stderr, /the disk is full/);
    expect(run("query", join(disk, "graph.db"), "top").status).toBe(0);
    for (const end of ["", "-wal"]) {
      if (existsSync(join(disk, `graph.db${end}`)))
        copyFileSync(join(disk, `graph.db${end}`), at(`saved.db${end}`));
    }
    expect((await dramatis(["verify", at("saved.db")])).out).toContain(" 0 faults");
    expect(run("add", at("saved.db"), at("more"), "--no-cache").status).toBe(0);
    expect((await dramatis(["verify", at("saved.db")])).out).toContain(" 0 faults");
  });
});

describe.skipIf(!hasDisk)("a disk that is read-only", () => {
  test.each([
    ["build", at("base"), "-o", join(disk, "new.json")],
    ["build", at("base"), "-o", join(disk, "new.db")],
    ["export", at("good.json"), "-o", join(disk, "new.gexf")],
    ["add", join(disk, "graph.db"), at("more")],
    ["remove", join(disk, "graph.db"), "Sample Herald 0"],
  ])("dramatis %s", async (...args) => {
    remount("rw");
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    copyFileSync(at("good.db"), join(disk, "graph.db"));
    remount("ro");
    const { status, stderr } = run(...args, "--quiet");
    expect(status).toBe(2);
    expectOneSentence(stderr, /read-only/);
    expect(readdirSync(disk)).toEqual(["graph.db"]);
    // Reading needs no right to write.
    expect(run("query", join(disk, "graph.db"), "top").status).toBe(0);
  });
});

test("a file that may not grow larger is told of", () => {
  const limited = 'trap "" XFSZ; ulimit -f 8; exec "$@"';
  for (const name of ["large.json", "large.db"]) {
    const { status, stderr } = spawnSync(
      "sh",
      [
        "-c",
        limited,
        "sh",
        process.execPath,
        program,
        "build",
        at("base"),
        "-o",
        at(name),
        "--quiet",
        "--no-cache",
      ],
      { encoding: "utf8" },
    );
    expect(status).toBe(2);
    expectOneSentence(stderr, /larger than is allowed|cannot be written to/);
    expect(existsSync(at(name))).toBe(false);
  }
});

describe("two programs on one store", () => {
  test("who waits for another writer in vain is told so; readers go on", async () => {
    copyFileSync(at("good.db"), at("busy.db"));
    const other = new Database(at("busy.db"));
    other.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; DELETE FROM notes;");
    expect((await dramatis(["query", at("busy.db"), "top"])).code).toBe(0);
    const { code, err } = await dramatis(["add", at("busy.db"), at("more"), "--quiet"]);
    other.exec("ROLLBACK");
    other.close();
    expect(code).toBe(2);
    expectOneSentence(err, /another program is writing to it: try again/);
  }, 60_000);

  test("two additions at once leave the graph of all articles", async () => {
    copyFileSync(at("good.db"), at("shared.db"));
    const article = (name: string): string =>
      JSON.stringify({
        title: `${name} visits Paris`,
        text: `${name} met French President Emmanuel Macron in Paris on Monday, officials said. The two leaders spoke for an hour about grain.`,
        date: "2023-04-03",
      });
    for (const [file, who] of [
      ["one", "German Chancellor Olaf Scholz"],
      ["two", "Italian Prime Minister Giorgia Meloni"],
    ] as const) {
      writeFileSync(at(`${file}.jsonl`), article(who));
    }
    const codes = await Promise.all(
      ["one", "two"].map((name) =>
        ended("add", at("shared.db"), at(`${name}.jsonl`), "--no-cache"),
      ),
    );
    expect(codes).toEqual([0, 0]);
    expect((await dramatis(["verify", at("shared.db")])).out).toContain(" 0 faults");
    await dramatis([
      "build",
      at("base"),
      at("one.jsonl"),
      at("two.jsonl"),
      "-o",
      at("together.json"),
    ]);
    expect((await dramatis(["export", at("shared.db"), "-f", "json"])).out).toBe(
      readFileSync(at("together.json"), "utf8"),
    );
  }, 60_000);
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
}

function ended(...args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  return new Promise((resolve) => child.on("exit", resolve));
}
