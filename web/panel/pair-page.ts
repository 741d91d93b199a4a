/** All that is between two nodes: acts by kind, offices, and the sentences. */
import type { Evidence } from "../../src/model.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { counted, ROLE_WORDS } from "../scene/words.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { eventRow, inOrder } from "./event-row.ts";
import { namesOf, quotesSection } from "./quotes.ts";
import { scopeOf } from "./scope.ts";

export function pairPage(context: PageContext, source: string, target: string): HTMLElement[] {
  const { network } = context;
  const { graph } = network;
  const scope = scopeOf(context);
  const shared = sharedEvents(context, source, target);
  const events = shared.filter(scope.event);
  const evidence: Evidence[] = events.flatMap((id) => graph.getNodeAttribute(id, "evidence"));
  const ties: HTMLElement[] = [];
  graph.forEachEdge(source, (edge, attributes, from, to) => {
    if (from !== target && to !== target) return;
    const { kind, title, former } = attributes;
    evidence.push(...attributes.evidence.filter(scope.quote));
    const what =
      title === undefined ? ROLE_WORDS[kind] : `${former === true ? "former " : ""}${title}`;
    ties.push(
      element(
        "li",
        {},
        element(
          "span",
          { class: "role" },
          `${what} · ${counted(attributes.weight, "story", "stories")}`,
        ),
        element(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => context.actions.reject(`wrong ${edge}`),
          },
          "wrong?",
        ),
      ),
    );
  });
  const nodes = [source, target, ...events.flatMap((id) => graph.neighbors(id))];
  return [
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kind" }, "between"),
      element(
        "h2",
        { tabindex: "-1", class: "ends" },
        nodeButton(context, source),
        " and ",
        nodeButton(context, target),
      ),
      element(
        "p",
        { class: "facts" },
        shared.length === 0 && ties.length === 0
          ? "Nothing in the articles ties these two directly."
          : `${counted(shared.length, "event")} in common`,
      ),
      scope.note(events.length, shared.length, "event"),
    ),
    ...(ties.length > 0
      ? [
          element(
            "section",
            {},
            element("h3", {}, "Ties"),
            shortList(ties, (row) => row, 6, "ties", "tie-list"),
          ),
        ]
      : []),
    ...(events.length > 0
      ? [
          element(
            "section",
            {},
            element("h3", {}, "What happened"),
            shortList(
              inOrder(context, events),
              (id) => eventRow(context, id),
              10,
              "events",
              "event-list",
            ),
          ),
        ]
      : []),
    quotesSection(context, evidence, namesOf(network, new Set(nodes))),
  ];
}

function sharedEvents({ network: { graph } }: PageContext, a: string, b: string): string[] {
  if ([a, b].some((id) => isEvent(graph.getNodeAttributes(id)))) return [];
  const near = new Set(graph.neighbors(b));
  return graph.filterNeighbors(a, (id, node) => isEvent(node) && near.has(id));
}
