/**
 * What a cached result hangs on besides the content: the code of its stage, and the tables and models that the
 * stage reads. A changed rule, table or model redoes the stages that use it, and no other. A test holds these lists
 * against what the stages really read.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "../lexicon/node-data.ts";

export interface StageVersions {
  readonly article: string;
  readonly analysis: string;
}

interface StageParts {
  /** Folders of the program. */
  readonly code: readonly string[];
  readonly readsData: (name: string) => boolean;
}

const ARTICLE_DATA = /^(?:article\/|models\/(?:lines|dump)-)/;
const LATER_DATA = /^(?:sample|schema|en\/linking)\/|\.md$/;

export const STAGE_PARTS: Readonly<Record<keyof StageVersions, StageParts>> = {
  article: {
    code: ["article", "text", "lexicon"],
    readsData: (name) => ARTICLE_DATA.test(name),
  },
  analysis: {
    code: ["analysis", "text", "lexicon"],
    readsData: (name) => !ARTICLE_DATA.test(name) && !LATER_DATA.test(name),
  },
};

/** Of the package as it stands on the disk. */
export function stageVersions(): StageVersions {
  const program = join(dirname(fileURLToPath(import.meta.url)), "..");
  const data = dataFolder();
  const version = ({ code, readsData }: StageParts): string => {
    const hash = createHash("sha256");
    for (const folder of code) addFiles(hash, join(program, folder), (name) => CODE.test(name));
    addFiles(hash, data, readsData);
    return hash.digest("hex").slice(0, 16);
  };
  return { article: version(STAGE_PARTS.article), analysis: version(STAGE_PARTS.analysis) };
}

/** Built JavaScript, or the sources; no declarations. */
const CODE = /(?<!\.d)\.[jt]s$/;

function addFiles(
  hash: ReturnType<typeof createHash>,
  folder: string,
  isWanted: (name: string) => boolean,
): void {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  for (const name of names.filter(isWanted).sort()) {
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(folder, name)));
  }
}
