/** What the picture is given and what it tells. */

import type { DaySpan } from "../data/network.ts";
import type { Spots } from "../scene/arrange.ts";
import type { Palette } from "../scene/palette.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import type { Camera, ColorBy } from "../state/view-state.ts";
import type { DrawnLabel } from "./label-layer.ts";
import type { Direction, Spot } from "./walk.ts";

export interface PictureEvents {
  onNode(id: string): void;
  onNodeTwice(id: string): void;
  onEdge(source: string, target: string): void;
  onEmpty(): void;
  /** `undefined`: all of it is in sight. */
  onCamera(camera: Camera | undefined): void;
}

export interface PictureOptions {
  readonly palette: Palette;
  readonly colorBy: ColorBy;
  readonly communityOf: (id: string) => number;
  /** What size stands for. */
  readonly measure: (id: string) => number;
  readonly spots: Spots;
  /** Fixed for a reading, so that a camera means the same whatever is filtered. */
  readonly extent: { readonly x: [number, number]; readonly y: [number, number] };
}

export type PictureFocus =
  | { readonly type: "nodes"; readonly ids: readonly string[] }
  | { readonly type: "chain"; readonly ids: ReadonlySet<string> };

export interface Picture {
  show(scene: Scene, options: PictureOptions): void;
  setWindow(window: DaySpan | undefined): void;
  setFocus(focus: PictureFocus | undefined): void;
  fit(isAnimated: boolean): void;
  zoom(factor: number): void;
  moveTo(camera: Camera): void;
  center(id: string): void;
  /** The neighbor on screen in a direction. */
  walk(id: string, direction: Direction): string | undefined;
  mostCentral(): string | undefined;
  startLayout(onEnd: () => void): void;
  stopLayout(): void;
  isLayoutRunning(): boolean;
  drawing(): Drawing;
  /** Drawn so far. */
  frames(): number;
  spotOf(id: string): { readonly x: number; readonly y: number } | undefined;
  resize(): void;
  kill(): void;
  /** While `act` runs, asking for the camera where it already is moves nothing. */
  setQuietCamera(act: () => void): void;
}

/** What is on the screen, for export. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (Spot & {
    readonly radius: number;
    readonly color: string;
    readonly kind: SceneNode["kind"];
  })[];
  readonly edges: readonly {
    readonly from: Spot;
    readonly to: Spot;
    readonly color: string;
    readonly size: number;
    readonly dash: number;
    readonly curvature: number;
    readonly directed: boolean;
  }[];
  readonly labels: readonly DrawnLabel[];
}
