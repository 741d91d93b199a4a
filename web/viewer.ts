/** Puts the parts on the page for one graph and keeps each up to date with the state. */
import type { NewsGraph } from "../src/graph/attributes.ts";
import { announce, createCommands } from "./commands.ts";
import { createGrowth } from "./data/growth.ts";
import type { Loaded } from "./data/load.ts";
import { joinQuotes } from "./data/parts.ts";
import { createReadings } from "./data/readings.ts";
import { createDialogs } from "./dialogs.ts";
import { place } from "./dom/element.ts";
import { listKeys } from "./key-list.ts";
import { bindKeys } from "./keys.ts";
import { drawTimeline } from "./life/timeline.ts";
import { hideNotice } from "./notice.ts";
import { createLazyMap } from "./on-demand/lazy-map.ts";
import type { Actions, PageContext } from "./panel/context.ts";
import { createPanel } from "./panel/panel.ts";
import { openPicture } from "./picture/open.ts";
import { offerProbe } from "./probe.ts";
import { chainIds, focusIds, isChain } from "./scene/focus.ts";
import { nodesInWindow } from "./scene/in-window.ts";
import { PALETTES, type Palette, type Theme } from "./scene/palette.ts";
import { counted } from "./scene/words.ts";
import { createSearchBox } from "./search/search-box.ts";
import { createSession } from "./session.ts";
import { captionText, createCaption } from "./side/caption.ts";
import { createLegend } from "./side/legend.ts";
import { createPartNotes } from "./side/part-note.ts";
import { createAddressWriter } from "./state/address.ts";
import { readHash, writeHash } from "./state/hash.ts";
import { createMemory } from "./state/memory.ts";
import { createStore, isSame } from "./state/store.ts";
import {
  type Camera,
  type ColorBy,
  INITIAL,
  SCENE_KEYS,
  type ViewState,
} from "./state/view-state.ts";
import { windowOf } from "./state/window.ts";
import { tableOf } from "./table/rows.ts";
import { createTable } from "./table/table.ts";
import type { Drawn } from "./take/dialog.ts";
import { currentTheme, toggleTheme } from "./theme.ts";
import { createTimeBar } from "./time/time-bar.ts";
import { createToolbar } from "./toolbar.ts";

/** Small graphs are read event by event; large ones are surveyed first. */
const SMALL_GRAPH = 400;
const CAMERA_REST_MS = 300;
/** Longer than a frame of a sweep through time: while it plays the panel stands still. */
const WINDOW_REST_MS = 500;

let closeBefore = (): void => {};

