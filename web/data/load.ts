/** Where the graph comes from: the page itself (a single file), the server that sent the page, or a file that is dropped on it. */
import { gexf } from "../../src/formats/gexf.ts";
import { graphml } from "../../src/formats/graphml.ts";
import { json } from "../../src/formats/json.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";

/** Throws with a sentence for people. */
export async function loadGraph(): Promise<NewsGraph> {
  const inlined = document.getElementById("graph");
  if (inlined !== null) return readGraph(inlined.textContent ?? "", "graph.json");
  const response = await fetch("api/graph").catch(() => undefined);
  if (response === undefined) throw new Error("The server does not answer.");
  if (!response.ok) throw new Error(`The server sent no graph (${response.status}).`);
  return readGraph(await response.text(), "graph.json");
}

export async function readFile(file: File): Promise<NewsGraph> {
  return readGraph(await file.text(), file.name);
}

/** By the ending of its name; what has another ending may still be our JSON. */
function readGraph(text: string, name: string): NewsGraph {
  if (text.trim() === "") throw new Error(`${name} is empty.`);
  const format = [gexf, graphml].find(({ extensions }) =>
    extensions.some((extension) => name.toLowerCase().endsWith(extension)),
  );
  return (format ?? json).read!(text);
}
