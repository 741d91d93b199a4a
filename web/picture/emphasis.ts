/** What stands out: the focus or what the pointer is over, what is next to it, and, through events, who else takes part. */
import type { Scene, SceneEdge } from "../scene/scene.ts";

export interface Emphasis {
  /** `false`: nothing stands out, nothing fades. */
  readonly isActive: boolean;
  /** The focus itself. */
  readonly centers: ReadonlySet<string>;
  /** Next to it. */
  readonly lit: ReadonlySet<string>;
  /** On the other side of a lit event. */
  readonly near: ReadonlySet<string>;
  isLitEdge(edge: SceneEdge): boolean;
  isNearEdge(edge: SceneEdge): boolean;
}

export const NO_EMPHASIS: Emphasis = {
  isActive: false,
  centers: new Set(),
  lit: new Set(),
  near: new Set(),
  isLitEdge: () => false,
  isNearEdge: () => false,
};

export function emphasize(scene: Scene, centers: readonly string[]): Emphasis {
  const center = new Set(centers);
  const kinds = new Map(scene.nodes.map(({ id, kind }) => [id, kind]));
  const lit = new Set<string>();
  const litEvents = new Set<string>();
  for (const { source, target } of scene.edges) {
    for (const [from, to] of [
      [source, target],
      [target, source],
    ] as const) {
      if (!center.has(from) || center.has(to)) continue;
      lit.add(to);
      if (kinds.get(to) === "event") litEvents.add(to);
    }
  }
  const near = new Set<string>();
  for (const { source, target } of scene.edges) {
    if (litEvents.has(target)) near.add(source);
    if (litEvents.has(source)) near.add(target);
  }
  return {
    isActive: true,
    centers: center,
    lit,
    near,
    isLitEdge: ({ source, target }) => center.has(source) || center.has(target),
    isNearEdge: ({ source, target }) => litEvents.has(source) || litEvents.has(target),
  };
}

/** A chain: its nodes are the centers, the lines between them light up, nothing else. */
export function emphasizeChain(nodes: ReadonlySet<string>): Emphasis {
  return {
    isActive: true,
    centers: nodes,
    lit: new Set(),
    near: new Set(),
    isLitEdge: ({ source, target }) => nodes.has(source) && nodes.has(target),
    isNearEdge: () => false,
  };
}
