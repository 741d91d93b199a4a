/** Where only a part of a large graph is here, each view says which, and offers to fetch more: the best told first, of the days that are looked at. */
import type { MoreOf } from "../data/growth.ts";
import type { Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { grouped } from "../scene/words.ts";

export interface PartNotes {
  /** `undefined` where all is here. `name`: of whom the events are. */
  note(network: Network, of: MoreOf): HTMLElement | undefined;
}

export function createPartNotes(isBusy: () => boolean, fetchMore: (of: MoreOf) => void): PartNotes {
  return {
    note(network, of) {
      if (network.whole.isHere) return undefined;
      const text = partText(network, of);
      return text === undefined
        ? undefined
        : element(
            "p",
            { class: "tally part" },
            `${text} `,
            element(
              "button",
              {
                type: "button",
                class: "plain",
                disabled: isBusy(),
                onclick: () => fetchMore(of),
              },
              isBusy() ? "Fetching…" : "Fetch more",
            ),
          );
    },
  };
}

/** *From what is here: 1,189 of 25,000 actors.* */
function partText({ graph, actors, events, whole }: Network, of: MoreOf): string | undefined {
  if (of.type === "timeline") {
    const around = graph.getAttribute("part")?.around[of.id];
    if (around === undefined) return "Its events are on their way.";
    return around.here < around.edges
      ? `From what is here: ${grouped(around.here)} of its ${grouped(around.edges)} events and ties.`
      : undefined;
  }
  const [here, all, what] =
    of.type === "actors"
      ? [actors.length, whole.actors, "actors"]
      : [events.length, whole.events, "events"];
  return here < all ? `From what is here: ${grouped(here)} of ${grouped(all)} ${what}.` : undefined;
}
