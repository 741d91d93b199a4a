/** Every key and what it does, in the order in which the help tells them. */
import type { Commands } from "./commands.ts";
import { place } from "./dom/element.ts";
import type { KeyBinding } from "./keys.ts";
import type { Picture } from "./picture/types.ts";
import type { Store } from "./state/store.ts";
import type { View, ViewState } from "./state/view-state.ts";

export interface Reach {
  readonly store: Store<ViewState>;
  readonly commands: Commands;
  readonly picture: Picture | undefined;
  search(): void;
  correct(id: string): void;
  stepTime(by: 1 | -1): void;
  playTime(): void;
  rearrange(): void;
  takeAway(): void;
  help(): void;
}

export function listKeys(reach: Reach): KeyBinding[] {
  const { store, commands, picture } = reach;
  const { withNode, toggleView } = commands;
  const view = (key: string, name: View, about: string): KeyBinding => ({
    keys: [key],
    about,
    act: () => toggleView(name),
  });
  return [
    { keys: ["/"], about: "search", act: reach.search },
    {
      keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
      about: "walk to the neighbor that lies there",
      act: commands.walk,
    },
    { keys: ["Enter"], about: "read about what is in focus", act: read },
    { keys: ["q"], about: "its quotes", act: quotes },
    {
      keys: ["e"],
      about: "expand: show its neighbors; again: take them back",
      act: () => withNode(commands.expand),
    },
    {
      keys: ["o"],
      about: "only what is around it: one, two, three steps, all",
      act: () => withNode(commands.nextHops),
    },
    { keys: ["p"], about: "path to another one", act: () => withNode(commands.startPath) },
    {
      keys: ["c"],
      about: "correct: merge, split, rename, no actor",
      act: () => withNode(reach.correct),
    },
    { keys: ["a"], about: "events as nodes, or actors only", act: commands.toggleReading },
    { keys: ["g"], about: "graph", act: () => store.set({ view: "graph" }) },
    view("t", "table", "table"),
    view("m", "map", "map"),
    view("i", "time", "timeline"),
    { keys: [" "], about: "play through time, pause", act: reach.playTime },
    {
      keys: ["[", "]"],
      about: "step back and forth in time",
      act: (key) => reach.stepTime(key === "]" ? 1 : -1),
    },
    {
      keys: ["+", "-", "0"],
      about: "closer, farther, all of it",
      act: (key) => (key === "0" ? picture?.fit(true) : picture?.zoom(key === "+" ? 0.7 : 1.4)),
    },
    { keys: ["l"], about: "rearrange, stop", act: reach.rearrange },
    { keys: ["Ctrl+z", "u"], about: "undo", act: () => void store.undo() },
    { keys: ["Ctrl+y", "r"], about: "redo", act: () => void store.redo() },
    { keys: ["d"], about: "take it away: picture and data", act: reach.takeAway },
    {
      keys: ["Escape"],
      about: "back: stop asking, leave the focus, the view, the neighborhood",
      act: commands.back,
    },
    { keys: ["?"], about: "this help", act: reach.help },
  ];
}

function read(): void {
  place("panel").querySelector<HTMLElement>("h2")?.focus();
}

function quotes(): void {
  const head = place("panel").querySelector<HTMLElement>(".quotes h3");
  head?.scrollIntoView({ block: "start" });
  head?.focus({ preventScroll: true });
}
