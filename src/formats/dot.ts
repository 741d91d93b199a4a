/** DOT, for Graphviz: a quick print. Names, kinds and weights; no quotes. */
import type { NewsGraph } from "../graph/attributes.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { edgesOf } from "./parts.ts";
import { cleanXml } from "./xml.ts";

export const dot: FileFormat = {
  name: "dot",
  about: "DOT, for Graphviz",
  extensions: [".dot", ".gv"],
  mediaType: "text/vnd.graphviz",
  hasPositions: false,
  shape: "file",
  write,
};

/** Graphviz cuts off lines of more than 16 kB. */
const LONGEST_LABEL = 500;

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  yield 'digraph dramatis {\n  charset="UTF-8";\n  node [shape=box, style="rounded,filled", fontcolor=white];\n';
  for (const { node, attributes } of graph.nodeEntries()) {
    const { kind, name, stories, color = "#999999" } = attributes;
    yield `  ${quoted(node)} [label=${quoted(name)}, kind=${quoted(kind)}, stories=${stories}, fillcolor=${quoted(color)}];\n`;
  }
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const { kind, weight, title, stance } = attributes;
    const width = Math.round((1 + Math.log2(weight)) * 100) / 100;
    const arrow = kind === "together" ? ", dir=none, style=dotted" : "";
    yield `  ${quoted(source)} -> ${quoted(target)} [id=${quoted(edge)}, label=${quoted(title ?? stance ?? kind)}, kind=${quoted(kind)}, weight=${weight}, penwidth=${width}${arrow}];\n`;
  }
  yield "}\n";
}

/** A backslash would start an escape such as `\N`, the name of the node. */
function quoted(text: string): string {
  const short = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
  const escaped = cleanXml(short)
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replace(/[\t\r\n]+/g, " ");
  return `"${escaped}"`;
}
