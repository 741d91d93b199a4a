/**
 * A store of the size that a newsroom has after years: 300,000 entities, 1,000,000 events, 5,000,000 edges. Loading it, and questions to it.
 *
 *     node --expose-gc .tools/bench/large-store.js [entities] [events] [file to keep]
 */
import { rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewsQuery } from "../src/graph/query/types.ts";
import { openStore } from "../src/store/index.ts";
import { fillStoreFrom } from "../src/store/update.ts";
import { largeSource } from "./large-source.ts";

const ENTITIES = Number(process.argv[2] ?? 300_000);
const EVENTS = Number(process.argv[3] ?? 1_000_000);
const kept = process.argv[4];
const path = kept ?? join(tmpdir(), `dramatis-large-${process.pid}.db`);

const source = largeSource(ENTITIES, EVENTS);
const ids: string[] = [];
const begun = process.cpuUsage();
source.forEachNode((id) => ids.push(id));
source.forEachEdge(() => {});
const making = seconds(begun);
const begin = process.cpuUsage();
fillStoreFrom(source, path);
console.log(
  `${source.nodes} nodes, ${source.edges} edges: ${seconds(begin).toFixed(1)} s CPU, of which about ${making.toFixed(1)} s make the data; ` +
    `${(statSync(path).size / 1e6).toFixed(0)} MB; most memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`,
);
const store = openStore(path);
const step = Math.max(1, Math.floor(ids.length / 2000));
const some = ids.filter((_, i) => i % step === 0);
const entities = ids.filter((id) => !id.startsWith("event:")).filter((_, i) => i % 150 === 0);
const hubs = ids.filter((id) => id.startsWith("country:"));
const all = [...some, ...entities];
time("neighbors", all, (query, id) => query.neighbors(id));
time("neighbors of countries", hubs, (query, id) => query.neighbors(id));
time("two hops, top 50", all.slice(0, 1500), (query, id) => query.neighbors(id, { depth: 2 }));
time("two hops, entities", entities.slice(0, 500), (query, id) =>
  query.neighbors(id, { depth: 2 }),
);
time("two hops of countries", hubs.slice(0, 4), (query, id) => query.neighbors(id, { depth: 2 }));
time("get", all, (query, id) => query.get(id));
time("timeline", entities.slice(0, 500), (query, id) => query.timeline(id, { limit: 50 }));
time("evidence", entities.slice(0, 500), (query, id) => query.evidence(id));
time("events of a day", some.slice(0, 50), (query) =>
  query.events({ since: "2022-05-05", until: "2022-05-05" }),
);
time("paths to a country", entities.slice(0, 100), (query, id) => query.paths(id, "country:CHN"));
time("paths", entities.slice(0, 100), (query, id) => query.paths(id, entities[7]!));
time("find", entities.slice(0, 50), (query, id) => query.find(query.get(id)!.name));
store.close();
if (kept === undefined) rmSync(path);

function time(
  name: string,
  asked: readonly string[],
  ask: (query: NewsQuery, id: string) => unknown,
): void {
  const begin = process.cpuUsage();
  const times = asked.map((id) => {
    const start = performance.now();
    ask(store, id);
    return performance.now() - start;
  });
  const mean = (1000 * seconds(begin)) / asked.length;
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(times.length * share)]!.toFixed(2);
  console.log(
    `${name}: p50 ${at(0.5)} p90 ${at(0.9)} p99 ${at(0.99)} ms, mean ${mean.toFixed(2)} ms CPU`,
  );
}

function seconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
