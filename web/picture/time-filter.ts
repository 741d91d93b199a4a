/**
 * What a window of time hides of a scene. Days lie in flat arrays and only what changes is reported, so that one step through a large
 * scene costs a pass over numbers and a partial refresh.
 */
import type { DaySpan } from "../data/network.ts";
import type { Scene } from "../scene/scene.ts";

export interface TimeFilter {
  readonly hiddenNodes: ReadonlySet<string>;
  readonly hiddenEdges: ReadonlySet<string>;
  /** What has come or gone. */
  apply(window: DaySpan | undefined): { readonly nodes: string[]; readonly edges: string[] };
}

export function createTimeFilter({ nodes, edges }: Scene): TimeFilter {
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const from = Int32Array.from(edges, ({ days }) => days[0]);
  const to = Int32Array.from(edges, ({ days }) => days[1]);
  const source = Int32Array.from(edges, (edge) => index.get(edge.source)!);
  const target = Int32Array.from(edges, (edge) => index.get(edge.target)!);
  const isEdgeHidden = new Uint8Array(edges.length);
  const isNodeHidden = new Uint8Array(nodes.length);
  const isAlive = new Uint8Array(nodes.length);
  const hiddenNodes = new Set<string>();
  const hiddenEdges = new Set<string>();
  return {
    hiddenNodes,
    hiddenEdges,
    apply(window) {
      const changed = { nodes: [] as string[], edges: [] as string[] };
      isAlive.fill(window === undefined ? 1 : 0);
      for (let i = 0; i < edges.length; i++) {
        // What has no day at all falls into no window.
        const isOut =
          window !== undefined && (from[i]! < 0 || to[i]! < window[0] || from[i]! > window[1]);
        if (!isOut) {
          isAlive[source[i]!] = 1;
          isAlive[target[i]!] = 1;
        }
        if (isOut === (isEdgeHidden[i] === 1)) continue;
        isEdgeHidden[i] = isOut ? 1 : 0;
        flip(hiddenEdges, edges[i]!.id, isOut, changed.edges);
      }
      for (let i = 0; i < nodes.length; i++) {
        const isOut = isAlive[i] === 0;
        if (isOut === (isNodeHidden[i] === 1)) continue;
        isNodeHidden[i] = isOut ? 1 : 0;
        flip(hiddenNodes, nodes[i]!.id, isOut, changed.nodes);
      }
      return changed;
    },
  };
}

function flip(hidden: Set<string>, id: string, isOut: boolean, changed: string[]): void {
  if (isOut) hidden.add(id);
  else hidden.delete(id);
  changed.push(id);
}
