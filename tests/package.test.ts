/**
 * The package as users get it: packed, unpacked into an empty project, found by TypeScript under both kinds of module resolution, run. Its
 * dependencies are those of this checkout, so that nothing is downloaded.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "..");
const MEGABYTE = 1e6;

interface Locked {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages: locked } = JSON.parse(
  readFileSync(join(project, "package-lock.json"), "utf8"),
) as { packages: Readonly<Record<string, Locked>> };

/** Folders of the run-time dependencies of all systems; not all are installed on this one. */
function neededPackages(): string[] {
  return Object.keys(locked).filter((path) => path !== "" && locked[path]!.dev !== true);
}

let folder = "";
let unpacked = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-package-"));
  const options = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(
    execFileSync("npm", options, { cwd: project, encoding: "utf8" }),
  ) as [{ filename: string }];
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(project, "node_modules"))) {
    if (!name.startsWith("."))
      symlinkSync(join(project, "node_modules", name), join(modules, name));
  }
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", modules]);
  unpacked = join(modules, "dramatis");
  rmSync(unpacked, { force: true, recursive: true });
  execFileSync("mv", [join(modules, "package"), unpacked]);
  writeFileSync(join(folder, "package.json"), '{ "name": "user", "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  test("has no mistakes that publint knows", async () => {
    const { messages } = await publint({ pkgDir: project, pack: "npm", level: "warning" });
    expect(messages).toEqual([]);
  });

  test("neither it nor what it needs runs a script when it is installed", () => {
    const needed = neededPackages();
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter((path) => locked[path]!.hasInstallScript === true)).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"));
    for (const name of ["preinstall", "install", "postinstall", "prepare"])
      expect(scripts[name]).toBeUndefined();
  });

  test("holds the program, the tables and the models, and nothing else", () => {
    expect(readdirSync(unpacked).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "data",
      "dist",
      "package.json",
    ]);
    expect(bytesOf(unpacked)).toBeLessThan(22 * MEGABYTE);
  });

  test("is installed in 60 MB, with all that it needs at run time", () => {
    const needed = neededPackages().filter((path) => existsSync(join(project, path)));
    const sizes = needed.map((path) => bytesOf(join(project, path), "node_modules"));
    const all = sizes.reduce((sum, size) => sum + size, bytesOf(unpacked));
    expect(needed.length).toBeGreaterThan(20);
    expect(all).toBeLessThan(60 * MEGABYTE);
  });

  test("its command runs", () => {
    const text =
      "French Foreign Minister Anne Durand met her counterpart Kenji Ito in Tokyo on Tuesday, officials said.";
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(unpacked, "dist", "cli", "main.js"), "analyze", "-"],
      {
        cwd: folder,
        input: text,
        encoding: "utf8",
      },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).events[0].act).toBe("CONSULT");
  });

  test("is imported by a program", () => {
    const program =
      'import { build } from "dramatis"; import { analyze } from "dramatis/language"; import { openStore } from "dramatis/store"; console.log(typeof build, typeof openStore, analyze("Xi met Putin in Moscow.").events[0].act);';
    writeFileSync(join(folder, "user.mjs"), program);
    expect(execFileSync(process.execPath, ["user.mjs"], { cwd: folder, encoding: "utf8" })).toBe(
      "function function CONSULT\n",
    );
  });

  test("its language engine reaches nothing of Node", () => {
    const reached = new Set([join(unpacked, "dist", "language.js")]);
    const strangers: string[] = [];
    for (const file of reached) {
      const imported = /^(?:import|export)\b[^"\n]{0,2000}"([^"\n]{1,200})";$/gm;
      for (const [, to] of readFileSync(file, "utf8").matchAll(imported)) {
        if (to!.startsWith(".")) reached.add(resolve(file, "..", to!));
        else strangers.push(`${file} imports ${to}`);
      }
    }
    expect(reached.size).toBeGreaterThan(2);
    expect(strangers).toEqual([]);
  });

  test.each([
    ["bundler", "preserve"],
    ["nodenext", "nodenext"],
  ])("has types under %s", (moduleResolution, module) => {
    writeFileSync(
      join(folder, "user.ts"),
      `import { build, createQuery } from "dramatis";
import { analyze, createAnalyzer } from "dramatis/language";
import { openStore } from "dramatis/store";
const people: string[] = openStore("graph.db").top({ kinds: ["person"] }).map(({ name }) => name);
const acts: string[] = analyze("Xi met Putin.").events.map(({ act }) => act);
const graph = await build(["news/"]);
const names: string[] = createQuery(graph).neighbors("Xi Jinping", { depth: 2 }).nodes.map(({ name }) => name);
// @ts-expect-error there is no such option
await build(["news/"], { colour: true });
export { acts, names, people, createAnalyzer };
`,
    );
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2023",
      "--module",
      module,
      "--moduleResolution",
      moduleResolution,
      "--types",
      "node",
      "user.ts",
    ];
    const { stdout, status } = spawnSync(join(project, "node_modules", ".bin", "tsc"), options, {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});

/** Of a file, or of all in a folder but what lies below `except`. */
function bytesOf(path: string, except = ""): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  const names = readdirSync(path).filter((name) => name !== except);
  return names.reduce((sum, name) => sum + bytesOf(join(path, name), except), 0);
}
