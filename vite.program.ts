/**
 * Builds the program into `dist`: one file for each part that is loaded by itself (a command, a format, a reader), where
 * the sources have some 500. Node spends half a millisecond on finding, opening and compiling a module: one article from a
 * cold start costs .60 s of CPU so, .89 s with a file for each source. Packages stay outside.
 * The declarations are written by `tsc -p tsconfig.build.json`.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { codeVersions } from "./src/line/code-versions.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = join(root, "dist");

/** What an earlier build left; the viewer stays. */
function emptied(): Plugin {
  return {
    name: "emptied",
    buildStart() {
      if (!existsSync(dist)) return;
      for (const name of readdirSync(dist, { encoding: "utf8" })) {
        if (name !== "web") rmSync(join(dist, name), { recursive: true });
      }
    },
  };
}

/** The sources are not in the package: their hash is. */
function fixedCodeVersions(): Plugin {
  return {
    name: "fixed-code-versions",
    load(id) {
      if (!id.endsWith("/src/line/code-versions.ts")) return null;
      return `export const codeVersions = () => (${JSON.stringify(codeVersions())});`;
    },
  };
}

export default defineConfig({
  root,
  publicDir: false,
  plugins: [emptied(), fixedCodeVersions()],
  build: {
    ssr: true,
    outDir: dist,
    emptyOutDir: false,
    target: "es2023",
    minify: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        index: "src/index.ts",
        language: "src/language.ts",
        "language-node": "src/language-node.ts",
        "graph/index": "src/graph/index.ts",
        "store/index": "src/store/index.ts",
        "cli/main": "src/cli/main.ts",
        // Beside the part that starts it.
        "parts/worker": "src/line/worker.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "parts/[name].js" },
    },
  },
});
