/** What the filters and the window of time leave of what a page lists, and how a page says so. */
import type { Evidence } from "../../src/model.ts";
import { dayRange, daySpanOf } from "../data/days.ts";
import { element } from "../dom/element.ts";
import { createFilter } from "../scene/filter.ts";
import { counted } from "../scene/words.ts";
import { isOutside, windowOf } from "../state/window.ts";
import type { PageContext } from "./context.ts";

export interface Scope {
  event(id: string): boolean;
  /** Told within the window. */
  quote(item: Evidence): boolean;
  /** *4 of 33 events pass the filters, 1–31 Mar 2023*; nothing where all do. */
  note(shown: number, all: number, one: string): HTMLElement | undefined;
}

export function scopeOf({ network, state }: Pick<PageContext, "network" | "state">): Scope {
  const window = windowOf(state);
  const filter = createFilter(network, state);
  const time = window === undefined ? "" : `, ${dayRange(state.since, state.until)}`;
  return {
    event: (id) => filter.nodeOfAnyKind(id) && !isOutside(...network.nodeDays(id), window),
    quote: ({ published }) => !isOutside(...daySpanOf(published), window),
    note: (shown, all, one) =>
      shown === all
        ? undefined
        : element(
            "p",
            { class: "tally scope" },
            `${shown} of ${counted(all, one)} pass the filters${time}`,
          ),
  };
}
