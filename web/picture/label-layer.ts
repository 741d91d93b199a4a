/** The labels of the picture: a canvas of its own above the shapes, drawn anew with each frame. */
import type { Palette } from "../scene/palette.ts";
import { type LabelBox, type LabelWish, type Obstacle, placeLabels } from "./label-boxes.ts";

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly font: string;
  readonly color: string;
  readonly isForced: boolean;
  readonly isMinor: boolean;
  readonly isProminent?: boolean;
  readonly otherSpots?: LabelWish["otherSpots"];
}

export interface LabelLayer {
  /** The most important first. */
  draw(labels: readonly Label[], obstacles: readonly Obstacle[], palette: Palette): void;
  /** Where buttons stand above the canvas. */
  reserve(boxes: readonly Omit<LabelBox, "id" | "text">[]): void;
  /** What the last frame shows, for tests and for export. */
  boxes(): readonly DrawnLabel[];
}

export interface DrawnLabel extends LabelBox {
  readonly font: string;
  readonly color: string;
}

const LINE_HEIGHT = 1.25;
const HALO = 3.5;
/** More would not find room. */
const MOST = 500;
const FONT_SIZE = /(\d{1,4}(?:\.\d{1,4})?)px/;

export function createLabelLayer(canvas: HTMLCanvasElement): LabelLayer {
  const context = canvas.getContext("2d")!;
  const widths = new Map<string, number>();
  let drawn: DrawnLabel[] = [];
  let reserved: readonly Omit<LabelBox, "id" | "text">[] = [];
  const widthOf = (text: string, font: string): number => {
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = Math.ceil(context.measureText(text).width);
      widths.set(key, width);
    }
    return width;
  };
  return {
    boxes: () => drawn,
    reserve(boxes) {
      reserved = boxes;
    },
    draw(labels, obstacles, palette) {
      const { width, height } = fitToScreen(canvas, context);
      const byId = new Map<string, Label>();
      const wishes = labels.slice(0, MOST).map((label): LabelWish => {
        byId.set(label.id, label);
        const {
          id,
          text,
          x,
          y,
          radius,
          font,
          isForced,
          isMinor,
          isProminent = false,
          otherSpots = [],
        } = label;
        const size = Number(FONT_SIZE.exec(font)?.[1] ?? 12);
        return {
          ...{ id, text, x, y, radius, isForced, isMinor, isProminent, otherSpots },
          width: widthOf(text, font),
          height: Math.ceil(size * LINE_HEIGHT),
        };
      });
      drawn = placeLabels(wishes, width, height, obstacles, reserved).map((box) => {
        const { font, color } = byId.get(box.id)!;
        return { ...box, font, color };
      });
      context.clearRect(0, 0, width, height);
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = HALO;
      context.strokeStyle = palette.paper;
      for (const { text, left, top, height: tall, font, color } of drawn) {
        context.font = font;
        context.fillStyle = color;
        context.strokeText(text, left, top + tall / 2);
        context.fillText(text, left, top + tall / 2);
      }
    },
  };
}

function fitToScreen(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
): { readonly width: number; readonly height: number } {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { width, height };
}
