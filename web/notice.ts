/** What stands in place of the picture when there is none: loading, nothing in it, a failure. Each says what to do next. */
import { type Loaded, readFile } from "./data/load.ts";
import { element, place } from "./dom/element.ts";

type Open = (loaded: Loaded) => void;

export function showLoading(): void {
  show(
    "loading",
    element("div", { class: "pulse", "aria-hidden": "true" }),
    element("p", { role: "status" }, "Reading the graph…"),
  );
}

export function showEmpty(open: Open): void {
  show(
    "empty",
    element("h2", {}, "Nobody is on stage yet"),
    element("p", {}, "This graph holds no actors and no events. Build one from articles:"),
    element("pre", {}, "dramatis build news/ -o graph.json\ndramatis serve graph.json"),
    fileChooser(open),
  );
}

export function showError(error: unknown, open: Open): void {
  show(
    "error",
    element("h2", {}, "The graph could not be opened"),
    element("p", { role: "alert" }, error instanceof Error ? error.message : String(error)),
    element("p", {}, "Is the server still running? You can also open a graph file:"),
    fileChooser(open),
  );
}

export function hideNotice(): void {
  place("notice").hidden = true;
  document.body.classList.remove("is-waiting");
}

export function fileChooser(open: Open): HTMLElement {
  const input = element("input", {
    type: "file",
    accept: ".json,.gexf,.graphml",
    class: "unseen",
    id: "graph-file",
    onchange: () => {
      const [file] = input.files ?? [];
      if (file !== undefined) void openFile(file, open);
    },
  });
  return element(
    "p",
    { class: "choose-file" },
    input,
    element("label", { for: "graph-file", class: "primary" }, "Open a graph file"),
    " or drop one anywhere on this page.",
  );
}

export async function openFile(file: File, open: Open): Promise<void> {
  try {
    const loaded = await readFile(file);
    if (loaded.graph.order === 0) showEmpty(open);
    else open(loaded);
  } catch (error) {
    showError(error, open);
  }
}

function show(kind: string, ...children: HTMLElement[]): void {
  const notice = place("notice");
  notice.className = `notice ${kind}`;
  notice.replaceChildren(...children);
  notice.hidden = false;
  document.body.classList.add("is-waiting");
}
