/** Connected components, largest first; ties by the smallest node key. Inside a component nodes are sorted. */
import type { AbstractGraph } from "graphology-types";
import { compareText } from "./order.ts";

export function connectedComponents(graph: AbstractGraph): string[][] {
  const seen = new Set<string>();
  const components: string[][] = [];
  graph.forEachNode((start) => {
    if (seen.has(start)) return;
    seen.add(start);
    const component = [start];
    for (let i = 0; i < component.length; i++) {
      graph.forEachNeighbor(component[i]!, (neighbor) => {
        if (seen.has(neighbor)) return;
        seen.add(neighbor);
        component.push(neighbor);
      });
    }
    components.push(component.sort(compareText));
  });
  return components.sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!));
}
