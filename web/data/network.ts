/** A graph as the viewer asks for it: the query API, and indexes over articles, days and outlets that are made once. */
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { communities } from "../../src/graph/communities.ts";
import { type ProjectedEdge, type ProjectOptions, project } from "../../src/graph/project.ts";
import { createContext } from "../../src/graph/query/context.ts";
import { find } from "../../src/graph/query/find.ts";
import { paths } from "../../src/graph/query/paths.ts";
import { createTerrain } from "../../src/graph/query/terrain.ts";
import type { NewsQuery, Path } from "../../src/graph/query/types.ts";
import { daysOfEdge, daysOfNode } from "../../src/graph/query/window.ts";
import type { ArticleRecord, CountryCode, Evidence } from "../../src/model.ts";
import { dayNumber } from "./days.ts";
import { lazy } from "./lazy.ts";
import { countryOf } from "./nodes.ts";
import { printerOf, sourceOf } from "./source.ts";

/** First and last day as numbers; both -1 when nothing is known. */
export type DaySpan = readonly [from: number, to: number];

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly name: string;
  readonly count: number;
}

export interface Network {
  readonly graph: NewsGraph;
  readonly actors: readonly string[];
  readonly events: readonly string[];
  /** Of all the articles, also of what is not here. */
  readonly stories: number;
  /** What the whole graph holds; more than is here when only a part of it was sent. */
  readonly whole: {
    readonly actors: number;
    readonly events: number;
    readonly articles: number;
    readonly isHere: boolean;
  };
  /** Of all evidence. */
  readonly days: DaySpan;
  readonly outlets: readonly Choice[];
  readonly countries: readonly Choice<CountryCode>[];
  article(id: string): ArticleRecord | undefined;
  outletOf(evidence: Evidence): string;
  /** For people: the outlet, or else where the text came from. */
  sourceOf(evidence: Evidence): string;
  /** Ids of articles of one outlet. */
  nodeDays(id: string): DaySpan;
  edgeDays(id: string): DaySpan;
  /** Who does what to whom, with planned and denied events; of a large graph better only in a scope. */
  pairs(scope?: PairScope): readonly ProjectedEdge[];
  /** Number of the community of a node; 0 is the largest. */
  communityOf(id: string): number;
  communityNames(): readonly string[];
  /** By name or alias. */
  find: NewsQuery["find"];
  /** The best chains from one node to another. */
  paths(from: string, to: string): readonly Path[];
}

export type PairScope = Pick<ProjectOptions, "among" | "events">;

/** Where a graph is here in part, the server knows the paths. */
export type KnownPaths = (from: string, to: string) => readonly Path[] | undefined;

export const NO_OUTLET = "unknown outlet";
const PATHS = 3;
const UNKNOWN: DaySpan = [-1, -1];

export function createNetwork(graph: NewsGraph, knownPaths: KnownPaths = () => undefined): Network {
  const articles = new Map(graph.getAttribute("articles").map((article) => [article.id, article]));
  const actors: string[] = [];
  const events: string[] = [];
  graph.forEachNode((id, { kind }) => {
    if (kind === "event") events.push(id);
    else if (kind !== "article") actors.push(id);
  });
  const pairs = lazy(() => project(graph, { all: true }));
  const groups = lazy(() => communities(graph));
  const groupOf = lazy(
    () => new Map(groups().flatMap(({ id, members }) => members.map((member) => [member, id]))),
  );
  const context = createContext(graph);
  const isHere = graph.getAttribute("part") === undefined;
  const { counts } = graph.getAttributes();
  const whole = {
    actors: isHere ? actors.length : (counts.entities ?? actors.length),
    events: isHere ? events.length : (counts.events ?? events.length),
    articles: isHere ? articles.size : (counts.articles ?? articles.size),
    isHere,
  };
  const storiesHere = new Set([...articles.values()].map(({ reprintGroup }) => reprintGroup)).size;
  const terrain = createTerrain(graph);
  return {
    graph,
    actors,
    events,
    whole,
    stories: isHere ? storiesHere : (counts.stories ?? storiesHere),
    paths: (from, to) => knownPaths(from, to) ?? paths(context, from, to, { limit: PATHS }),
    days: extent(graph),
    outlets: listOutlets(articles),
    countries: listCountries(graph, actors),
    article: (id) => articles.get(id),
    outletOf({ article }) {
      const record = articles.get(article);
      return (record && printerOf(record)) ?? NO_OUTLET;
    },
    sourceOf({ article }) {
      const record = articles.get(article);
      return record === undefined ? NO_OUTLET : sourceOf(record);
    },
    nodeDays: (id) => toSpan(daysOfNode(graph.getNodeAttributes(id))),
    edgeDays: (id) => toSpan(daysOfEdge(terrain, graph.source(id), graph.target(id), id)),
    pairs: (scope) => (scope === undefined ? pairs() : project(graph, { ...scope, all: true })),
    communityOf: (id) => groupOf().get(id) ?? 0,
    find: (text, options) => find(context, text, options),
    communityNames: () => groups().map(({ name }) => name),
  };
}

function toSpan({ from, to }: { readonly from?: string; readonly to?: string }): DaySpan {
  const first = from ?? to;
  const last = to ?? from;
  return first === undefined || last === undefined ? UNKNOWN : [dayNumber(first), dayNumber(last)];
}

/** Of publication and of what is told: a summit may lie ahead. */
function extent(graph: NewsGraph): DaySpan {
  let first: string | undefined;
  let last: string | undefined;
  graph.forEachNode((_, node) => {
    for (const day of [node.first, node.last]) {
      if (day === undefined) continue;
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
    }
  });
  return first === undefined || last === undefined ? UNKNOWN : [dayNumber(first), dayNumber(last)];
}

function listOutlets(articles: ReadonlyMap<string, ArticleRecord>): Choice[] {
  return tally([...articles.values()].map((article) => printerOf(article) ?? NO_OUTLET)).map(
    ([value, count]) => ({
      value,
      name: value,
      count,
    }),
  );
}

function listCountries(graph: NewsGraph, actors: readonly string[]): Choice<CountryCode>[] {
  const names = new Map<string, string>();
  const codes: string[] = [];
  for (const id of actors) {
    const node = graph.getNodeAttributes(id);
    const code = countryOf(node);
    if (code === undefined) continue;
    codes.push(code);
    if (node.kind === "country") names.set(code, node.name);
  }
  return tally(codes).map(([value, count]) => ({ value, name: names.get(value) ?? value, count }));
}

function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
