/** The sentences: each with its actors marked, its outlet, its day and the way to its article; copies counted, not repeated. */

import { hasOwnMarks } from "../../src/graph/in-quotes.ts";
import type { Evidence } from "../../src/model.ts";
import { longDay } from "../data/days.ts";
import { type Network, NO_OUTLET } from "../data/network.ts";
import { element, outLink } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { counted, grouped, statusWord } from "../scene/words.ts";
import { type PageContext, shortList } from "./context.ts";
import { markNames, type Name } from "./marks.ts";
import { scopeOf } from "./scope.ts";

const SHOWN = 12;

export function quotesSection(
  context: PageContext,
  evidence: readonly Evidence[],
  names: readonly Name[],
  whole?: { readonly id: string; readonly sentences: number },
  /** Where the window of time has left some of them out. */
  all: number = evidence.length,
): HTMLElement {
  const { network, state, actions } = context;
  const { quotesBy } = state;
  const sorted = sortQuotes(network, unique(evidence), quotesBy);
  const choose = (by: "date" | "outlet", text: string): HTMLElement =>
    element(
      "button",
      {
        type: "button",
        "aria-pressed": String(quotesBy === by),
        onclick: () => actions.quotesBy(by),
      },
      text,
    );
  return element(
    "section",
    { class: "quotes" },
    element(
      "div",
      { class: "section-head" },
      element("h3", { tabindex: "-1" }, "In their words"),
      element(
        "div",
        { class: "switch small", role: "group", "aria-label": "Order of the quotes" },
        choose("date", "by day"),
        choose("outlet", "by outlet"),
      ),
    ),
    element("p", { class: "tally" }, tally(network, sorted)),
    scopeOf(context).note(evidence.length, all, "quote"),
    whole !== undefined &&
      element(
        "p",
        { class: "tally part" },
        `These are ${sorted.length} of ${grouped(whole.sentences)}, taken evenly over time. `,
        element(
          "button",
          { type: "button", class: "plain", onclick: () => actions.moreQuotes(whole.id) },
          "Fetch more",
        ),
      ),
    shortList(sorted, (item) => quoteItem(context, item, names), SHOWN, "quotes", "quote-list"),
  );
}

export function quoteItem(
  { network, actions }: PageContext,
  item: Evidence,
  names: readonly Name[],
): HTMLElement {
  const article = network.article(item.article);
  const pieces = markNames(item.quote, names).map(({ text, id }) =>
    id === undefined
      ? text
      : element(
          "mark",
          {
            class: `mark-${network.graph.getNodeAttribute(id, "kind")}`,
            title: network.graph.getNodeAttribute(id, "name"),
          },
          text,
        ),
  );
  const told =
    item.status === undefined || (item.status === "actual" && item.polarity !== "denied")
      ? undefined
      : element("span", { class: "told" }, statusWord(item.status, item.polarity ?? "asserted"));
  return element(
    "li",
    { class: "quote" },
    element("blockquote", { class: blockquoteClass(item) }, ...pieces),
    element(
      "p",
      { class: "source" },
      element("strong", {}, network.sourceOf(item)),
      element("span", {}, longDay(item.published)),
      told,
      element(
        "button",
        {
          type: "button",
          class: "article-link",
          onclick: () => actions.focus({ type: "article", id: item.article }),
          title: "All that was read in this article",
        },
        article === undefined || article.title === "" || article.title === item.quote
          ? "the article"
          : article.title,
      ),
      article?.url !== undefined &&
        outLink(
          article.url,
          icon("out"),
          element("span", { class: "unseen" }, `Open the article at ${network.sourceOf(item)}`),
        ),
      item.copies !== undefined &&
        item.copies.length > 0 &&
        element(
          "span",
          { class: "copies" },
          `and ${counted(item.copies.length, "copy", "copies")}`,
        ),
    ),
  );
}

/** *4 quotes from 3 outlets, 2 copies*: how much it is worth that many say so. */
export function tally(network: Network, evidence: readonly Evidence[]): string {
  const outlets = new Set(evidence.map((item) => network.outletOf(item)));
  const copies = new Set(evidence.flatMap((item) => item.copies ?? []));
  outlets.delete(NO_OUTLET);
  const from = outlets.size > 0 ? ` from ${counted(outlets.size, "outlet")}` : "";
  const parts = [
    `${counted(evidence.length, "quote")}${from}`,
    ...(copies.size > 0 ? [counted(copies.size, "copy", "copies")] : []),
  ];
  return parts.join(", ");
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ article, start, end }) => {
    const key = `${article} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sortQuotes(
  network: Network,
  evidence: readonly Evidence[],
  by: "date" | "outlet",
): Evidence[] {
  const keyOf = (item: Evidence): string => {
    const day = `${item.published ?? "9999"} ${item.article} ${String(item.start).padStart(9, "0")}`;
    return by === "date" ? day : `${network.outletOf(item)} ${day}`;
  };
  return evidence
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Names and aliases of nodes, for the marks. */
export function namesOf(network: Network, ids: Iterable<string>): Name[] {
  const names: Name[] = [];
  for (const id of ids) {
    const { kind, name, aliases } = network.graph.getNodeAttributes(id);
    if (kind === "event" || kind === "article") continue;
    for (const text of [name, ...aliases]) names.push({ id, text });
  }
  return names;
}

export function blockquoteClass({ kind, quote }: Pick<Evidence, "kind" | "quote">): string {
  return [
    ...(kind === "headline" ? ["headline"] : []),
    ...(hasOwnMarks(quote) ? ["own-marks"] : []),
  ].join(" ");
}
