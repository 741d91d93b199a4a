/**
 * How long it takes to write a graph of 100,000 nodes and about 500,000 edges in each format, and how much
 * memory above the graph; graphology-gexf in the same run as the plain alternative (on a tenth of the graph, as
 * it needs gigabytes).
 */
import { FORMATS } from "../src/formats/index.ts";
import { toGraph } from "../src/graph/build.ts";
import { createQuery } from "../src/graph/query/index.ts";
import { syntheticKnowledge } from "./synthetic-knowledge.ts";

const SIZE = Number(process.argv[2] ?? 100_000);
const EVIDENCE = process.argv[3] !== "--no-evidence";

function main(): void {
  const start = process.cpuUsage();
  const graph = toGraph(syntheticKnowledge({ entities: SIZE * 0.25, events: SIZE * 0.75 }), {
    layout: false,
  });
  console.log(`graph: ${graph.order} nodes, ${graph.size} edges, ${seconds(start)} s CPU`);
  // The page needs the built viewer; the report is for people.
  for (const format of FORMATS.filter(({ name }) => name !== "html" && name !== "report")) {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    let bytes = 0;
    const begin = process.cpuUsage();
    const chunks =
      format.shape === "file"
        ? format.write(graph, { evidence: EVIDENCE })
        : flat(format.files(graph, { evidence: EVIDENCE }));
    let i = 0;
    for (const chunk of chunks) {
      bytes += chunk.length;
      if (++i % 50_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
    console.log(
      `${format.name.padEnd(10)} ${seconds(begin).padStart(6)} s CPU ${(bytes / 1e6).toFixed(0).padStart(5)} MB, peak +${((peak - before) / 1e6).toFixed(0)} MB`,
    );
  }
  const query = createQuery(graph);
  const ids = graph.nodes().filter((_, j) => j % 97 === 0);
  time("neighbors", ids, (id) => query.neighbors(id));
  time("neighbors depth 2, top 50", ids.slice(0, 300), (id) => query.neighbors(id, { depth: 2 }));
  time("paths", ids.slice(0, 60), (id) => query.paths(id, "country:CHN"));
  query.find("x");
  time("find", ids.slice(0, 300), (id) => query.find(graph.getNodeAttribute(id, "name")));
  time("find misspelled", ids.slice(0, 100), (id) =>
    query.find(`${graph.getNodeAttribute(id, "name").replace(/a/, "o")}e`),
  );
}

function* flat(files: Iterable<{ readonly chunks: Iterable<string> }>): Generator<string> {
  for (const { chunks } of files) yield* chunks;
}

function time(name: string, ids: readonly string[], ask: (id: string) => unknown): void {
  const times = ids.map((id) => {
    const begin = performance.now();
    ask(id);
    return performance.now() - begin;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(3);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

function seconds(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1e6).toFixed(2);
}

main();
