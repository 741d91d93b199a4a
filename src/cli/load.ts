/** Opens a graph file in any format that is read back, or a store. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { FormatError, readGraph } from "../formats/index.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import { CommandError } from "./io.ts";
import { isStore, withStore } from "./store.ts";

const GZIP_MAGIC = [0x1f, 0x8b];

/** `layout`: of a store, whether positions are needed. A file has its own or none. */
export async function loadGraph(path: string, { layout = false } = {}): Promise<NewsGraph> {
  if (await isStore(path)) return withStore(({ readStore }) => readStore(path, { layout }));
  const bytes = await readBytes(path);
  const isZipped = bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
  try {
    return readGraph((isZipped ? gunzipSync(bytes) : bytes).toString("utf8"));
  } catch (error) {
    if (error instanceof FormatError) throw new CommandError(`${path}: ${error.message}`);
    throw new CommandError(`${path}: cannot be read: ${(error as Error).message}`);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CommandError(`there is no file ${path}`);
    if (code === "EISDIR") {
      throw new CommandError(
        `${path} is a folder: build a graph of it first (dramatis build ${path} -o graph.json)`,
      );
    }
    throw new CommandError(`cannot read ${path}: ${message}`);
  }
}
