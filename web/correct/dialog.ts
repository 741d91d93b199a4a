/** Correct the machine: each correction is one line of a text file that every build obeys. They show at once and can be undone. */
import type { Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import type { Memory } from "../state/memory.ts";
import { save } from "../take/save.ts";
import { type Decision, writeDecision } from "./lines.ts";
import type { LinesThere, ServerSection } from "./server-section.ts";

export interface CorrectDialog {
  readonly dialog: HTMLDialogElement;
  /** `id`: who is to be corrected; without it the list of corrections so far. */
  open(network: Network, lines: readonly string[], id: string | undefined): void;
}

export function createCorrectDialog(
  memory: Memory,
  add: (line: string) => void,
  remove: (line: string) => void,
  /** Without one they can only be downloaded. */
  onServer?: ServerSection,
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
        ...notesOf(network),
        element("form", { method: "dialog" }, element("button", { class: "plain" }, "Close")),
      );
      dialog.showModal();
    },
  };

  /** As lines of text: name, then what was written. */
  function notesOf({ graph }: Network): HTMLElement[] {
    const notes = memory.notes();
    if (notes.length === 0) return [];
    const lines = notes.map(({ id, text }) => {
      const name = graph.hasNode(id) ? graph.getNodeAttribute(id, "name") : id;
      return `${name} (${id}): ${text.replace(/\s+/g, " ").trim()}`;
    });
    return [
      element("h3", {}, "Your notes"),
      element("ul", { class: "decisions" }, ...lines.map((line) => element("li", {}, line))),
      element(
        "button",
        {
          type: "button",
          class: "primary",
          onclick: () => save(`${lines.join("\n")}\n`, "notes.txt"),
        },
        "Save notes.txt",
      ),
    ];
  }

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
    const merge = row(label("same-as", "It is the same as"), other, "Merge", () => {
      if (other.value !== "") decide({ type: "same", a: id, b: other.value });
    });
    if (node.kind === "event") {
      return [
        merge,
        element(
          "p",
          { class: "tally" },
          "A single tie is rejected where its quotes are: open it and choose “wrong?”.",
        ),
      ];
    }
    return [
      row(label("new-name", "Its name is"), name, "Rename", () => {
        const text = name.value.trim();
        if (text !== "" && text !== node.name) decide({ type: "rename", a: id, name: text });
      }),
      merge,
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
        ...(onServer === undefined ? [] : [onServer.offer(lines, () => {})]),
      ];
    /** Of these lines, those that the server would give back. */
    let ownLines: ReadonlySet<string> = new Set();
    const takeBack = async (line: string): Promise<void> => {
      if (ownLines.has(line) && !(await onServer!.takeBack(line))) return;
      remove(line);
      dialog.close();
    };
    const marks = lines.map(() => element("span", { class: "saved tally" }));
    return [
      element("h3", {}, "So far"),
      element(
        "ul",
        { class: "decisions" },
        ...lines.map((line, i) =>
          element(
            "li",
            {},
            element("code", {}, line),
            marks[i],
            element(
              "button",
              {
                type: "button",
                class: "plain",
                onclick: () => void takeBack(line),
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
      ...(onServer === undefined
        ? []
        : [
            onServer.offer(lines, (file) => {
              ownLines = file.ownLines;
              for (const [i, mark] of marks.entries()) mark.textContent = markOf(lines[i]!, file);
            }),
          ]),
    ];
  }
}

/** What was written into the file by hand is taken out there. */
function markOf(line: string, { saved, ownLines }: LinesThere): string {
  if (!saved.has(line)) return "";
  return ownLines.has(line) ? "on the server" : "on the server, by hand";
}

const MOST = 40;

/** Of the same kind: those with a word of the name in common first, then the best known; of events those with the same people near in time. */
function likely(network: Network, id: string): string[] {
  const { graph, actors } = network;
  const node = graph.getNodeAttributes(id);
  if (node.kind === "event") return likelyEvents(network, id);
  const words = new Set(node.name.toLowerCase().split(/\s+/));
  return best(
    actors.filter((other) => other !== id && graph.getNodeAttribute(other, "kind") === node.kind),
    (other) => {
      const named = graph.getNodeAttribute(other, "name").toLowerCase().split(/\s+/);
      const shared = named.filter((word) => words.has(word)).length;
      return shared * 1000 + graph.getNodeAttribute(other, "stories");
    },
  );
}

const NEAR_DAYS = 14;

function likelyEvents({ graph, events, nodeDays }: Network, id: string): string[] {
  const cast = new Set(graph.neighbors(id));
  const [day] = nodeDays(id);
  const shared = (other: string): number =>
    graph.neighbors(other).filter((neighbor) => cast.has(neighbor)).length;
  return best(
    events.filter(
      (other) =>
        other !== id && Math.abs(nodeDays(other)[0] - day) <= NEAR_DAYS && shared(other) > 0,
    ),
    (other) => shared(other) * 100 - Math.abs(nodeDays(other)[0] - day),
  );
}

function best(ids: readonly string[], score: (id: string) => number): string[] {
  return ids
    .map((other) => ({ other, score: score(other) }))
    .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other);
}
