/**
 * The folder of gold data as the suites see it. Suites name the development files (`plover-dev.jsonl`); a folder given
 * with `--data` may hold another half of the same sets under other endings (`plover-test.jsonl`, `plover.jsonl`). Such a
 * folder is seen through links with the names that the suites know.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Suite } from "./evals/suite.ts";

/** Returns a folder in which the files of the suites can be found by name, as far as they are there at all. */
export function goldFolder(given: string, shared: string, suites: readonly Suite[]): string {
  const folder = resolve(given);
  const files = [...new Set(suites.flatMap((suite) => suite.files))];
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const renamed = files.filter((file) => !existsSync(join(folder, file)));
  if (renamed.length === 0 || folder === join(shared, "gold")) return folder;

  const view = mkdtempSync(join(tmpdir(), "dramatis-gold-"));
  const gold = join(view, "gold");
  mkdirSync(gold);
  for (const file of present) symlinkSync(join(folder, file), join(gold, file));
  for (const sibling of existsSync(shared) ? readdirSync(shared) : []) {
    if (sibling !== "gold") symlinkSync(join(shared, sibling), join(view, sibling));
  }
  for (const file of renamed) {
    if (file.startsWith("..")) continue;
    const other = present.find((name) => stem(name) === stem(basename(file)));
    if (other !== undefined) symlinkSync(join(folder, other), join(gold, file));
  }
  return gold;
}

/** `plover-dev.jsonl` and `plover-test.jsonl` are both `plover.jsonl`. */
function stem(name: string): string {
  return name.replace(/-(?:dev|test|eval|heldout|held-out|hidden)(?=\.|$)/, "");
}
