/** A graph as one string and back, by the name of the format. */
import { type FileFormat, formatNamed } from "../../src/formats/index.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";

export function serialize(graph: NewsGraph, name = "json"): string {
  return [...fileFormat(name).write(graph)].join("");
}

export function parse(text: string, name: string): NewsGraph {
  return fileFormat(name).read!(text);
}

function fileFormat(name: string): FileFormat {
  return formatNamed(name) as FileFormat;
}
