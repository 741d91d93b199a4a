/** Puts the parts on the page for one graph and keeps each up to date with the state. */
import type { NewsGraph } from "../src/graph/attributes.ts";
import { betweenness } from "../src/graph/betweenness.ts";
import { pagerank } from "../src/graph/pagerank.ts";
import { dayNumber } from "./data/days.ts";
import { createNetwork, isEvent, lazy, type Network } from "./data/network.ts";
import { element, place } from "./dom/element.ts";
import { type Icon, icon } from "./dom/icons.ts";
import { bindKeys, helpDialog, type KeyBinding } from "./keys.ts";
import { hideNotice } from "./notice.ts";
import type { Actions } from "./panel/context.ts";
import { createPanel } from "./panel/panel.ts";
import { createPicture, hasWebGl, type Picture, type PictureFocus } from "./picture/picture.ts";
import { offerProbe } from "./probe.ts";
import { arrange, extentOf, type Spots, seat } from "./scene/arrange.ts";
import { PALETTES, type Theme } from "./scene/palette.ts";
import { composeScene, type Scene } from "./scene/scene.ts";
import { KIND_WORDS } from "./scene/words.ts";
import { createSearchBox } from "./search/search-box.ts";
import { createCaption } from "./side/caption.ts";
import { createLegend } from "./side/legend.ts";
import { readHash, writeHash } from "./state/hash.ts";
import { createStore, isSame } from "./state/store.ts";
import {
  type Camera,
  type Focus,
  focusedNode,
  INITIAL,
  type Reading,
  SCENE_KEYS,
  type View,
  type ViewState,
} from "./state/view-state.ts";
import { currentTheme, toggleTheme } from "./theme.ts";
import { createTimeBar } from "./time/time-bar.ts";

/** Small graphs are read event by event; large ones are surveyed first. */
const SMALL_GRAPH = 400;

