/** Rearranges what is shown, in a worker, while one looks: ForceAtlas2 as at build time. Stops by itself once it has had time to settle. */
import type Graph from "graphology";
import ForceAtlas2Worker from "graphology-layout-forceatlas2/worker";

const SETTLED_MS = 6000;

export function runLayout(
  graph: Graph<{ x: number; y: number }>,
  keep: (id: string, spot: { x: number; y: number }) => void,
  onEnd: () => void,
): { stop(): void } {
  const worker = new ForceAtlas2Worker(graph as never, {
    settings: {
      linLogMode: true,
      gravity: 1,
      scalingRatio: 10,
      slowDown: 3,
      barnesHutOptimize: graph.order > 300,
      barnesHutTheta: 1.2,
    },
  });
  let isOver = false;
  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    worker.kill();
    graph.forEachNode((id, { x, y }) => keep(id, { x, y }));
    onEnd();
  };
  worker.start();
  setTimeout(stop, SETTLED_MS);
  return { stop };
}
