/** The page of one node: who it is, what it is called, which offices tie it, what happened, with whom, and the sentences that say so. */
import type { EventNode, NodeAttributes } from "../../src/graph/attributes.ts";
import type { Evidence } from "../../src/model.ts";
import { dayRange } from "../data/days.ts";
import { type Network, NO_OUTLET } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { sourceOf } from "../data/source.ts";
import { element } from "../dom/element.ts";
import { type Icon, icon, kindIcon } from "../dom/icons.ts";
import { foldPairs, type Pair, verbOf } from "../scene/pairs.ts";
import {
  ACT_TONES,
  ACT_WORDS,
  counted,
  grouped,
  KIND_WORDS,
  ROLE_WORDS,
  statusWord,
  type Tone,
  tieWord,
} from "../scene/words.ts";
import { nodeButton, type PageContext, shortList } from "./context.ts";
import { eventRow, inOrder } from "./event-row.ts";
import { type Name, namedIn } from "./marks.ts";
import { mergesOf } from "./merges.ts";
import { noteSection } from "./note.ts";
import { otherNames } from "./other-names.ts";
import { namesOf, quoteItem, quotesSection } from "./quotes.ts";
import { scopeOf } from "./scope.ts";

const LISTED = 6;
const ALIASES = 8;
const VERBS = 3;

export function nodePage(context: PageContext, id: string): HTMLElement[] {
  const { network } = context;
  const node = network.graph.getNodeAttributes(id);
  const around = new Set([id, ...network.graph.neighbors(id)]);
  const names = namesOf(network, around);
  const told = node.evidence.filter(scopeOf(context).quote);
  return [
    head(context, node),
    ...mergesOf(context, node),
    actionBar(context, id, node),
    ...howMuchIsHere(context, id),
    ...(isEvent(node)
      ? [
          eventFacts(node),
          ...disagreement(context, node),
          quotesSection(context, node.evidence, names, wholeOf(id, node)),
          castOf(context, id),
          noteSection(context, id, node.name),
        ]
      : [
          leadQuote(context, id, told, names),
          ...entitySections(context, id),
          quotesSection(context, told, names, wholeOf(id, node), node.evidence.length),
          noteSection(context, id, node.name),
        ]),
  ];
}

/** Of a large graph: whether all that is known of a node has been fetched. */
function howMuchIsHere({ network, isFetching }: PageContext, id: string): HTMLElement[] {
  if (network.whole.isHere) return [];
  if (isFetching) {
    return [element("p", { class: "fetching", role: "status" }, "Fetching what is around it…")];
  }
  const around = network.graph.getAttribute("part")?.around[id];
  if (around === undefined || around.here >= around.edges) return [];
  return [
    element(
      "p",
      { class: "tally part" },
      `Here are the ${grouped(around.here)} best told of its ${grouped(around.edges)} events and ties.`,
    ),
  ];
}

function wholeOf(
  id: string,
  { sentences }: NodeAttributes,
): { readonly id: string; readonly sentences: number } | undefined {
  return sentences === undefined ? undefined : { id, sentences };
}

function head({ network }: PageContext, node: NodeAttributes): HTMLElement {
  const outlets = new Set(node.evidence.map((item) => network.outletOf(item)));
  outlets.delete(NO_OUTLET);
  const aliases = otherNames(node);
  const country = "country" in node ? node.country : undefined;
  const countryName = network.countries.find(({ value }) => value === country)?.name;
  const facts = [
    counted(node.stories, "story", "stories"),
    ...(outlets.size > 0 ? [counted(outlets.size, "outlet")] : []),
    ...(node.first !== undefined ? [dayRange(node.first, node.last)] : []),
  ];
  return element(
    "header",
    { class: "page-head" },
    element(
      "p",
      { class: "kind" },
      kindIcon(node.kind),
      element("span", {}, KIND_WORDS[node.kind][0]),
      countryName !== undefined &&
        node.kind !== "country" &&
        element("span", {}, `· ${countryName}`),
    ),
    element("h2", { tabindex: "-1" }, node.name),
    aliases.length > 0 &&
      element(
        "p",
        { class: "aliases" },
        "also ",
        aliases.slice(0, ALIASES).join(" · "),
        aliases.length > ALIASES ? ` and ${aliases.length - ALIASES} more` : "",
      ),
    element("p", { class: "facts" }, facts.join(" · ")),
  );
}

