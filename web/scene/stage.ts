/** The opening picture of each reading is arranged when it is first seen; everything else takes its seat in it. */
import { betweenness } from "../../src/graph/betweenness.ts";
import { pagerank } from "../../src/graph/pagerank.ts";
import { lazy } from "../data/lazy.ts";
import type { Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { isSame } from "../state/store.ts";
import { type Reading, SCENE_KEYS, type SizeBy, type ViewState } from "../state/view-state.ts";
import { arrange, extentOf, type Spots, seat } from "./arrange.ts";
import { composeScene, type Scene } from "./scene.ts";

export interface Stage {
  extent(reading: Reading): { x: [number, number]; y: [number, number] };
  spots(reading: Reading, scene: Scene): Spots;
}

/** `first`: the scene of the state in which the viewer opens, which mostly is the opening picture itself. */
export function createStage(
  network: Network,
  initial: ViewState,
  first?: { readonly state: ViewState; readonly scene: Scene },
): Stage {
  const compose = (state: ViewState): Scene =>
    first !== undefined && isSameScene(first.state, state)
      ? first.scene
      : composeScene(network, state);
  const opening = (reading: Reading) =>
    lazy(() => {
      const scene = compose({ ...initial, reading });
      return arrange(scene.nodes, scene.edges, new Map());
    });
  const openings = { events: opening("events"), actors: opening("actors") };
  return {
    extent: (reading) => extentOf(openings[reading]()),
    spots: (reading, { nodes, edges }) => seat(nodes, edges, openings[reading]()),
  };
}

function isSameScene(a: ViewState, b: ViewState): boolean {
  return ([...SCENE_KEYS, "focus"] as const).every((key) => isSame(a[key], b[key]));
}

const EVENT_RANK_SHARE = 0.3;

/** What the size of a node may stand for; the costly ones are computed when they are first asked for. */
export function createMeasures(network: Network): Readonly<Record<SizeBy, (id: string) => number>> {
  const { graph } = network;
  const ranks = lazy(() => pagerank(graph));
  const bridges = lazy(() => betweenness(graph));
  return {
    stories: (id) => graph.getNodeAttribute(id, "stories"),
    degree: (id) => graph.degree(id),
    pagerank: (id) =>
      (isEvent(graph.getNodeAttributes(id)) ? EVENT_RANK_SHARE : 1) * (ranks().get(id) ?? 0),
    betweenness: (id) => bridges().get(id) ?? 0,
  };
}
