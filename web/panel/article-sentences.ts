/** What was quoted of an article whose text nobody keeps: its sentences in their order, each with what was found in it and by which rule. */
import type { Evidence } from "../../src/model.ts";
import { element } from "../dom/element.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { markNames } from "./marks.ts";
import { blockquoteClass, namesOf } from "./quotes.ts";

interface Line {
  readonly item: Evidence;
  readonly nodes: Set<string>;
  readonly rules: Set<string>;
}

export function articleSentences(context: PageContext, id: string): HTMLElement[] {
  const { network } = context;
  const lines = linesOf(context, id);
  const names = namesOf(network, new Set(lines.flatMap((line) => [...line.nodes])));
  const draw = (line: Line): HTMLElement =>
    element(
      "li",
      { class: "quote" },
      element(
        "blockquote",
        { class: blockquoteClass(line.item) },
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
  return [
    element(
      "section",
      {},
      element("h3", {}, "Read in it"),
      element(
        "p",
        { class: "tally" },
        `${lines.length} sentences with findings, in the order of the article. This graph was built without the texts of its articles (build --texts keeps them).`,
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