function actionBar({ state, actions }: PageContext, id: string, node: NodeAttributes): HTMLElement {
  const button = (name: Icon, text: string, key: string, act: () => void): HTMLElement =>
    element(
      "button",
      { type: "button", onclick: act, title: key === "" ? text : `${text} (${key})` },
      icon(name),
      element("span", {}, text),
    );
  const hops = state.ego?.id === id ? state.ego.hops : 0;
  return element(
    "div",
    { class: "actions", role: "group", "aria-label": `What to do with ${node.name}` },
    button("expand", "Expand", "e", () => actions.expand(id)),
    button("path", "Path to…", "p", () => actions.startPath(id)),
    button(
      "fit",
      hops === 0 ? "Only around" : hops < 3 ? `Around: ${hops + 1} steps` : "Whole picture",
      "o",
      () => actions.ego(id, hops === 3 ? 0 : hops + 1),
    ),
    node.kind !== "event" && button("time", "Timeline", "", () => actions.timeline(id)),
    button("pen", "Correct…", "c", () => actions.correct(id)),
  ) as HTMLElement;
}

const LONGEST_LEAD = 240;

/** One sentence at once, before any list: the latest that names it beside somebody else and is not too long. */
function leadQuote(
  context: PageContext,
  id: string,
  evidence: readonly Evidence[],
  names: readonly Name[],
): HTMLElement {
  const score = (item: Evidence): number => {
    const named = namedIn(item.quote, names);
    const isShort = item.quote.length <= LONGEST_LEAD;
    const others = named.size - (named.has(id) ? 1 : 0);
    return (named.has(id) ? 4 : 0) + Math.min(others, 2) + (isShort ? 2 : 0);
  };
  const [best] = [...evidence]
    .slice(0, MOST_LEADS)
    .map((item) => ({ item, score: score(item) }))
    .sort(
      (a, b) => b.score - a.score || ((a.item.published ?? "") > (b.item.published ?? "") ? -1 : 1),
    );
  return element(
    "ul",
    { class: "lead" },
    best === undefined ? undefined : quoteItem(context, best.item, names),
  );
}

const MOST_LEADS = 80;

function eventFacts(event: EventNode): HTMLElement {
  const { act, from, to, first, basis, status, polarity } = event;
  const when = dayRange(from ?? first, to ?? from ?? first);
  const isByArticles = basis === "publication" || from === undefined;
  return element(
    "dl",
    { class: "event-facts" },
    ...fact("What", element("span", { class: `act tone-${ACT_TONES[act]}` }, ACT_WORDS[act][0])),
    ...fact("When", isByArticles ? `${when} (by its articles)` : when),
    ...fact("Status", statusWord(status, polarity)),
  );
}

function castOf(context: PageContext, id: string): HTMLElement {
  const rows: HTMLElement[] = [];
  context.network.graph.forEachEdge(id, (edge, { kind, weight }, source, target) => {
    rows.push(
      element(
        "li",
        {},
        nodeButton(context, source === id ? target : source),
        element(
          "span",
          { class: "role" },
          `${ROLE_WORDS[kind]} · ${counted(weight, "story", "stories")}`,
        ),
        element(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => context.actions.reject(`wrong ${edge}`),
            "aria-label": `Wrong: ${context.network.graph.getNodeAttribute(source === id ? target : source, "name")} has no part in it`,
          },
          "wrong?",
        ),
      ),
    );
  });
  return element(
    "section",
    {},
    element("h3", {}, "Who takes part"),
    shortList(rows, (row) => row, 10, "parts", "tie-list"),
  );
}

function fact(name: string, value: string | HTMLElement): HTMLElement[] {
  return [element("dt", {}, name), element("dd", {}, value)];
}

