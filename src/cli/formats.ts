/**
 * Which format a call asks for, and the graph written in it: a file, a folder, a zip or a set of files beside
 * each other.
 */
import { basename, dirname, join } from "node:path";
import {
  FORMATS,
  type Format,
  formatForPath,
  formatNamed,
  type OutputFile,
  type WriteOptions,
} from "../formats/index.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import { viewerTexts } from "../server/viewer-files.ts";
import { CommandError, type Io } from "./io.ts";
import { writeFileAtomically, writeFolderAtomically } from "./output.ts";

const CSV = ".csv";

export function chooseFormat(path: string | undefined, name: string | undefined): Format {
  if (name !== undefined) {
    const format = formatNamed(name);
    if (format === undefined) {
      throw new CommandError(`unknown format "${name}": known are ${formatNames()}`);
    }
    return format;
  }
  const format = path === undefined ? undefined : formatForPath(path);
  if (format === undefined) {
    const where = path === undefined || path === "-" ? "standard output" : `the file name ${path}`;
    throw new CommandError(
      `no format is known for ${where}: add --format with one of ${formatNames()}`,
    );
  }
  return format;
}

/** `-` is standard output. Returns what was written: a file, a folder, or files beside each other. */
export async function saveGraph(
  graph: NewsGraph,
  path: string,
  format: Format,
  io: Io,
  options: WriteOptions = {},
): Promise<readonly string[]> {
  if (path === "-") {
    await printGraph(graph, format, io, options);
    return [path];
  }
  if (format.shape === "file") {
    await writeFileAtomically(path, format.write(graph, { ...options, viewer: viewerTexts }));
    return [path];
  }
  if (path.toLowerCase().endsWith(".zip")) {
    const { zipFiles } = await import("../formats/zip.ts");
    await writeFileAtomically(path, [zipFiles(format.files(graph, options))]);
    return [path];
  }
  const files = format.files(graph, options);
  // Nobody means a folder by `graph.csv`.
  if (format.name === "csv" && path.toLowerCase().endsWith(CSV))
    return writeBeside(path.slice(0, -CSV.length), files);
  await writeFolderAtomically(path, files);
  return [path];
}

export async function printGraph(
  graph: NewsGraph,
  format: Format,
  io: Io,
  options: WriteOptions = {},
): Promise<void> {
  if (format.shape === "folder") {
    throw new CommandError(`${format.name} is several files: name a folder with --output`);
  }
  for (const chunk of format.write(graph, { ...options, viewer: viewerTexts })) {
    await io.write(chunk);
  }
}

/** `graph.csv` asks for `graph-nodes.csv`, `graph-edges.csv` and so on. */
async function writeBeside(stem: string, files: Iterable<OutputFile>): Promise<string[]> {
  const written: string[] = [];
  for (const { path, chunks } of files) {
    const file = join(dirname(stem), `${basename(stem)}-${path}`);
    await writeFileAtomically(file, chunks);
    written.push(file);
  }
  return written;
}

export function formatNames(): string {
  return FORMATS.map(({ name }) => name).join(", ");
}

export function formatList(): string {
  return FORMATS.map(
    ({ name, about, extensions }) => `  ${name.padEnd(12)} ${about} (${extensions.join(" ")})`,
  ).join("\n");
}
