/** Makes `map.js`, `tools.js` and `formats.js`, scripts of their own that need no other file, when the viewer is built. */
import { join } from "node:path";
import { build, type Plugin } from "vite";

const NAMES = ["map", "tools", "formats"];

export function scriptsPlugin(root: string): Plugin {
  return {
    name: "scripts-on-demand",
    apply: "build",
    async generateBundle() {
      for (const name of NAMES) {
        this.emitFile({ type: "asset", fileName: `${name}.js`, source: await bundle(root, name) });
      }
    },
  };
}

async function bundle(root: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    root,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: join(root, "web/on-demand", `${name}.ts`),
        output: { codeSplitting: false, entryFileNames: `${name}.js` },
      },
    },
  });
  if (!("output" in made)) throw new Error(`${name}.js: expected one output of vite`);
  return made.output[0].code;
}
