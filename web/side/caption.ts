/** What the picture shows of what, in words: so that a screenshot is honest by itself. And the one slider for more. */
import { dayRange } from "../data/days.ts";
import { MOST_ACTORS } from "../data/growth.ts";
import type { Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { nodesInWindow } from "../scene/in-window.ts";
import type { Scene } from "../scene/scene.ts";
import { grouped } from "../scene/words.ts";
import type { Store } from "../state/store.ts";
import type { ViewState } from "../state/view-state.ts";
import { isOutside, windowOf } from "../state/window.ts";

export interface Caption {
  update(state: ViewState, scene: Scene): void;
}

export function captionText(network: Network, state: ViewState, scene: Scene): string {
  const isWindow = state.since !== undefined || state.until !== undefined;
  const { actors, events, allEvents, edges } = isWindow
    ? countsInWindow(scene, state)
    : scene.counts;
  const all = network.whole.actors;
  const parts = [
    actors < all ? `${grouped(actors)} of ${grouped(all)} actors` : `all ${grouped(all)} actors`,
    ...(state.reading === "events"
      ? [
          events < allEvents || !network.whole.isHere
            ? `${grouped(events)} of ${grouped(network.whole.events)} events`
            : `${grouped(events)} events`,
        ]
      : [`${grouped(edges)} lines`]),
  ];
  const name = (id: string): string =>
    network.graph.hasNode(id) ? network.graph.getNodeAttribute(id, "name") : id;
  if (state.ego !== undefined) parts.push(`around ${name(state.ego.id)}`);
  if (isWindow) parts.push(dayRange(state.since, state.until));
  if (state.minStories > 1) parts.push(`told by ${state.minStories} stories or more`);
  if (state.outlets.length > 0) parts.push(`as told by ${state.outlets.join(", ")}`);
  if (state.countries.length > 0)
    parts.push(
      `of ${state.countries.map((code) => network.countries.find(({ value }) => value === code)?.name ?? code).join(", ")}`,
    );
  if (state.hideHubs) parts.push("without hubs");
  if (!network.whole.isHere) parts.push(`${grouped(network.actors.length)} fetched so far`);
  return parts.join(" · ");
}

function countsInWindow(scene: Scene, state: ViewState) {
  const window = windowOf(state);
  const nodes = nodesInWindow(scene, state);
  const events = nodes.filter(({ kind }) => kind === "event").length;
  return {
    actors: nodes.length - events,
    events,
    allEvents: scene.counts.allEvents,
    edges: scene.edges.filter(({ days }) => !isOutside(...days, window)).length,
  };
}

export function createCaption(
  root: HTMLElement,
  network: Network,
  store: Store<ViewState>,
): Caption {
  const most = Math.min(network.whole.actors, network.whole.isHere ? Infinity : MOST_ACTORS);
  const text = element("p", { class: "caption-text" });
  const events = choice("events", "Events", "Events as nodes: who did what to whom");
  const actors = choice("actors", "Actors only", "One line a pair; it unfolds under focus");
  const slider = element("input", {
    type: "range",
    min: 0,
    max: 100,
    step: 1,
    id: "shown",
    "aria-label": "How many actors the picture may hold",
    oninput: () => store.set({ shown: fromSlider(Number(slider.value), most) }),
  });
  const more = element(
    "label",
    { class: "more-slider", for: "shown" },
    element("span", {}, "fewer"),
    slider,
    element("span", {}, "more"),
  );
  root.replaceChildren(
    element("div", { class: "switch", role: "group", "aria-label": "Reading" }, events, actors),
    more,
    text,
  );

  function choice(reading: ViewState["reading"], name: string, title: string): HTMLElement {
    return element(
      "button",
      { type: "button", title, onclick: () => store.set({ reading, camera: undefined }) },
      name,
    );
  }

  return {
    update(state, scene) {
      text.textContent = captionText(network, state, scene);
      events.setAttribute("aria-pressed", String(state.reading === "events"));
      actors.setAttribute("aria-pressed", String(state.reading === "actors"));
      slider.value = String(toSlider(state.shown, most));
      slider.setAttribute("aria-valuetext", `${Math.min(state.shown, most)} of ${most} actors`);
      more.hidden = most <= LEAST || state.ego !== undefined;
    },
  };
}

const LEAST = 10;

/** Logarithmic: from ten actors to all. */
export function fromSlider(value: number, most: number): number {
  if (value >= 100) return Math.max(most, LEAST);
  return Math.round(LEAST * (Math.max(most, LEAST) / LEAST) ** (value / 100));
}

export function toSlider(shown: number, most: number): number {
  if (shown >= most) return 100;
  return Math.round((100 * Math.log(Math.max(shown, LEAST) / LEAST)) / Math.log(most / LEAST));
}
