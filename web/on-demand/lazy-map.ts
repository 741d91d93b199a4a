/** The map, whose script is run when the map is first opened. */
import type { Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import type { createMapView, MapView } from "../map/map-view.ts";
import type { PartNotes } from "../side/part-note.ts";
import { loadScript } from "./load-script.ts";

declare global {
  interface Window {
    /** Set by `map.js`. */
    dramatisMap?: typeof createMapView;
  }
}

export function createLazyMap(
  network: Network,
  parts: PartNotes,
  onNode: (id: string | undefined) => void,
): MapView {
  let view: MapView | undefined;
  let isLoading = false;
  let latest: Parameters<MapView["update"]> | undefined;
  return {
    update(...given) {
      latest = given;
      if (view === undefined && window.dramatisMap !== undefined) {
        view = window.dramatisMap(network, parts, onNode);
      }
      if (view !== undefined) {
        view.update(...given);
        return;
      }
      const [root] = given;
      root.className = "sheet map";
      root.replaceChildren(element("p", { class: "caption-text map-caption" }, "Reading the map…"));
      if (isLoading) return;
      isLoading = true;
      loadScript("map.js").then(
        () => this.update(...latest!),
        () => {
          isLoading = false;
          root.replaceChildren(
            element("p", { class: "caption-text map-caption" }, "The map could not be loaded."),
          );
        },
      );
    },
  };
}
