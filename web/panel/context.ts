/** What the pages of the panel are given: the network, the state, and the ways on from here. */

import type { Network } from "../data/network.ts";
import type { Readings } from "../data/readings.ts";
import { element } from "../dom/element.ts";
import { kindIcon } from "../dom/icons.ts";
import type { Memory } from "../state/memory.ts";
import type { Focus, ViewState } from "../state/view-state.ts";

export interface Actions {
  focus(focus: Focus | undefined): void;
  expand(id: string): void;
  ego(id: string, hops: number): void;
  /** The next node that is chosen becomes the other end. */
  startPath(id: string): void;
  timeline(id: string): void;
  correct(id: string): void;
  reject(line: string): void;
  quotesBy(order: "date" | "outlet"): void;
  /** Of a node, where only some of its quotes are here. */
  moreQuotes(id: string): void;
}

export interface PageContext {
  readonly network: Network;
  readonly state: ViewState;
  readonly actions: Actions;
  readonly readings: Readings;
  readonly memory: Memory;
  /** Something is on its way from the server. */
  readonly isFetching: boolean;
}

/** The name of a node as a button that leads to it. */
export function nodeButton(
  { network, actions }: PageContext,
  id: string,
  text?: string,
): HTMLElement {
  const { kind, name } = network.graph.getNodeAttributes(id);
  return element(
    "button",
    { type: "button", class: "node-link", onclick: () => actions.focus({ type: "node", id }) },
    kindIcon(kind),
    element("span", {}, text ?? name),
  );
}

/** Rows that are added at one click; a hub may have thousands. */
const MOST_AT_ONCE = 300;

/** Long lists show their head; the rest is one click away, and drawn only then. */
export function shortList<T>(
  items: readonly T[],
  draw: (item: T) => HTMLElement,
  most: number,
  what: string,
  className: string,
): HTMLElement {
  const list = element("ul", { class: className }, ...items.slice(0, most).map(draw));
  if (items.length <= most) return list;
  let count = most;
  const more = element("button", { type: "button", class: "more", onclick: addRows });
  name();
  return element("div", {}, list, more);

  function addRows(): void {
    const rows = items.slice(count, count + MOST_AT_ONCE).map(draw);
    count += rows.length;
    list.append(...rows);
    if (count >= items.length) more.remove();
    else name();
    rows[0]?.querySelector<HTMLElement>("button, a")?.focus();
  }

  function name(): void {
    const isEnd = items.length - count <= MOST_AT_ONCE;
    more.textContent = isEnd
      ? `Show all ${items.length} ${what}`
      : `Show ${MOST_AT_ONCE} more of ${items.length} ${what}`;
  }
}
