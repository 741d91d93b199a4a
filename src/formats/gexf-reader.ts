/** Reads GEXF back: what `gexf.ts` wrote, also after another program has moved, colored or removed nodes. */
import type { NewsGraph } from "../graph/attributes.ts";
import { EDGE_COLUMNS, NODE_COLUMNS, parseValues } from "./columns.ts";
import { FormatError } from "./format.ts";
import { type Part, rebuild } from "./rebuild.ts";
import { readXml, type XmlAttributes } from "./xml-reader.ts";

interface Open {
  readonly attributes: XmlAttributes;
  readonly values: Map<string, string>;
  readonly look: Record<string, unknown>;
}

export function readGexf(text: string): NewsGraph {
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  const nodes: Part[] = [];
  const edges: Part[] = [];
  let header: string | undefined;
  let table: "node" | "edge" = "node";
  let open: Open | undefined;
  let isGexf = false;
  for (const item of readXml(text)) {
    if (item.kind === "instruction" && item.target === "dramatis") header = item.text;
    else if (item.kind === "open") {
      const { name, attributes } = item;
      const local = name.slice(name.indexOf(":") + 1);
      if (local === "gexf") isGexf = true;
      else if (local === "attributes") table = attributes.get("class") === "edge" ? "edge" : "node";
      else if (local === "attribute") {
        titles[table].set(attributes.get("id") ?? "", attributes.get("title") ?? "");
      } else if (local === "node" || local === "edge") {
        table = local;
        open = { attributes, values: new Map(), look: {} };
      } else if (open !== undefined) fill(open, local, attributes, titles[table]);
    } else if (item.kind === "close" && open !== undefined) {
      if (item.name === "node") nodes.push(nodePart(open));
      else if (item.name === "edge") edges.push(edgePart(open));
    }
  }
  if (!isGexf) throw new FormatError("not a GEXF file: expected an element <gexf>");
  return rebuild(header, nodes, edges);
}

function fill(
  open: Open,
  name: string,
  attributes: XmlAttributes,
  titles: Map<string, string>,
): void {
  if (name === "attvalue") {
    const title = titles.get(attributes.get("for") ?? "");
    if (title !== undefined) open.values.set(title, attributes.get("value") ?? "");
  } else if (name === "size") open.look.size = Number(attributes.get("value"));
  else if (name === "position") {
    open.look.x = Number(attributes.get("x"));
    open.look.y = Number(attributes.get("y"));
  } else if (name === "color") {
    const channel = (key: string) =>
      Number(attributes.get(key) ?? 0)
        .toString(16)
        .padStart(2, "0");
    open.look.color = `#${channel("r")}${channel("g")}${channel("b")}`;
  }
}

function nodePart({ attributes, values, look }: Open): Part {
  if (!values.has("name")) values.set("name", attributes.get("label") ?? "");
  return {
    key: attributes.get("id") ?? "",
    attributes: { ...parseValues(NODE_COLUMNS, values), ...look },
  };
}

function edgePart({ attributes, values }: Open): Part {
  values.set("weight", attributes.get("weight") ?? "1");
  return {
    key: attributes.get("id") ?? "",
    source: attributes.get("source") ?? "",
    target: attributes.get("target") ?? "",
    attributes: parseValues(EDGE_COLUMNS, values),
  };
}
