/** What the map shows: how much each country and place is in the news, and who does what to whom between countries. */
import { projectCountries } from "../../src/graph/project.ts";
import { nameKey } from "../../src/text/fold.ts";
import { lazy } from "../data/lazy.ts";
import type { DaySpan, Network } from "../data/network.ts";
import { countryOf, isEvent } from "../data/nodes.ts";
import { createFilter } from "../scene/filter.ts";
import { ACT_TONES, type Tone } from "../scene/words.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Point, World } from "./world.ts";

export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly kind: "country" | "place";
  readonly point: Point;
  readonly weight: number;
}

export interface Flow {
  readonly source: string;
  readonly target: string;
  readonly tone: Tone;
  readonly directed: boolean;
  readonly events: number;
}

export interface Flows {
  readonly nodes: readonly MapNode[];
  readonly flows: readonly Flow[];
}

const MOST_FLOWS = 80;

export function createFlows(
  network: Network,
): (world: World, state: ViewState, window: DaySpan | undefined) => Flows {
  const projected = lazy(() => projectCountries(network.graph, { all: true }));
  return (world, state, window) => {
    const { graph } = network;
    const filter = createFilter(network, { ...state, hiddenKinds: [] });
    const events = new Set(
      network.events.filter((id) => {
        if (!filter.node(id)) return false;
        const [from, to] = network.nodeDays(id);
        return window === undefined || (from >= 0 && to >= window[0] && from <= window[1]);
      }),
    );
    const countryNode = new Map<string, string>();
    const nodes: MapNode[] = [];
    for (const id of network.actors) {
      const node = graph.getNodeAttributes(id);
      const code = countryOf(node);
      if (code === undefined || (node.kind !== "country" && node.kind !== "place")) continue;
      if (state.hiddenKinds.includes(node.kind)) continue;
      const point =
        node.kind === "country"
          ? world.countries[code]
          : placePoint(world, [node.name, ...node.aliases], code);
      const weight = graph.filterNeighbors(
        id,
        (other, attributes) => isEvent(attributes) && events.has(other),
      ).length;
      if (point === undefined || weight === 0) continue;
      if (node.kind === "country") countryNode.set(code, id);
      nodes.push({ id, name: node.name, kind: node.kind, point, weight });
    }
    const totals = new Map<string, { flow: Omit<Flow, "events">; events: number }>();
    for (const { source, target, act, directed, ids } of projected()) {
      const from = countryNode.get(source);
      const to = countryNode.get(target);
      const count = ids.filter((id) => events.has(id)).length;
      if (from === undefined || to === undefined || count === 0) continue;
      const tone = ACT_TONES[act];
      const key = `${from} ${to} ${tone} ${directed}`;
      const total = totals.get(key);
      if (total === undefined)
        totals.set(key, { flow: { source: from, target: to, tone, directed }, events: count });
      else total.events += count;
    }
    const flows = [...totals.values()]
      .map(({ flow, events: count }): Flow => ({ ...flow, events: count }))
      .sort(
        (a, b) =>
          b.events - a.events ||
          (`${a.source}${a.target}${a.tone}` < `${b.source}${b.target}${b.tone}` ? -1 : 1),
      )
      .slice(0, MOST_FLOWS);
    return { nodes: nodes.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)), flows };
  };
}

function placePoint(world: World, names: readonly string[], code: string): Point | undefined {
  for (const name of names) {
    const point = world.places[`${nameKey(name)} ${code}`];
    if (point !== undefined) return point;
  }
  return undefined;
}
