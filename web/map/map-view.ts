/** The map: land and borders, countries and places by the number of their events, arcs for what countries do to each other. Works offline. */
import type { DaySpan, Network } from "../data/network.ts";
import { element } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { type LabelWish, placeLabels } from "../picture/label-boxes.ts";
import type { Palette } from "../scene/palette.ts";
import { counted } from "../scene/words.ts";
import type { PartNotes } from "../side/part-note.ts";
import { focusedNode, type ViewState } from "../state/view-state.ts";
import { createFlows, type Flows, type MapNode } from "./flows.ts";
import { project } from "./projection.ts";
import { type Line, loadWorld, type World } from "./world.ts";

export interface MapView {
  update(root: HTMLElement, state: ViewState, window: DaySpan | undefined, palette: Palette): void;
}

const MARGIN = 70;
const CLOSEST = 40;
const FONT = `"Inter", "Segoe UI", system-ui, sans-serif`;

interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export function createMapView(
  network: Network,
  parts: PartNotes,
  onNode: (id: string | undefined) => void,
): MapView {
  const flowsOf = createFlows(network);
  const canvas = element("canvas", { class: "map-canvas", role: "img", tabindex: 0 });
  const text = element("p", { class: "caption-text map-caption" });
  const part = element("div", { class: "map-part" });
  const tools = element(
    "div",
    { class: "map-tools" },
    element(
      "button",
      { type: "button", class: "tool", "aria-label": "Closer", onclick: () => zoomBy(1.5) },
      "+",
    ),
    element(
      "button",
      { type: "button", class: "tool", "aria-label": "Farther", onclick: () => zoomBy(1 / 1.5) },
      "−",
    ),
    element(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": "All of it",
        onclick: () => {
          camera = undefined;
          draw();
        },
      },
      icon("fit"),
    ),
  );
  let world: World | undefined;
  let drawn: (() => void) | undefined;
  let camera: Camera | undefined;
  let spots: {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[] = [];
  const draw = (): void => drawn?.();
  bindPointer();
  new ResizeObserver(draw).observe(canvas);

  return {
    update(root, state, window, palette) {
      if (!root.contains(canvas)) {
        root.className = "sheet map";
        root.replaceChildren(canvas, text, tools);
      }
      part.replaceChildren(parts.note(network, { type: "events" }) ?? "");
      if (part.parentElement !== root) root.append(part);
      if (world === undefined) {
        text.textContent = "Reading the outlines…";
        loadWorld().then(
          (loaded) => {
            world = loaded;
            this.update(root, state, window, palette);
          },
          (error: Error) => {
            text.textContent = error.message;
          },
        );
        return;
      }
      const flows = flowsOf(world, state, window);
      const focus = focusedNode(state);
      text.textContent = `${counted(flows.nodes.length, "country or place", "countries and places")} with events, ${counted(flows.flows.length, "arc")} between countries`;
      canvas.setAttribute(
        "aria-label",
        `Map: ${flows.nodes
          .slice(0, 12)
          .map(({ name, weight }) => `${name} ${counted(weight, "event")}`)
          .join(", ")}. The table lists all.`,
      );
      const { land, borders } = world;
      drawn = () => paint(land, borders, flows, focus, palette);
      draw();
    },
  };

  function paint(
    land: World["land"],
    borders: readonly Line[],
    { nodes, flows }: Flows,
    focus: string | undefined,
    palette: Palette,
  ): void {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0) return;
    const ratio = globalThis.devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext("2d")!;
    context.scale(ratio, ratio);
    camera ??= home(nodes, width, height);
    const { scale, x, y } = camera;
    const toScreen = (point: readonly [number, number]): readonly [number, number] => {
      const [px, py] = project(point);
      return [(px - x) * scale + width / 2, (py - y) * scale + height / 2];
    };
    context.fillStyle = palette.faded;
    context.strokeStyle = palette.paper;
    context.lineWidth = 0.8;
    context.beginPath();
    for (const polygon of land) for (const ring of polygon) trace(context, ring, toScreen);
    context.fill("evenodd");
    context.beginPath();
    for (const border of borders) trace(context, border, toScreen);
    context.stroke();
    const most = Math.max(...nodes.map(({ weight }) => weight), 1);
    const at = new Map(nodes.map((node) => [node.id, toScreen(node.point)]));
    for (const flow of flows) {
      const from = at.get(flow.source)!;
      const to = at.get(flow.target)!;
      const isLit = focus === undefined || focus === flow.source || focus === flow.target;
      context.strokeStyle = isLit ? palette.tones[flow.tone] : palette.fadedLine;
      context.globalAlpha = isLit ? 0.75 : 0.6;
      context.lineWidth = Math.min(0.9 + Math.log2(flow.events) * 0.9, 5);
      arc(
        context,
        from,
        to,
        flow.directed ? (flow.tone === "conflict" ? 0.28 : 0.18) : 0.08,
        flow.directed,
      );
    }
    context.globalAlpha = 1;
    spots = [];
    for (const node of [...nodes].reverse()) {
      const [sx, sy] = at.get(node.id)!;
      const radius =
        (node.kind === "country" ? 4 : 2.5) +
        14 * Math.sqrt(node.weight / most) * (node.kind === "country" ? 1 : 0.6);
      context.fillStyle = palette.kinds[node.kind];
      context.globalAlpha = 0.85;
      context.beginPath();
      context.arc(sx, sy, radius, 0, Math.PI * 2);
      context.fill();
      context.globalAlpha = 1;
      context.lineWidth = node.id === focus ? 2.5 : 1.2;
      context.strokeStyle = node.id === focus ? palette.ink : palette.paper;
      context.stroke();
      spots.unshift({ id: node.id, x: sx, y: sy, radius });
    }
    drawNames(context, nodes, focus, palette, width, height);
  }

  function drawNames(
    context: CanvasRenderingContext2D,
    nodes: readonly MapNode[],
    focus: string | undefined,
    palette: Palette,
    width: number,
    height: number,
  ): void {
    const fontOf = (kind: MapNode["kind"]): string =>
      kind === "country" ? `600 12.5px ${FONT}` : `400 11.5px ${FONT}`;
    const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
    const wishes = nodes.map(({ id, name, kind }, i): LabelWish => {
      context.font = fontOf(kind);
      const { x, y, radius } = spots[i]!;
      return {
        id,
        text: name,
        x,
        y,
        radius,
        width: context.measureText(name).width,
        height: 15,
        isForced: id === focus,
        isMinor: false,
      };
    });
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = palette.paper;
    context.fillStyle = palette.ink;
    for (const { id, text: name, left, top, height: tall } of placeLabels(wishes, width, height)) {
      context.font = fontOf(kinds.get(id)!);
      context.strokeText(name, left, top + tall / 2);
      context.fillText(name, left, top + tall / 2);
    }
  }

  function zoomBy(factor: number, at?: { readonly x: number; readonly y: number }): void {
    if (camera === undefined) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    const scale = Math.min(Math.max(camera.scale * factor, width / 6), (width / 6) * CLOSEST);
    const offset =
      at === undefined ? { x: 0, y: 0 } : { x: at.x - width / 2, y: at.y - height / 2 };
    camera = {
      scale,
      x: camera.x + offset.x / camera.scale - offset.x / scale,
      y: camera.y + offset.y / camera.scale - offset.y / scale,
    };
    draw();
  }

  function bindPointer(): void {
    let from: { x: number; y: number } | undefined;
    let hasMoved = false;
    canvas.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.offsetX, y: event.offsetY });
      },
      { passive: false },
    );
    canvas.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY };
      hasMoved = false;
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (from === undefined) {
        canvas.classList.toggle("over-node", spotAt(event) !== undefined);
        return;
      }
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (camera === undefined || (!hasMoved && Math.hypot(dx, dy) < 4)) return;
      hasMoved = true;
      camera = { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
      from = { x: event.clientX, y: event.clientY };
      draw();
    });
    canvas.addEventListener("pointerup", (event) => {
      if (!hasMoved) onNode(spotAt(event));
      from = undefined;
    });
  }

  function spotAt({ offsetX, offsetY }: PointerEvent): string | undefined {
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { id, x, y, radius } of spots) {
      const far = Math.hypot(offsetX - x, offsetY - y);
      if (far <= radius + 4 && far - radius < least) {
        least = far - radius;
        best = id;
      }
    }
    return best;
  }
}

