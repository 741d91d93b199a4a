/**
 * The code that results of a stage hang on, as a hash: a changed rule redoes what was made by it, and no other stage. When
 * the program is built (`vite.program.ts`) this file is replaced by what it finds in the sources.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow } from "./files-below.ts";

export interface StageVersions {
  readonly article: string;
  readonly analysis: string;
}

/** Folders of the program. */
export const STAGE_CODE: Readonly<Record<keyof StageVersions, readonly string[]>> = {
  article: ["article", "text", "lexicon"],
  analysis: ["analysis", "text", "lexicon"],
};

export function codeVersions(): StageVersions {
  const sources = join(dirname(fileURLToPath(import.meta.url)), "..");
  const version = (folders: readonly string[]): string => {
    const hash = createHash("sha256");
    for (const folder of folders) {
      for (const name of filesBelow(join(sources, folder))) {
        hash.update(name).update("\0");
        hash.update(readFileSync(join(sources, folder, name)));
      }
    }
    return hash.digest("hex");
  };
  return { article: version(STAGE_CODE.article), analysis: version(STAGE_CODE.analysis) };
}
