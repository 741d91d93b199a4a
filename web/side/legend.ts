/**
 * The legend is the filter: every kind with its sign, its count and a switch; below, what else narrows the picture down. Built once and then
 * kept up to date in place, so that the keyboard never loses its spot.
 */
import type { NodeKind } from "../../src/graph/appearance.ts";
import { ACTS, STATUSES } from "../../src/graph/kinds.ts";
import type { Choice, Network } from "../data/network.ts";
import { element, replaceContent } from "../dom/element.ts";
import { kindIcon } from "../dom/icons.ts";
import { COMMUNITY_COLORS } from "../scene/palette.ts";
import type { Scene } from "../scene/scene.ts";
import { ACT_TONES, ACT_WORDS, grouped, KIND_WORDS, STATUS_WORDS } from "../scene/words.ts";
import type { Store } from "../state/store.ts";
import type { ViewState } from "../state/view-state.ts";

const KINDS: readonly NodeKind[] = ["person", "organization", "group", "country", "place", "event"];

type ListKey = "hiddenKinds" | "hiddenActs" | "hiddenStatuses" | "countries" | "outlets";

interface Row {
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

export interface Legend {
  update(state: ViewState, scene: Scene): void;
}

export function createLegend(root: HTMLElement, network: Network, store: Store<ViewState>): Legend {
  const kinds = new Map<NodeKind, Row>();
  const toggle = (key: ListKey, value: string): void => {
    const list = store.get()[key] as readonly string[];
    const next = list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
    store.set({ [key]: next } as Partial<ViewState>);
  };
  const kindRows = KINDS.map((kind) => {
    const row = createRow(() => toggle("hiddenKinds", kind));
    kinds.set(kind, row);
    const only = onlyButton(KIND_WORDS[kind][1], () =>
      store.set({ hiddenKinds: KINDS.filter((other) => other !== kind) }),
    );
    return element(
      "li",
      { "data-kind": kind },
      label(row, kindIcon(kind), KIND_WORDS[kind][1]),
      only,
    );
  });
  const acts = checklist(
    ACTS.filter((act) =>
      network.events.some((id) => network.graph.getNodeAttribute(id, "act" as never) === act),
    ).map(
      (act): Choice => ({
        value: act,
        name: ACT_WORDS[act][0],
        count: countOf(network, "act", act),
      }),
    ),
    (value) => toggle("hiddenActs", value),
    (value) => store.set({ hiddenActs: ACTS.filter((act) => act !== value) }),
    (value) => `act tone-${ACT_TONES[value as never]}`,
  );
  const statuses = checklist(
    STATUSES.map((status) => ({
      value: status,
      name: STATUS_WORDS[status],
      count: countOf(network, "status", status),
    })).filter(({ count }) => count > 0),
    (value) => toggle("hiddenStatuses", value),
    (value) => store.set({ hiddenStatuses: STATUSES.filter((status) => status !== value) }),
  );
  const countries = checklist(network.countries, (value) => toggle("countries", value));
  const outlets = checklist(network.outlets, (value) => toggle("outlets", value));
  const stories = element("input", {
    type: "range",
    min: 1,
    max: 10,
    step: 1,
    id: "min-stories",
    oninput: () => store.set({ minStories: Number(stories.value) }),
  });
  const storiesText = element("output", { for: "min-stories" });
  const hubs = switchBox("Hide hubs", "who is in a quarter of all stories", (on) =>
    store.set({ hideHubs: on }),
  );
  const together = switchBox(
    "Named together",
    "also lines between actors that only share a sentence",
    (on) => store.set({ together: on }),
  );
  const colorBy = select(
    "Color",
    [
      ["kind", "by kind"],
      ["community", "by community"],
    ],
    (value) => store.set({ colorBy: value as ViewState["colorBy"] }),
  );
  const sizeBy = select(
    "Size",
    [
      ["stories", "by stories"],
      ["degree", "by number of ties"],
      ["pagerank", "by PageRank"],
      ["betweenness", "by betweenness"],
    ],
    (value) => store.set({ sizeBy: value as ViewState["sizeBy"] }),
  );
  const communities = element("ul", { class: "communities", hidden: true });
  const reset = element(
    "button",
    {
      type: "button",
      class: "reset",
      onclick: () =>
        store.set({
          hiddenKinds: [],
          hiddenActs: [],
          hiddenStatuses: [],
          countries: [],
          outlets: [],
          minStories: 1,
          hideHubs: false,
          since: undefined,
          until: undefined,
          ego: undefined,
          expanded: [],
        }),
    },
    "Clear filters",
  );
  replaceContent(
    root,
    element("div", { class: "legend-head" }, element("h2", {}, "Legend and filters"), reset),
    !network.whole.isHere &&
      element(
        "p",
        { class: "tally" },
        `Counts are of what is here: ${grouped(network.actors.length)} of ${grouped(network.whole.actors)} actors, ${grouped(network.events.length)} of ${grouped(network.whole.events)} events.`,
      ),
    element("ul", { class: "kinds" }, ...kindRows),
    communities,
    lineKey(),
    element(
      "div",
      { class: "field" },
      element("label", { for: "min-stories" }, "Told by at least ", storiesText),
      stories,
    ),
    fold("Kinds of events", acts.root),
    ...(statuses.boxes.size > 1 ? [fold("Status", statuses.root)] : []),
    fold("Countries", countries.root),
    fold("Outlets", outlets.root),
    element("div", { class: "switches" }, hubs.root, together.root, colorBy.root, sizeBy.root),
  );
  return {
    update(state, scene) {
      for (const [kind, { box, count }] of kinds) {
        box.checked = !state.hiddenKinds.includes(kind);
        count.textContent = grouped(scene.counts.kinds[kind] ?? 0);
      }
      acts.update((value) => !state.hiddenActs.includes(value as never));
      statuses.update((value) => !state.hiddenStatuses.includes(value as never));
      countries.update((value) => state.countries.includes(value));
      outlets.update((value) => state.outlets.includes(value));
      stories.value = String(state.minStories);
      storiesText.textContent = state.minStories === 1 ? "1 story" : `${state.minStories} stories`;
      hubs.box.checked = state.hideHubs;
      together.box.checked = state.together;
      colorBy.box.value = state.colorBy;
      sizeBy.box.value = state.sizeBy;
      reset.hidden = !isFiltered(state);
      const isByCommunity = state.colorBy === "community";
      root.classList.toggle("by-community", isByCommunity);
      if (isByCommunity && communities.childElementCount === 0) {
        communities.replaceChildren(...communityKey(network));
      }
      communities.hidden = !isByCommunity;
    },
  };
}

export function isFiltered(state: ViewState): boolean {
  const { hiddenKinds, hiddenActs, hiddenStatuses, countries, outlets } = state;
  const lists = [hiddenKinds, hiddenActs, hiddenStatuses, countries, outlets];
  return (
    lists.some((list) => list.length > 0) ||
    state.minStories > 1 ||
    state.hideHubs ||
    state.since !== undefined ||
    state.until !== undefined ||
    state.ego !== undefined ||
    state.expanded.length > 0
  );
}

function createRow(onchange: () => void): Row {
  return {
    box: element("input", { type: "checkbox", onchange }),
    count: element("span", { class: "count" }),
  };
}

function label(
  { box, count }: Row,
  sign: Node | undefined,
  name: string,
  className = "",
): HTMLElement {
  return element(
    "label",
    {},
    box,
    sign,
    element("span", { class: `name ${className}` }, name),
    count,
  );
}

function onlyButton(name: string, onclick: () => void): HTMLElement {
  return element(
    "button",
    { type: "button", class: "only", onclick, "aria-label": `Only ${name}` },
    "only",
  );
}

/** `only`: where all are on at first, one click leaves one. */
function checklist(
  choices: readonly Choice[],
  toggle: (value: string) => void,
  only?: (value: string) => void,
  classOf: (value: string) => string = () => "",
) {
  const boxes = new Map<string, HTMLInputElement>();
  const rows = choices.map(({ value, name, count }) => {
    const row = createRow(() => toggle(value));
    row.count.textContent = grouped(count);
    boxes.set(value, row.box);
    return element(
      "li",
      {},
      label(row, undefined, name, classOf(value)),
      only && onlyButton(name, () => only(value)),
    );
  });
  return {
    boxes,
    root: element("ul", { class: "checklist" }, ...rows),
    update: (isOn: (value: string) => boolean): void => {
      for (const [value, box] of boxes) box.checked = isOn(value);
    },
  };
}

function countOf(network: Network, key: "act" | "status", value: string): number {
  return network.events.filter((id) => network.graph.getNodeAttribute(id, key as never) === value)
    .length;
}

function fold(title: string, content: HTMLElement): HTMLElement {
  return element("details", {}, element("summary", {}, title), content);
}

function switchBox(name: string, title: string, set: (on: boolean) => void) {
  const box = element("input", { type: "checkbox", onchange: () => set(box.checked) });
  return {
    box,
    root: element("label", { class: "switch-box", title }, box, element("span", {}, name)),
  };
}

function select(
  name: string,
  options: readonly (readonly [string, string])[],
  set: (value: string) => void,
) {
  const box = element(
    "select",
    { onchange: () => set(box.value) },
    ...options.map(([value, text]) => element("option", { value }, text)),
  );
  return { box, root: element("label", { class: "select" }, element("span", {}, name), box) };
}

/** Communities have no names of their own: their best known members stand for them. */
function communityKey(network: Network): HTMLElement[] {
  return network
    .communityNames()
    .slice(0, COMMUNITY_COLORS.length)
    .map((name, i) => {
      const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.background = COMMUNITY_COLORS[i]!;
      return element("li", {}, swatch, element("span", {}, name));
    });
}

/** What the lines mean. */
function lineKey(): HTMLElement {
  const row = (className: string, text: string): HTMLElement =>
    element(
      "li",
      {},
      element("span", { class: `line-sample ${className}`, "aria-hidden": "true" }),
      element("span", {}, text),
    );
  return element(
    "ul",
    { class: "line-key" },
    row("sure", "several stories say so"),
    row("single", "one story says so"),
    row("open", "planned, denied or claimed"),
    row("setting", "office, place or statement"),
    row("tone-cooperation", "cooperation"),
    row("tone-conflict", "conflict"),
  );
}
