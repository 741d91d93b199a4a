/**
 * Where things stand in a picture. The opening picture of a reading is arranged once, from the positions that the build computed: ForceAtlas2 over
 * the lines that are really drawn, stretched to the shape of a screen, then nodes that overlap are pushed apart. Whatever a filter, a search or an
 * expansion adds comes beside its neighbors and moves nobody: what has been seen stays where it was seen. No randomness: the same graph and the
 * same state give the same picture.
 */
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { radiusOf } from "./radius.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Spots = ReadonlyMap<string, Spot>;

/** The picture is arranged for a sheet of this size, in pixels at the opening zoom. */
const WIDTH = 800;
const HEIGHT = 830;
const ROUNDS = 300;
const ROUNDS_AGAIN = 80;
/** Free space around a node; more to the sides, where its label stands. */
const MARGIN = 11;
const WIDER = 1.6;
/** The most that two nodes can ask for: the grid in which neighbors are looked up. */
const CELL_X = 80;
const CELL_Y = 50;
const PUSHES = 120;
/** How much of a position is its rank among all: evens out the crowd in the middle. */
const EVENNESS = 0.5;
/** With more newcomers than this share the picture is arranged anew, starting from where things stand. */
const MANY_NEWCOMERS = 0.4;
/** A larger picture stands as the build has laid it out: to arrange it takes seconds. */
const MOST_TO_ARRANGE = 2500;
const GOLDEN_ANGLE = 2.399963;

export function arrange(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  from: Spots,
  isAgain = false,
): Map<string, Spot> {
  if (nodes.length === 0) return new Map();
  if (nodes.length > MOST_TO_ARRANGE) return asBuilt(nodes);
  const graph = new MultiDirectedGraph<Spot, { weight: number }>();
  nodes.forEach(({ id, x, y }, i) => {
    const spot = from.get(id) ?? { x, y };
    // Exactly equal spots would never part.
    graph.addNode(id, { x: spot.x + Math.cos(i) * 0.01, y: spot.y + Math.sin(i) * 0.01 });
  });
  for (const { id, source, target, stories, style } of edges) {
    const weight = style === "setting" ? 0.5 : 1 + Math.log2(Math.max(stories, 1));
    graph.addEdgeWithKey(id, source, target, { weight });
  }
  forceAtlas2.assign(graph, {
    iterations: isAgain ? ROUNDS_AGAIN : ROUNDS,
    getEdgeWeight: "weight",
    settings: {
      linLogMode: true,
      gravity: 1.5,
      scalingRatio: 10,
      slowDown: 1,
      barnesHutOptimize: nodes.length > 200,
      barnesHutTheta: 1.2,
    },
  });
  const spots = new Map<string, { x: number; y: number }>();
  graph.forEachNode((id, { x, y }) => spots.set(id, { x, y }));
  fitToSheet(spots);
  pushApart(spots, sizesOf(nodes), () => true);
  return spots;
}

function asBuilt(nodes: readonly SceneNode[]): Map<string, Spot> {
  const spots = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
  fitToSheet(spots);
  return spots;
}

/** Keeps everybody who has a spot; newcomers stand beside their neighbors. */
export function seat(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  known: Spots,
): Map<string, Spot> {
  if (nodes.length > MOST_TO_ARRANGE) return asBuilt(nodes);
  const newcomers = nodes.filter(({ id }) => !known.has(id));
  if (newcomers.length > nodes.length * MANY_NEWCOMERS && nodes.length > 20) {
    return arrange(nodes, edges, beside(nodes, edges, known), true);
  }
  const spots = beside(nodes, edges, known);
  const isNew = new Set(newcomers.map(({ id }) => id));
  if (isNew.size > 0) pushApart(spots, sizesOf(nodes), (id) => isNew.has(id));
  return spots;
}

function beside(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  known: Spots,
): Map<string, { x: number; y: number }> {
  const spots = new Map<string, { x: number; y: number }>();
  for (const { id } of nodes) {
    const spot = known.get(id);
    if (spot !== undefined) spots.set(id, { ...spot });
  }
  const neighbors = new Map<string, string[]>();
  for (const { source, target } of edges) {
    for (const [a, b] of [
      [source, target],
      [target, source],
    ] as const) {
      const list = neighbors.get(a);
      if (list === undefined) neighbors.set(a, [b]);
      else list.push(b);
    }
  }
  // A newcomer may hang on another one: those with a seated neighbor first, then around again.
  let waiting = nodes.filter(({ id }) => !spots.has(id));
  for (let round = 0; waiting.length > 0 && round < 4; round++) {
    const isLast = round === 3;
    waiting = waiting.filter(({ id }, i) => {
      const seated = (neighbors.get(id) ?? []).flatMap((other) => spots.get(other) ?? []);
      if (seated.length === 0 && !isLast) return true;
      const middle = seated.length === 0 ? { x: 0, y: 0 } : mean(seated);
      const far = seated.length > 1 ? 14 : 45;
      const angle = i * GOLDEN_ANGLE;
      spots.set(id, { x: middle.x + Math.cos(angle) * far, y: middle.y + Math.sin(angle) * far });
      return false;
    });
  }
  return spots;
}

