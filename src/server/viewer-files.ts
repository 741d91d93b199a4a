/**
 * The built viewer, read into memory once: what is not in this map cannot be asked for, so no path can lead out
 * of the folder.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly etag: string;
}

/** By path in the address, `/assets/main.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
};

/** `dist/web` of the package; empty when the viewer was not built. */
export function viewerFiles(folder: string = viewerFolder()): StaticFiles {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = new Uint8Array(readFileSync(path));
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, {
      bytes,
      mediaType: MEDIA_TYPES[extname(entry.name).toLowerCase()] ?? "application/octet-stream",
      etag: etagOf(bytes),
    });
  }
  return files;
}

/** The same as text, as the format `html` takes them. */
export function viewerTexts(files: StaticFiles = viewerFiles()): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map([...files].map(([path, { bytes }]) => [path, decoder.decode(bytes)]));
}

export function etagOf(bytes: Uint8Array | string): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

/** Beside the compiled program, wherever that stands: `dist/server/` looks for `dist/web/`. */
export function viewerFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return join(folder, "dist", "web");
}
