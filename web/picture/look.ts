/** How a node and an edge look: a function of what they are and of what is in focus. */
import type { NodeKind } from "../../src/graph/appearance.ts";
import { communityColor, type Palette } from "../scene/palette.ts";
import type { EdgeStyle, SceneEdge, SceneNode } from "../scene/scene.ts";
import type { ColorBy } from "../state/view-state.ts";
import type { Emphasis } from "./emphasis.ts";
import type { Shape } from "./shape-program.ts";

export const KIND_SHAPE: Readonly<Record<NodeKind, Shape>> = {
  person: "circle",
  organization: "square",
  group: "hexagon",
  country: "triangle",
  place: "down",
  event: "diamond",
  article: "square",
};

export function nodeColor(
  { id, kind }: SceneNode,
  palette: Palette,
  colorBy: ColorBy,
  communityOf: (id: string) => number,
): string {
  return colorBy === "kind" ? palette.kinds[kind] : communityColor(palette, communityOf(id));
}

const SIZES: Readonly<Record<EdgeStyle, number>> = {
  sure: 1.6,
  single: 1.3,
  open: 1.6,
  setting: 1.3,
};

export interface EdgeLook {
  readonly color: string;
  readonly size: number;
  readonly dash: number;
  readonly zIndex: number;
}

const DASHES: Readonly<Record<EdgeStyle, number>> = { sure: 0, single: 0, open: 5, setting: 2 };

export function edgeLook(edge: SceneEdge, palette: Palette, emphasis: Emphasis): EdgeLook {
  const { style, stories } = edge;
  const dash = DASHES[style];
  const size = style === "sure" ? Math.min(1.6 + Math.log2(stories), 6) : SIZES[style];
  if (emphasis.isLitEdge(edge))
    return { color: palette.faintInk, size: size + 0.7, dash, zIndex: 2 };
  if (emphasis.isActive && !emphasis.isNearEdge(edge)) {
    return { color: palette.fadedLine, size: Math.min(size, 1.2), dash, zIndex: 0 };
  }
  return { color: restingColor(style, palette), size, dash, zIndex: 1 };
}

function restingColor(style: EdgeStyle, palette: Palette): string {
  if (style === "open") return palette.openLine;
  return style === "setting" ? palette.settingLine : palette.line;
}
