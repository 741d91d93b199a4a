/** Before anything is chosen: the cast and the latest events as a front page. It is also the list that says all the canvas shows. */
import { dayText, longDay } from "../data/days.ts";
import { type Network, NO_OUTLET } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { nodesInWindow } from "../scene/in-window.ts";
import { ranked, tellingness } from "../scene/rank.ts";
import type { Scene } from "../scene/scene.ts";
import { counted } from "../scene/words.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { eventRow } from "./event-row.ts";
import { namedIn } from "./marks.ts";
import { namesOf, quoteItem } from "./quotes.ts";
import { scopeOf } from "./scope.ts";

const CAST = 10;
const EVENTS = 8;

/** *50 articles, 48 stories, 7 outlets: 438 actors and 266 events.* */
function wholeText({ whole, stories, outlets }: Network): string {
  const { articles, actors, events, isHere } = whole;
  const known = outlets.filter(({ value }) => value !== NO_OUTLET).length;
  const told = [
    counted(articles, "article"),
    counted(stories, "story", "stories"),
    ...(isHere && known > 0 ? [counted(known, "outlet")] : []),
  ].join(", ");
  const held = `${told}: ${counted(actors, "actor")} and ${counted(events, "event")}.`;
  return isHere
    ? `${held} Choose one to read what is said of it.`
    : `${held} The most telling are here; search finds everybody, and whatever you open is fetched.`;
}

/** A sentence that says who did it to whom. */
const ENOUGH_NAMES = 2;

/** The first thing to learn: what was told by most, in words that name who took part; a headline where there is one. */
function leadStory(context: PageContext, events: readonly string[]): HTMLElement[] {
  const { graph } = context.network;
  const dayOf = (id: string): string => graph.getNodeAttribute(id, "last") ?? "";
  const most = Math.max(...events.map((id) => graph.getNodeAttribute(id, "stories")));
  const [id] = events
    .filter((event) => graph.getNodeAttribute(event, "stories") === most)
    .sort((a, b) => (dayOf(a) > dayOf(b) ? -1 : 1));
  if (id === undefined) return [];
  const names = namesOf(context.network, graph.neighbors(id));
  const [best] = graph
    .getNodeAttribute(id, "evidence")
    .map((quote) => ({ quote, named: Math.min(namedIn(quote.quote, names).size, ENOUGH_NAMES) }))
    .sort(
      (a, b) =>
        b.named - a.named ||
        Number(b.quote.kind === "headline") - Number(a.quote.kind === "headline") ||
        a.quote.quote.length - b.quote.quote.length,
    );
  if (best === undefined) return [];
  const { quote } = best;
  return [
    element(
      "section",
      { class: "lead-story" },
      element("h3", {}, "The lead"),
      element("ul", { class: "lead" }, quoteItem(context, quote, names)),
      element("ul", { class: "event-list" }, eventRow(context, id)),
    ),
  ];
}

export function overview(context: PageContext, scene: Scene): HTMLElement[] {
  const { network } = context;
  const { graph } = network;
  const [first, last] = network.days;
  const { since = dayText(first), until = dayText(last) } = context.state;
  const ids = nodesInWindow(scene, context.state).map(({ id }) => id);
  const shown = ids.filter((id) => !isEvent(graph.getNodeAttributes(id)));
  const isWindow = context.state.since !== undefined || context.state.until !== undefined;
  const rest = network.whole.isHere && !isWindow ? scene.counts.allActors - shown.length : 0;
  const castRow = (id: string): HTMLElement =>
    element(
      "li",
      {},
      nodeButton(context, id),
      element(
        "span",
        { class: "count" },
        counted(graph.getNodeAttribute(id, "stories"), "story", "stories"),
      ),
    );
  const candidates =
    context.state.reading === "actors" ? network.events.filter(scopeOf(context).event) : ids;
  const events = ranked(
    candidates.filter((id) => isEvent(graph.getNodeAttributes(id))),
    (id) => graph.getNodeAttribute(id, "stories"),
  );
  return [
    element(
      "header",
      { class: "page-head" },
      element(
        "p",
        { class: "kind" },
        first < 0 ? "undated" : `${longDay(since)} to ${longDay(until)}`,
      ),
      element("h2", { tabindex: "-1" }, "The cast"),
      element("p", { class: "facts" }, wholeText(network)),
    ),
    ...leadStory(context, events),
    element(
      "section",
      {},
      element("h3", {}, "Most told of"),
      shortList(
        ranked(shown, tellingness(network)),
        castRow,
        CAST,
        "actors in the picture",
        "tie-list cast",
      ),
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
      shortList(events, (id) => eventRow(context, id), EVENTS, "events", "event-list"),
    ),
    ...(shown.length === 0
      ? [element("p", { class: "tally" }, "No actor passes the filters.")]
      : []),
  ];
}
