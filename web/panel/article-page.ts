/** What was read in one article: its sentences in their order, each with what was found in it and by which rule. */
import type { Evidence } from "../../src/model.ts";
import { longDay } from "../data/days.ts";
import { element, outLink } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { markNames } from "./marks.ts";
import { namesOf } from "./quotes.ts";

interface Line {
  readonly item: Evidence;
  readonly nodes: Set<string>;
  readonly rules: Set<string>;
}

export function articlePage(context: PageContext, id: string): HTMLElement[] {
  const { network } = context;
  const article = network.article(id);
  if (article === undefined) return [element("p", {}, "This article is not in the graph.")];
  const lines = linesOf(context, id);
  const nodes = new Set(lines.flatMap((line) => [...line.nodes]));
  const names = namesOf(network, nodes);
  const draw = (line: Line): HTMLElement =>
    element(
      "li",
      { class: "quote" },
      element(
        "blockquote",
        { class: line.item.kind === "headline" ? "headline" : "" },
        ...markNames(line.item.quote, names).map(({ text, id: named }) =>
          named === undefined
            ? text
            : element(
                "mark",
                {
                  class: `mark-${network.graph.getNodeAttribute(named, "kind")}`,
                  title: network.graph.getNodeAttribute(named, "name"),
                },
                text,
              ),
        ),
      ),
      element(
        "p",
        { class: "found" },
        ...[...line.nodes].slice(0, 8).map((node) => nodeButton(context, node)),
      ),
      element("p", { class: "rule", title: "The rules that found it" }, [...line.rules].join(", ")),
    );
  const copies = network.graph
    .getAttribute("articles")
    .filter((other) => other.story === article.story && other.id !== id);
  return [
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kind" }, "article"),
      element("h2", { tabindex: "-1" }, article.title === "" ? "Without a title" : article.title),
      element(
        "p",
        { class: "facts" },
        [article.outlet ?? "unknown outlet", longDay(article.published), article.agency]
          .filter(Boolean)
          .join(" · "),
      ),
      element(
        "p",
        { class: "facts" },
        outLink(article.url, "Open the article ", icon("out")),
        article.url === undefined ? article.origin : "",
      ),
      copies.length > 0 &&
        element(
          "p",
          { class: "facts" },
          `The same story: ${copies.map(({ outlet, title }) => outlet ?? title).join(", ")}`,
        ),
    ),
    element(
      "section",
      {},
      element("h3", {}, "Read in it"),
      element(
        "p",
        { class: "tally" },
        `${lines.length} sentences with findings, in the order of the article; what lies between them said nothing of actors and events.`,
      ),
      shortList(lines, draw, 30, "sentences", "quote-list"),
    ),
  ];
}

function linesOf({ network: { graph } }: PageContext, article: string): Line[] {
  const lines = new Map<string, Line>();
  graph.forEachNode((node, { evidence }) => {
    for (const item of evidence) {
      if (item.article !== article) continue;
      const key = `${item.start} ${item.end}`;
      const line = lines.get(key) ?? { item, nodes: new Set(), rules: new Set() };
      line.nodes.add(node);
      line.rules.add(item.rule);
      lines.set(key, line);
    }
  });
  return [...lines.values()].sort((a, b) => a.item.start - b.item.start || a.item.end - b.item.end);
}
