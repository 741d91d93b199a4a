/** How two actors hang together: chains of sentences, the best first. An event on the way is the step between two actors, with the sentence that tells it. */
import type { EdgeSummary, Path } from "../../src/graph/query/types.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { counted, tieWord } from "../scene/words.ts";
import { nodeButton, type PageContext } from "./context.ts";
import { eventRow } from "./event-row.ts";
import { namesOf, quoteItem } from "./quotes.ts";

export function pathPage(context: PageContext, from: string, to: string): HTMLElement[] {
  const { network, actions, isFetching } = context;
  const paths = network.paths(from, to);
  return [
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kind" }, "path"),
      element(
        "h2",
        { tabindex: "-1", class: "ends" },
        nodeButton(context, from),
        " to ",
        nodeButton(context, to),
      ),
      paths.length === 0 &&
        element(
          "p",
          { class: "facts" },
          isFetching
            ? "Looking for the way…"
            : "Nothing in these articles connects the two within six steps.",
        ),
    ),
    element(
      "div",
      { class: "actions" },
      element(
        "button",
        { type: "button", onclick: () => actions.focus({ type: "path", from: to, to: from }) },
        "Turn around",
      ),
    ),
    ...paths.map((path, i) => chainOf(context, path, i)),
  ];
}

function chainOf(context: PageContext, { nodes, steps }: Path, i: number): HTMLElement {
  const { graph } = context.network;
  const ids = nodes.map(({ id }) => id);
  const names = namesOf(
    context.network,
    ids.filter((id) => graph.hasNode(id)),
  );
  const told = new Set<string>();
  const links: HTMLElement[] = [];
  const sentence = (step: EdgeSummary): HTMLElement | undefined => {
    const { article, start } = step.evidence;
    const key = `${article} ${start}`;
    if (told.has(key)) return undefined;
    told.add(key);
    return element("ul", {}, quoteItem(context, step.evidence, names));
  };
  ids.forEach((id, at) => {
    const isStep = isEvent(graph.getNodeAttributes(id)) && at > 0 && at < ids.length - 1;
    const before = steps[at - 1];
    const after = steps[at];
    if (isStep) {
      // Both sides of an event are mostly told by one sentence: once is enough.
      const own = [before, after].flatMap((step) =>
        step === undefined ? [] : (sentence(step) ?? []),
      );
      links.push(
        element("li", { class: "step" }, element("ul", {}, eventRow(context, id)), ...own),
      );
      return;
    }
    links.push(element("li", { class: "stop" }, nodeButton(context, id)));
    const next = ids[at + 1];
    if (after === undefined || next === undefined) return;
    if (isEvent(graph.getNodeAttributes(next)) && at + 1 < ids.length - 1) return;
    links.push(
      element(
        "li",
        { class: "step" },
        element("span", { class: "role" }, tieWord(after, after.source === id)),
        sentence(after),
      ),
    );
  });
  return element(
    "section",
    {},
    element("h3", {}, `${i === 0 ? "Best told" : "Another way"}: ${overWhom(context, ids)}`),
    element("ol", { class: "chain" }, ...links),
  );
}

/** *over Volodymyr Zelensky and Fumio Kishida*. */
function overWhom({ network: { graph } }: PageContext, ids: readonly string[]): string {
  const between = ids
    .slice(1, -1)
    .filter((id) => !isEvent(graph.getNodeAttributes(id)))
    .map((id) => graph.getNodeAttribute(id, "name"));
  if (between.length === 0) return `${counted(ids.length - 2, "event")} between them`;
  const last = between.at(-1)!;
  return `over ${between.length === 1 ? last : `${between.slice(0, -1).join(", ")} and ${last}`}`;
}
