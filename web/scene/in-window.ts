/** Nodes of a scene that the window of time leaves in the picture: those with a line in it. */
import type { ViewState } from "../state/view-state.ts";
import { isOutside, windowOf } from "../state/window.ts";
import type { Scene, SceneNode } from "./scene.ts";

export function nodesInWindow({ nodes, edges }: Scene, state: ViewState): readonly SceneNode[] {
  const window = windowOf(state);
  if (window === undefined) return nodes;
  const alive = new Set<string>();
  for (const { source, target, days } of edges) {
    if (!isOutside(...days, window)) alive.add(source).add(target);
  }
  return nodes.filter(({ id }) => alive.has(id));
}
