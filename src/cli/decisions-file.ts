/** The user's file of decisions on the disk. */
import { appendFile, readFile } from "node:fs/promises";
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
