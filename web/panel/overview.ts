/** Before anything is chosen: the cast and the latest events as a front page. It is also the list that says all the canvas shows. */
import { longDay } from "../data/days.ts";
import { isEvent } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { ranked, tellingness } from "../scene/rank.ts";
import type { Scene } from "../scene/scene.ts";
import { counted } from "../scene/words.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { eventRow } from "./event-row.ts";

const CAST = 12;
const EVENTS = 8;

export function overview(context: PageContext, scene: Scene): HTMLElement[] {
  const { network } = context;
  const { graph } = network;
  const [first, last] = network.days;
  const shown = scene.nodes.filter(({ kind }) => kind !== "event").map(({ id }) => id);
  const shownIds = new Set(shown);
  const rest = scene.counts.allActors - shown.length;
  const cast = ranked(shown, tellingness(network)).map((id) =>
    element(
      "li",
      {},
      nodeButton(context, id),
      element(
        "span",
        { class: "count" },
        counted(graph.getNodeAttribute(id, "stories"), "story", "stories"),
      ),
    ),
  );
  const events = [...network.events]
    .filter(
      (id) => context.state.reading === "actors" || scene.nodes.some((node) => node.id === id),
    )
    .map((id) => ({ id, event: graph.getNodeAttributes(id) }))
    .filter(({ event }) => isEvent(event) && event.stories > 0)
    .sort((a, b) => b.event.stories - a.event.stories || (a.id < b.id ? -1 : 1))
    .map(({ id }) => eventRow(context, id));
  const day = (number: number): string => longDay(new Date(number * 86_400_000).toISOString());
  return [
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kind" }, first < 0 ? "undated" : `${day(first)} to ${day(last)}`),
      element("h2", { tabindex: "-1" }, "The cast"),
      element(
        "p",
        { class: "facts" },
        `${counted(graph.getAttribute("articles").length, "article")}, ${counted(network.stories, "story", "stories")}, ${counted(network.outlets.length, "outlet")}: ${counted(network.actors.length, "actor")} and ${counted(network.events.length, "event")}. Choose one to read what is said of it.`,
      ),
    ),
    element(
      "section",
      {},
      element("h3", {}, "Most told of"),
      shortList(cast, CAST, "actors in the picture", "tie-list cast"),
      rest > 0 &&
        element(
          "p",
          { class: "tally" },
          `${counted(rest, "more actor")} in the table; the picture holds those that tell most.`,
        ),
    ),
    element(
      "section",
      {},
      element("h3", {}, "Best covered events"),
      shortList(events, EVENTS, "events", "event-list"),
    ),
    ...(shownIds.size === 0
      ? [element("p", { class: "tally" }, "No actor passes the filters.")]
      : []),
  ];
}
