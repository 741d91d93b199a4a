/** Take it away: the picture as it stands, or the part of the graph that it shows, in the formats that other programs read. */
import type { FileFormat, FolderFormat } from "../../src/formats/format.ts";
import { json } from "../../src/formats/json.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { cutGraph } from "../../src/graph/query/subgraph.ts";
import { element } from "../dom/element.ts";
import { loadFormats } from "../on-demand/load-formats.ts";
import type { Drawing } from "../picture/types.ts";
import type { Palette } from "../scene/palette.ts";
import { save } from "./save.ts";
import { toPng, toSvg } from "./svg.ts";
import { zip } from "./zip.ts";

export interface Takeable {
  graph(): NewsGraph;
  /** Ids of what the view shows. */
  shown(): readonly string[];
  /** The list of the table as it is filtered and sorted: its head, then its rows. */
  table(): readonly (readonly (string | number)[])[];
  /** `undefined` without a picture. */
  drawn(): Drawn | undefined;
}

export interface Drawn {
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly caption: string;
  readonly source: string;
}

export function takeDialog(
  takeable: Takeable,
  announce: (text: string) => void,
): HTMLDialogElement {
  const dialog = element("dialog", { class: "take", "aria-labelledby": "take-title" });
  const whole = element("input", { type: "checkbox", id: "whole" });
  const part = (): NewsGraph =>
    whole.checked ? takeable.graph() : cutGraph(takeable.graph(), takeable.shown());
  const choice = (name: string, about: string, act: () => void | Promise<void>): HTMLElement =>
    element(
      "button",
      {
        type: "button",
        class: "choice",
        onclick: () => {
          void Promise.resolve(act()).then(
            () => announce(`${name} saved`),
            (error: Error) => announce(`${name} failed: ${error.message}`),
          );
          dialog.close();
        },
      },
      element("strong", {}, name),
      element("span", {}, about),
    );
  const saveAs = (format: FileFormat): void =>
    save([...format.write(part())].join(""), `dramatis${format.extensions[0]}`, format.mediaType);
  const svg = (): { readonly text: string; readonly drawing: Drawing } => {
    const drawn = takeable.drawn();
    if (drawn === undefined) throw new Error("there is no picture");
    const { drawing, palette, caption, source } = drawn;
    return { text: toSvg(drawing, palette, caption, source), drawing };
  };
  dialog.append(
    element("h2", { id: "take-title" }, "Take it away"),
    element("h3", {}, "The picture, with its caption and legend"),
    element(
      "div",
      { class: "choices" },
      choice("PNG", "pixels, for slides and posts", async () => {
        const { text, drawing } = svg();
        save(await toPng(text, drawing.width, drawing.height), "dramatis.png");
      }),
      choice("SVG", "lines, for print and for editing", async () =>
        save(svg().text, "dramatis.svg", "image/svg+xml"),
      ),
    ),
    element("h3", {}, "The data behind it, with every quote"),
    element(
      "label",
      { class: "switch-box" },
      whole,
      element("span", {}, "The whole graph, not only what is shown"),
    ),
    element(
      "div",
      { class: "choices" },
      choice("JSON", json.about, () => saveAs(json)),
      choice("GEXF", "for Gephi and Gephi Lite, with days, colors and positions", async () =>
        saveAs((await loadFormats()).gexf),
      ),
      choice("GraphML", "for yEd, Cytoscape, igraph, NetworkX", async () =>
        saveAs((await loadFormats()).graphml),
      ),
      choice("CSV", "tables of nodes, edges and quotes, for spreadsheets", async () =>
        save(zipped((await loadFormats()).csv, part()), "dramatis-csv.zip"),
      ),
      choice("Table", "the list of the table, as filtered and sorted, as CSV", async () => {
        const { csvLine } = await loadFormats();
        save(takeable.table().map(csvLine).join(""), "dramatis-table.csv", "text/csv");
      }),
    ),
    element("form", { method: "dialog" }, element("button", { class: "plain" }, "Close")),
  );
  return dialog;
}

function zipped(format: FolderFormat, graph: NewsGraph): Blob {
  return zip(
    [...format.files(graph)].map(({ path, chunks }) => ({ path, text: [...chunks].join("") })),
  );
}
