/** Puts the parts on the page for one graph and keeps each up to date with the state. */
import type { NewsGraph } from "../src/graph/attributes.ts";
import { createCorrectDialog } from "./correct/dialog.ts";
import { applyDecisions } from "./correct/lines.ts";
import { dayNumber } from "./data/days.ts";
import { createNetwork, type DaySpan, type Network } from "./data/network.ts";
import { element, place } from "./dom/element.ts";
import { type Icon, icon } from "./dom/icons.ts";
import { bindKeys, helpDialog, type KeyBinding } from "./keys.ts";
import { drawTimeline } from "./life/timeline.ts";
import { createMapView } from "./map/map-view.ts";
import { hideNotice } from "./notice.ts";
import type { Actions } from "./panel/context.ts";
import { createPanel } from "./panel/panel.ts";
import { createPicture, hasWebGl, type Picture } from "./picture/picture.ts";
import type { Direction } from "./picture/walk.ts";
import { offerProbe } from "./probe.ts";
import { chainIds, focusIds, isChain } from "./scene/focus.ts";
import { PALETTES, type Palette, type Theme } from "./scene/palette.ts";
import { composeScene, type Scene } from "./scene/scene.ts";
import { createMeasures, createStage } from "./scene/stage.ts";
import { counted, KIND_WORDS } from "./scene/words.ts";
import { createSearchBox } from "./search/search-box.ts";
import { captionText, createCaption } from "./side/caption.ts";
import { createLegend } from "./side/legend.ts";
import { createViewsDialog } from "./side/views-dialog.ts";
import { createAddressWriter } from "./state/address.ts";
import { readHash, writeHash } from "./state/hash.ts";
import { createMemory } from "./state/memory.ts";
import { createStore, isSame } from "./state/store.ts";
import {
  type Camera,
  type ColorBy,
  type Focus,
  focusedNode,
  INITIAL,
  SCENE_KEYS,
  type View,
  type ViewState,
} from "./state/view-state.ts";
import { createTable } from "./table/table.ts";
import { takeDialog } from "./take/dialog.ts";
import { toPng, toSvg } from "./take/svg.ts";
import { currentTheme, toggleTheme } from "./theme.ts";
import { createTimeBar } from "./time/time-bar.ts";

/** Small graphs are read event by event; large ones are surveyed first. */
const SMALL_GRAPH = 400;
const CAMERA_REST_MS = 300;
const VIEWS: readonly (readonly [View, string, string])[] = [
  ["graph", "Graph", "g"],
  ["map", "Map", "m"],
  ["table", "Table", "t"],
  ["time", "Timeline", "i"],
];

let closeBefore = (): void => {};

