/** Correct the machine: each correction is one line of a text file that every build obeys. They show at once and can be undone. */
import type { Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { save } from "../take/save.ts";
import { type Decision, writeDecision } from "./lines.ts";

export interface CorrectDialog {
  readonly dialog: HTMLDialogElement;
  /** `id`: who is to be corrected; without it the list of corrections so far. */
  open(network: Network, lines: readonly string[], id: string | undefined): void;
}

export function createCorrectDialog(
  add: (line: string) => void,
  remove: (line: string) => void,
): CorrectDialog {
  const dialog = element("dialog", { class: "correct", "aria-labelledby": "correct-title" });
  return {
    dialog,
    open(network, lines, id) {
      dialog.replaceChildren(
        element(
          "h2",
          { id: "correct-title" },
          id === undefined
            ? "Corrections"
            : `Correct: ${network.graph.getNodeAttribute(id, "name")}`,
        ),
        ...(id === undefined ? [] : forms(network, id)),
        ...listOf(lines),
        element("form", { method: "dialog" }, element("button", { class: "plain" }, "Close")),
      );
      dialog.showModal();
    },
  };

  function decide(decision: Decision): void {
    add(writeDecision(decision));
    dialog.close();
  }

  function forms(network: Network, id: string): HTMLElement[] {
    const { graph } = network;
    const node = graph.getNodeAttributes(id);
    const name = element("input", {
      type: "text",
      id: "new-name",
      value: node.name,
      autocomplete: "off",
    });
    const other = element(
      "select",
      { id: "same-as" },
      element("option", { value: "" }, "choose…"),
      ...likely(network, id).map((twin) =>
        element(
          "option",
          { value: twin },
          `${graph.getNodeAttribute(twin, "name")} (${graph.getNodeAttribute(twin, "stories")})`,
        ),
      ),
    );
    const alias = element(
      "select",
      { id: "not-alias" },
      element("option", { value: "" }, "choose…"),
      ...node.aliases.map((text) => element("option", { value: text }, text)),
    );
    const row = (
      label: HTMLElement,
      field: HTMLElement,
      text: string,
      act: () => void,
    ): HTMLElement =>
      element(
        "div",
        { class: "row" },
        label,
        field,
        element("button", { type: "button", class: "primary", onclick: act }, text),
      );
    const label = (target: string, text: string): HTMLElement =>
      element("label", { for: target }, text);
    if (node.kind === "event")
      return [
        element(
          "p",
          { class: "tally" },
          "Of an event its ties can be rejected: open one of them and choose “wrong?”.",
        ),
      ];
    return [
      row(label("new-name", "Its name is"), name, "Rename", () => {
        const text = name.value.trim();
        if (text !== "" && text !== node.name) decide({ type: "rename", a: id, name: text });
      }),
      row(label("same-as", "It is the same as"), other, "Merge", () => {
        if (other.value !== "") decide({ type: "same", a: id, b: other.value });
      }),
      ...(node.aliases.length > 0
        ? [
            row(label("not-alias", "Not the same as"), alias, "Split", () => {
              if (alias.value !== "") decide({ type: "different", a: id, b: alias.value });
            }),
          ]
        : []),
      element(
        "div",
        { class: "row" },
        element("span", {}, "It is nobody at all"),
        element(
          "button",
          {
            type: "button",
            class: "primary",
            onclick: () => decide({ type: "not-an-actor", a: id }),
          },
          "Not an actor",
        ),
      ),
    ];
  }

  function listOf(lines: readonly string[]): HTMLElement[] {
    if (lines.length === 0)
      return [
        element(
          "p",
          { class: "tally" },
          "No corrections so far. A split and whatever else needs the sentences again takes effect with the next build.",
        ),
      ];
    return [
      element("h3", {}, "So far"),
      element(
        "ul",
        { class: "decisions" },
        ...lines.map((line) =>
          element(
            "li",
            {},
            element("code", {}, line),
            element(
              "button",
              {
                type: "button",
                class: "plain",
                onclick: () => {
                  remove(line);
                  dialog.close();
                },
                "aria-label": `Take back: ${line}`,
              },
              "take back",
            ),
          ),
        ),
      ),
      element(
        "button",
        {
          type: "button",
          class: "primary",
          onclick: () => save(`${lines.join("\n")}\n`, "decisions.txt"),
        },
        "Save decisions.txt",
      ),
    ];
  }
}

const MOST = 40;

/** Of the same kind: those with a word of the name in common first, then the best known. */
function likely({ graph, actors }: Network, id: string): string[] {
  const { kind, name } = graph.getNodeAttributes(id);
  const words = new Set(name.toLowerCase().split(/\s+/));
  return actors
    .filter((other) => other !== id && graph.getNodeAttribute(other, "kind") === kind)
    .map((other) => {
      const shared = graph
        .getNodeAttribute(other, "name")
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => words.has(word)).length;
      return { other, score: shared * 1000 + graph.getNodeAttribute(other, "stories") };
    })
    .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other);
}
