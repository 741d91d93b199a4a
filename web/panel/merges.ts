/** Why a node is one: each name (of an event each telling) that was taken into it, with the reason, and an article that shows it. */
import type { NodeAttributes } from "../../src/graph/attributes.ts";
import type { Merge } from "../../src/model.ts";
import { element } from "../dom/element.ts";
import { counted } from "../scene/words.ts";
import { type PageContext, shortList } from "./context.ts";

const LISTED = 6;

/** Nothing where all articles call it by one name. Closed until asked for. */
export function mergesOf(
  context: PageContext,
  { kind, merged = [] }: NodeAttributes,
): HTMLElement[] {
  if (merged.length === 0) return [];
  const what =
    kind === "event" ? counted(merged.length + 1, "telling") : counted(merged.length + 1, "name");
  const rows =
    kind === "event" ? tellingsByReason(merged) : merged.map((merge) => nameRow(context, merge));
  return [
    element(
      "details",
      { class: "merges" },
      element("summary", {}, `Why ${what} are one`),
      shortList(rows, (row) => row, LISTED, "reasons", "merge-list"),
    ),
  ];
}

function nameRow({ network, actions }: PageContext, { what, reason, article }: Merge): HTMLElement {
  return element(
    "li",
    {},
    element("b", {}, `${what}:`),
    ` ${reason}`,
    article !== undefined &&
      network.article(article) !== undefined &&
      element(
        "button",
        {
          type: "button",
          class: "article-link",
          onclick: () => actions.focus({ type: "article", id: article }),
        },
        network.article(article)!.title || "article",
      ),
  );
}

/** The ids of tellings say nothing to a reader: they are counted. */
function tellingsByReason(merged: readonly Merge[]): HTMLElement[] {
  const counts = new Map<string, number>();
  for (const { reason } of merged) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) =>
    element("li", {}, element("b", {}, `${count} more:`), ` ${reason}`),
  );
}
