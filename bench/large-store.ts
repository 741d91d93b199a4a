/**
 * A store of the size that a newsroom has after years: 300,000 entities, 1,000,000 events, 5,000,000 edges. Loading it, and questions to it, straight
 * and through the server. `npm run bench -- store --entities 300000 --events 1000000`
 */
import { rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewsQuery } from "../src/graph/query/types.ts";
import { createHandler, type Handler } from "../src/server/handle.ts";
import { listen } from "../src/server/listen.ts";
import { type OpenStore, openStore } from "../src/store/index.ts";
import { fillStoreFrom } from "../src/store/update.ts";
import { largeSource } from "./large-source.ts";

export interface StoreBench {
  readonly nodes: number;
  readonly edges: number;
  /** CPU, with what making the data takes. */
  readonly loadSeconds: number;
  readonly makingSeconds: number;
  readonly megabytes: number;
  /** Of the whole process, with what the made data take. */
  readonly peakMegabytes: number;
  /** Of the whole process when the data were made and told to nobody. */
  readonly makingMegabytes: number;
  readonly questions: readonly Times[];
}

export interface Times {
  readonly question: string;
  readonly asked: number;
  /** On the clock. */
  readonly p50: number;
  readonly p99: number;
  readonly meanCpu: number;
}

export interface StoreBenchOptions {
  /** To be kept, or, with `isThere`, asked again without loading. */
  readonly file?: string;
  readonly isThere?: boolean;
}

type Ask = (id: string) => unknown;

export async function benchStore(
  entities: number,
  events: number,
  { file, isThere = false }: StoreBenchOptions = {},
): Promise<StoreBench> {
  const path = file ?? join(tmpdir(), `dramatis-large-${process.pid}.db`);
  const parts = largeSource(entities, events);
  const any: string[] = [];
  const actors: string[] = [];
  const countries: string[] = [];
  const step = Math.max(1, Math.floor(parts.ids.length / 2000));
  for (let i = 0; i < parts.ids.length; i++) {
    const id = parts.ids.at(i);
    if (i % step === 0) any.push(id);
    if (id.startsWith("country:")) countries.push(id);
    else if (!id.startsWith("event:") && i % Math.ceil(step / 2) === 0) actors.push(id);
  }
  const begun = process.cpuUsage();
  parts.tell({ node() {}, edge() {} });
  const makingSeconds = seconds(begun);
  const makingMegabytes = peak();
  const begin = process.cpuUsage();
  if (!isThere) fillStoreFrom(parts, path);
  const loadSeconds = seconds(begin);
  const peakMegabytes = peak();
  const megabytes = statSync(path).size / 1e6;
  const store = openStore(path);
  const questions = await askAll(store, { any, actors, countries });
  store.close();
  if (file === undefined) rmSync(path);
  const { ids, edges } = parts;
  const nodes = ids.length;
  const made = { makingSeconds, makingMegabytes };
  return { nodes, edges, loadSeconds, ...made, megabytes, peakMegabytes, questions };
}

/** `maxRSS` counts units of 1,024 bytes. */
function peak(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

interface Asked {
  readonly any: readonly string[];
  readonly actors: readonly string[];
  readonly countries: readonly string[];
}

async function askAll(store: OpenStore, { any, actors, countries }: Asked): Promise<Times[]> {
  const query: NewsQuery = store;
  const server = await listen(handlerOf(store));
  const target = actors[7]!;
  const questions: readonly (readonly [string, readonly string[], Ask])[] = [
    ["neighbors of any node", any, (id) => query.neighbors(id)],
    ["neighbors of actors", actors, (id) => query.neighbors(id)],
    ["neighbors of countries", countries, (id) => query.neighbors(id)],
    ["neighbors of any node, HTTP", any.slice(0, 1000), (id) => ask(server.address, id)],
    ["two hops, top 50, any node", any.slice(0, 500), (id) => query.neighbors(id, { depth: 2 })],
    ["two hops, top 50, actors", actors.slice(0, 500), (id) => query.neighbors(id, { depth: 2 })],
    ["get", any, (id) => query.get(id)],
    ["get a country", countries, (id) => query.get(id)],
    ["timeline", actors.slice(0, 500), (id) => query.timeline(id, { limit: 50 })],
    ["evidence", actors.slice(0, 500), (id) => query.evidence(id)],
    [
      "events of a day",
      any.slice(0, 50),
      () => query.events({ since: "2022-05-05", until: "2022-05-05" }),
    ],
    ["paths to a country", actors.slice(0, 100), (id) => query.paths(id, "country:CHN")],
    ["paths", actors.slice(0, 100), (id) => query.paths(id, target)],
    ["find", actors.slice(0, 50), (id) => query.find(query.get(id)!.name)],
  ];
  const times: Times[] = [];
  for (const [question, ids, run] of questions) times.push(await time(question, ids, run));
  await server.close();
  return times;
}

function handlerOf(store: OpenStore): Handler {
  return createHandler(
    {
      query: store,
      read: store.read,
      articles: store.articles,
      reading: () => undefined,
      whole: () => {
        throw new Error("nothing here needs the whole graph");
      },
      isLarge: true,
    },
    // The limit of questions a second is for strangers.
    { now: () => (clock += 1000) },
  );
}

let clock = 0;

async function ask(server: string, id: string): Promise<void> {
  const address = `${server}api/neighbors?node=${encodeURIComponent(id)}`;
  const answer = await fetch(address);
  await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
}

async function time(question: string, ids: readonly string[], run: Ask): Promise<Times> {
  const begin = process.cpuUsage();
  const times: number[] = [];
  for (const id of ids) {
    const start = performance.now();
    const answer = run(id);
    if (answer instanceof Promise) await answer;
    times.push(performance.now() - start);
  }
  const meanCpu = (1000 * seconds(begin)) / ids.length;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)]!;
  return { question, asked: ids.length, p50: at(0.5), p99: at(0.99), meanCpu };
}

function seconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