/** Opening another graph takes the place of the one before. */
export function startViewer(original: NewsGraph): void {
  closeBefore();
  hideNotice();
  const life = new AbortController();
  const { signal } = life;
  const initial: ViewState = {
    ...INITIAL,
    reading: original.order <= SMALL_GRAPH ? "events" : "actors",
  };
  const memory = createMemory(original.getAttribute("inputs"));
  const store = createStore<ViewState>({
    ...readHash(location.hash, initial),
    decisions: memory.decisions(),
  });
  const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
  let theme: Theme = currentTheme();
  let network: Network = createNetwork(applyDecisions(original, store.get().decisions));
  let stage = createStage(network, initial);
  let measures = createMeasures(network);
  let scene: Scene = composeScene(network, store.get());
  let pathFrom: string | undefined;
  let cameraTimer: ReturnType<typeof setTimeout> | undefined;
  let isByKeyboard = false;
  const watchHand = (type: "keydown" | "pointerdown"): void =>
    document.addEventListener(
      type,
      () => {
        isByKeyboard = type === "keydown";
      },
      { capture: true, signal },
    );
  watchHand("keydown");
  watchHand("pointerdown");

  const address = createAddressWriter();
  const canvas = place("canvas");
  const sheet = place("sheet");
  const picture = openPicture();
  const search = createSearchBox(place("search"), () => network, jumpTo, stopAsking);
  const actions: Actions = {
    focus: (focus) => (focus?.type === "node" ? choose(focus.id) : setFocus(focus)),
    expand,
    ego: (id, hops) => store.set({ ego: hops === 0 ? undefined : { id, hops }, camera: undefined }),
    startPath,
    timeline: (id) => store.set({ view: "time", focus: { type: "node", id } }),
    correct: (id) => corrections.open(network, store.get().decisions, id),
    reject: (line) => store.set({ decisions: [...store.get().decisions, line] }),
    quotesBy: (quotesBy) => store.set({ quotesBy }),
  };
  const panel = createPanel(place("panel"), () => setFocus(undefined));
  const table = createTable(sheet, store, (row) => actions.focus(row.focus));
  let { legend, caption, timeBar, map } = createSides();
  const corrections = createCorrectDialog(actions.reject, (line) =>
    store.set({ decisions: store.get().decisions.filter((other) => other !== line) }),
  );
  const views = createViewsDialog(memory, (hash) =>
    store.set({ ...readHash(hash, initial), decisions: store.get().decisions }),
  );
  const take = takeDialog(
    {
      graph: () => network.graph,
      shown: () => scene.nodes.map(({ id }) => id),
      svg: drawSvg,
      toPng: async () => {
        const drawn = drawSvg();
        if (drawn === undefined) throw new Error("there is no picture");
        return toPng(drawn.text, drawn.width, drawn.height);
      },
    },
    announce,
  );
  const bindings = listKeys();
  const help = helpDialog(bindings);
  const dialogs = [help, take, views.dialog, corrections.dialog];
  document.body.append(...dialogs);
  bindKeys(bindings, signal);

  const arrange = tool("arrange", "Rearrange (l)", toggleLayout);
  place("controls").replaceChildren(
    tool("plus", "Closer (+)", () => picture?.zoom(0.7)),
    tool("minus", "Farther (-)", () => picture?.zoom(1.4)),
    tool("fit", "All of it (0)", () => picture?.fit(true)),
    arrange,
  );
  const undo = tool("undo", "Undo (Ctrl z)", () => void store.undo());
  const redo = tool("redo", "Redo (Ctrl y)", () => void store.redo());
  place("tools").replaceChildren(
    undo,
    redo,
    tool("link", "Copy the link to this view", copyLink),
    tool("star", "Named views", () => views.open(writeHash(store.get(), initial))),
    tool("pen", "Corrections", () => corrections.open(network, store.get().decisions, undefined)),
    tool("download", "Take it away: picture and data", () => take.showModal()),
    tool("contrast", "Light or dark", () => {
      theme = toggleTheme();
      show();
      updateSheet();
    }),
    tool("help", "Keys and help (?)", () => help.showModal()),
    tool("filter", "Legend and filters", () => document.body.classList.toggle("legend-open")),
  );
  const tabs = VIEWS.map(([view, name, key]) =>
    element(
      "button",
      { type: "button", title: `${name} (${key})`, onclick: () => store.set({ view }) },
      name,
    ),
  );
  place("views").replaceChildren(...tabs);
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "network picture");

  store.listen(onChange);
  addEventListener("hashchange", onAddress, { signal });
  const resizing = new ResizeObserver(() => picture?.resize());
  resizing.observe(canvas);
  closeBefore = () => {
    life.abort();
    resizing.disconnect();
    clearTimeout(cameraTimer);
    address.cancel();
    timeBar.stop();
    picture?.kill();
    canvas.replaceChildren();
    for (const dialog of dialogs) dialog.remove();
  };

  picture?.setWindow(windowOf(store.get()));
  show();
  setPictureFocus(store.get());
  const { camera } = store.get();
  if (camera === undefined) picture?.fit(false);
  else picture?.moveTo(camera);
  update(true, false);
  offerProbe({
    shown: () => picture?.drawing().nodes.map(({ id }) => id) ?? [],
    spotOf: (id) => picture?.spotOf(id),
    labels: () => picture?.drawing().labels ?? [],
    edges: () =>
      picture?.drawing().edges.map(({ from, to }) => ({ source: from.id, target: to.id })) ?? [],
  });
  document.body.classList.add("is-ready");

  function createSides() {
    return {
      legend: createLegend(place("legend"), network, store),
      caption: createCaption(place("caption"), network, store),
      timeBar: createTimeBar(place("time"), network, store, isStill),
      map: createMapView(network, (id) =>
        setFocus(id === undefined ? undefined : { type: "node", id }),
      ),
    };
  }

  function openPicture(): Picture | undefined {
    if (!hasWebGl()) {
      canvas.replaceChildren(
        element(
          "div",
          { class: "notice no-webgl" },
          element("h2", {}, "No picture here"),
          element(
            "p",
            {},
            "This browser offers no WebGL. The list beside this, the table, the map and the timeline say everything that the picture would.",
          ),
        ),
      );
      return undefined;
    }
    return createPicture(
      canvas,
      {
        onNode: choose,
        onNodeTwice: expand,
        onEdge: (source, target) => setFocus({ type: "pair", source, target }),
        onEmpty: () => setFocus(undefined),
        onCamera: rememberCamera,
      },
      isStill,
    );
  }

  function onChange(state: ViewState, before: ViewState): void {
    const changed = (...keys: (keyof ViewState)[]): boolean =>
      keys.some((key) => !isSame(state[key], before[key]));
    if (changed("decisions")) {
      memory.keepDecisions(state.decisions);
      network = createNetwork(applyDecisions(original, state.decisions));
      stage = createStage(network, initial);
      measures = createMeasures(network);
      timeBar.stop();
      ({ legend, caption, timeBar, map } = createSides());
    }
    const isNewScene = changed(...SCENE_KEYS) || (changed("focus") && needsOtherNodes(state));
    if (isNewScene) {
      scene = composeScene(network, state);
      show();
    }
    if (changed("since", "until")) picture?.setWindow(windowOf(state));
    if (isNewScene || changed("focus")) setPictureFocus(state);
    if (changed("camera") && state.camera !== undefined) picture?.moveTo(state.camera);
    else if (state.camera === undefined && (changed("camera") || isNewScene)) picture?.fit(true);
    update(isNewScene || changed("focus", "quotesBy"), changed("focus"));
    writeAddress();
  }

  function update(isNewPage: boolean, isNewFocus: boolean): void {
    const state = store.get();
    document.body.dataset.view = state.view;
    if (isNewPage) {
      const isElsewhere =
        document.activeElement !== canvas && !sheet.contains(document.activeElement);
      panel.update({ network, state, actions }, scene, isNewFocus && isByKeyboard && isElsewhere);
    }
    legend.update(state, scene);
    caption.update(state, scene);
    timeBar.update(state, focusIds(network, state.focus));
    updateSheet();
    undo.disabled = !store.hasPast();
    redo.disabled = !store.hasFuture();
    VIEWS.forEach(([view], i) => {
      if (view === state.view) tabs[i]!.setAttribute("aria-current", "page");
      else tabs[i]!.removeAttribute("aria-current");
    });
    document.body.classList.toggle("has-focus", state.focus !== undefined);
    const { actors, events } = scene.counts;
    canvas.setAttribute(
      "aria-label",
      `Network picture of ${counted(actors, "actor")} and ${counted(events, "event")}. Arrow keys walk from node to node. The list beside it says the same.`,
    );
    if (!isNewFocus) return;
    if (state.focus?.type === "node" && network.graph.hasNode(state.focus.id)) {
      announce(describe(state.focus.id));
    }
  }

  function updateSheet(): void {
    const state = store.get();
    sheet.hidden = state.view === "graph";
    const window = windowOf(state);
    if (state.view === "table") table.update(network, state, scene, window);
    else if (state.view === "time") drawTimeline(sheet, network, state, window, choose);
    else if (state.view === "map") map.update(sheet, state, window, PALETTES[theme]);
  }

  function show(): void {
    const { colorBy, sizeBy, reading } = store.get();
    picture?.show(scene, {
      palette: PALETTES[theme],
      colorBy,
      communityOf: network.communityOf,
      measure: measures[sizeBy],
      spots: stage.spots(reading, scene),
      extent: stage.extent(reading),
    });
  }

  function setPictureFocus({ focus }: ViewState): void {
    if (focus === undefined) picture?.setFocus(undefined);
    else if (isChain(focus)) picture?.setFocus({ type: "chain", ids: chainIds(network, focus) });
    else picture?.setFocus({ type: "nodes", ids: focusIds(network, focus) });
  }

  /** A node that is not in the picture comes into it. */
  function needsOtherNodes({ focus }: ViewState): boolean {
    const present = new Set(scene.nodes.map(({ id }) => id));
    return focus?.type === "path" || focusIds(network, focus).some((id) => !present.has(id));
  }

  function drawSvg(): { text: string; width: number; height: number } | undefined {
    const drawing = picture?.drawing();
    if (drawing === undefined) return undefined;
    const text = captionText(network, store.get(), scene);
    const source = `${counted(network.graph.getAttribute("articles").length, "article")}, ${network.graph.getAttribute("generator")}`;
    return {
      text: toSvg(drawing, legendPalette(PALETTES[theme], store.get().colorBy), text, source),
      width: drawing.width,
      height: drawing.height,
    };
  }

  function rememberCamera(state: Camera | undefined): void {
    clearTimeout(cameraTimer);
    cameraTimer = setTimeout(() => {
      const round = (value: number): number => Math.round(value * 1e4) / 1e4;
      const next =
        state === undefined
          ? undefined
          : { x: round(state.x), y: round(state.y), ratio: round(state.ratio) };
      picture?.setQuietCamera(() => store.adjust({ camera: next }));
    }, CAMERA_REST_MS);
  }

  function choose(id: string): void {
    if (pathFrom !== undefined && pathFrom !== id) {
      const from = pathFrom;
      stopAsking();
      setFocus({ type: "path", from, to: id });
    } else setFocus({ type: "node", id });
  }

  function jumpTo(id: string): void {
    choose(id);
    picture?.center(id);
    canvas.focus();
  }

  function setFocus(focus: Focus | undefined): void {
    store.set({ focus });
    document.body.classList.remove("legend-open");
  }

  function expand(id: string): void {
    const { expanded } = store.get();
    if (expanded.includes(id)) store.set({ expanded: expanded.filter((other) => other !== id) });
    else store.set({ expanded: [...expanded, id], focus: { type: "node", id } });
  }

  function nextHops(id: string): void {
    const { ego } = store.get();
    const hops = ego?.id === id ? ego.hops : 0;
    actions.ego(id, hops === 3 ? 0 : hops + 1);
  }

  function startPath(id: string): void {
    pathFrom = id;
    const name = network.graph.getNodeAttribute(id, "name");
    search.ask(`Path from ${name} to…`);
    search.focus();
    announce(`Choose the other end of the path from ${name}`);
  }

  function stopAsking(): void {
    pathFrom = undefined;
    search.ask(undefined);
  }

  function back(): void {
    const { focus, ego, view } = store.get();
    if (pathFrom !== undefined) stopAsking();
    else if (document.body.classList.contains("legend-open"))
      document.body.classList.remove("legend-open");
    else if (focus !== undefined) setFocus(undefined);
    else if (view !== "graph") store.set({ view: "graph" });
    else if (ego !== undefined) actions.ego(ego.id, 0);
  }

  function walk(key: string): void {
    const id = focusedNode(store.get());
    const next =
      id === undefined
        ? picture?.mostCentral()
        : picture?.walk(id, key.replace("Arrow", "").toLowerCase() as Direction);
    if (next === undefined) {
      announce("Nobody that way");
      return;
    }
    choose(next);
    picture?.center(next);
  }

  function withNode(act: (id: string) => void): void {
    const id = focusedNode(store.get());
    if (id !== undefined && network.graph.hasNode(id)) act(id);
    else announce("Choose somebody first");
  }

  function toggleLayout(): void {
    if (picture === undefined) return;
    if (picture.isLayoutRunning()) picture.stopLayout();
    else {
      arrange.classList.add("is-on");
      picture.startLayout(() => arrange.classList.remove("is-on"));
    }
  }

  function copyLink(): void {
    writeAddress();
    const hash = writeHash(store.get(), initial);
    navigator.clipboard?.writeText(`${location.href.split("#")[0]}#${hash}`).then(
      () => announce("The link is copied"),
      () => announce("The address bar holds the link"),
    );
  }

  function writeAddress(): void {
    address.write(writeHash(store.get(), initial));
  }

  function onAddress(): void {
    const text = location.hash.replace(/^#/, "");
    if (text === writeHash(store.get(), initial)) return;
    store.set({ ...readHash(text, initial), decisions: store.get().decisions });
  }

  function describe(id: string): string {
    const { name, kind, stories } = network.graph.getNodeAttributes(id);
    return `${name}, ${KIND_WORDS[kind][0]}, ${counted(stories, "story", "stories")}, ${counted(network.graph.neighbors(id).length, "neighbor")}`;
  }

  function announce(text: string): void {
    place("announcer").textContent = text;
  }

  function listKeys(): KeyBinding[] {
    const step = (key: string): void => timeBar.step(key === "]" ? 1 : -1);
    const zoom = (key: string): void =>
      key === "0" ? picture?.fit(true) : picture?.zoom(key === "+" ? 0.7 : 1.4);
    const read = (): void => place("panel").querySelector<HTMLElement>("h2")?.focus();
    const quotes = (): void => {
      const head = place("panel").querySelector<HTMLElement>(".quotes h3");
      head?.scrollIntoView({ block: "start" });
      head?.focus({ preventScroll: true });
    };
    const otherReading = (): void =>
      store.set({
        reading: store.get().reading === "events" ? "actors" : "events",
        camera: undefined,
      });
    const keyed = (view: View) => () =>
      store.set({ view: store.get().view === view ? "graph" : view });
    return [
      { keys: ["/"], about: "search", act: () => search.focus() },
      {
        keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
        about: "walk to the neighbor that lies there",
        act: walk,
      },
      { keys: ["Enter"], about: "read about what is in focus", act: read },
      { keys: ["q"], about: "its quotes", act: quotes },
      {
        keys: ["e"],
        about: "expand: show its neighbors; again: take them back",
        act: () => withNode(expand),
      },
      {
        keys: ["o"],
        about: "only what is around it: one, two, three steps, all",
        act: () => withNode(nextHops),
      },
      { keys: ["p"], about: "path to another one", act: () => withNode(startPath) },
      {
        keys: ["c"],
        about: "correct: merge, split, rename, no actor",
        act: () => withNode(actions.correct),
      },
      { keys: ["a"], about: "events as nodes, or actors only", act: otherReading },
      { keys: ["g"], about: "graph", act: () => store.set({ view: "graph" }) },
      { keys: ["t"], about: "table", act: keyed("table") },
      { keys: ["m"], about: "map", act: keyed("map") },
      { keys: ["i"], about: "timeline", act: keyed("time") },
      { keys: [" "], about: "play through time, pause", act: () => timeBar.togglePlay() },
      { keys: ["[", "]"], about: "step back and forth in time", act: step },
      { keys: ["+", "-", "0"], about: "closer, farther, all of it", act: zoom },
      { keys: ["l"], about: "rearrange, stop", act: toggleLayout },
      { keys: ["Ctrl+z", "u"], about: "undo", act: () => void store.undo() },
      { keys: ["Ctrl+y", "r"], about: "redo", act: () => void store.redo() },
      { keys: ["d"], about: "take it away: picture and data", act: () => take.showModal() },
      {
        keys: ["Escape"],
        about: "back: stop asking, leave the focus, the view, the neighborhood",
        act: back,
      },
      { keys: ["?"], about: "this help", act: () => help.showModal() },
    ];
  }
}

function tool(name: Icon, title: string, onclick: () => void): HTMLButtonElement {
  return element(
    "button",
    { type: "button", class: `tool tool-${name}`, title, "aria-label": title, onclick },
    icon(name),
  );
}

function windowOf({ since, until }: ViewState): DaySpan | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [
    since === undefined ? -1e9 : dayNumber(since),
    until === undefined ? 1e9 : dayNumber(until),
  ];
}

/** Where color stands for communities, the shapes of the kinds have none. */
function legendPalette(palette: Palette, colorBy: ColorBy): Palette {
  if (colorBy === "kind") return palette;
  const { faintInk } = palette;
  const kinds = Object.fromEntries(Object.keys(palette.kinds).map((kind) => [kind, faintInk]));
  return { ...palette, kinds: kinds as Palette["kinds"] };
}
