/** All that makes up a view, as one plain object: what is in the address bar, what undo goes through, what a named view keeps. */
import type { NodeKind } from "../../src/graph/appearance.ts";
import type { Act, CountryCode, EventStatus, IsoDate } from "../../src/model.ts";

export type View = "graph" | "map" | "table" | "time";

/** `events`: who did what, events as nodes. `actors`: one line a pair. */
export type Reading = "events" | "actors";

export type Focus =
  | { readonly type: "node"; readonly id: string }
  /** All that is between two nodes. */
  | { readonly type: "pair"; readonly source: string; readonly target: string }
  | { readonly type: "path"; readonly from: string; readonly to: string }
  | { readonly type: "article"; readonly id: string };

export type ColorBy = "kind" | "community";
export type SizeBy = "stories" | "degree" | "pagerank" | "betweenness";
export type TableList = "actors" | "events" | "relations" | "articles";

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Ego {
  readonly id: string;
  /** From actor to actor, 1 to 3. */
  readonly hops: number;
}

export interface ViewState {
  readonly view: View;
  readonly reading: Reading;
  /** How many actors the backbone may hold. */
  readonly shown: number;
  readonly hiddenKinds: readonly NodeKind[];
  readonly hiddenActs: readonly Act[];
  readonly hiddenStatuses: readonly EventStatus[];
  /** Empty: all. */
  readonly countries: readonly CountryCode[];
  /** Empty: all. */
  readonly outlets: readonly string[];
  readonly minStories: number;
  readonly hideHubs: boolean;
  readonly together: boolean;
  readonly since: IsoDate | undefined;
  readonly until: IsoDate | undefined;
  readonly ego: Ego | undefined;
  /** Nodes whose neighbors were asked for. */
  readonly expanded: readonly string[];
  readonly focus: Focus | undefined;
  readonly colorBy: ColorBy;
  readonly sizeBy: SizeBy;
  readonly quotesBy: "date" | "outlet";
  readonly list: TableList;
  /** A column, with `-` before it from the largest down. */
  readonly sort: string;
  readonly camera: Camera | undefined;
  /** Lines of the decisions file. Not part of the address. */
  readonly decisions: readonly string[];
}

export const DEFAULT_SHOWN = 150;

export const INITIAL: ViewState = {
  view: "graph",
  reading: "events",
  shown: DEFAULT_SHOWN,
  hiddenKinds: [],
  hiddenActs: [],
  hiddenStatuses: [],
  countries: [],
  outlets: [],
  minStories: 1,
  hideHubs: false,
  together: false,
  since: undefined,
  until: undefined,
  ego: undefined,
  expanded: [],
  focus: undefined,
  colorBy: "kind",
  sizeBy: "stories",
  quotesBy: "date",
  list: "actors",
  sort: "-stories",
  camera: undefined,
  decisions: [],
};

/** What decides which nodes and edges stand in the picture, but for the window of time, which only hides and shows them. */
export const SCENE_KEYS = [
  "reading",
  "shown",
  "hiddenKinds",
  "hiddenActs",
  "hiddenStatuses",
  "countries",
  "outlets",
  "minStories",
  "hideHubs",
  "together",
  "ego",
  "expanded",
  "colorBy",
  "sizeBy",
  "decisions",
] as const satisfies readonly (keyof ViewState)[];

export function focusedNode({ focus }: ViewState): string | undefined {
  return focus?.type === "node" ? focus.id : undefined;
}
