/**
 * A store beside the graph in memory: filling it, and the same questions to both. Seeded data; answers are
 * compared in the same run.
 *
 *     node --max-old-space-size=8000 .tools/bench/store.js [entities] [events]
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { toGraph } from "../src/graph/build.ts";
import { createQuery } from "../src/graph/query/index.ts";
import type { NewsQuery } from "../src/graph/query/types.ts";
import { openStore, writeStore } from "../src/store/index.ts";
import { syntheticKnowledge } from "./synthetic-knowledge.ts";

const ENTITIES = Number(process.argv[2] ?? 30_000);
const EVENTS = Number(process.argv[3] ?? 100_000);

type Ask = (query: NewsQuery, id: string) => unknown;

function main(): void {
  const graph = toGraph(syntheticKnowledge({ entities: ENTITIES, events: EVENTS }), {
    layout: false,
  });
  console.log(`graph: ${graph.order} nodes, ${graph.size} edges`);
  const folder = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  const path = join(folder, "graph.db");
  const begin = process.cpuUsage();
  writeStore(graph, path);
  const { user, system } = process.cpuUsage(begin);
  console.log(
    `filled: ${((user + system) / 1e6).toFixed(1)} s CPU, ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  );
  const memory = createQuery(graph);
  const store = openStore(path);
  const step = Math.max(1, Math.floor(graph.order / 2000));
  const ids = graph.nodes().filter((_, i) => i % step === 0);
  const questions: readonly [string, number, Ask][] = [
    ["neighbors", 2000, (query, id) => query.neighbors(id)],
    ["two hops, top 50", 200, (query, id) => query.neighbors(id, { depth: 2 })],
    ["timeline", 500, (query, id) => query.timeline(id, { limit: 50 })],
    ["evidence", 500, (query, id) => query.evidence(id)],
    ["find", 300, (query, id) => query.find(graph.getNodeAttribute(id, "name"))],
    ["events of a day", 50, (query) => query.events({ since: "2022-05-05", until: "2022-05-05" })],
    ["paths", 20, (query, id) => query.paths(id, "country:CHN")],
  ];
  for (const [name, most, ask] of questions) {
    const some = ids.filter((_, i) => i % Math.max(1, Math.floor(ids.length / most)) === 0);
    for (const id of some.slice(0, 5)) {
      if (!isDeepStrictEqual(ask(memory, id), ask(store, id)))
        console.log(`${name} ${id}: the answers differ`);
    }
    console.log(`${name}: in memory ${time(memory, some, ask)}; store ${time(store, some, ask)}`);
  }
  store.close();
  rmSync(folder, { recursive: true });
}

function time(query: NewsQuery, ids: readonly string[], ask: Ask): string {
  const times = ids.map((id) => {
    const begin = performance.now();
    ask(query, id);
    return performance.now() - begin;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(times.length * share)]!.toFixed(3);
  return `p50 ${at(0.5)} p99 ${at(0.99)} ms`;
}

main();
