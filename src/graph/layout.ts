/**
 * Positions, computed once when the graph is built, so that a picture opens finished and is the same every
 * time.
 *
 * Each connected component: Louvain communities (Blondel et al. 2008) -> circle packing by community ->
 * ForceAtlas2 (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679) in LinLog mode with Barnes-Hut theta 1.2.
 * Against ForceAtlas2's defaults from a random start this keeps more of a node's neighbors near it on sparse
 * modular graphs, at under half the time. Components are then laid in rows below the largest, and nodes without
 * an edge are parked in a grid at the foot: far-away stragglers would take two thirds of the picture.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import circlepack from "graphology-layout/circlepack.js";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { NewsGraph } from "./attributes.ts";
import { connectedComponents } from "./components.ts";
import { isHidden } from "./kinds.ts";
import { createRandom } from "./random.ts";

/** Side of the square that one node gets on average. */
const SPACING = 20;
/** Space between two components. */
const GAP = 40;
const PARKED_GAP = 16;
/** Mentions side by side say less than a role in an event. */
const HIDDEN_SHARE = 0.3;

interface Layout {
  readonly keys: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

type Skeleton = UndirectedGraph<{ size: number }, { weight: number }>;

/** Sets `x` and `y` of every node. The same graph and seed give the same bits. */
export function layOut(graph: NewsGraph, seed?: number): void {
  const skeleton = toSkeleton(graph);
  const components = connectedComponents(skeleton);
  const placed = components
    .filter((keys) => keys.length > 1)
    .map((keys) => layOutComponent(skeleton, keys, seed));
  const parked = components.filter((keys) => keys.length === 1).map((keys) => keys[0]!);
  const width = Math.max(
    placed[0]?.width ?? 0,
    Math.sqrt(placed.reduce((area, { width, height }) => area + width * height, 0)) * 1.2,
    Math.sqrt(parked.length) * PARKED_GAP * 2,
  );
  const foot = placeInRows(graph, placed, width);
  park(graph, parked, width, foot);
}

/** Lays a graph out that comes without positions, as one does that was built without them. */
export function ensureLayout(graph: NewsGraph): void {
  if (graph.someNode((_, { x, y }) => x === undefined || y === undefined)) layOut(graph);
}

/** One undirected edge a pair; a heavy pair pulls more, but not in proportion. */
function toSkeleton(graph: NewsGraph): Skeleton {
  const skeleton: Skeleton = new UndirectedGraph();
  graph.forEachNode((key, { size }) => skeleton.addNode(key, { size: size ?? 1 }));
  graph.forEachEdge((_, { kind, weight }, source, target) => {
    if (source === target) return;
    const pull = (1 + Math.log2(weight)) * (isHidden(kind) ? HIDDEN_SHARE : 1);
    skeleton.updateEdge(source, target, (edge) => ({ weight: (edge.weight ?? 0) + pull }));
  });
  return skeleton;
}

function layOutComponent(skeleton: Skeleton, keys: readonly string[], seed?: number): Layout {
  const part: Skeleton = new UndirectedGraph();
  for (const key of keys) part.addNode(key, { ...skeleton.getNodeAttributes(key) });
  for (const key of keys) {
    skeleton.forEachEdge(key, (_, { weight }, source, target) => {
      if (source === key) part.addEdge(source, target, { weight });
    });
  }
  louvain.assign(part, { rng: createRandom(seed), getEdgeWeight: "weight" });
  circlepack.assign(part, {
    hierarchyAttributes: ["community"],
    rng: createRandom(seed),
  });
  forceAtlas2.assign(part, {
    iterations: iterationsFor(keys.length),
    getEdgeWeight: "weight",
    settings: {
      linLogMode: true,
      gravity: 1,
      scalingRatio: 10,
      slowDown: 1,
      barnesHutOptimize: keys.length > 100,
      barnesHutTheta: 1.2,
    },
  });
  return normalize(part, keys);
}

/** 400 rounds where they are cheap; about ten seconds of work at 100,000 nodes. */
function iterationsFor(nodes: number): number {
  return Math.max(40, Math.min(400, Math.round(3_000_000 / nodes)));
}

/** Shifts the box of a component to 0,0 and scales it to the area that its number of nodes deserves. */
function normalize(part: Skeleton, keys: readonly string[]): Layout {
  const x = new Float64Array(keys.length);
  const y = new Float64Array(keys.length);
  keys.forEach((key, i) => {
    x[i] = part.getNodeAttribute(key, "x" as never) as number;
    y[i] = part.getNodeAttribute(key, "y" as never) as number;
  });
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const side = Math.sqrt(keys.length) * SPACING;
  const scale = side / Math.max(right - left, bottom - top, 1e-9);
  for (let i = 0; i < keys.length; i++) {
    x[i] = (x[i]! - left) * scale;
    y[i] = (y[i]! - top) * scale;
  }
  return { keys, x, y, width: (right - left) * scale, height: (bottom - top) * scale };
}

/**
 * Reads top to bottom, as text does; sigma's y grows upward, so rows go down to negative y. Returns the lowest
 * y.
 */
function placeInRows(graph: NewsGraph, layouts: readonly Layout[], width: number): number {
  let left = 0;
  let top = 0;
  let rowHeight = 0;
  for (const layout of layouts) {
    if (left > 0 && left + layout.width > width) {
      top -= rowHeight + GAP;
      left = 0;
      rowHeight = 0;
    }
    layout.keys.forEach((key, i) => {
      setPosition(graph, key, left + layout.x[i]!, top - layout.y[i]!);
    });
    left += layout.width + GAP;
    rowHeight = Math.max(rowHeight, layout.height);
  }
  return top - rowHeight;
}

function park(graph: NewsGraph, keys: readonly string[], width: number, foot: number): void {
  const columns = Math.max(1, Math.floor(width / PARKED_GAP));
  keys.forEach((key, i) => {
    const row = Math.floor(i / columns);
    setPosition(graph, key, (i % columns) * PARKED_GAP, foot - GAP - row * PARKED_GAP);
  });
}

/** Two decimals: finer than any screen, and half the bytes. */
function setPosition(graph: NewsGraph, key: string, x: number, y: number): void {
  graph.mergeNodeAttributes(key, { x: round(x), y: round(y) });
}

function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? 0 : rounded;
}

function extent(values: Float64Array): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
