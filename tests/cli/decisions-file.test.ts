/** The user's file of decisions on the disk, as the server changes it. */
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { appendDecisions, readDecisions, replaceDecisions } from "../../src/cli/decisions-file.ts";

const folder = mkdtempSync(join(tmpdir(), "decisions-"));
const path = join(folder, "decisions.txt");
afterAll(() => rmSync(folder, { recursive: true }));

describe("the file of decisions", () => {
  beforeEach(() => writeFileSync(path, "same A = B"));

  test("keeps what stands there when lines are added", async () => {
    await appendDecisions(path, ["same C = D"]);
    expect(await readDecisions(path)).toBe("same A = B\nsame C = D\n");
  });

  test("is replaced whole, and nothing is left beside it", async () => {
    expect(await replaceDecisions(path, "same A = B", "")).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("");
    expect(readdirSync(folder)).toEqual(["decisions.txt"]);
  });

  test("stays as it is when somebody else has written meanwhile", async () => {
    expect(await replaceDecisions(path, "", "same X = Y")).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("same A = B");
    expect(readdirSync(folder)).toEqual(["decisions.txt"]);
  });

  test("may be a link: what it leads to is written", async () => {
    const link = join(folder, "link.txt");
    symlinkSync(path, link);
    expect(await replaceDecisions(link, "same A = B", "same C = D\n")).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("same C = D\n");
    rmSync(link);
  });
});
