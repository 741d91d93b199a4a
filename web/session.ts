/** The open graph and what follows from it and from the state: the network with the corrections, where things stand, what the picture holds. */
import type { NewsGraph } from "../src/graph/attributes.ts";
import { applyDecisions } from "./correct/lines.ts";
import { createNetwork, type KnownPaths, type Network } from "./data/network.ts";
import { focusIds } from "./scene/focus.ts";
import { composeScene, type Scene } from "./scene/scene.ts";
import { createMeasures, createStage, type Stage } from "./scene/stage.ts";
import type { SizeBy, ViewState } from "./state/view-state.ts";

export interface Session {
  /** Without the corrections. */
  readonly original: NewsGraph;
  readonly network: Network;
  readonly stage: Stage;
  readonly scene: Scene;
  readonly measures: Readonly<Record<SizeBy, (id: string) => number>>;
  /** The corrections have changed: a picture of its own. */
  decide(state: ViewState): void;
  /** More of the same graph has come: everybody keeps their place. */
  grow(graph: NewsGraph, state: ViewState): void;
  compose(state: ViewState): void;
  /** Whether the focus is on somebody whom the picture lacks. */
  lacks(state: ViewState): boolean;
}

export function createSession(
  graph: NewsGraph,
  initial: ViewState,
  state: ViewState,
  knownPaths: KnownPaths,
): Session {
  let original = graph;
  let network = read(state);
  let measures = createMeasures(network);
  let scene = composeScene(network, state);
  let stage = createStage(network, initial, { state, scene });

  function read({ decisions }: ViewState): Network {
    return createNetwork(applyDecisions(original, decisions), knownPaths);
  }

  function renew(next: ViewState): void {
    network = read(next);
    measures = createMeasures(network);
    scene = composeScene(network, next);
  }

  return {
    get original() {
      return original;
    },
    get network() {
      return network;
    },
    get stage() {
      return stage;
    },
    get scene() {
      return scene;
    },
    get measures() {
      return measures;
    },
    decide(next) {
      renew(next);
      stage = createStage(network, initial, { state: next, scene });
    },
    grow(more, next) {
      original = more;
      renew(next);
    },
    compose(next) {
      scene = composeScene(network, next);
    },
    lacks({ focus }) {
      const present = new Set(scene.nodes.map(({ id }) => id));
      return focus?.type === "path" || focusIds(network, focus).some((id) => !present.has(id));
    },
  };
}
