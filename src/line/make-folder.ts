/**
 * A folder and those that it lies in. `mkdirSync` with `recursive` never comes back where a file system says that there is no such folder though the one around it is
 * there, as /proc does (Node 20 asks for the one around it again and again).
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    const around = dirname(path);
    if (code !== "ENOENT" || around === path || existsSync(around)) throw error;
    makeFolder(around);
    makeFolder(path);
  }
}