export function startViewer(graph: NewsGraph): void {
  hideNotice();
  const network = createNetwork(graph);
  const initial: ViewState = {
    ...INITIAL,
    reading: graph.order <= SMALL_GRAPH ? "events" : "actors",
  };
  const store = createStore(readHash(location.hash, initial));
  const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
  let theme: Theme = currentTheme();
  let scene: Scene = composeScene(network, store.get());
  let pathFrom: string | undefined;
  let cameraTimer: ReturnType<typeof setTimeout> | undefined;
  let isByKeyboard = false;
  document.addEventListener(
    "keydown",
    () => {
      isByKeyboard = true;
    },
    true,
  );
  document.addEventListener(
    "pointerdown",
    () => {
      isByKeyboard = false;
    },
    true,
  );

  const canvas = place("canvas");
  const announce = (text: string): void => {
    place("announcer").textContent = text;
  };
  const measures = createMeasures(network);
  const stage = createStage(network, initial);
  const picture = openPicture();

  const search = createSearchBox(
    place("search"),
    () => network,
    (id) => {
      choose(id);
      picture?.center(id);
      canvas.focus();
    },
    () => stopAsking(),
  );
  const actions: Actions = {
    focus: (focus) => {
      if (focus?.type === "node") choose(focus.id);
      else setFocus(focus);
    },
    expand,
    ego: (id, hops) => {
      store.set({ ego: hops === 0 ? undefined : { id, hops }, camera: undefined });
      picture?.fit(true);
    },
    startPath(id) {
      pathFrom = id;
      search.ask(`Path from ${nameOf(id)} to…`);
      search.focus();
      announce(`Choose the other end of the path from ${nameOf(id)}`);
    },
    timeline: (id) => store.set({ view: "time", focus: { type: "node", id } }),
    correct: () => {},
    reject: (line) => store.set({ decisions: [...store.get().decisions, line] }),
    quotesBy: (quotesBy) => store.set({ quotesBy }),
  };
  const panel = createPanel(place("panel"), () => setFocus(undefined));
  const legend = createLegend(place("legend"), network, store);
  const caption = createCaption(place("caption"), network, store);
  const timeBar = createTimeBar(place("time"), network, store, isStill);

  const bindings: KeyBinding[] = [
    { keys: ["/"], about: "search", act: () => search.focus() },
    {
      keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
      about: "walk to the neighbor that lies there",
      act: walk,
    },
    {
      keys: ["Enter"],
      about: "read about what is in focus",
      act: () => place("panel").querySelector<HTMLElement>("h2")?.focus(),
    },
    { keys: ["e"], about: "expand: show all neighbors", act: () => withNode(expand) },
    {
      keys: ["o"],
      about: "only what is around it: one, two, three steps, all",
      act: () =>
        withNode((id) => {
          const hops = store.get().ego?.id === id ? store.get().ego!.hops : 0;
          actions.ego(id, hops === 3 ? 0 : hops + 1);
        }),
    },
    { keys: ["p"], about: "path to another one", act: () => withNode(actions.startPath) },
    {
      keys: ["a"],
      about: "events as nodes, or actors only",
      act: () => store.set({ reading: store.get().reading === "events" ? "actors" : "events" }),
    },
    { keys: [" "], about: "play through time, pause", act: () => timeBar.togglePlay() },
    {
      keys: ["[", "]"],
      about: "step back and forth in time",
      act: (key) => timeBar.step(key === "]" ? 1 : -1),
    },
    {
      keys: ["+", "-", "0"],
      about: "closer, farther, all of it",
      act: (key) => (key === "0" ? picture?.fit(true) : picture?.zoom(key === "+" ? 0.7 : 1.4)),
    },
    { keys: ["l"], about: "rearrange, stop", act: toggleLayout },
    { keys: ["Ctrl+z", "u"], about: "undo", act: () => void store.undo() },
    { keys: ["Ctrl+y", "r"], about: "redo", act: () => void store.redo() },
    {
      keys: ["Escape"],
      about: "back: stop asking, leave the focus, leave the neighborhood",
      act: back,
    },
    { keys: ["?"], about: "this help", act: () => help.showModal() },
  ];
  const help = helpDialog(bindings);
  document.body.append(help);
  bindKeys(bindings);
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
    tool("contrast", "Light or dark", () => {
      theme = toggleTheme();
      show();
    }),
    tool("help", "Keys and help (?)", () => help.showModal()),
    tool("filter", "Legend and filters", () => document.body.classList.toggle("legend-open")),
  );
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "network picture");

  store.listen((state, before) => {
    const changed = (keys: readonly (keyof ViewState)[]): boolean =>
      keys.some((key) => !isSame(state[key], before[key]));
    const isNewScene = changed(SCENE_KEYS) || needsOtherNodes(state, before);
    if (isNewScene) {
      scene = composeScene(network, state);
      show();
      if (changed(["reading", "shown", "hiddenKinds", "ego"]) && state.camera === undefined)
        picture?.fit(true);
    }
    if (changed(["since", "until"])) picture?.setWindow(windowOf(state));
    if (isNewScene || changed(["focus"])) picture?.setFocus(pictureFocus(state));
    update(isNewScene || changed(["focus", "quotesBy"]), changed(["focus"]));
    writeAddress();
  });
  addEventListener("hashchange", () => {
    const text = location.hash.replace(/^#/, "");
    if (text !== writeHash(store.get(), initial)) store.set(readHash(text, initial));
  });
  new ResizeObserver(() => picture?.resize()).observe(place("stage"));

  picture?.setWindow(windowOf(store.get()));
  show();
  picture?.setFocus(pictureFocus(store.get()));
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

  function openPicture(): Picture | undefined {
    if (!hasWebGl()) {
      canvas.append(
        element(
          "div",
          { class: "notice no-webgl" },
          element("h2", {}, "No picture here"),
          element(
            "p",
            {},
            "This browser offers no WebGL. The list beside this and the table say everything the picture would.",
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
        onHover: () => {},
        onCamera: rememberCamera,
      },
      isStill,
    );
  }

  function rememberCamera(state: Camera | undefined): void {
    clearTimeout(cameraTimer);
    cameraTimer = setTimeout(() => {
      const round = (value: number): number => Math.round(value * 1e4) / 1e4;
      const camera =
        state === undefined
          ? undefined
          : { x: round(state.x), y: round(state.y), ratio: round(state.ratio) };
      store.adjust({ camera });
    }, 300);
  }

  function show(): void {
    const { colorBy, sizeBy } = store.get();
    picture?.show(scene, {
      palette: PALETTES[theme],
      colorBy,
      communityOf: network.communityOf,
      measure: measures[sizeBy],
      spots: stage.spots(store.get().reading, scene),
      extent: stage.extent(store.get().reading),
    });
  }

  function update(isNewPage: boolean, isNewFocus: boolean): void {
    const state = store.get();
    if (isNewPage)
      panel.update(
        { network, state, actions },
        scene,
        isNewFocus && isByKeyboard && document.activeElement !== canvas,
      );
    legend.update(state, scene);
    caption.update(state, scene);
    timeBar.update(state, focusIds(state.focus));
    undo.disabled = !store.hasPast();
    redo.disabled = !store.hasFuture();
    document.body.dataset.view = state.view;
    document.body.classList.toggle("has-focus", state.focus !== undefined);
    const { actors, events } = scene.counts;
    canvas.setAttribute(
      "aria-label",
      `Network picture of ${actors} actors and ${events} events. Arrow keys walk from node to node. The list beside it says the same.`,
    );
    if (isNewFocus && state.focus?.type === "node" && graph.hasNode(state.focus.id))
      announce(describe(state.focus.id));
  }

  function describe(id: string): string {
    const { name, kind, stories } = graph.getNodeAttributes(id);
    return `${name}, ${KIND_WORDS[kind][0]}, ${stories} ${stories === 1 ? "story" : "stories"}, ${graph.neighbors(id).length} neighbors`;
  }

  /** A node that is not in the picture comes into it. */
  function needsOtherNodes(state: ViewState, before: ViewState): boolean {
    if (isSame(state.focus, before.focus)) return false;
    const present = new Set(scene.nodes.map(({ id }) => id));
    return state.focus?.type === "path" || focusIds(state.focus).some((id) => !present.has(id));
  }

  function choose(id: string): void {
    if (pathFrom !== undefined && pathFrom !== id) {
      const from = pathFrom;
      stopAsking();
      setFocus({ type: "path", from, to: id });
      return;
    }
    setFocus({ type: "node", id });
  }

  function setFocus(focus: Focus | undefined): void {
    store.set({ focus });
    document.body.classList.remove("legend-open");
  }

  function expand(id: string): void {
    const { expanded } = store.get();
    if (!expanded.includes(id))
      store.set({ expanded: [...expanded, id], focus: { type: "node", id } });
    else store.set({ expanded: expanded.filter((other) => other !== id) });
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
    else if (view !== "graph") store.set({ view: "graph" as View });
    else if (ego !== undefined) actions.ego(ego.id, 0);
  }

  function walk(key: string): void {
    const id = focusedNode(store.get());
    if (id === undefined) {
      const first = picture?.mostCentral();
      if (first !== undefined) choose(first);
      return;
    }
    const direction = key.replace("Arrow", "").toLowerCase() as "left" | "right" | "up" | "down";
    const next = picture?.walk(id, direction);
    if (next === undefined) announce("Nobody that way");
    else {
      choose(next);
      picture?.center(next);
    }
  }

  function withNode(act: (id: string) => void): void {
    const id = focusedNode(store.get());
    if (id !== undefined) act(id);
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
    void navigator.clipboard?.writeText(location.href).then(
      () => announce("The link is copied"),
      () => announce("The address bar holds the link"),
    );
  }

  function writeAddress(): void {
    const text = writeHash(store.get(), initial);
    history.replaceState(null, "", text === "" ? location.pathname + location.search : `#${text}`);
  }

  function nameOf(id: string): string {
    return graph.getNodeAttribute(id, "name");
  }

  function pictureFocus({ focus }: ViewState): PictureFocus | undefined {
    if (focus === undefined) return undefined;
    if (focus.type === "path") {
      if (!graph.hasNode(focus.from) || !graph.hasNode(focus.to)) return undefined;
      const paths = network.query.paths(focus.from, focus.to, { limit: 3 });
      return {
        type: "chain",
        ids: new Set(paths.flatMap(({ nodes }) => nodes.map(({ id }) => id))),
      };
    }
    if (focus.type === "article") return { type: "chain", ids: new Set(focusIds(focus)) };
    return { type: "nodes", ids: focusIds(focus) };
  }

  function focusIds(focus: Focus | undefined): string[] {
    switch (focus?.type) {
      case undefined:
        return [];
      case "node":
        return graph.hasNode(focus.id) ? [focus.id] : [];
      case "pair":
        return [focus.source, focus.target].filter((id) => graph.hasNode(id));
      case "path":
        return [focus.from, focus.to].filter((id) => graph.hasNode(id));
      case "article":
        return graph.filterNodes((_, { evidence }) =>
          evidence.some(({ article }) => article === focus.id),
        );
    }
  }
}

function tool(name: Icon, title: string, onclick: () => void): HTMLButtonElement {
  return element(
    "button",
    { type: "button", class: `tool tool-${name}`, title, "aria-label": title, onclick },
    icon(name),
  );
}

function windowOf({ since, until }: ViewState): readonly [number, number] | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [
    since === undefined ? -1e9 : dayNumber(since),
    until === undefined ? 1e9 : dayNumber(until),
  ];
}

/** The opening picture of each reading is arranged when it is first seen; everything else takes its seat in it. */
function createStage(network: Network, initial: ViewState) {
  const opening = (reading: Reading) =>
    lazy(() => {
      const scene = composeScene(network, { ...initial, reading });
      return arrange(scene.nodes, scene.edges, new Map());
    });
  const openings = { events: opening("events"), actors: opening("actors") };
  return {
    extent: (reading: Reading) => extentOf(openings[reading]()),
    spots: (reading: Reading, { nodes, edges }: Scene): Spots =>
      seat(nodes, edges, openings[reading]()),
  };
}

function createMeasures(network: Network): Record<ViewState["sizeBy"], (id: string) => number> {
  const { graph } = network;
  const ranks = lazy(() => pagerank(graph));
  const bridges = lazy(() => betweenness(graph));
  return {
    stories: (id) => graph.getNodeAttribute(id, "stories"),
    degree: (id) => graph.degree(id),
    pagerank: (id) => (isEvent(graph.getNodeAttributes(id)) ? 0.3 : 1) * (ranks().get(id) ?? 0),
    betweenness: (id) => bridges().get(id) ?? 0,
  };
}
