/** The table: what the picture shows and what it has no room for, sortable, with the same focus. */
import type { DaySpan, Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { kindIcon } from "../dom/icons.ts";
import type { Scene } from "../scene/scene.ts";
import { grouped } from "../scene/words.ts";
import type { PartNotes } from "../side/part-note.ts";
import type { Store } from "../state/store.ts";
import { isSame } from "../state/store.ts";
import type { TableList, ViewState } from "../state/view-state.ts";
import { COLUMNS, listRows, type Row, sortRows } from "./rows.ts";

const LISTS: Readonly<Record<TableList, string>> = {
  actors: "Actors",
  events: "Events",
  relations: "Relations",
  articles: "Articles",
};
const PAGE = 150;

export interface Table {
  update(network: Network, state: ViewState, scene: Scene, window: DaySpan | undefined): void;
}

export function createTable(
  root: HTMLElement,
  store: Store<ViewState>,
  focus: (row: Row) => void,
  parts: PartNotes,
): Table {
  let before: unknown;
  let drawnOf: Network | undefined;
  let note: HTMLElement | undefined;
  return {
    update(network, state, scene, window) {
      const { focus: _, camera: __, view: ___, ...rest } = state;
      const key = { rest, window };
      const isNew = network !== drawnOf || !isSame(key, before);
      if (isNew || !root.classList.contains("table")) {
        before = key;
        drawnOf = network;
        root.className = "sheet table";
        root.replaceChildren(...draw(network, state, scene, window));
      } else if (note !== undefined) {
        const renewed = noteOf(network, state);
        note.replaceWith(renewed ?? "");
        note = renewed;
      }
      markFocus(root, state);
    },
  };

  function noteOf(network: Network, { list }: ViewState): HTMLElement | undefined {
    return parts.note(network, { type: list === "actors" ? "actors" : "events" });
  }

  function draw(
    network: Network,
    state: ViewState,
    scene: Scene,
    window: DaySpan | undefined,
  ): HTMLElement[] {
    const columns = COLUMNS[state.list];
    const rows = sortRows(listRows(network, state, window), columns, state.sort);
    const shown = new Set(scene.nodes.map(({ id }) => id));
    const body = element("tbody", {});
    let count = 0;
    const more = element("button", { type: "button", class: "more", onclick: addRows });
    function addRows(): void {
      body.append(...rows.slice(count, count + PAGE).map((row) => drawRow(row, shown.has(row.id))));
      count = Math.min(count + PAGE, rows.length);
      more.textContent = `Show ${Math.min(PAGE, rows.length - count)} more of ${grouped(rows.length)}`;
      more.hidden = count >= rows.length;
    }
    addRows();
    note = noteOf(network, state);
    const tabs = (Object.keys(LISTS) as TableList[]).map((list) =>
      element(
        "button",
        {
          type: "button",
          "aria-pressed": String(state.list === list),
          onclick: () =>
            store.set({
              list,
              sort: list === "articles" || list === "events" ? "-day" : "-stories",
            }),
        },
        LISTS[list],
      ),
    );
    return [
      element(
        "div",
        { class: "table-head" },
        element("div", { class: "switch", role: "group", "aria-label": "List" }, ...tabs),
        element(
          "p",
          { class: "tally" },
          `${grouped(rows.length)} that pass the filters; a dot marks what is in the picture`,
        ),
        note,
      ),
      element(
        "table",
        {},
        element("caption", { class: "unseen" }, `${LISTS[state.list]} of this graph`),
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            ...columns.map(({ name, title, isNumber, isDay }) => {
              const isSorted = state.sort.replace("-", "") === name;
              const isDown = state.sort.startsWith("-");
              return element(
                "th",
                {
                  scope: "col",
                  class: isNumber === true ? "number" : "",
                  "aria-sort": isSorted ? (isDown ? "descending" : "ascending") : "none",
                },
                element(
                  "button",
                  {
                    type: "button",
                    onclick: () =>
                      store.set({
                        sort: isSorted
                          ? isDown
                            ? name
                            : `-${name}`
                          : isNumber === true || isDay === true
                            ? `-${name}`
                            : name,
                      }),
                  },
                  title,
                  element(
                    "span",
                    { class: "arrow", "aria-hidden": "true" },
                    isSorted ? (isDown ? " ↓" : " ↑") : "",
                  ),
                ),
              );
            }),
          ),
        ),
        body,
      ),
      more,
    ];
  }

  function drawRow(row: Row, isShown: boolean): HTMLElement {
    const columns = COLUMNS[store.get().list];
    const main = Math.max(
      row.cells.findIndex(({ kind }) => kind !== undefined),
      0,
    );
    return element(
      "tr",
      { "data-id": row.id, class: isShown ? "in-picture" : "", onclick: () => focus(row) },
      ...row.cells.map(({ text, kind }, i) => {
        const content = [kind !== undefined && kindIcon(kind), element("span", {}, text)];
        return element(
          "td",
          {
            class:
              columns[i]?.isNumber === true ? "number" : columns[i]?.isDay === true ? "day" : "",
          },
          i === main
            ? element("button", { type: "button", class: "node-link" }, ...content)
            : content[0],
          i === main ? undefined : content[1],
        );
      }),
    );
  }
}

function markFocus(root: HTMLElement, { focus }: ViewState): void {
  const id =
    focus?.type === "pair"
      ? [focus.source, focus.target].sort().join(" ")
      : focus?.type === "path"
        ? undefined
        : focus?.id;
  for (const row of root.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
  if (id === undefined) return;
  root.querySelector(`tr[data-id="${CSS.escape(id)}"]`)?.setAttribute("aria-current", "true");
}