function mean(spots: readonly Spot[]): Spot {
  let x = 0;
  let y = 0;
  for (const spot of spots) {
    x += spot.x / spots.length;
    y += spot.y / spots.length;
  }
  return { x, y };
}

/** About what they are drawn with. */
function sizesOf(nodes: readonly SceneNode[]): Map<string, number> {
  const most = Math.max(...nodes.map(({ stories }) => stories), 1);
  return new Map(nodes.map(({ id, kind, stories }) => [id, radiusOf(kind, stories / most)]));
}

/** Half of a coordinate is its rank: stragglers cannot squeeze the rest, and the crowd in the middle gets air. */
function fitToSheet(spots: Map<string, { x: number; y: number }>): void {
  const crowd = Math.max(1, Math.sqrt(spots.size / 180));
  const last = Math.max(spots.size - 1, 1);
  for (const [axis, size] of [
    ["x", WIDTH],
    ["y", HEIGHT],
  ] as const) {
    const sorted = [...spots.values()].sort((a, b) => a[axis] - b[axis]);
    const cut = Math.floor(sorted.length / 40);
    const low = sorted[cut]![axis];
    const high = sorted[sorted.length - 1 - cut]![axis];
    sorted
      .map((spot, rank) => {
        const linear = (spot[axis] - (low + high) / 2) / Math.max(high - low, 1e-9);
        const bounded = Math.max(-0.5, Math.min(0.5, linear));
        const even = rank / last - 0.5;
        return size * crowd * (EVENNESS * even + (1 - EVENNESS) * bounded);
      })
      .forEach((value, rank) => {
        sorted[rank]![axis] = value;
      });
  }
}

/** Neighbors are found through a grid: near-linear however many there are. */
function pushApart(
  spots: Map<string, { x: number; y: number }>,
  sizes: ReadonlyMap<string, number>,
  mayMove: (id: string) => boolean,
): void {
  const list = [...spots].map(
    ([id, spot]): Body => ({ spot, size: sizes.get(id) ?? 5, isFree: mayMove(id) }),
  );
  for (let push = 0; push < PUSHES; push++) {
    const cells = new Map<number, number[]>();
    const cellOf = (x: number, y: number): number =>
      Math.floor(x / CELL_X) * 65536 + Math.floor(y / CELL_Y);
    list.forEach(({ spot }, i) => {
      const key = cellOf(spot.x, spot.y);
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [i]);
      else cell.push(i);
    });
    let hasMoved = false;
    list.forEach((a, i) => {
      for (let column = -1; column <= 1; column++) {
        for (let row = -1; row <= 1; row++) {
          const near = cells.get(cellOf(a.spot.x + column * CELL_X, a.spot.y + row * CELL_Y));
          for (const j of near ?? []) {
            if (j <= i) continue;
            const b = list[j]!;
            if (!a.isFree && !b.isFree) continue;
            hasMoved = part(a, b) || hasMoved;
          }
        }
      }
    });
    if (!hasMoved) return;
  }
}

interface Body {
  readonly spot: { x: number; y: number };
  readonly size: number;
  readonly isFree: boolean;
}

function part(a: Body, b: Body): boolean {
  const apart = a.size + b.size + MARGIN;
  const dx = (b.spot.x - a.spot.x) / WIDER || 1e-3;
  const dy = b.spot.y - a.spot.y || 1e-3;
  const far = Math.hypot(dx, dy);
  if (far >= apart) return false;
  const push = ((apart - far) / far) * (a.isFree && b.isFree ? 0.5 : 1);
  if (a.isFree) {
    a.spot.x -= dx * push * WIDER;
    a.spot.y -= dy * push;
  }
  if (b.isFree) {
    b.spot.x += dx * push * WIDER;
    b.spot.y += dy * push;
  }
  return true;
}

export function extentOf(spots: Spots): { x: [number, number]; y: [number, number] } {
  const x: [number, number] = [-WIDTH / 2, WIDTH / 2];
  const y: [number, number] = [-HEIGHT / 2, HEIGHT / 2];
  for (const spot of spots.values()) {
    x[0] = Math.min(x[0], spot.x);
    x[1] = Math.max(x[1], spot.x);
    y[0] = Math.min(y[0], spot.y);
    y[1] = Math.max(y[1], spot.y);
  }
  return { x, y };
}
