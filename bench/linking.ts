/**
 * `node .tools/bench/linking.js [most]`: linking 1,000 to `most` (100,000) synthetic analyses. Cost per article must hardly
 * grow: `ms/article of the last` is what the articles since the line above cost.
 */
import { nodeData } from "../src/lexicon/node-data.ts";
import { Linker } from "../src/linking/index.ts";
import { syntheticAnalyses } from "./synthetic-analyses.ts";

const SIZES = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
const most = Number(process.argv[2] ?? 100_000);
const data = nodeData();
link(1_000);

let before = { size: 0, seconds: 0 };
console.log("articles  seconds  ms/article  ms/article of the last  entities  events  heap MB");
for (const size of SIZES.filter((each) => each <= most)) {
  const { seconds, entities, events, heap } = link(size);
  const last = (1000 * (seconds - before.seconds)) / (size - before.size);
  const cells = [
    size,
    seconds.toFixed(1),
    ((1000 * seconds) / size).toFixed(2),
    last.toFixed(2),
    entities,
    events,
    heap,
  ];
  console.log(cells.map((cell) => String(cell).padStart(9)).join(" "));
  before = { size, seconds };
}

function link(size: number): { seconds: number; entities: number; events: number; heap: number } {
  const linker = new Linker(data);
  const started = process.cpuUsage();
  for (const analysis of syntheticAnalyses(size)) linker.add(analysis);
  const { entities, events } = linker.finish();
  const { user } = process.cpuUsage(started);
  const heap = Math.round(process.memoryUsage().heapUsed / 1e6);
  return { seconds: user / 1e6, entities: entities.length, events: events.length, heap };
}
