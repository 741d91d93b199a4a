/** How two actors hang together: chains of sentences, the best first. */
import { element } from "../dom/element.ts";
import { counted, ROLE_WORDS } from "../scene/words.ts";
import { nodeButton, type PageContext } from "./context.ts";
import { namesOf, quoteItem } from "./quotes.ts";

export function pathPage(context: PageContext, from: string, to: string): HTMLElement[] {
  const { network, actions } = context;
  const paths = network.paths(from, to);
  const chains = paths.map(({ nodes, steps }, i) => {
    const links: HTMLElement[] = [];
    nodes.forEach(({ id }, at) => {
      links.push(element("li", { class: "stop" }, nodeButton(context, id)));
      const step = steps[at];
      if (step === undefined) return;
      links.push(
        element(
          "li",
          { class: "step" },
          element("span", { class: "role" }, step.title ?? ROLE_WORDS[step.kind]),
          element(
            "ul",
            {},
            quoteItem(
              context,
              step.evidence,
              namesOf(
                network,
                nodes.map((node) => node.id),
              ),
            ),
          ),
        ),
      );
    });
    return element(
      "section",
      {},
      element(
        "h3",
        {},
        i === 0
          ? `Shortest: ${counted(steps.length, "step")}`
          : `Another way: ${counted(steps.length, "step")}`,
      ),
      element("ol", { class: "chain" }, ...links),
    );
  });
  return [
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kind" }, "path"),
      element(
        "h2",
        { tabindex: "-1", class: "ends" },
        nodeButton(context, from),
        " to ",
        nodeButton(context, to),
      ),
      paths.length === 0 &&
        element(
          "p",
          { class: "facts" },
          "Nothing in these articles connects the two within six steps.",
        ),
    ),
    element(
      "div",
      { class: "actions" },
      element(
        "button",
        { type: "button", onclick: () => actions.focus({ type: "path", from: to, to: from }) },
        "Turn around",
      ),
    ),
    ...chains,
  ];
}
