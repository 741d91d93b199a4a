/**
 * A graph of exactly so many nodes and edges, shaped like news: a quarter are actors of whom few are in most events, the rest events of two years;
 * each node and edge with one sentence. For what draws and sends graphs; `synthetic-knowledge.ts` is for what makes them.
 */
import { MultiDirectedGraph } from "graphology";
import type { NewsGraph } from "../src/graph/attributes.ts";
import { createRandom } from "../src/graph/random.ts";
import type { Act, EntityKind, Evidence, IsoDate } from "../src/model.ts";

const KINDS: readonly EntityKind[] = ["person", "person", "organization", "country", "place"];
const ACTS: readonly Act[] = ["CONSULT", "ACCUSE", "SANCTION", "AID", "ASSAULT", "AGREE"];
const ACTOR_SHARE = 0.25;
const DAYS = 730;
const NEIGHBORHOOD = 60;
const DAY_MS = 86_400_000;

export function syntheticGraph(nodes: number, edges: number, seed = 7): NewsGraph {
  const random = createRandom(seed);
  const graph: NewsGraph = new MultiDirectedGraph();
  const actors = Math.round(nodes * ACTOR_SHARE);
  const articles = Math.ceil(nodes / 4);
  const dayOf = (article: number): IsoDate =>
    new Date(Date.UTC(2022, 0, 1) + ((article * 7919) % DAYS) * DAY_MS).toISOString().slice(0, 10);
  // Plain literals, so that objects have few shapes, as those of a graph that is built or read have: V8 gives each object that begins with a spread
  // a hidden class of its own, and what reads such objects is four times slower.
  const cite = (article: number, quote: string): Evidence => ({
    article: `a${article}`,
    start: 0,
    end: quote.length,
    quote,
    kind: "body",
    published: dayOf(article),
    rule: "synthetic",
  });
  for (let i = 0; i < actors; i++) {
    graph.addNode(`person:${i}`, {
      kind: KINDS[i % KINDS.length]!,
      name: `Actor ${i}`,
      aliases: [],
      stories: 1 + Math.floor(articles / (10 * (i + 1))),
      evidence: [cite(i % articles, `Actor ${i} spoke.`)],
      first: dayOf(0),
      last: dayOf(1),
      x: random() * 1000,
      y: random() * 1000,
    });
  }
  for (let i = actors; i < nodes; i++) {
    const day = dayOf(i % articles);
    const act = ACTS[i % ACTS.length]!;
    graph.addNode(`event:${i}`, {
      kind: "event",
      name: `Event ${i}`,
      aliases: [],
      act,
      plover: act,
      told: {},
      status: i % 7 === 0 ? "planned" : "actual",
      polarity: "asserted",
      stories: 1 + (i % 3),
      from: day,
      to: day,
      first: day,
      last: day,
      x: random() * 1000,
      y: random() * 1000,
      evidence: [cite(i % articles, `It happened, ${i}.`)],
    });
  }
  const events = nodes - actors;
  for (let i = 0; i < edges; i++) {
    const event = actors + (i % events);
    // Half of the ends are of the event's own neighborhood, half of the known few.
    const near = (event * NEIGHBORHOOD + Math.floor(random() * NEIGHBORHOOD)) % actors;
    const known = Math.floor(actors * random() ** 4);
    const actor = random() < 0.5 ? near : known;
    const article = event % articles;
    graph.addEdgeWithKey(`e${i}`, `person:${actor}`, `event:${event}`, {
      kind: i % 3 === 0 ? "actor" : "participant",
      weight: 1 + (i % 3),
      first: dayOf(article),
      last: dayOf(article),
      evidence: [cite(article, `Actor ${actor} in ${event}.`)],
    });
  }
  graph.replaceAttributes({
    ...{ format: 1, generator: "bench", inputs: `synthetic-${nodes}-${edges}`, notes: [] },
    counts: { articles, stories: articles, entities: actors, events, edges },
    articles: Array.from({ length: articles }, (_, i) => ({
      ...{ id: `a${i}`, title: `Article ${i}`, origin: `${i}.html`, reprintGroup: `a${i}` },
      ...{ published: dayOf(i), outlet: `Outlet ${i % 9}` },
    })),
  });
  return graph;
}
