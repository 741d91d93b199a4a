/** The help: every key and what it does. */
import { element } from "./dom/element.ts";
import type { KeyBinding } from "./keys.ts";

export function helpDialog(bindings: readonly KeyBinding[]): HTMLDialogElement {
  const dialog = element("dialog", { class: "help", "aria-labelledby": "help-title" });
  dialog.append(
    element("h2", { id: "help-title", tabindex: "-1", autofocus: true }, "Keys"),
    element(
      "dl",
      {},
      ...bindings.flatMap(({ keys, about }) => [
        element("dt", {}, ...keys.map((key) => element("kbd", {}, keyName(key)))),
        element("dd", {}, about),
      ]),
    ),
    element(
      "p",
      { class: "tally" },
      "With the mouse: click reads, double click expands, drag moves a node, the wheel zooms. On a line: what is between the two.",
    ),
    element("form", { method: "dialog" }, element("button", { class: "primary" }, "Close")),
  );
  return dialog;
}

function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = {
    " ": "space",
    Escape: "Esc",
    ArrowLeft: "←",
    ArrowRight: "→",
    ArrowUp: "↑",
    ArrowDown: "↓",
  };
  return names[key] ?? key.replace("Ctrl+", "Ctrl ");
}
