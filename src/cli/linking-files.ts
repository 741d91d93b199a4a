/** The user's files for linking: decisions and identifiers. */
import { readFile } from "node:fs/promises";
import { CommandError } from "./io.ts";

export interface LinkingFiles {
  readonly decisions?: string;
  readonly identifiers?: string;
}

export async function readLinkingFiles(paths: {
  readonly decisions?: string;
  readonly ids?: string;
}): Promise<LinkingFiles> {
  const { decisions, ids } = paths;
  return {
    ...(decisions !== undefined ? { decisions: await readText(decisions) } : {}),
    ...(ids !== undefined ? { identifiers: await readText(ids) } : {}),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CommandError(`there is no file ${path}`);
    throw new CommandError(`cannot read ${path}: ${message}`);
  }
}