/** Opening another graph takes the place of the one before. */
export function startViewer({ graph, remote }: Loaded): void {
  closeBefore();
  hideNotice();
  const life = new AbortController();
  const { signal } = life;
  const initial: ViewState = {
    ...INITIAL,
    reading: graph.order <= SMALL_GRAPH ? "events" : "actors",
  };
  const memory = createMemory(graph.getAttribute("inputs"));
  const store = createStore<ViewState>({
    ...readHash(location.hash, initial),
    decisions: memory.decisions(),
  });
  const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
  let theme: Theme = currentTheme();
  /** Where the graph is here in part, the server is asked for the rest. */
  const growth =
    remote === undefined || graph.getAttribute("part") === undefined
      ? undefined
      : createGrowth(
          remote,
          () => ({ graph: session.original, state: store.get() }),
          grow,
          (message) => {
            announce(message);
            update(true, false);
          },
        );
  const session = createSession(graph, initial, store.get(), (from, to) => growth?.paths(from, to));
  const readings = createReadings(graph, remote, () => update(true, false));
  let cameraTimer: ReturnType<typeof setTimeout> | undefined;
  let windowTimer: ReturnType<typeof setTimeout> | undefined;
  let isByKeyboard = false;
  watchHand();

  const address = createAddressWriter();
  const canvas = place("canvas");
  const sheet = place("sheet");
  const commands = createCommands(
    store,
    session,
    () => picture,
    (question) => {
      search.ask(question);
      if (question !== undefined) search.focus();
    },
  );
  const picture = openPicture(
    canvas,
    {
      onNode: commands.choose,
      onNodeTwice: commands.expand,
      onEdge: (source, target) => commands.setFocus({ type: "pair", source, target }),
      onEmpty: () => commands.setFocus(undefined),
      onCamera: rememberCamera,
    },
    isStill,
  );
  const search = createSearchBox(
    place("search"),
    (text, limit) =>
      growth === undefined || remote === undefined
        ? session.network.find(text, { limit })
        : remote.find(text, limit),
    commands.jumpTo,
    commands.stopAsking,
  );
  const actions: Actions = {
    focus: (focus) =>
      focus?.type === "node" ? commands.choose(focus.id) : commands.setFocus(focus),
    expand: commands.expand,
    ego: commands.ego,
    startPath: commands.startPath,
    timeline: (id) => store.set({ view: "time", focus: { type: "node", id } }),
    correct: (id) => dialogs.correct(id),
    reject: (line) => store.set({ decisions: [...store.get().decisions, line] }),
    quotesBy: (quotesBy) => store.set({ quotesBy }),
    moreQuotes: fetchQuotes,
  };
  const panel = createPanel(place("panel"), () => commands.setFocus(undefined));
  const parts = createPartNotes(
    () => growth?.isBusy() === true,
    (of) => {
      growth?.more(of, store.get());
      update(true, false);
    },
  );
  const table = createTable(sheet, store, (row) => actions.focus(row.focus), parts);
  let { legend, caption, timeBar, map } = createSides();
  const dialogs = createDialogs(
    store,
    session,
    memory,
    initial,
    {
      graph: () => session.network.graph,
      shown: () => nodesInWindow(session.scene, store.get()).map(({ id }) => id),
      table: () => tableOf(session.network, store.get()),
      drawn,
    },
    remote !== undefined,
    () => bindings,
  );
  const bindings = listKeys({
    store,
    commands,
    picture,
    search: () => search.focus(),
    correct: actions.correct,
    stepTime: (by) => timeBar.step(by),
    playTime: () => timeBar.togglePlay(),
    rearrange,
    takeAway: dialogs.take,
    help: dialogs.help,
  });
  bindKeys(bindings, signal);
  const toolbar = createToolbar({
    closer: () => picture?.zoom(0.7),
    farther: () => picture?.zoom(1.4),
    fit: () => picture?.fit(true),
    rearrange,
    undo: () => void store.undo(),
    redo: () => void store.redo(),
    copyLink,
    namedViews: dialogs.views,
    corrections: () => dialogs.correct(undefined),
    takeAway: dialogs.take,
    toggleTheme() {
      theme = toggleTheme();
      show();
      updateSheet();
    },
    help: dialogs.help,
    show: (view) => store.set({ view }),
  });

  store.listen(onChange);
  addEventListener("hashchange", onAddress, { signal });
  const resizing = new ResizeObserver(() => picture?.resize());
  resizing.observe(canvas);
  closeBefore = () => {
    life.abort();
    resizing.disconnect();
    clearTimeout(cameraTimer);
    clearTimeout(windowTimer);
    address.cancel();
    timeBar.stop();
    picture?.kill();
    canvas.replaceChildren();
    dialogs.close();
  };

  picture?.setWindow(windowOf(store.get()));
  show();
  setPictureFocus(store.get());
  const { camera } = store.get();
  if (camera === undefined) picture?.fit(false);
  else picture?.moveTo(camera);
  update(true, false);
  offerProbe(picture);
  document.body.classList.add("is-ready");
  growth?.follow(session.original, store.get());
  if (growth?.isBusy() === true) update(true, false);

  function createSides() {
    const { network } = session;
    return {
      legend: createLegend(place("legend"), network, store),
      caption: createCaption(place("caption"), network, store),
      timeBar: createTimeBar(place("time"), network, store, isStill),
      map: createLazyMap(network, parts, (id) =>
        commands.setFocus(id === undefined ? undefined : { type: "node", id }),
      ),
    };
  }

  /** Everything that holds the network is made anew. */
  function renewSides(): void {
    timeBar.stop();
    ({ legend, caption, timeBar, map } = createSides());
  }

  function grow(more: NewsGraph): void {
    session.grow(more, store.get());
    renewSides();
    show();
    setPictureFocus(store.get());
    const { focus } = store.get();
    if (focus?.type === "node") picture?.center(focus.id);
    update(true, false);
  }

  function fetchQuotes(id: string): void {
    const offset = 0;
    remote?.quotes(id, offset).then(
      ({ items, total }) => grow(joinQuotes(session.original, id, items, total <= items.length)),
      (error: Error) => announce(error.message, true),
    );
  }

  function onChange(state: ViewState, before: ViewState): void {
    const changed = (...keys: (keyof ViewState)[]): boolean =>
      keys.some((key) => !isSame(state[key], before[key]));
    if (changed("decisions")) {
      memory.keepDecisions(state.decisions);
      session.decide(state);
      renewSides();
    }
    const isNewScene = changed(...SCENE_KEYS) || (changed("focus") && session.lacks(state));
    if (isNewScene) {
      session.compose(state);
      show();
    }
    if (changed("since", "until")) {
      picture?.setWindow(windowOf(state));
      clearTimeout(windowTimer);
      windowTimer = setTimeout(() => update(true, false), WINDOW_REST_MS);
    }
    if (isNewScene || changed("focus")) setPictureFocus(state);
    if (changed("camera") && state.camera !== undefined) picture?.moveTo(state.camera);
    else if (state.camera === undefined && (changed("camera") || isNewScene)) picture?.fit(true);
    growth?.follow(session.original, state);
    update(isNewScene || changed("focus", "quotesBy"), changed("focus"));
    writeAddress();
  }

  function update(isNewPage: boolean, isNewFocus: boolean): void {
    const { network, scene } = session;
    const state = store.get();
    document.body.dataset.view = state.view;
    document.body.classList.toggle("is-fetching", growth?.isBusy() === true);
    if (isNewPage) {
      const isElsewhere =
        document.activeElement !== canvas && !sheet.contains(document.activeElement);
      panel.update(pageContext(), scene, isNewFocus && isByKeyboard && isElsewhere);
    }
    legend.update(state, scene);
    caption.update(state, scene);
    timeBar.update(state, focusIds(network, state.focus));
    updateSheet();
    toolbar.update(state.view, store.hasPast(), store.hasFuture());
    document.body.classList.toggle("has-focus", state.focus !== undefined);
    const { actors, events } = scene.counts;
    canvas.setAttribute(
      "aria-label",
      `Network picture of ${counted(actors, "actor")} and ${counted(events, "event")}. Arrow keys walk from node to node. The list beside it says the same.`,
    );
    const { focus } = state;
    if (isNewFocus && focus?.type === "node" && network.graph.hasNode(focus.id)) {
      announce(commands.describe(focus.id));
    }
  }

  function pageContext(): PageContext {
    return {
      network: session.network,
      state: store.get(),
      actions,
      readings,
      memory,
      isFetching: growth?.isBusy() === true,
    };
  }

  function updateSheet(): void {
    const { network, scene } = session;
    const state = store.get();
    sheet.hidden = state.view === "graph";
    const window = windowOf(state);
    if (state.view === "table") table.update(network, state, scene, window);
    else if (state.view === "time")
      drawTimeline(sheet, network, state, window, commands.choose, parts);
    else if (state.view === "map") map.update(sheet, state, window, PALETTES[theme]);
  }

  function show(): void {
    const { network, scene, stage, measures } = session;
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
    const { network } = session;
    if (focus === undefined) picture?.setFocus(undefined);
    else if (isChain(focus)) picture?.setFocus({ type: "chain", ids: chainIds(network, focus) });
    else picture?.setFocus({ type: "nodes", ids: focusIds(network, focus) });
  }

  function drawn(): Drawn | undefined {
    const drawing = picture?.drawing();
    if (drawing === undefined) return undefined;
    const { network, scene } = session;
    return {
      drawing,
      palette: legendPalette(PALETTES[theme], store.get().colorBy),
      caption: captionText(network, store.get(), scene),
      source: `${counted(network.whole.articles, "article")}, ${network.graph.getAttribute("generator")}`,
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

  function rearrange(): void {
    if (picture === undefined) return;
    if (picture.isLayoutRunning()) picture.stopLayout();
    else {
      toolbar.setArranging(true);
      picture.startLayout(() => toolbar.setArranging(false));
    }
  }

  function copyLink(): void {
    writeAddress();
    const hash = writeHash(store.get(), initial);
    navigator.clipboard?.writeText(`${location.href.split("#")[0]}#${hash}`).then(
      () => announce("The link to this view is copied", true),
      () => announce("The address bar holds the link to this view", true),
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

  /** After a key the keyboard follows to the page; after a click it stays. */
  function watchHand(): void {
    for (const type of ["keydown", "pointerdown"] as const) {
      const listen = (): void => {
        isByKeyboard = type === "keydown";
      };
      document.addEventListener(type, listen, { capture: true, signal });
    }
  }
}

/** Where color stands for communities, the shapes of the kinds have none. */
function legendPalette(palette: Palette, colorBy: ColorBy): Palette {
  if (colorBy === "kind") return palette;
  const { faintInk } = palette;
  const kinds = Object.fromEntries(Object.keys(palette.kinds).map((kind) => [kind, faintInk]));
  return { ...palette, kinds: kinds as Palette["kinds"] };
}
