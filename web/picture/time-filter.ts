/**
 * What a window of time hides of a scene. Days lie in flat arrays, lines are hidden by the shader (`stroke-program.ts`), and of the nodes only
 * those that come or go are reported: one step through a large scene costs two passes over numbers and a partial refresh of few nodes.
 */
import type { DaySpan } from "../data/network.ts";
import type { Scene } from "../scene/scene.ts";
import { isOutside } from "../state/window.ts";

export interface TimeFilter {
  readonly hiddenNodes: ReadonlySet<string>;
  isEdgeHidden(id: string): boolean;
  /** Nodes that have come or gone. */
  apply(window: DaySpan | undefined): string[];
}

export function createTimeFilter({ nodes, edges }: Scene): TimeFilter {
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const daysOf = new Map(edges.map(({ id, days }) => [id, days]));
  const from = Int32Array.from(edges, ({ days }) => days[0]);
  const to = Int32Array.from(edges, ({ days }) => days[1]);
  const source = Int32Array.from(edges, (edge) => index.get(edge.source)!);
  const target = Int32Array.from(edges, (edge) => index.get(edge.target)!);
  const isNodeHidden = new Uint8Array(nodes.length);
  const isAlive = new Uint8Array(nodes.length);
  const hiddenNodes = new Set<string>();
  let shown: DaySpan | undefined;
  return {
    hiddenNodes,
    isEdgeHidden(id) {
      const days = daysOf.get(id);
      return days !== undefined && isOutside(days[0], days[1], shown);
    },
    apply(window) {
      shown = window;
      const changed: string[] = [];
      isAlive.fill(window === undefined ? 1 : 0);
      if (window !== undefined) {
        for (let i = 0; i < from.length; i++) {
          if (isOutside(from[i]!, to[i]!, window)) continue;
          isAlive[source[i]!] = 1;
          isAlive[target[i]!] = 1;
        }
      }
      for (let i = 0; i < nodes.length; i++) {
        const isOut = isAlive[i] === 0;
        if (isOut === (isNodeHidden[i] === 1)) continue;
        isNodeHidden[i] = isOut ? 1 : 0;
        const { id } = nodes[i]!;
        if (isOut) hiddenNodes.add(id);
        else hiddenNodes.delete(id);
        changed.push(id);
      }
      return changed;
    },
  };
}
