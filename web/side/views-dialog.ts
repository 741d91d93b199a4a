/** Named views: the state under a name, kept by this browser; each is only a link. */
import { element } from "../dom/element.ts";
import type { Memory } from "../state/memory.ts";

export interface ViewsDialog {
  readonly dialog: HTMLDialogElement;
  open(hash: string): void;
}

export function createViewsDialog(memory: Memory, onChoice: (hash: string) => void): ViewsDialog {
  const dialog = element("dialog", { class: "views", "aria-labelledby": "views-title" });
  return { dialog, open };

  function open(hash: string): void {
    const name = element("input", {
      type: "text",
      id: "view-name",
      autocomplete: "off",
      "aria-label": "Name of this view",
      placeholder: "Name of this view",
    });
    const views = memory.views();
    const rows = views.map((view) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => {
              dialog.close();
              onChoice(view.hash);
            },
          },
          view.name,
        ),
        element(
          "button",
          {
            type: "button",
            class: "plain",
            "aria-label": `Forget ${view.name}`,
            onclick: () => {
              memory.keepViews(memory.views().filter((other) => other.name !== view.name));
              open(hash);
            },
          },
          "forget",
        ),
      ),
    );
    const keep = (): void => {
      const text = name.value.trim();
      if (text === "") return;
      memory.keepViews([...views.filter((other) => other.name !== text), { name: text, hash }]);
      open(hash);
    };
    dialog.replaceChildren(
      element("h2", { id: "views-title" }, "Named views"),
      element(
        "div",
        { class: "row" },
        name,
        element("button", { type: "button", class: "primary", onclick: keep }, "Keep this view"),
      ),
      views.length === 0
        ? element(
            "p",
            { class: "tally" },
            "None so far. A view keeps filters, focus, window of time and camera.",
          )
        : element("ul", { class: "decisions" }, ...rows),
      element("form", { method: "dialog" }, element("button", { class: "plain" }, "Close")),
    );
    if (!dialog.open) dialog.showModal();
  }
}
