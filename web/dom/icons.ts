/** The pictograms of the viewer as SVG, drawn with the color of the text around them; kinds of nodes have the shapes of the canvas. */
import type { NodeKind } from "../../src/graph/appearance.ts";

const SVG = "http://www.w3.org/2000/svg";

/** In a box of 24 × 24. */
const PATHS = {
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  arrange:
    "M6 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M18 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8 7h8M7 9l4 7M17 9l-4 7",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5",
  filter: "M4 6h16M7 12h10M10 18h4",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  contrast: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  help: "M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.700v.5M12 18h.01",
  out: "M9 5h10v10M19 5L6 18",
  expand: "M12 8v8M8 12h8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  path: "M5 19a2 2 0 1 0 0-.01M19 5a2 2 0 1 0 0-.01M7 18c6-1 3-11 10-12",
  pen: "M4 20l1-4L16 5l3 3L8 19z",
  time: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4l3 2",
  undo: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  redo: "M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6",
  star: "M6 4h12v16l-6-4-6 4z",
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): SVGElement {
  const svg = canvas("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** In a box of 24 × 24, as the canvas draws them. */
export const KIND_SHAPES: Readonly<Record<NodeKind, string>> = {
  person: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  organization: "M4 4h16v16H4z",
  group: "M7.500 4h9l4.500 8-4.500 8h-9L3 12z",
  country: "M12 3l10 17H2z",
  place: "M12 21L2 4h20z",
  event: "M12 2l10 10-10 10L2 12z",
  article: "M5 3h14v18H5z",
};

export function kindIcon(kind: NodeKind): SVGElement {
  const svg = canvas(`kind-icon kind-${kind}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", KIND_SHAPES[kind]);
  svg.append(path);
  return svg;
}

function canvas(className: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