/** Articles that tell it differently are listed side by side; nobody decides here who is right. */
function disagreement({ network, actions }: PageContext, event: EventNode): HTMLElement[] {
  const byStatus = new Map<string, string[]>();
  for (const item of event.evidence) {
    const word = statusWord(item.status ?? event.status, item.polarity ?? event.polarity);
    const articles = byStatus.get(word) ?? [];
    if (!articles.includes(item.article)) articles.push(item.article);
    byStatus.set(word, articles);
  }
  if (byStatus.size < 2) return [];
  return [
    element(
      "section",
      { class: "disagreement" },
      element("h3", {}, "Told differently"),
      element(
        "ul",
        {},
        ...[...byStatus].map(([word, articles]) =>
          element(
            "li",
            {},
            element("span", { class: "told" }, word),
            " ",
            ...articles.flatMap((article, i) => [
              i > 0 ? ", " : "",
              element(
                "button",
                {
                  type: "button",
                  class: "plain",
                  onclick: () => actions.focus({ type: "article", id: article }),
                },
                articleName(network, article),
              ),
            ]),
          ),
        ),
      ),
    ),
  ];
}

/** *article, article* tells nobody apart. */
function articleName(network: Network, id: string): string {
  const article = network.article(id);
  return article === undefined ? "article" : sourceOf(article);
}

function entitySections(context: PageContext, id: string): HTMLElement[] {
  const { graph } = context.network;
  const events: string[] = [];
  const roles: { readonly weight: number; readonly row: HTMLElement }[] = [];
  graph.forEachEdge(id, (_, tie, source, target) => {
    const { kind, weight } = tie;
    const other = source === id ? target : source;
    if (graph.getNodeAttribute(other, "kind") === "event") {
      if (!events.includes(other)) events.push(other);
    } else if (kind !== "together") {
      const what = tieWord(tie, source === id);
      roles.push({
        weight,
        row: element(
          "li",
          {},
          element("span", { class: "role" }, what),
          nodeButton(context, other),
          element(
            "button",
            {
              type: "button",
              class: "plain count",
              onclick: () => context.actions.focus({ type: "pair", source: id, target: other }),
              "aria-label": `${counted(weight, "story", "stories")}: quotes for ${what}`,
            },
            counted(weight, "story", "stories"),
          ),
        ),
      });
    }
  });
  roles.sort((a, b) => b.weight - a.weight);
  const sections: HTMLElement[] = [];
  if (roles.length > 0) {
    sections.push(
      element(
        "section",
        {},
        element("h3", {}, "Roles and places"),
        shortList(roles, ({ row }) => row, LISTED, "roles", "tie-list"),
      ),
    );
  }
  const scope = scopeOf(context);
  const passing = events.filter(scope.event);
  const pairs = pairsOf(context, id, new Set(passing));
  if (pairs.length > 0) {
    sections.push(
      element(
        "section",
        {},
        element("h3", {}, "With whom"),
        shortList(pairs, (pair) => pairRow(context, id, pair), LISTED, "relations", "pair-list"),
      ),
    );
  }
  if (events.length > 0) {
    sections.push(
      element(
        "section",
        {},
        element("h3", {}, "What happened"),
        scope.note(passing.length, events.length, "event"),
        shortList(
          inOrder(context, passing),
          (event) => eventRow(context, event),
          LISTED,
          "events",
          "event-list",
        ),
      ),
    );
  }
  return sections;
}

/** Of one node, heaviest first: only its own events are folded. */
function pairsOf(
  { network }: PageContext,
  id: string,
  events: ReadonlySet<string>,
): readonly Pair[] {
  return foldPairs(network, events, { events: [...events] }).filter(
    ({ source, target }) => source === id || target === id,
  );
}

function pairRow(context: PageContext, id: string, pair: Pair): HTMLElement {
  const other = pair.source === id ? pair.target : pair.source;
  const verbs = new Map<string, Tone>();
  for (const part of pair.acts) {
    const isBack = part.directed && part.source !== id;
    verbs.set(isBack ? `← ${verbOf(part)}` : verbOf(part), ACT_TONES[part.act]);
  }
  const acts = [...verbs]
    .slice(0, VERBS)
    .map(([verb, tone]) => element("span", { class: `act tone-${tone}` }, verb));
  return element(
    "li",
    {},
    nodeButton(context, other),
    element(
      "span",
      { class: "acts" },
      ...acts,
      verbs.size > VERBS ? ` +${verbs.size - VERBS}` : "",
    ),
    element(
      "button",
      {
        type: "button",
        class: "plain count",
        onclick: () => context.actions.focus({ type: "pair", source: id, target: other }),
        "aria-label": `${counted(pair.stories, "story", "stories")}: quotes on ${context.network.graph.getNodeAttribute(other, "name")}`,
      },
      counted(pair.stories, "story", "stories"),
    ),
  );
}
