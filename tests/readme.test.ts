/** Runs the examples of the README as a reader would: in a folder with some news and the package installed. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "..");
const program = join(project, "dist", "cli", "main.js");
const blocks = [
  ...readFileSync(join(project, "README.md"), "utf8").matchAll(/```(sh|js)\n([\s\S]*?)```/g),
].map(([, language, code]) => ({ language: language!, code: code! }));
let folder = "";

const run = (file: string, args: readonly string[]) =>
  execFileSync(file, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-readme-"));
  cpSync(join(project, "data", "sample"), join(folder, "news"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(project, join(folder, "node_modules", "dramatis"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the examples of the README", () => {
  it("find the program built", () => {
    expect(existsSync(program), "run npm run build first").toBe(true);
  });

  const commands = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => code.trim().split("\n"))
    .filter((line) => line.startsWith("npx dramatis"));

  it("are at least five", () => {
    expect(
      commands.length + blocks.filter(({ language }) => language === "js").length,
    ).toBeGreaterThan(5);
  });

  it.each(commands.filter((line) => !line.includes(" serve ")))("%s", (line) => {
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain!,
    );
    const output = run(process.execPath, [program, ...args.slice(2)]);
    const target = args[args.indexOf("-o") + 1]!;
    if (args.includes("-o"))
      expect(readFileSync(join(folder, target), "utf8")).toContain("Xi Jinping");
    else expect(output.length).toBeGreaterThan(20);
  });

  it.each(blocks.filter(({ language }) => language === "js").map(({ code }) => code))(
    "%s",
    (code) => {
      writeFileSync(join(folder, "example.mjs"), code);
      expect(run(process.execPath, ["example.mjs"])).toMatch(/Putin/);
    },
  );
});
