/** One article: its whole text with every finding underlined and its rule on hover, where the text was kept; else the sentences that were quoted. */
import type { ArticleRecord } from "../../src/model.ts";
import { longDay } from "../data/days.ts";
import { sourceOf } from "../data/source.ts";
import { element, outLink } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { articleSentences } from "./article-sentences.ts";
import { articleText } from "./article-text.ts";
import type { PageContext } from "./context.ts";

export function articlePage(context: PageContext, id: string): HTMLElement[] {
  const article = context.network.article(id);
  if (article === undefined) return [element("p", {}, "This article is not in the graph.")];
  const reading = context.readings.get(id);
  if (reading === undefined) {
    return [
      head(context, article),
      element("p", { class: "fetching", role: "status" }, "Fetching the text…"),
    ];
  }
  return [
    head(context, article),
    ...(reading === "none"
      ? articleSentences(context, id)
      : articleText(context, id, article, reading)),
  ];
}

function head({ network, actions }: PageContext, article: ArticleRecord): HTMLElement {
  const copies = network.graph
    .getAttribute("articles")
    .filter(({ reprintGroup, id }) => reprintGroup === article.reprintGroup && id !== article.id);
  const copyLink = (copy: ArticleRecord): HTMLElement =>
    element(
      "button",
      {
        type: "button",
        class: "plain",
        onclick: () => actions.focus({ type: "article", id: copy.id }),
      },
      sourceOf(copy),
    );
  return element(
    "header",
    { class: "page-head" },
    element("p", { class: "kind" }, "article"),
    element("h2", { tabindex: "-1" }, article.title === "" ? "Without a title" : article.title),
    element(
      "p",
      { class: "facts" },
      [sourceOf(article), longDay(article.published), article.agency].filter(Boolean).join(" · "),
    ),
    element(
      "p",
      { class: "facts" },
      article.url === undefined
        ? article.origin
        : outLink(article.url, "Open the article ", icon("out")),
    ),
    copies.length > 0 &&
      element(
        "p",
        { class: "facts" },
        "The same story: ",
        ...copies.flatMap((copy, i) => [i > 0 ? ", " : "", copyLink(copy)]),
      ),
  );
}
