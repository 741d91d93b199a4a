/** Who would like a label in this frame: those on the screen that have not faded, the most important first. */
import type { Palette } from "../scene/palette.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { Emphasis } from "./emphasis.ts";
import { type Curve, middleOf, spotOn } from "./fan.ts";
import type { Label } from "./label-layer.ts";

export const LABEL_FAMILY = `"Inter", "Segoe UI", system-ui, -apple-system, sans-serif`;
/** Beyond these nothing would find room; it also bounds the work of a frame. */
const MOST = 600;
/** Radius at the opening zoom from which a name may cover other nodes. */
const PROMINENT = 9;
/** More forced labels would cover each other. */
const MOST_FORCED = 30;
/** Where the ends are nearer than this a verb has no room between them. */
const SHORTEST_CURVE = 70;
/** Where on its curve a verb may stand when the middle is taken. */
const ALONG = [0.4, 0.6, 0.3, 0.7];
/** Pixels from its curve to the middle of a verb that does not stand on it. */
const BESIDE = 11;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Ranked {
  readonly node: SceneNode;
  readonly radius: number;
}

/** Once for a scene and an emphasis, not once a frame. */
export function rankForLabels(
  nodes: Iterable<SceneNode>,
  radii: ReadonlyMap<string, number>,
  emphasis: Emphasis,
): Ranked[] {
  const ranked: (Ranked & { readonly rank: number })[] = [];
  for (const node of nodes) {
    const { id, kind } = node;
    const isLit = emphasis.lit.has(id);
    const isCenter = emphasis.centers.has(id);
    if (emphasis.isActive && !isCenter && !isLit && !emphasis.near.has(id)) continue;
    const radius = radii.get(id) ?? 4;
    ranked.push({ node, radius, rank: radius + (isLit ? 100 : 0) + (kind === "event" ? 0 : 4) });
  }
  return ranked.sort((a, b) => b.rank - a.rank || (a.node.id < b.node.id ? -1 : 1));
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** `undefined` when it is hidden. */
  spotOf(id: string): { readonly x: number; readonly y: number } | undefined;
  /** Pixels of a radius at this zoom. */
  scale(radius: number): number;
}

export function nodeLabels(
  ranked: readonly Ranked[],
  screen: Screen,
  emphasis: Emphasis,
  palette: Palette,
): Label[] {
  const labels: Label[] = [];
  for (const { node, radius } of ranked) {
    if (labels.length >= MOST) break;
    const { id, kind, label } = node;
    const spot = screen.spotOf(id);
    if (spot === undefined) continue;
    const { x, y } = spot;
    if (x < -50 || y < -20 || x > screen.width + 50 || y > screen.height + 20) continue;
    const isCenter = emphasis.centers.has(id);
    const isMinor = kind === "event";
    const size = screen.scale(radius);
    labels.push({
      ...{ id, text: label, x, y, radius: size, isMinor, isProminent: radius >= PROMINENT },
      font: fontOf(isMinor, isCenter, size),
      color: isMinor && !isCenter ? palette.faintInk : palette.ink,
      isForced: isCenter && emphasis.centers.size < MOST_FORCED,
    });
  }
  return labels;
}

/** The verbs of the curves under focus. */
export function curveLabels(curves: Iterable<Curve>, screen: Screen, palette: Palette): Label[] {
  const labels: Label[] = [];
  for (const { id, source, target, curvature, label, tone } of curves) {
    const from = screen.spotOf(source);
    const to = screen.spotOf(target);
    if (from === undefined || to === undefined) continue;
    if (Math.hypot(to.x - from.x, to.y - from.y) < SHORTEST_CURVE) continue;
    labels.push({
      ...{ id, text: label, ...middleOf(from, to, curvature), radius: 0 },
      otherSpots: besideCurve(from, to, curvature),
      font: `500 11px ${LABEL_FAMILY}`,
      color: palette.tones[tone],
      isForced: false,
      isMinor: true,
    });
  }
  return labels;
}

/** On the curve first, then just above and below it. */
function besideCurve(from: Point, to: Point, curvature: number): Point[] {
  const on = ALONG.map((t) => spotOn(from, to, curvature, t));
  const near = [middleOf(from, to, curvature), ...on];
  return [...on, ...[-BESIDE, BESIDE].flatMap((dy) => near.map(({ x, y }) => ({ x, y: y + dy })))];
}

function fontOf(isMinor: boolean, isCenter: boolean, radius: number): string {
  if (isMinor) return `italic ${isCenter ? 600 : 400} 11px ${LABEL_FAMILY}`;
  const size = Math.round(Math.min(11 + radius / 4, 15));
  return `${isCenter || radius > 10 ? 600 : 500} ${size}px ${LABEL_FAMILY}`;
}
