/**
 * GEXF 1.3 (https://gexf.net), for Gephi, Gephi Lite, Retina and networkx; 1.2 for networkx before 3.6. Written
 * so that all of them read it: intervals on nodes and spells on edges, `first` and `last` again as plain
 * attributes (readers that drop dynamics keep those), edges of one pair told apart by `kind`. The header of the
 * graph travels in a processing instruction, which other readers pass over.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { readGexf } from "./gexf-reader.ts";
import { type EdgePart, edgesOf } from "./parts.ts";
import { escapeXml } from "./xml.ts";
import { type CellForm, cellsWriter } from "./xml-cells.ts";
import { jsonInSingleQuotes, xmlSafeJson } from "./xml-json.ts";

export const gexf: FileFormat = {
  name: "gexf",
  about: "GEXF 1.3, for Gephi, Gephi Lite and networkx 3.6 or later",
  extensions: [".gexf"],
  mediaType: "application/xml",
  hasPositions: true,
  shape: "file",
  write: (graph, options) => write(graph, "1.3", options),
  read: readGexf,
};

export const gexf12: FileFormat = {
  ...gexf,
  name: "gexf-1.2",
  about: "GEXF 1.2, for networkx before 3.6",
  extensions: [".1.2.gexf"],
  write: (graph, options) => write(graph, "1.2", options),
};

type Version = "1.2" | "1.3";

const NAMESPACES: Readonly<Record<Version, string>> = {
  "1.2": "http://www.gexf.net/1.2draft",
  "1.3": "http://gexf.net/1.3",
};

/** Where the format has a place of its own for an attribute, it is written there and not twice. */
const OWN_PLACE = new Set(["weight"]);
const EDGE_VALUES = EDGE_COLUMNS.filter(({ name }) => !OWN_PLACE.has(name));

const CELLS: CellForm = {
  text: (i) => ({ before: `<attvalue for="${i}" value="`, write: escapeXml, after: '"/>' }),
  json: (i) => ({
    before: `<attvalue for="${i}" value='`,
    write: jsonInSingleQuotes,
    after: "'/>",
  }),
};

function* write(graph: NewsGraph, version: Version, options: WriteOptions = {}): Generator<string> {
  const columnsOf = (columns: readonly Column[]) =>
    options.evidence === false ? columns.filter(({ name }) => name !== "evidence") : columns;
  const nodeColumns = columnsOf(NODE_COLUMNS);
  const edgeColumns = columnsOf(EDGE_VALUES);
  yield* head(graph, version);
  yield columnTable("node", nodeColumns);
  yield columnTable("edge", edgeColumns);
  const [ofNode, ofEdge] = [cellsWriter(nodeColumns, CELLS), cellsWriter(edgeColumns, CELLS)];
  yield "    <nodes>\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    yield nodeElement(node, attributes, ofNode(attributes));
  }
  yield "    </nodes>\n    <edges>\n";
  for (const part of edgesOf(graph, options))
    yield edgeElement(part, ofEdge(part.attributes), version);
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function* head(graph: NewsGraph, version: Version): Generator<string> {
  const { generator } = graph.getAttributes();
  const namespace = NAMESPACES[version];
  const dynamics = version === "1.3" ? ' timerepresentation="interval"' : "";
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<?dramatis ${headerJson(graph)}?>\n`;
  yield `<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">\n`;
  yield `  <meta>\n    <creator>${escapeXml(generator ?? "dramatis")}</creator>\n`;
  yield "    <description>A graph of the news: who, which countries, what happened</description>\n  </meta>\n";
  yield `  <graph defaultedgetype="directed" mode="dynamic" timeformat="date"${dynamics}>\n`;
}

/** `?>` would end the instruction. */
function headerJson(graph: NewsGraph): string {
  return xmlSafeJson(graph.getAttributes()).replaceAll("?>", "?\\u003e");
}

function columnTable(part: "node" | "edge", columns: readonly Column[]): string {
  const rows = columns.map(
    ({ name, type }, i) =>
      `      <attribute id="${i}" title="${name}" type="${type === "list" || type === "json" ? "string" : type}"/>\n`,
  );
  return `    <attributes class="${part}" mode="static">\n${rows.join("")}    </attributes>\n`;
}

function nodeElement(key: string, attributes: NodeAttributes, cells: string): string {
  const { name, x = 0, y = 0, size = 1, color = "#999999" } = attributes;
  const red = Number.parseInt(color.slice(1, 3), 16);
  const green = Number.parseInt(color.slice(3, 5), 16);
  const blue = Number.parseInt(color.slice(5, 7), 16);
  return (
    `      <node id="${escapeXml(key)}" label="${escapeXml(name)}"${interval(attributes)}>\n` +
    `        <attvalues>${cells}</attvalues>\n` +
    `        <viz:size value="${size}"/><viz:position x="${x}" y="${y}" z="0"/>` +
    `<viz:color r="${red}" g="${green}" b="${blue}"/>\n      </node>\n`
  );
}

function edgeElement(part: EdgePart, cells: string, version: Version): string {
  const { edge, source, target, attributes } = part;
  const label = escapeXml(edgeLabel(attributes));
  const spell = interval(attributes);
  return (
    `      <edge id="${escapeXml(edge)}" source="${escapeXml(source)}" target="${escapeXml(target)}"` +
    ` label="${label}" weight="${attributes.weight}"` +
    `${version === "1.3" ? ` kind="${label}"` : ""}>\n` +
    `        <attvalues>${cells}</attvalues>\n` +
    `${spell === "" ? "" : `        <spells><spell${spell}/></spells>\n`}      </edge>\n`
  );
}

/** Unique among the edges from one node to another. */
function edgeLabel({ kind, title, former, stance, quoted }: EdgeAttributes): string {
  if (title === undefined && former !== true && stance === undefined && quoted !== true)
    return kind;
  const words = [
    title,
    former === true ? "former" : undefined,
    stance,
    quoted === true ? "quoted" : undefined,
  ];
  return `${kind}: ${words.filter((word) => word !== undefined).join(", ")}`;
}

function interval({ first, last }: NodeAttributes | EdgeAttributes): string {
  const start = first === undefined ? "" : ` start="${first}"`;
  return last === undefined ? start : `${start} end="${last}"`;
}
