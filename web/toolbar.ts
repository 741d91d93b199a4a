/** The buttons of the head and beside the picture, and the tabs of the four views. */
import { element, place } from "./dom/element.ts";
import { type Icon, icon } from "./dom/icons.ts";
import type { View } from "./state/view-state.ts";

export interface ToolActs {
  closer(): void;
  farther(): void;
  fit(): void;
  rearrange(): void;
  undo(): void;
  redo(): void;
  copyLink(): void;
  namedViews(): void;
  corrections(): void;
  takeAway(): void;
  toggleTheme(): void;
  help(): void;
  show(view: View): void;
}

export interface Toolbar {
  update(view: View, hasPast: boolean, hasFuture: boolean): void;
  setArranging(isOn: boolean): void;
}

const VIEWS: readonly (readonly [View, string, string])[] = [
  ["graph", "Graph", "g"],
  ["map", "Map", "m"],
  ["table", "Table", "t"],
  ["time", "Timeline", "i"],
];

export function createToolbar(acts: ToolActs): Toolbar {
  const arrange = tool("arrange", "Rearrange (l)", acts.rearrange);
  place("controls").replaceChildren(
    tool("plus", "Closer (+)", acts.closer),
    tool("minus", "Farther (-)", acts.farther),
    tool("fit", "All of it (0)", acts.fit),
    arrange,
  );
  const undo = tool("undo", "Undo (Ctrl z)", acts.undo);
  const redo = tool("redo", "Redo (Ctrl y)", acts.redo);
  place("tools").replaceChildren(
    undo,
    redo,
    tool("link", "Copy the link to this view", acts.copyLink),
    tool("star", "Named views", acts.namedViews),
    tool("pen", "Corrections", acts.corrections),
    tool("download", "Take it away: picture and data", acts.takeAway),
    tool("contrast", "Light or dark", acts.toggleTheme),
    tool("help", "Keys and help (?)", acts.help),
    tool("filter", "Legend and filters", () => document.body.classList.toggle("legend-open")),
  );
  const tabs = VIEWS.map(([view, name, key]) =>
    element(
      "button",
      { type: "button", title: `${name} (${key})`, onclick: () => acts.show(view) },
      name,
    ),
  );
  place("views").replaceChildren(...tabs);
  return {
    update(current, hasPast, hasFuture) {
      undo.disabled = !hasPast;
      redo.disabled = !hasFuture;
      VIEWS.forEach(([view], i) => {
        if (view === current) tabs[i]!.setAttribute("aria-current", "page");
        else tabs[i]!.removeAttribute("aria-current");
      });
    },
    setArranging: (isOn) => void arrange.classList.toggle("is-on", isOn),
  };
}

function tool(name: Icon, title: string, onclick: () => void): HTMLButtonElement {
  return element(
    "button",
    { type: "button", class: `tool tool-${name}`, title, "aria-label": title, onclick },
    icon(name),
  );
}
