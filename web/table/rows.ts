/** What the table lists: everything that passes the filters, whether the picture has room for it or not. */
import type { NodeKind } from "../../src/graph/appearance.ts";
import { daySpanOf, longDay } from "../data/days.ts";
import { type DaySpan, type Network, NO_OUTLET } from "../data/network.ts";
import { countryOf, isEvent } from "../data/nodes.ts";
import { printerOf, sourceOf } from "../data/source.ts";
import { createFilter } from "../scene/filter.ts";
import { foldPairs, type PairAct, verbOf } from "../scene/pairs.ts";
import { ACT_WORDS, statusWord } from "../scene/words.ts";
import type { Focus, TableList, ViewState } from "../state/view-state.ts";
import { isOutside, windowOf } from "../state/window.ts";

export interface Cell {
  readonly text: string;
  /** What the column is sorted by. */
  readonly key: string | number;
  readonly kind?: NodeKind;
}

export interface Row {
  readonly id: string;
  readonly focus: Focus;
  readonly cells: readonly Cell[];
}

export interface Column {
  readonly name: string;
  readonly title: string;
  readonly isNumber?: boolean;
  readonly isDay?: boolean;
}

const number = (value: number): Cell => ({ text: String(value), key: value });
const day = (date: string | undefined): Cell => ({
  text: date === undefined ? "" : longDay(date),
  key: date ?? "",
});
const word = (text: string, kind?: NodeKind): Cell => ({
  text,
  key: text.toLowerCase(),
  ...(kind === undefined ? {} : { kind }),
});

export const COLUMNS: Readonly<Record<TableList, readonly Column[]>> = {
  actors: [
    { name: "name", title: "Name" },
    { name: "country", title: "Country" },
    { name: "stories", title: "Stories", isNumber: true },
    { name: "events", title: "Events", isNumber: true },
    { name: "ties", title: "Ties", isNumber: true },
    { name: "first", title: "First", isDay: true },
    { name: "last", title: "Last", isDay: true },
  ],
  events: [
    { name: "day", title: "Day", isDay: true },
    { name: "name", title: "What" },
    { name: "act", title: "Kind" },
    { name: "status", title: "Status" },
    { name: "stories", title: "Stories", isNumber: true },
    { name: "outlets", title: "Outlets", isNumber: true },
  ],
  relations: [
    { name: "name", title: "One" },
    { name: "acts", title: "What" },
    { name: "other", title: "Other" },
    { name: "events", title: "Events", isNumber: true },
    { name: "stories", title: "Stories", isNumber: true },
  ],
  articles: [
    { name: "day", title: "Day", isDay: true },
    { name: "outlet", title: "Outlet" },
    { name: "name", title: "Title" },
    { name: "stories", title: "Copies", isNumber: true },
  ],
};

export function listRows(network: Network, state: ViewState, window: DaySpan | undefined): Row[] {
  switch (state.list) {
    case "actors":
      return actorRows(network, state, window);
    case "events":
      return eventRows(network, state, window);
    case "relations":
      return relationRows(network, state, window);
    case "articles":
      return articleRows(network, state, window);
  }
}

/** For spreadsheets: days as in ISO 8601, numbers as numbers. */
export function tableOf(network: Network, state: ViewState): (string | number)[][] {
  const columns = COLUMNS[state.list];
  const rows = sortRows(listRows(network, state, windowOf(state)), columns, state.sort);
  return [
    columns.map(({ title }) => title),
    ...rows.map(({ cells }) =>
      cells.map(({ text, key }, i) =>
        columns[i]?.isDay === true || typeof key === "number" ? key : text,
      ),
    ),
  ];
}

/** `sort`: the name of a column, with `-` from the largest down. Equal rows keep the order of their ids. */
export function sortRows(rows: readonly Row[], columns: readonly Column[], sort: string): Row[] {
  const isDown = sort.startsWith("-");
  const at = Math.max(
    columns.findIndex(({ name }) => name === sort.replace("-", "")),
    0,
  );
  const compare = (a: Row, b: Row): number => {
    const x = a.cells[at]!.key;
    const y = b.cells[at]!.key;
    if (x === y) return a.id < b.id ? -1 : 1;
    // Nobody looks for what has no day, country or outlet first.
    if (x === "" || y === "") return x === "" ? 1 : -1;
    return (x < y ? -1 : 1) * (isDown ? -1 : 1);
  };
  return [...rows].sort(compare);
}

