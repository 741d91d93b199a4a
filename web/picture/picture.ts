/**
 * The picture: the only module that knows sigma. It is given scenes, a window of time, a focus and a palette, and tells what was clicked.
 *
 * Sigma's own labels are switched off (six of ten overlapped in our measurements) in favor of `label-layer.ts`. The window of time hides and shows
 * through partial refreshes: positions stay, and a step through a large graph costs milliseconds instead of a full refresh.
 */
import { createEdgeCurveProgram, EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { loadTools } from "../on-demand/load-tools.ts";
import { radiusOf } from "../scene/radius.ts";
import type { Scene, SceneEdge, SceneNode } from "../scene/scene.ts";
import type { Camera } from "../state/view-state.ts";
import { drawingOf } from "./drawing.ts";
import { type Emphasis, emphasize, emphasizeChain, NO_EMPHASIS } from "./emphasis.ts";
import { type Curve, fanOut } from "./fan.ts";
import { findHome, isNear } from "./home.ts";
import { createLabelLayer } from "./label-layer.ts";
import {
  curveLabels,
  nodeLabels,
  type Ranked,
  rankForLabels,
  type Screen,
} from "./label-wishes.ts";
import { edgeLook, KIND_SHAPE, nodeColor } from "./look.ts";
import { bindPointer } from "./pointer.ts";
import { ShapeProgram } from "./shape-program.ts";
import { buttonBoxes, sheetScale } from "./sheet.ts";
import { type ShaderWindow, strokeProgram } from "./stroke-program.ts";
import { createTimeFilter, type TimeFilter } from "./time-filter.ts";
import type { Picture, PictureEvents, PictureFocus, PictureOptions } from "./types.ts";
import { type Spot, walkTo } from "./walk.ts";

type DisplayGraph = MultiDirectedGraph<{ x: number; y: number }, { type: string }>;

/** Curves drawn at once; the rest of a hub's pairs stay lines. */
const MOST_CURVES = 120;
const MOVE_MS = 350;
/** In a larger picture every line would change its color with every node that the pointer passes: a click still lights up. */
const MOST_TO_LIGHT = 4000;

export function createPicture(
  container: HTMLElement,
  events: PictureEvents,
  isStill: () => boolean,
): Picture {
  let scene: Scene = {
    nodes: [],
    edges: [],
    counts: { actors: 0, events: 0, allActors: 0, allEvents: 0, edges: 0, kinds: {}, acts: {} },
  };
  let options: PictureOptions | undefined;
  let nodes = new Map<string, SceneNode>();
  let edges = new Map<string, SceneEdge>();
  let radii = new Map<string, number>();
  let curves = new Map<string, Curve>();
  let unfolded = new Set<string>();
  let times: TimeFilter = createTimeFilter(scene);
  let ranked: readonly Ranked[] = [];
  /** Those of them that are not hidden. */
  let named: readonly Ranked[] = [];
  let home: Camera | undefined;
  const shaderWindow: ShaderWindow = { days: undefined };
  let focus: PictureFocus | undefined;
  let hovered: string | undefined;
  let emphasis: Emphasis = NO_EMPHASIS;
  let homeRatio = 1;
  let isQuiet = false;
  let frames = 0;
  let sheet = sheetScale(container);
  let layout: { stop(): void } | undefined;
  /** Where a hand or the layout has put nodes. */
  const moved = new Map<string, { x: number; y: number }>();
  let graph: DisplayGraph = new MultiDirectedGraph();

  const sigma = new Sigma(graph as never, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    minEdgeThickness: 1.1,
    stagePadding: 40,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / homeRatio) / sheet,
    defaultNodeType: "shape",
    defaultEdgeType: "stroke",
    nodeProgramClasses: { shape: ShapeProgram as never },
    nodeHoverProgramClasses: { shape: ShapeProgram as never },
    edgeProgramClasses: {
      stroke: strokeProgram(shaderWindow) as never,
      curve: createEdgeCurveProgram(),
      arrow: EdgeCurvedArrowProgram,
    },
    defaultDrawNodeHover: () => {},
    nodeReducer: (id) => reduceNode(id) as never,
    edgeReducer: (id) => reduceEdge(id) as never,
  });
  const camera = sigma.getCamera();
  const canvas = document.createElement("canvas");
  canvas.className = "labels";
  container.append(canvas);
  const labels = createLabelLayer(canvas);

  function reduceNode(id: string): object {
    const node = nodes.get(id)!;
    const { palette, colorBy, communityOf } = options!;
    const color = nodeColor(node, palette, colorBy, communityOf);
    const isCenter = emphasis.centers.has(id);
    const stands = !emphasis.isActive || isCenter || emphasis.lit.has(id) || emphasis.near.has(id);
    return {
      ...graph.getNodeAttributes(id),
      size: (radii.get(id) ?? 4) * (isCenter ? 1.15 : 1),
      shape: KIND_SHAPE[node.kind],
      color: stands ? color : palette.faded,
      ring: isCenter ? palette.ink : node.isOpen && stands ? palette.openLine : palette.paper,
      hidden: times.hiddenNodes.has(id) && !isCenter,
      zIndex: isCenter ? 3 : emphasis.lit.has(id) ? 2 : stands ? 1 : 0,
    };
  }

  function reduceEdge(id: string): object {
    const { palette } = options!;
    const curve = curves.get(id);
    if (curve !== undefined) {
      return {
        type: curve.directed ? "arrow" : "curve",
        curvature: curve.curvature,
        color: curve.isOpen ? palette.openLine : palette.tones[curve.tone],
        size: Math.min(2 + Math.log2(curve.stories), 5),
        zIndex: 3,
      };
    }
    const edge = edges.get(id)!;
    const hidden = unfolded.has(id);
    return { type: "stroke", ...edgeLook(edge, palette, emphasis), days: edge.days, hidden };
  }

  function refresh(): void {
    sigma.refresh({ skipIndexation: false });
  }

  /** Looks only: no node has come, gone or moved. */
  function repaint(): void {
    sigma.refresh({
      skipIndexation: true,
      partialGraph: { nodes: graph.nodes(), edges: graph.edges() },
      schedule: true,
    });
  }

  function updateEmphasis(): void {
    emphasis = chooseEmphasis();
    ranked = rankForLabels(nodes.values(), radii, emphasis);
    updateNamed();
  }

  /** A frame looks only at what the window of time shows: most of a large picture is hidden then. */
  function updateNamed(): void {
    const { hiddenNodes } = times;
    named =
      hiddenNodes.size === 0
        ? ranked
        : ranked.filter(({ node: { id } }) => !hiddenNodes.has(id) || emphasis.centers.has(id));
  }

  function chooseEmphasis(): Emphasis {
    if (hovered !== undefined && nodes.has(hovered) && focus?.type !== "chain") {
      return emphasize(scene, [hovered]);
    }
    if (focus === undefined) return NO_EMPHASIS;
    if (focus.type === "chain") return emphasizeChain(focus.ids);
    const present = focus.ids.filter((id) => nodes.has(id));
    return present.length === 0 ? NO_EMPHASIS : emphasize(scene, present);
  }

  /** Hovering lights up, only the focus unfolds: curves that come and go under the pointer would flicker. */
  function unfold(): void {
    for (const id of curves.keys()) graph.dropEdge(id);
    curves = new Map();
    unfolded = new Set();
    if (focus?.type === "nodes") {
      const centers = new Set(focus.ids);
      const both = centers.size > 1;
      for (const { id, pair, source, target } of scene.edges) {
        if (pair === undefined || curves.size > MOST_CURVES || times.isEdgeHidden(id)) continue;
        const touches = [source, target].filter((end) => centers.has(end)).length;
        if (touches < (both ? 2 : 1)) continue;
        unfolded.add(id);
        for (const curve of fanOut(pair)) {
          curves.set(curve.id, curve);
          graph.addEdgeWithKey(curve.id, curve.source, curve.target, { type: "curve" });
        }
      }
    }
  }

  function drawLabels(): void {
    if (options === undefined) return;
    const { palette } = options;
    const toScreen = affine();
    const screen: Screen = {
      width: container.clientWidth,
      height: container.clientHeight,
      spotOf(id) {
        const shown = sigma.getNodeDisplayData(id);
        return shown === undefined || shown.hidden ? undefined : toScreen(shown);
      },
      scale: (radius) => sigma.scaleSize(radius),
    };
    const wishes = nodeLabels(named, screen, emphasis, palette);
    labels.draw([...wishes, ...curveLabels(curves.values(), screen, palette)], wishes, palette);
  }

  /** The camera as one linear map: sigma's own conversion builds a matrix for every point. */
  function affine(): (spot: { x: number; y: number }) => { x: number; y: number } {
    const o = sigma.framedGraphToViewport({ x: 0, y: 0 });
    const i = sigma.framedGraphToViewport({ x: 1, y: 0 });
    const j = sigma.framedGraphToViewport({ x: 0, y: 1 });
    return ({ x, y }) => ({
      x: o.x + x * (i.x - o.x) + y * (j.x - o.x),
      y: o.y + x * (i.y - o.y) + y * (j.y - o.y),
    });
  }

  function spotOf(id: string): { x: number; y: number } | undefined {
    const shown = sigma.getNodeDisplayData(id);
    return shown === undefined ? undefined : sigma.framedGraphToViewport(shown);
  }

  /** The camera that shows all that is visible. */
  function homeCamera(): Camera {
    home ??= findHome(sigma as never, visibleNodes());
    return home;
  }

  function visibleNodes(): string[] {
    const all = [...nodes.keys()];
    const visible = all.filter((id) => !times.hiddenNodes.has(id));
    return visible.length === 0 ? all : visible;
  }

  function move(to: Camera, isAnimated: boolean): void {
    const state = { ...to, angle: 0 };
    if (isAnimated && !isStill()) void camera.animate(state, { duration: MOVE_MS });
    else camera.setState(state);
  }

  bindPointer(sigma as never, container, {
    onHover(id) {
      if (nodes.size > MOST_TO_LIGHT) return;
      hovered = id;
      updateEmphasis();
      repaint();
    },
    onNode: events.onNode,
    onNodeTwice: events.onNodeTwice,
    onEdge(id) {
      const edge = curves.get(id) ?? edges.get(id);
      if (edge !== undefined) events.onEdge(edge.source, edge.target);
    },
    onEmpty: events.onEmpty,
    onDrag(id, spot) {
      if (!graph.hasNode(id)) return;
      moved.set(id, spot);
      home = undefined;
      graph.mergeNodeAttributes(id, spot);
    },
  });
  sigma.on("afterRender", () => {
    frames++;
    drawLabels();
  });
  camera.on("updated", ({ x, y, ratio }) => {
    if (options !== undefined)
      events.onCamera(isNear({ x, y, ratio }, homeCamera()) ? undefined : { x, y, ratio });
  });

  return {
    show(next, nextOptions) {
      layout?.stop();
      scene = next;
      options = nextOptions;
      nodes = new Map(next.nodes.map((node) => [node.id, node]));
      edges = new Map(next.edges.map((edge) => [edge.id, edge]));
      curves = new Map();
      unfolded = new Set();
      const most = Math.max(...next.nodes.map(({ id }) => nextOptions.measure(id)), 1e-9);
      radii = new Map(
        next.nodes.map(({ id, kind }) => [id, radiusOf(kind, nextOptions.measure(id) / most)]),
      );
      graph = new MultiDirectedGraph();
      for (const { id } of next.nodes) {
        const spot = moved.get(id) ?? nextOptions.spots.get(id)!;
        graph.addNode(id, { x: spot.x, y: spot.y });
      }
      for (const { id, source, target } of next.edges) {
        graph.addEdgeWithKey(id, source, target, { type: "stroke" });
      }
      times = createTimeFilter(next);
      times.apply(shaderWindow.days);
      home = undefined;
      if (hovered !== undefined && !nodes.has(hovered)) hovered = undefined;
      updateEmphasis();
      unfold();
      sigma.setCustomBBox(nextOptions.extent);
      sigma.setGraph(graph as never);
    },
    setWindow(next) {
      shaderWindow.days = next;
      const nodes = times.apply(next);
      home = undefined;
      updateNamed();
      if (curves.size > 0) {
        unfold();
        refresh();
        return;
      }
      sigma.refresh({
        partialGraph: { nodes },
        skipIndexation: true,
        schedule: true,
      });
    },
    setFocus(next) {
      focus = next;
      updateEmphasis();
      unfold();
      refresh();
    },
    fit(isAnimated) {
      if (isQuiet) return;
      const all = homeCamera();
      homeRatio = all.ratio;
      move(all, isAnimated);
    },
    zoom(factor) {
      const { x, y, ratio } = camera.getState();
      move({ x, y, ratio: camera.getBoundedRatio(ratio * factor) }, true);
    },
    moveTo(to) {
      if (isQuiet) return;
      homeRatio = homeCamera().ratio;
      move(to, false);
    },
    center(id) {
      const shown = sigma.getNodeDisplayData(id);
      const spot = spotOf(id);
      if (shown === undefined || spot === undefined) return;
      const { width, height } = sigma.getDimensions();
      const isVisible = spot.x > 60 && spot.y > 60 && spot.x < width - 60 && spot.y < height - 60;
      if (isVisible) return;
      move({ x: shown.x, y: shown.y, ratio: camera.getState().ratio }, true);
    },
    walk(id, direction) {
      const from = spotOf(id);
      if (from === undefined || !graph.hasNode(id)) return undefined;
      const near = graph
        .neighbors(id)
        .filter((neighbor) => !times.hiddenNodes.has(neighbor))
        .map((neighbor): Spot => ({ id: neighbor, ...spotOf(neighbor)! }));
      return walkTo(from, near, direction);
    },
    mostCentral() {
      const middle = { x: container.clientWidth / 2, y: container.clientHeight / 2 };
      let best: string | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const id of nodes.keys()) {
        const spot = spotOf(id);
        if (spot === undefined || times.hiddenNodes.has(id)) continue;
        const cost = Math.hypot(spot.x - middle.x, spot.y - middle.y) - (radii.get(id) ?? 0) * 20;
        if (cost < least) {
          least = cost;
          best = id;
        }
      }
      return best;
    },
    startLayout(onEnd) {
      layout?.stop();
      let running: { stop(): void } | undefined;
      const end = (): void => {
        layout = undefined;
        onEnd();
      };
      const started = {
        stop() {
          if (running === undefined) end();
          else running.stop();
        },
      };
      layout = started;
      loadTools().then(
        ({ runLayout }) => {
          if (layout !== started) return;
          running = runLayout(graph, (id, spot) => moved.set(id, spot), end);
        },
        () => {
          if (layout === started) end();
        },
      );
    },
    stopLayout: () => layout?.stop(),
    isLayoutRunning: () => layout !== undefined,
    drawing: () =>
      drawingOf(sigma as never, graph, nodes.values(), curves, labels.boxes(), times.isEdgeHidden),
    frames: () => frames,
    setQuietCamera(act) {
      isQuiet = true;
      act();
      isQuiet = false;
    },
    kill() {
      layout?.stop();
      sigma.kill();
    },
    spotOf,
    resize: () => {
      sheet = sheetScale(container);
      labels.reserve(buttonBoxes(container));
      home = undefined;
      sigma.resize();
      sigma.refresh({ skipIndexation: true });
    },
  };
}
