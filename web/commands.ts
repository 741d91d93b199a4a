/** What keys, clicks and buttons mean: each changes the state or moves the picture. */
import { place } from "./dom/element.ts";
import type { Picture } from "./picture/types.ts";
import type { Direction } from "./picture/walk.ts";
import { counted, KIND_WORDS } from "./scene/words.ts";
import type { Session } from "./session.ts";
import type { Store } from "./state/store.ts";
import { type Focus, focusedNode, type View, type ViewState } from "./state/view-state.ts";

export interface Commands {
  setFocus(focus: Focus | undefined): void;
  /** Of a node: its page, or the other end of the path that is being asked for. */
  choose(id: string): void;
  /** The same, and the picture goes there. */
  jumpTo(id: string): void;
  expand(id: string): void;
  /** 0 for all. */
  ego(id: string, hops: number): void;
  nextHops(id: string): void;
  startPath(id: string): void;
  stopAsking(): void;
  back(): void;
  walk(key: string): void;
  /** On the node in focus. */
  withNode(act: (id: string) => void): void;
  toggleView(view: View): void;
  toggleReading(): void;
  describe(id: string): string;
}

export function createCommands(
  store: Store<ViewState>,
  session: Session,
  picture: () => Picture | undefined,
  /** Shows in the search box what the next choice is for. */
  ask: (question: string | undefined) => void,
): Commands {
  let pathFrom: string | undefined;

  function setFocus(focus: Focus | undefined): void {
    store.set({ focus });
    document.body.classList.remove("legend-open");
  }

  function choose(id: string): void {
    if (pathFrom !== undefined && pathFrom !== id) {
      const from = pathFrom;
      stopAsking();
      setFocus({ type: "path", from, to: id });
    } else setFocus({ type: "node", id });
  }

  function ego(id: string, hops: number): void {
    store.set({ ego: hops === 0 ? undefined : { id, hops }, camera: undefined });
  }

  function startPath(id: string): void {
    pathFrom = id;
    const name = session.network.graph.getNodeAttribute(id, "name");
    ask(`Path from ${name} to…`);
    announce(`Choose the other end of the path from ${name}`);
  }

  function stopAsking(): void {
    pathFrom = undefined;
    ask(undefined);
  }

  return {
    setFocus,
    choose,
    jumpTo(id) {
      choose(id);
      picture()?.center(id);
      place("canvas").focus();
    },
    expand(id) {
      const { expanded } = store.get();
      if (expanded.includes(id)) store.set({ expanded: expanded.filter((other) => other !== id) });
      else store.set({ expanded: [...expanded, id], focus: { type: "node", id } });
    },
    ego,
    nextHops(id) {
      const current = store.get().ego;
      const hops = current?.id === id ? current.hops : 0;
      ego(id, hops === 3 ? 0 : hops + 1);
    },
    startPath,
    stopAsking,
    back() {
      const { focus, ego: around, view } = store.get();
      if (pathFrom !== undefined) stopAsking();
      else if (document.body.classList.contains("legend-open"))
        document.body.classList.remove("legend-open");
      else if (focus !== undefined) setFocus(undefined);
      else if (view !== "graph") store.set({ view: "graph" });
      else if (around !== undefined) ego(around.id, 0);
    },
    walk(key) {
      const id = focusedNode(store.get());
      const next =
        id === undefined
          ? picture()?.mostCentral()
          : picture()?.walk(id, key.replace("Arrow", "").toLowerCase() as Direction);
      if (next === undefined) {
        announce("Nobody that way");
        return;
      }
      choose(next);
      picture()?.center(next);
    },
    withNode(act) {
      const id = focusedNode(store.get());
      if (id !== undefined && session.network.graph.hasNode(id)) act(id);
      else announce("Choose somebody first", true);
    },
    toggleView: (view) => store.set({ view: store.get().view === view ? "graph" : view }),
    toggleReading: () =>
      store.set({
        reading: store.get().reading === "events" ? "actors" : "events",
        camera: undefined,
      }),
    describe(id) {
      const { graph } = session.network;
      const { name, kind, stories } = graph.getNodeAttributes(id);
      return `${name}, ${KIND_WORDS[kind][0]}, ${counted(stories, "story", "stories")}, ${counted(graph.neighbors(id).length, "neighbor")}`;
    },
  };
}

/** For screen readers; `isSeen`: for everybody, until the next word or for a while. */
export function announce(text: string, isSeen = false): void {
  const announcer = place("announcer");
  announcer.textContent = text;
  announcer.className = "unseen";
  if (!isSeen) return;
  // Laid out in between, or the second word would go on where the first has faded to.
  announcer.getBoundingClientRect();
  announcer.className = "said";
}
