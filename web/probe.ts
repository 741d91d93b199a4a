/** What tests and bookmarklets may ask of the running page: where things stand and what is drawn. It changes nothing. */
import type { DrawnLabel } from "./picture/label-layer.ts";
import type { Picture } from "./picture/types.ts";

export interface Probe {
  /** Ids of the nodes that are drawn. */
  shown(): readonly string[];
  /** In pixels from the corner of the canvas. */
  spotOf(id: string): { readonly x: number; readonly y: number } | undefined;
  labels(): readonly DrawnLabel[];
  edges(): readonly { readonly source: string; readonly target: string }[];
  /** Drawn since the page opened. */
  frames(): number;
}

declare global {
  interface Window {
    dramatis?: Probe;
  }
}

export function offerProbe(picture: Picture | undefined): void {
  window.dramatis = {
    frames: () => picture?.frames() ?? 0,
    shown: () => picture?.drawing().nodes.map(({ id }) => id) ?? [],
    spotOf: (id) => picture?.spotOf(id),
    labels: () => picture?.drawing().labels ?? [],
    edges: () =>
      picture?.drawing().edges.map(({ from, to }) => ({ source: from.id, target: to.id })) ?? [],
  };
}
