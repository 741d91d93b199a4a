/**
 * What can be asked of a graph, the same in code, on the command line and over HTTP, and what comes back: plain
 * data that JSON can hold. A graph in memory answers it (`createQuery`); a store may answer it too.
 *
 * `ref` is an id (`person:xi-jinping`), an id that was merged away, or a name or alias that means one node.
 * Days are `YYYY-MM-DD`, both ends included; where an event has days of its own these count, otherwise those of
 * its articles.
 */
import type {
  Act,
  CountryCode,
  EventInterval,
  EventRole,
  EventStatus,
  Evidence,
  IsoDate,
  Merge,
  Polarity,
  TimePrecision,
} from "../../model.ts";
import type { NodeKind } from "../appearance.ts";
import type { EdgeKind } from "../attributes.ts";
import type { EventParticipant } from "../participants.ts";

export type { EventParticipant };

export interface NewsQuery {
  /**
   * Nodes by name or alias: case and accents folded, by prefix of any word, with a few typing errors. Best
   * first.
   */
  find(text: string, options?: FindOptions): FoundNode[];
  /** Everything about one node; `undefined` when there is none. */
  get(ref: string): NodeDetail | undefined;
  /** Who and what stands around a node, nearest first. */
  neighbors(ref: string, options?: NeighborsOptions): Neighborhood;
  /** Chains of evidence from one node to another, best first; crowded nodes count as detours. */
  paths(from: string, to: string, options?: PathsOptions): Path[];
  /** Events that fit, in order of their days. */
  events(filter?: EventsFilter): ResultPage<EventSummary>;
  /** The events of one node in order of their days. */
  timeline(ref: string, options?: TimelineOptions): TimelineEntry[];
  /** The sentences behind a node or an edge (`ref` may be the id of an edge), in order of publication. */
  evidence(ref: string, options?: PageOptions & Window): ResultPage<CitedEvidence>;
  /** Part of the graph: given nodes and what is between them, or all that fits a filter. */
  subgraph(what: readonly string[] | SubgraphFilter): Subgraph;
  /** The most important nodes in one of several senses. */
  top(options?: TopOptions): RankedNode[];
}

