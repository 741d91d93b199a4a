/** Where the graph comes from: the page itself (a single file), the server that sent the page, or a file that is dropped on it. */
import { json } from "../../src/formats/json.ts";
import { withoutArticleNodes } from "../../src/graph/article-nodes.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { loadFormats } from "../on-demand/load-formats.ts";
import { createRemote, type Remote } from "./remote.ts";

const FOREIGN = /\.(?:gexf|graphml)$/;

export interface Loaded {
  readonly graph: NewsGraph;
  /** Where more can be asked for. */
  readonly remote?: Remote;
}

/** Throws with a sentence for people. */
export async function loadGraph(): Promise<Loaded> {
  const inlined = document.getElementById("graph");
  if (inlined !== null) return { graph: shown(json.read!(inlined.textContent ?? "")) };
  const remote = createRemote();
  return { graph: shown(await remote.opening()), remote };
}

/** By the ending of its name; what has another ending may still be our JSON. */
export async function readFile(file: File): Promise<Loaded> {
  const text = await file.text();
  if (text.trim() === "") throw new Error(`${file.name} is empty.`);
  const name = file.name.toLowerCase();
  if (!FOREIGN.test(name)) return { graph: shown(json.read!(text)) };
  const { gexf, graphml } = await loadFormats();
  return { graph: shown((name.endsWith(".gexf") ? gexf : graphml).read!(text)) };
}

/** Articles have pages here and need no nodes. */
function shown(graph: NewsGraph): NewsGraph {
  const hasArticles = graph.someNode((_, { kind }) => kind === "article");
  return hasArticles ? withoutArticleNodes(graph) : graph;
}