function actorRows(network: Network, state: ViewState, window: DaySpan | undefined): Row[] {
  const { graph } = network;
  const filter = createFilter(network, state);
  const names = new Map(network.countries.map(({ value, name }) => [value, name]));
  return network.actors
    .filter((id) => filter.node(id) && isIn(network, id, window))
    .map((id) => {
      const node = graph.getNodeAttributes(id);
      const neighbors = graph.neighbors(id);
      const events = neighbors.filter((other) => isEvent(graph.getNodeAttributes(other))).length;
      const country = countryOf(node);
      return {
        id,
        focus: { type: "node", id },
        cells: [
          word(node.name, node.kind),
          word(country === undefined ? "" : (names.get(country) ?? country)),
          number(node.stories),
          number(events),
          number(neighbors.length),
          day(node.first),
          day(node.last),
        ],
      };
    });
}

function eventRows(network: Network, state: ViewState, window: DaySpan | undefined): Row[] {
  const filter = createFilter(network, state);
  return network.events.flatMap((id) => {
    const event = network.graph.getNodeAttributes(id);
    if (!isEvent(event) || !filter.node(id) || !isIn(network, id, window)) return [];
    const outlets = new Set(event.evidence.map((item) => network.outletOf(item)));
    return {
      id,
      focus: { type: "node" as const, id },
      cells: [
        day(event.from ?? event.first),
        word(event.name, "event"),
        word(ACT_WORDS[event.act][0]),
        word(statusWord(event.status, event.polarity)),
        number(event.stories),
        number(outlets.size),
      ],
    };
  });
}

function relationRows(network: Network, state: ViewState, window: DaySpan | undefined): Row[] {
  const { graph } = network;
  const filter = createFilter(network, state);
  const events = new Set(
    network.events.filter((id) => filter.node(id) && isIn(network, id, window)),
  );
  return foldPairs(network, events)
    .filter(({ source, target }) => filter.node(source) && filter.node(target))
    .map(({ id, source, target, acts, stories }) => {
      const one = graph.getNodeAttributes(source);
      const other = graph.getNodeAttributes(target);
      return {
        id,
        focus: { type: "pair", source, target },
        cells: [
          word(one.name, one.kind),
          word(verbsOf(acts, source)),
          word(other.name, other.kind),
          number(new Set(acts.flatMap((part) => part.events)).size),
          number(stories),
        ],
      };
    });
}

function verbsOf(acts: readonly PairAct[], from: string): string {
  const verbs = acts.map((part) =>
    part.directed && part.source !== from ? `←\u00a0${verbOf(part)}` : verbOf(part),
  );
  return [...new Set(verbs)].join(", ");
}

function articleRows(
  { graph }: Network,
  { outlets }: ViewState,
  window: DaySpan | undefined,
): Row[] {
  const articles = graph.getAttribute("articles");
  const copies = new Map<string, number>();
  for (const { reprintGroup } of articles)
    copies.set(reprintGroup, (copies.get(reprintGroup) ?? -1) + 1);
  return articles
    .filter((article) => outlets.length === 0 || outlets.includes(printerOf(article) ?? NO_OUTLET))
    .filter(({ published }) => !isOutside(...daySpanOf(published), window))
    .map(({ id, title, published, reprintGroup, ...article }) => ({
      id,
      focus: { type: "article", id },
      cells: [
        day(published),
        word(sourceOf(article)),
        word(title === "" ? "Without a title" : title, "article"),
        number(copies.get(reprintGroup) ?? 0),
      ],
    }));
}

function isIn(network: Network, id: string, window: DaySpan | undefined): boolean {
  return !isOutside(...network.nodeDays(id), window);
}
