/** Search over names and aliases: case and accents do not matter, small misspellings neither. A combobox as WAI-ARIA describes it. */
import type { FoundNode } from "../../src/graph/query/types.ts";
import { longDay } from "../data/days.ts";
import { element } from "../dom/element.ts";
import { icon, kindIcon } from "../dom/icons.ts";
import { counted } from "../scene/words.ts";

const SHOWN = 9;

/** At once from a graph that is here, later from a server. */
export type Find = (
  text: string,
  limit: number,
) => readonly FoundNode[] | Promise<readonly FoundNode[]>;

export interface SearchBox {
  focus(): void;
  /** Another purpose for the next choice, `undefined` for none. */
  ask(placeholder: string | undefined): void;
}

export function createSearchBox(
  root: HTMLElement,
  find: Find,
  onChoice: (id: string) => void,
  onLeave: () => void,
): SearchBox {
  const usual = "Search people, countries, events…";
  let found: string[] = [];
  let active = -1;
  const list = element("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  const input = element("input", {
    type: "search",
    placeholder: usual,
    autocomplete: "off",
    spellcheck: "false",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    "aria-label": "Search names and aliases",
    oninput: search,
    onfocus: search,
    onblur: () => setTimeout(close, 120),
    onkeydown: (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter") {
        const id = found[Math.max(active, 0)];
        if (id !== undefined) choose(id);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        input.value = "";
        close();
        input.blur();
        onLeave();
      }
    },
  });
  root.replaceChildren(
    element(
      "label",
      { class: "search-field" },
      icon("search"),
      input,
      element("kbd", { "aria-hidden": "true" }, "/"),
    ),
    list,
  );

  function search(): void {
    const text = input.value.trim();
    if (text === "") {
      close();
      return;
    }
    const answer = find(text, SHOWN);
    if (!(answer instanceof Promise)) {
      showHits(text, answer);
      return;
    }
    // Answers may come out of order: only the one to the latest question counts.
    answer.then(
      (hits) => {
        if (text === input.value.trim()) showHits(text, hits);
      },
      () => showHits(text, []),
    );
  }

  function showHits(text: string, hits: readonly FoundNode[]): void {
    found = hits.map(({ id }) => id);
    const rows = hits.map(({ id, kind, name, matched, stories, first }, i) =>
      element(
        "li",
        {
          role: "option",
          id: `found-${i}`,
          "aria-selected": "false",
          onmousedown: (event) => event.preventDefault(),
          onclick: () => choose(id),
        },
        kindIcon(kind),
        element(
          "span",
          { class: "name" },
          name,
          matched !== name &&
            kind !== "event" &&
            element("span", { class: "matched" }, ` (${matched})`),
        ),
        // Two invasions are told apart by their days.
        element(
          "span",
          { class: "count" },
          kind === "event" && stories === 1 && first !== undefined
            ? longDay(first)
            : counted(stories, "story", "stories"),
        ),
      ),
    );
    if (rows.length === 0)
      list.replaceChildren(
        element(
          "li",
          { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" },
          `Nobody here is called “${text}”.`,
        ),
      );
    else list.replaceChildren(...rows);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(rows.length > 0 ? 0 : -1);
  }

  function mark(next: number): void {
    if (found.length === 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    active = (next + found.length) % found.length;
    [...list.children].forEach((row, i) => {
      row.setAttribute("aria-selected", String(i === active));
      if (i === active) row.scrollIntoView({ block: "nearest" });
    });
    input.setAttribute("aria-activedescendant", `found-${active}`);
  }

  function choose(id: string): void {
    input.value = "";
    close();
    input.blur();
    onChoice(id);
  }

  function close(): void {
    list.hidden = true;
    found = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  return {
    focus: () => {
      input.focus();
      input.select();
    },
    ask: (placeholder) => {
      input.placeholder = placeholder ?? usual;
      root.classList.toggle("asking", placeholder !== undefined);
    },
  };
}
