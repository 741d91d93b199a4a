/** What is on the screen, as plain shapes: for export and for tests. */
import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { SceneNode } from "../scene/scene.ts";
import type { Curve } from "./fan.ts";
import type { DrawnLabel } from "./label-layer.ts";
import type { Drawing } from "./types.ts";
import type { Spot } from "./walk.ts";

interface ShownEdge {
  readonly hidden: boolean;
  readonly color: string;
  readonly size: number;
  readonly dash?: number;
  readonly curvature?: number;
}

export function drawingOf(
  sigma: Sigma,
  graph: Pick<MultiDirectedGraph, "mapEdges">,
  nodes: Iterable<SceneNode>,
  curves: ReadonlyMap<string, Curve>,
  labels: readonly DrawnLabel[],
  isOutOfTime: (edge: string) => boolean,
): Drawing {
  const { width, height } = sigma.getDimensions();
  const spots = new Map<string, Spot>();
  const spotOf = (id: string): Spot => {
    const known = spots.get(id);
    if (known !== undefined) return known;
    const spot = { id, ...sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!) };
    spots.set(id, spot);
    return spot;
  };
  return {
    width,
    height,
    nodes: [...nodes].flatMap(({ id, kind }) => {
      const shown = sigma.getNodeDisplayData(id);
      if (shown === undefined || shown.hidden) return [];
      return [{ ...spotOf(id), radius: sigma.scaleSize(shown.size), color: shown.color, kind }];
    }),
    edges: graph
      .mapEdges((id, _, source, target) => ({ id, source, target }))
      .flatMap(({ id, source, target }) => {
        const shown = sigma.getEdgeDisplayData(id) as ShownEdge | undefined;
        if (shown === undefined || shown.hidden || isOutOfTime(id)) return [];
        const { color, size, dash = 0, curvature = 0 } = shown;
        const directed = curves.get(id)?.directed ?? false;
        const ends = { from: spotOf(source), to: spotOf(target) };
        return [{ ...ends, color, size: sigma.scaleSize(size), dash, curvature, directed }];
      }),
    labels,
  };
}