export interface Window {
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

export interface PageOptions {
  /** Default 50. */
  readonly limit?: number;
  /** Default 0. */
  readonly offset?: number;
}

export interface ResultPage<T> {
  readonly total: number;
  readonly offset: number;
  readonly items: readonly T[];
}

/** A node in a list. */
export interface NodeSummary {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly stories: number;
  readonly country?: CountryCode;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
}

export interface EdgeSummary {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
  readonly title?: string;
  readonly former?: boolean;
  readonly stance?: string;
  readonly quoted?: boolean;
  /** How many sentences there are; ask `evidence` with the id of the edge for all. */
  readonly sentences: number;
  /** The first of them. */
  readonly evidence: CitedEvidence;
}

/** Evidence with what is known of its article. */
export interface CitedEvidence extends Evidence {
  readonly title: string;
  readonly origin: string;
  readonly outlet?: string;
  readonly url?: string;
}

export interface FindOptions {
  readonly kinds?: readonly NodeKind[];
  /** Default 10. */
  readonly limit?: number;
}

export interface FoundNode extends NodeSummary {
  /** The name or alias that fits. */
  readonly matched: string;
  /** 1 for the very name, less for a part or a misspelling. */
  readonly score: number;
}

export interface NodeDetail extends NodeSummary {
  readonly aliases: readonly string[];
  readonly formerIds: readonly string[];
  /** Why its names, or its tellings, are taken for one. */
  readonly merged: readonly Merge[];
  /** Distinct nodes on the other side of its edges. */
  readonly degree: number;
  /** Number of edges of each kind. */
  readonly edges: Readonly<Partial<Record<EdgeKind, number>>>;
  /** Offices that it holds or that are held for it. */
  readonly roles: readonly EdgeSummary[];
  readonly sentences: number;
  /** The first few sentences. */
  readonly evidence: readonly CitedEvidence[];
  /** Of an event. */
  readonly event?: EventSummary;
}

export interface EventSummary extends NodeSummary {
  readonly act: Act;
  readonly plover: Act;
  readonly mode?: string;
  readonly status: EventStatus;
  readonly polarity: Polarity;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly precision?: TimePrecision;
  readonly basis?: EventInterval["basis"];
  readonly participants: readonly EventParticipant[];
  /** Status by article id. */
  readonly told: Readonly<Record<string, EventStatus>>;
  readonly evidence: CitedEvidence;
}

export interface NeighborsOptions extends Window {
  /** How many edges away; an actor of the same event is 2 away. Default 1, at most 4. */
  readonly depth?: number;
  /** Kinds of nodes to list; others are still walked through. */
  readonly kinds?: readonly NodeKind[];
  /** Kinds of edges to walk. Default: all but `together`. */
  readonly edges?: readonly EdgeKind[];
  /** Walk through events of these acts only. */
  readonly acts?: readonly Act[];
  /** Walk edges of at least so many stories. Default 1. */
  readonly minStories?: number;
  /**
   * `weight`: most stories first; `distinctive`: those first that are seldom met elsewhere. Default `weight`.
   */
  readonly order?: NeighborOrder;
  /** Default 50. */
  readonly limit?: number;
}

export type NeighborOrder = "weight" | "distinctive";

export interface Neighborhood {
  readonly center: NodeSummary;
  /** Before the limit. */
  readonly total: number;
  readonly nodes: readonly Neighbor[];
}

export interface Neighbor extends NodeSummary {
  readonly depth: number;
  /** Stories on the way: the sum over all ways of their weakest step. */
  readonly weight: number;
  /** The edges over which it was reached, strongest first, at most five. */
  readonly via: readonly EdgeSummary[];
}

export interface PathsOptions extends Window {
  /** Edges on the way. Default 6, at most 10. */
  readonly maxLength?: number;
  /** How many paths. Default 3, at most 20. */
  readonly limit?: number;
  /** Default: all but `together`. */
  readonly edges?: readonly EdgeKind[];
}

export interface Path {
  readonly cost: number;
  readonly nodes: readonly NodeSummary[];
  /** One fewer than nodes: the strongest edge of each step. */
  readonly steps: readonly EdgeSummary[];
}

export interface EventsFilter extends Window, PageOptions {
  readonly acts?: readonly Act[];
  /** All of them take part. */
  readonly actors?: readonly string[];
  /** Alpha-3: the country or someone of it takes part. */
  readonly country?: string;
  readonly status?: readonly EventStatus[];
  readonly polarity?: Polarity;
  readonly minStories?: number;
}

export interface TimelineOptions extends Window {
  readonly acts?: readonly Act[];
  /** Default 1000. */
  readonly limit?: number;
}

export interface TimelineEntry {
  /** First day of the event, or of the first article on it. */
  readonly day: IsoDate;
  /** Roles of the node in it. */
  readonly roles: readonly EventRole[];
  readonly event: EventSummary;
}

export interface SubgraphFilter extends Window {
  readonly kinds?: readonly NodeKind[];
  readonly edges?: readonly EdgeKind[];
  readonly acts?: readonly Act[];
  readonly countries?: readonly string[];
  readonly minStories?: number;
  /** The most nodes, most stories first. Default 1000. */
  readonly limit?: number;
}

export interface Subgraph {
  /** Nodes that fit, before the limit. */
  readonly total: number;
  readonly nodes: readonly NodeSummary[];
  readonly edges: readonly EdgeSummary[];
}

export type Ranking = "stories" | "degree" | "pagerank" | "betweenness" | "newcomers";

export interface TopOptions extends Window {
  /** Default `stories`. `newcomers`: first told of between `since` and `until`. */
  readonly by?: Ranking;
  /** Default: all but events and articles. */
  readonly kinds?: readonly NodeKind[];
  /** Default 20. */
  readonly limit?: number;
}

export interface RankedNode extends NodeSummary {
  readonly rank: number;
  readonly score: number;
}
