/**
 * What a cached result hangs on besides the content: the code of its stage, and the tables and models that the
 * stage reads. A changed rule, table or model redoes the stages that use it, and no other. A test holds these lists
 * against what the stages really read.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../lexicon/node-data.ts";
import { codeVersions, type StageVersions } from "./code-versions.ts";
import { filesBelow } from "./files-below.ts";

export type { StageVersions } from "./code-versions.ts";

const ARTICLE_DATA = /^(?:article\/|models\/(?:lines|dump)-)/;
const LATER_DATA = /^(?:sample|schema|en\/linking)\/|\.md$/;

/** By the name of a file below `data/`. */
export const READS_DATA: Readonly<Record<keyof StageVersions, (name: string) => boolean>> = {
  article: (name) => ARTICLE_DATA.test(name),
  analysis: (name) => !ARTICLE_DATA.test(name) && !LATER_DATA.test(name),
};

/** Of the package as it stands on the disk. */
export function stageVersions(): StageVersions {
  const code = codeVersions();
  const data = dataFolder();
  const names = filesBelow(data);
  const version = (stage: keyof StageVersions): string => {
    const hash = createHash("sha256").update(code[stage]);
    for (const name of names.filter(READS_DATA[stage])) {
      hash
        .update(name)
        .update("\0")
        .update(markOf(join(data, name)));
    }
    return hash.digest("hex").slice(0, 16);
  };
  return { article: version("article"), analysis: version("analysis") };
}

/**
 * All of a table; of a model its size and every 32nd block: training changes weights all over, and to read and hash 17 MB
 * would cost every start 30 ms.
 */
function markOf(path: string): Uint8Array {
  if (!path.endsWith(".bin")) return readFileSync(path);
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const blocks = Math.ceil(size / (BLOCK * EVERY));
    const mark = new Uint8Array(BLOCK * (blocks + 1));
    for (let i = 0; i < blocks; i++) readSync(file, mark, i * BLOCK, BLOCK, i * BLOCK * EVERY);
    new DataView(mark.buffer).setFloat64(blocks * BLOCK, size);
    return mark;
  } finally {
    closeSync(file);
  }
}

const BLOCK = 4096;
const EVERY = 32;
