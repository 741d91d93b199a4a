/** What a reader has to load: script, style sheet and page, without the outlines of the map. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../dist/web");
const isBuilt = existsSync(join(folder, "viewer.js"));
if (!isBuilt) console.log("the size of the viewer is not tested: npm run build:viewer first");
const MOST_KB = 110;

describe.skipIf(!isBuilt)("the built viewer", () => {
  it("is small, and is one script and one style sheet that name nobody else", () => {
    const files = ["index.html", "viewer.js", "viewer.css"].map((name) =>
      readFileSync(join(folder, name)),
    );
    const sizes = files.map((file) => gzipSync(file, { level: 9 }).length / 1000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_KB);
    const page = files[0]!.toString();
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script(?![^>]*src)|style="|onload=/);
    expect(files[2]!.toString()).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
  });
});
