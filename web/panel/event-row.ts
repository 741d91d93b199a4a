/** An event in a list: its day, what it is, whether it happened. */
import { dayRange } from "../data/days.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { isOpenEvent } from "../scene/open-events.ts";
import { ACT_TONES, ACT_WORDS, counted, statusWord } from "../scene/words.ts";
import type { PageContext } from "./context.ts";

export function eventRow({ network, actions }: PageContext, id: string): HTMLElement {
  const event = network.graph.getNodeAttributes(id);
  if (!isEvent(event)) throw new Error(`${id} is not an event`);
  const { name, act, status, polarity, from, to, first, stories } = event;
  return element(
    "li",
    { class: "event-row" },
    element(
      "button",
      { type: "button", onclick: () => actions.focus({ type: "node", id }) },
      element(
        "span",
        { class: "day" },
        dayRange(from ?? first, from === undefined ? first : (to ?? from)),
      ),
      element("span", { class: "what" }, name),
      element(
        "span",
        { class: "facts" },
        element("span", { class: `act tone-${ACT_TONES[act]}` }, ACT_WORDS[act][0]),
        isOpenEvent(event) && element("span", { class: "told" }, statusWord(status, polarity)),
        element("span", {}, counted(stories, "story", "stories")),
      ),
    ),
  );
}

/** By their day, undated ones last. */
export function inOrder({ network }: PageContext, events: readonly string[]): string[] {
  const keyOf = (id: string): string => {
    const event = network.graph.getNodeAttributes(id);
    return `${(isEvent(event) ? event.from : undefined) ?? event.first ?? "9999"} ${id}`;
  };
  return [...events].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
