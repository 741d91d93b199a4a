/**
 * The viewer and the graph as one page that opens from a disk, sends nothing and asks for nothing: scripts and
 * styles of the built viewer are put into its page, the graph into a block of JSON in which no `<` is left to
 * end it. The policy in its head forbids every request.
 */
import type { NewsGraph } from "../graph/attributes.ts";
import { type FileFormat, FormatError, type WriteOptions } from "./format.ts";
import { json } from "./json.ts";

export const html: FileFormat = {
  name: "html",
  about: "the viewer with the graph in it, one page that works offline",
  extensions: [".html", ".htm"],
  mediaType: "text/html",
  hasPositions: true,
  shape: "file",
  write,
};

/** The element that the viewer looks for before it asks a server. */
const GRAPH_ELEMENT = "graph";
/** The same for the outlines of the map. */
const WORLD_ELEMENT = "world";

/** Fetched on demand where there is a server. */
const SCRIPTS_ON_DEMAND = ["/map.js", "/tools.js", "/formats.js"];

const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  "worker-src blob:",
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const STYLESHEET = /<link\b[^>]{0,500}\brel="stylesheet"[^>]{0,500}>/g;
const PRELOAD = /<link\b[^>]{0,500}\brel="modulepreload"[^>]{0,500}>/g;
const SCRIPT = /<script\b[^>]{0,500}\bsrc="([^"]{1,500})"[^>]{0,500}><\/script>/g;
const ADDRESS = /\bhref="([^"]{1,500})"/;
/** A script that imports another file cannot stand alone. */
const STATIC_IMPORT = /\bimport\s{0,5}(?:[\w*{][^"'()]{0,2000}from\s{0,5})?["']\.{1,2}\//;

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  const viewer = options.viewer?.();
  const page = viewer?.get("/index.html");
  if (viewer === undefined || page === undefined) {
    throw new FormatError("the page needs the built viewer: run npm run build once");
  }
  const scripts: string[] = [];
  const withoutScripts = page
    .replace(PRELOAD, "")
    .replace(STYLESHEET, (tag) => inlineStyle(viewer, ADDRESS.exec(tag)?.[1] ?? ""))
    .replace(SCRIPT, (_, address: string) => {
      scripts.push(inlineScript(viewer, address));
      return "";
    })
    .replace(
      /<head>/,
      () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    );
  const end = withoutScripts.lastIndexOf("</body>");
  yield withoutScripts.slice(0, end);
  yield `<script type="application/json" id="${GRAPH_ELEMENT}">`;
  for (const chunk of json.write(graph, options)) yield chunk.replaceAll("<", "\\u003c");
  yield "</script>\n";
  const world = viewer.get("/world.json");
  if (world !== undefined) {
    yield `<script type="application/json" id="${WORLD_ELEMENT}">`;
    yield world.replaceAll("<", "\\u003c");
    yield "</script>\n";
  }
  for (const name of SCRIPTS_ON_DEMAND) if (viewer.has(name)) yield inlineScript(viewer, name);
  for (const script of scripts) yield script;
  yield withoutScripts.slice(end);
}

function inlineStyle(viewer: ReadonlyMap<string, string>, address: string): string {
  return `<style>${fileAt(viewer, address).replaceAll("</style", "<\\/style")}</style>`;
}

/** `<\/script` and `<\!--` mean the same in every place where a script may hold them. */
function inlineScript(viewer: ReadonlyMap<string, string>, address: string): string {
  const code = fileAt(viewer, address);
  if (STATIC_IMPORT.test(code)) {
    throw new FormatError(
      `the viewer's script ${address} imports another: it cannot be put into one page`,
    );
  }
  const safe = code.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");
  return `<script type="module">${safe}</script>\n`;
}

function fileAt(viewer: ReadonlyMap<string, string>, address: string): string {
  const text = viewer.get(address.replace(/^\.?\/?/, "/"));
  if (text === undefined)
    throw new FormatError(`the built viewer lacks ${address}: build it again`);
  return text;
}
