/** Reads GraphML back: what `graphml.ts` wrote, also after another program has moved or removed nodes. */
import type { NewsGraph } from "../graph/attributes.ts";
import { EDGE_COLUMNS, LOOK_COLUMNS, NODE_COLUMNS, parseValues } from "./columns.ts";
import { FormatError } from "./format.ts";
import { type Part, rebuild } from "./rebuild.ts";
import { readXml, type XmlAttributes } from "./xml-reader.ts";

interface Open {
  readonly attributes: XmlAttributes;
  readonly values: Map<string, string>;
}

const ALL_NODE_COLUMNS = [...NODE_COLUMNS, ...LOOK_COLUMNS];

export function readGraphml(text: string): NewsGraph {
  const names = new Map<string, string>();
  const nodes: Part[] = [];
  const edges: Part[] = [];
  let header: string | undefined;
  let open: Open | undefined;
  let key: string | undefined;
  let data = "";
  let isGraphml = false;
  for (const item of readXml(text)) {
    if (item.kind === "text") {
      if (key !== undefined) data += item.text;
    } else if (item.kind === "open") {
      const { name, attributes } = item;
      if (name === "graphml") isGraphml = true;
      else if (name === "key")
        names.set(attributes.get("id") ?? "", attributes.get("attr.name") ?? "");
      else if (name === "node" || name === "edge") open = { attributes, values: new Map() };
      else if (name === "data") {
        key = names.get(attributes.get("key") ?? "") ?? "";
        data = "";
      }
    } else if (item.kind === "close") {
      if (item.name === "data" && key !== undefined) {
        if (open !== undefined) open.values.set(key, data);
        else if (key === "dramatis") header = data;
        key = undefined;
      } else if (open !== undefined && (item.name === "node" || item.name === "edge")) {
        if (item.name === "node") nodes.push(nodePart(open));
        else edges.push(edgePart(open));
        open = undefined;
      }
    }
  }
  if (!isGraphml) throw new FormatError("not a GraphML file: expected an element <graphml>");
  return rebuild(header, nodes, edges);
}

function nodePart({ attributes, values }: Open): Part {
  return { key: attributes.get("id") ?? "", attributes: parseValues(ALL_NODE_COLUMNS, values) };
}

function edgePart({ attributes, values }: Open): Part {
  return {
    key: attributes.get("id") ?? "",
    source: attributes.get("source") ?? "",
    target: attributes.get("target") ?? "",
    attributes: parseValues(EDGE_COLUMNS, values),
  };
}
