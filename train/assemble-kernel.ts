/** `npm run kernel`: compiles `src/analysis/kernel/kernel.wat` and writes the code beside it, as a module to import. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import wabt from "wabt";
import { dataFolder } from "../src/lexicon/node-data.ts";

const LINE = 94;

/** The text of `kernel-code.ts`. */
export async function assembleKernel(wat: string): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat("kernel.wat", wat, { simd: true });
  const code = Buffer.from(module.toBinary({}).buffer).toString("base64");
  const lines = code.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return [
    "/** `kernel.wat` compiled, in base64; `npm run kernel` makes it. */",
    "export const KERNEL_CODE =",
    `${lines.map((line) => `  "${line}"`).join(" +\n")};\n`,
  ].join("\n");
}

export function kernelFolder(): string {
  return join(dataFolder(), "../src/analysis/kernel");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = kernelFolder();
  const wat = readFileSync(join(folder, "kernel.wat"), "utf8");
  writeFileSync(join(folder, "kernel-code.ts"), await assembleKernel(wat));
}
