/** The panel beside the picture: a page for whatever is in focus. */
import { element, replaceContent } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import type { Scene } from "../scene/scene.ts";
import { articlePage } from "./article-page.ts";
import type { PageContext } from "./context.ts";
import { nodePage } from "./node-page.ts";
import { overview } from "./overview.ts";
import { pairPage } from "./pair-page.ts";
import { pathPage } from "./path-page.ts";

export interface Panel {
  /** Draws the page anew; `moveFocus` puts the keyboard on its title. */
  update(context: PageContext, scene: Scene, moveFocus: boolean): void;
}

export function createPanel(root: HTMLElement, onBack: () => void): Panel {
  const content = element("div", { class: "page" });
  const close = element(
    "button",
    {
      type: "button",
      class: "close",
      onclick: onBack,
      "aria-label": "Back to the cast (Esc)",
      title: "Back to the cast (Esc)",
    },
    icon("close"),
  );
  const grip = element("button", {
    type: "button",
    class: "grip",
    "aria-label": "More or less of this sheet",
    onclick: () => document.body.classList.toggle("sheet-high"),
  });
  root.replaceChildren(grip, close, content);
  return {
    update(context, scene, moveFocus) {
      close.hidden = context.state.focus === undefined;
      replaceContent(content, ...pageFor(context, scene));
      root.scrollTop = 0;
      if (moveFocus) content.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    },
  };
}

function pageFor(context: PageContext, scene: Scene): HTMLElement[] {
  const { graph } = context.network;
  const { focus } = context.state;
  switch (focus?.type) {
    case undefined:
      return overview(context, scene);
    case "node":
      return graph.hasNode(focus.id) ? nodePage(context, focus.id) : gone(context, focus.id);
    case "pair":
      if (!graph.hasNode(focus.source)) return gone(context, focus.source);
      if (!graph.hasNode(focus.target)) return gone(context, focus.target);
      return pairPage(context, focus.source, focus.target);
    case "path":
      if (!graph.hasNode(focus.from)) return gone(context, focus.from);
      if (!graph.hasNode(focus.to)) return gone(context, focus.to);
      return pathPage(context, focus.from, focus.to);
    case "article":
      return articlePage(context, focus.id);
  }
}

function gone({ isFetching }: PageContext, id: string): HTMLElement[] {
  if (isFetching) {
    return [element("p", { class: "fetching", role: "status" }, "Fetching it from the server…")];
  }
  return [
    element(
      "header",
      { class: "page-head" },
      element("h2", { tabindex: "-1" }, "Not here"),
      element(
        "p",
        { class: "facts" },
        `This graph has no “${id}”. The link may come from another one.`,
      ),
    ),
  ];
}
