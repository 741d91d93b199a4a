/** The sheet on which the picture is drawn: its scale, and where other things stand on it. */
import type { DrawnLabel } from "./label-layer.ts";

/** Nodes are sized for a sheet of about this many pixels; on a phone they are smaller. */
const SHEET = 640;

export function sheetScale({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(Math.max(Math.min(clientWidth, clientHeight * 1.15) / SHEET, 0.5), 1.15);
}

/** Zoom buttons and caption float above the canvas: no label goes under them. */
export function buttonBoxes(
  container: HTMLElement,
): Omit<DrawnLabel, "id" | "text" | "font" | "color">[] {
  const origin = container.getBoundingClientRect();
  return ["controls", "caption"].flatMap((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return [];
    const { width, height } = box;
    return [{ left: box.left - origin.left, top: box.top - origin.top, width, height }];
  });
}
