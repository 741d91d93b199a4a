/**
 * The layout of the build against ForceAtlas2's defaults (`inferSettings`, 400 rounds from a random start) on graphs of real articles: which share
 * of a node's neighbors is among as many nodes that stand nearest, and at which cost. Twice, to see that the bits are the same.
 *
 *     node .tools/bench/layout.js [articles ...]    default: the sample, and the development articles where they lie beside the project
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultiDirectedGraph, UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { build } from "../src/build.ts";
import type { NewsGraph } from "../src/graph/attributes.ts";
import { layOut } from "../src/graph/layout.ts";
import { createRandom } from "../src/graph/random.ts";

const ROUNDS = 400;
const GOLD = "../shared/gold";
const SAMPLE_OF_NODES = 1000;
const MOST_ARTICLES = 240;

interface Measured {
  readonly near: number;
  readonly cpuMs: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-layout-"));
  const ratios: number[] = [];
  const costs: number[] = [];
  try {
    for (const [name, path] of inputs(folder)) {
      const graph = await build([path], { layout: false });
      const plain = measure(graph, plainLayout);
      const ours = measure(graph, (copy) => layOut(copy));
      const ratio = ours.near / plain.near;
      const cost = ours.cpuMs / plain.cpuMs;
      ratios.push(ratio);
      costs.push(cost);
      console.log(
        `${name}: ${graph.order} nodes, ${graph.size} edges; neighbors kept near ${ours.near.toFixed(3)} against ${plain.near.toFixed(3)}, ${ratio.toFixed(2)} x; CPU ${ours.cpuMs.toFixed(0)} against ${plain.cpuMs.toFixed(0)} ms, ${cost.toFixed(2)} x; ${isSame(graph) ? "the same bits twice" : "NOT THE SAME TWICE"}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2);
  console.log(`mean: ${mean(ratios)} x kept near at ${mean(costs)} x the CPU`);
}

function inputs(folder: string): [string, string][] {
  if (process.argv.length > 2) return process.argv.slice(2).map((path) => [path, path]);
  const found: [string, string][] = [["sample", "data/sample"]];
  for (const name of ["meantime", "ecbplus"]) {
    const path = join(GOLD, `${name}-dev.jsonl`);
    if (!existsSync(path)) continue;
    const texts = readFileSync(path, "utf8").trim().split("\n").slice(0, MOST_ARTICLES).map(toText);
    const target = join(folder, `${name}.jsonl`);
    writeFileSync(target, texts.join("\n"));
    found.push([name, target]);
  }
  const pages = join(GOLD, "pages-dev.jsonl.gz");
  if (existsSync(pages)) found.push(["pages", pages]);
  return found;
}

/** Tokens of a gold set, as a line that the program reads. */
function toText(line: string): string {
  const { sentences, dct } = JSON.parse(line) as { sentences: string[][]; dct?: string };
  const text = sentences.map((words) => words.join(" ").replace(/ ([,.;:!?])/g, "$1")).join("\n");
  return JSON.stringify({ text, ...(dct === undefined ? {} : { date: dct }) });
}

function measure(graph: NewsGraph, run: (copy: NewsGraph) => void): Measured {
  const copy = graph.copy() as NewsGraph;
  const before = process.cpuUsage();
  run(copy);
  const cpuMs = process.cpuUsage(before).user / 1000;
  return { near: neighborsKeptNear(copy), cpuMs };
}

function plainLayout(graph: NewsGraph): void {
  const random = createRandom(7);
  const plain = new MultiDirectedGraph<{ x: number; y: number }>();
  graph.forEachNode((id) => plain.addNode(id, { x: random(), y: random() }));
  graph.forEachEdge((_, __, source, target) => plain.addEdge(source, target));
  forceAtlas2.assign(plain, { iterations: ROUNDS, settings: forceAtlas2.inferSettings(plain) });
  plain.forEachNode((id, spot) => graph.mergeNodeAttributes(id, spot));
}

/** For a node of degree k: how many of its k nearest in the picture are its neighbors. The mean over nodes with an edge, a sample of large graphs. */
function neighborsKeptNear(graph: NewsGraph): number {
  const simple = new UndirectedGraph();
  graph.forEachNode((id) => simple.addNode(id));
  graph.forEachEdge((_, __, source, target) => {
    if (source !== target) simple.mergeEdge(source, target);
  });
  const ids = graph.nodes();
  const x = Float64Array.from(ids, (id) => graph.getNodeAttribute(id, "x")!);
  const y = Float64Array.from(ids, (id) => graph.getNodeAttribute(id, "y")!);
  const linked = ids.map((id, i) => ({ id, i })).filter(({ id }) => simple.degree(id) > 0);
  const step = Math.max(1, Math.floor(linked.length / SAMPLE_OF_NODES));
  let sum = 0;
  let count = 0;
  for (let at = 0; at < linked.length; at += step) {
    const { id, i } = linked[at]!;
    const neighbors = new Set(simple.neighbors(id));
    const nearest = ids
      .map((other, j) => ({ other, far: Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!) }))
      .filter(({ other }) => other !== id)
      .sort((a, b) => a.far - b.far)
      .slice(0, neighbors.size);
    sum += nearest.filter(({ other }) => neighbors.has(other)).length / neighbors.size;
    count++;
  }
  return sum / Math.max(count, 1);
}

function isSame(graph: NewsGraph): boolean {
  const [a, b] = [graph.copy() as NewsGraph, graph.copy() as NewsGraph];
  layOut(a);
  layOut(b);
  return a.everyNode((id, { x, y }) => {
    const other = b.getNodeAttributes(id);
    return Object.is(x, other.x) && Object.is(y, other.y);
  });
}

await main();
