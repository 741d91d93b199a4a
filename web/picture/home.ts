/** The camera that shows all of a set of nodes, with room for their labels. */
import type Sigma from "sigma";
import type { Camera } from "../state/view-state.ts";

const WHOLE = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
/** Of the sheet, at most so many pixels: labels stand beside their nodes. */
const ROOM_X = 150;
const ROOM_Y = 110;
const CLOSEST = 0.05;
const FARTHEST = 3;
const SAME = 0.002;

export function findHome(sigma: Sigma, ids: readonly string[]): Camera {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of ids) {
    const shown = sigma.getNodeDisplayData(id);
    if (shown === undefined) continue;
    left = Math.min(left, shown.x);
    right = Math.max(right, shown.x);
    low = Math.min(low, shown.y);
    high = Math.max(high, shown.y);
  }
  if (left > right) return { x: 0.5, y: 0.5, ratio: 1 };
  const a = sigma.framedGraphToViewport({ x: left, y: low }, { cameraState: WHOLE });
  const b = sigma.framedGraphToViewport({ x: right, y: high }, { cameraState: WHOLE });
  const { width, height } = sigma.getDimensions();
  const room = {
    x: width - Math.min(ROOM_X, width * 0.24),
    y: height - Math.min(ROOM_Y, height * 0.22),
  };
  const ratio = Math.max(Math.abs(b.x - a.x) / room.x, Math.abs(b.y - a.y) / room.y, CLOSEST);
  return {
    x: (left + right) / 2,
    y: (low + high) / 2 - 0.012 * ratio,
    ratio: Math.min(ratio, FARTHEST),
  };
}

export function isNear(a: Camera, b: Camera): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.ratio - b.ratio)) < SAME;
}
