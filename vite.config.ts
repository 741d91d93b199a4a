/**
 * Builds the viewer into `dist/web`: one `index.html`, one script, one style sheet, and beside them only what is fetched on demand
 * (`map.js` and `world.json`, the map and its outlines; `tools.js`, the dialogs; `formats.js`). Names carry no hash, so that the export to a single HTML file finds the parts without asking a manifest:
 *
 *     map.js, tools.js, formats.js  ->  inline as modules before viewer.js
 *     index.html   ->  the page; put `<script type="application/json" id="graph">` with the graph into it, and `id="world"` with the outlines
 *     viewer.js    ->  inline in place of `<script type="module" src="./viewer.js">`
 *     viewer.css   ->  inline in place of `<link rel="stylesheet" href="./viewer.css">`
 *
 * In inlined JSON `<` is to be written as `\u003c`. The viewer looks for the inlined parts first and asks the server only without them.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { worldPlugin } from "./web/map/world-plugin.ts";
import { scriptsPlugin } from "./web/on-demand/scripts-plugin.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: "web",
  base: "./",
  plugins: [worldPlugin(root), scriptsPlugin(root)],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: "viewer.js",
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith(".css")) ? "viewer.css" : "[name][extname]",
      },
    },
  },
});
