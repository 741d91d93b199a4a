/**
 * Colors of the canvas, for paper and for the dark. Kinds: Paul Tol's "bright" and "light" schemes (SRON/EPS/TN/09-002), which are told apart
 * without color vision; shapes tell kinds apart without any color.
 */
import { KIND_COLORS, type NodeKind } from "../../src/graph/appearance.ts";
import type { Tone } from "./words.ts";

export type Theme = "light" | "dark";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly faintInk: string;
  readonly line: string;
  readonly openLine: string;
  readonly settingLine: string;
  readonly faded: string;
  readonly fadedLine: string;
  readonly accent: string;
  readonly kinds: Readonly<Record<NodeKind, string>>;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly communities: readonly string[];
}

/** Tol's "muted" scheme and its kin; the style sheet repeats them for the legend. */
export const COMMUNITY_COLORS: readonly string[] = [
  "#4477aa",
  "#cc6677",
  "#117733",
  "#ddaa33",
  "#882255",
  "#44aa99",
  "#999933",
  "#aa4499",
  "#88ccee",
  "#661100",
];

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: "#fcfbf8",
    ink: "#1e242c",
    faintInk: "#5b6470",
    line: "#a3a198",
    openLine: "#c9a968",
    settingLine: "#c9c6bd",
    faded: "#e6e4dd",
    fadedLine: "#efede7",
    accent: "#1e5a8a",
    kinds: KIND_COLORS,
    tones: { cooperation: "#0f766e", conflict: "#b3372f", neutral: "#7a7f87" },
    communities: COMMUNITY_COLORS,
  },
  dark: {
    paper: "#14171b",
    ink: "#eceae4",
    faintInk: "#a3a9b1",
    line: "#666d77",
    openLine: "#8d7a4f",
    settingLine: "#474e58",
    faded: "#2b3037",
    fadedLine: "#22262c",
    accent: "#7fb4e0",
    kinds: {
      person: "#77aadd",
      organization: "#ee8866",
      group: "#eedd88",
      country: "#44bb99",
      place: "#99ddff",
      event: "#ffaabb",
      article: "#dddddd",
    },
    tones: { cooperation: "#4cc2b4", conflict: "#f08c80", neutral: "#a3a9b1" },
    communities: COMMUNITY_COLORS,
  },
};

/** The largest communities have a color of their own, the rest share a gray. */
export function communityColor({ communities, line }: Palette, community: number): string {
  return communities[community] ?? line;
}
