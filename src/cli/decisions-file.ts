/** The user's file of decisions on the disk. */
import { appendFile, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { CommandError } from "./io.ts";

/** Empty when there is no such file yet. */
export async function readDecisions(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "";
    throw new CommandError(`cannot read ${path}: ${message}`);
  }
}

/** What stands there stays as it is, also when it lacks its last line feed. */
export async function appendDecisions(path: string, lines: readonly string[]): Promise<void> {
  const before = await readDecisions(path);
  const start = before === "" || before.endsWith("\n") ? "" : "\n";
  await appendFile(path, `${start}${lines.join("\n")}\n`);
}

/** Beside, then in its place, so that no reader ever sees half of it. `false` when something else stands there by now. */
export async function replaceDecisions(
  path: string,
  before: string,
  text: string,
): Promise<boolean> {
  const target = await realpath(path);
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, text, { mode: (await stat(target)).mode });
    if ((await readDecisions(target)) !== before) return false;
    await rename(beside, target);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}