/** All that has events, with room for names. */
function home(nodes: readonly MapNode[], width: number, height: number): Camera {
  const points = nodes.map(({ point }) => project(point));
  if (points.length === 0) return { scale: width / 5.6, x: 0, y: 0 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(right - left, 0.3),
    (height - 2 * MARGIN) / Math.max(bottom - top, 0.3),
  );
  return { scale, x: (left + right) / 2, y: (top + bottom) / 2 };
}

function trace(
  context: CanvasRenderingContext2D,
  line: Line,
  toScreen: (point: readonly [number, number]) => readonly [number, number],
): void {
  let before: number | undefined;
  for (const point of line) {
    const [x, y] = toScreen(point);
    // A line that leaves the sheet on the right and comes back on the left is two lines.
    if (before === undefined || Math.abs(point[0] - before) > 180) context.moveTo(x, y);
    else context.lineTo(x, y);
    before = point[0];
  }
}

function arc(
  context: CanvasRenderingContext2D,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  bend: number,
  directed: boolean,
): void {
  const cx = (x1 + x2) / 2 + (y2 - y1) * bend;
  const cy = (y1 + y2) / 2 - (x2 - x1) * bend;
  context.beginPath();
  context.moveTo(x1, y1);
  context.quadraticCurveTo(cx, cy, x2, y2);
  context.stroke();
  if (!directed) return;
  const angle = Math.atan2(y2 - cy, x2 - cx);
  const tip = { x: x2 - Math.cos(angle) * 9, y: y2 - Math.sin(angle) * 9 };
  context.fillStyle = context.strokeStyle;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  for (const turn of [0.42, -0.42])
    context.lineTo(tip.x - Math.cos(angle + turn) * 9, tip.y - Math.sin(angle + turn) * 9);
  context.fill();
}
