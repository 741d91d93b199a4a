/** All formats, and which one a file name asks for. A new format is one file and one line here. */
import type { NewsGraph } from "../graph/attributes.ts";
import { csv } from "./csv.ts";
import { cyjs } from "./cyjs.ts";
import { cypher } from "./cypher.ts";
import { dot } from "./dot.ts";
import type { Format } from "./format.ts";
import { gexf, gexf12 } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { jsonLd } from "./json-ld.ts";
import { neo4j } from "./neo4j.ts";
import { d3, nodeLink } from "./node-link.ts";
import { obsidian } from "./obsidian.ts";
import { plover } from "./plover.ts";
import { report } from "./report.ts";
import { turtle } from "./turtle.ts";

export type { OutputFile, WriteOptions } from "./format.ts";
export { type FileFormat, type FolderFormat, type Format, FormatError } from "./format.ts";
export { json };

export const FORMATS: readonly Format[] = [
  json,
  gexf,
  gexf12,
  graphml,
  csv,
  nodeLink,
  d3,
  cyjs,
  neo4j,
  cypher,
  jsonLd,
  turtle,
  dot,
  html,
  obsidian,
  plover,
  report,
];

export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** Tells JSON, GEXF and GraphML apart by what they say, not by the name of the file. Throws `FormatError`. */
export function readGraph(text: string): NewsGraph {
  const head = text.slice(0, HEAD_LENGTH);
  if (head.includes("<?xml") || head.trimStart().startsWith("<")) {
    if (text.includes("<graphml")) return graphml.read!(text);
    return gexf.read!(text);
  }
  return json.read!(text);
}

const HEAD_LENGTH = 100;

/** By the longest ending that fits; `.zip` at the end does not count. */
export function formatForPath(path: string): Format | undefined {
  const name = path.toLowerCase().replace(/\.zip$/, "");
  let best: Format | undefined;
  let length = 0;
  for (const format of FORMATS) {
    for (const extension of format.extensions) {
      if (name.endsWith(extension) && extension.length > length) {
        best = format;
        length = extension.length;
      }
    }
  }
  return best;
}
