/** What the filters of the legend let through; the window of time is not among them, it only hides and shows. */
import type { EventNode, NodeAttributes } from "../../src/graph/attributes.ts";
import type { Evidence } from "../../src/model.ts";
import type { Network } from "../data/network.ts";
import { countryOf, isEvent } from "../data/nodes.ts";
import type { ViewState } from "../state/view-state.ts";

export type FilterState = Pick<
  ViewState,
  "hiddenKinds" | "hiddenActs" | "hiddenStatuses" | "countries" | "outlets" | "minStories"
>;

export interface Filter {
  node(id: string): boolean;
  /** The same without the filter by kind: what the legend counts. */
  nodeOfAnyKind(id: string): boolean;
  evidence(evidence: readonly Evidence[]): boolean;
}

export function createFilter(network: Network, state: FilterState): Filter {
  const { graph } = network;
  const kinds = new Set<string>(state.hiddenKinds);
  const acts = new Set<string>(state.hiddenActs);
  const statuses = new Set<string>(state.hiddenStatuses);
  const countries = new Set<string>(state.countries);
  const outlets = new Set(state.outlets);
  const evidence = (items: readonly Evidence[]): boolean =>
    outlets.size === 0 || items.some((item) => outlets.has(network.outletOf(item)));
  const ofCountry = (id: string, node: NodeAttributes): boolean => {
    if (countries.size === 0) return true;
    const own = countryOf(node);
    if (own !== undefined) return countries.has(own);
    if (!isEvent(node)) return false;
    return graph.someNeighbor(id, (_, neighbor) => countries.has(countryOf(neighbor) ?? ""));
  };
  const event = ({ act, status }: EventNode): boolean => !acts.has(act) && !statuses.has(status);
  const nodeOfAnyKind = (id: string): boolean => {
    const node = graph.getNodeAttributes(id);
    if (node.stories < state.minStories) return false;
    if (isEvent(node) && !event(node)) return false;
    return ofCountry(id, node) && evidence(node.evidence);
  };
  return {
    nodeOfAnyKind,
    node: (id) => !kinds.has(graph.getNodeAttribute(id, "kind")) && nodeOfAnyKind(id),
    evidence,
  };
}
