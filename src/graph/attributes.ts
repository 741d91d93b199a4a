/**
 * What the nodes and edges of the graph carry. They name their sort `kind`: `type`, `label`, `hidden`, `zIndex`
 * belong to the renderer (sigma throws on a foreign `type`); `x`, `y`, `size` and `color` are written for it.
 */
import type { MultiDirectedGraph } from "graphology";
import type {
  Act,
  ArticleRecord,
  CountryCode,
  EntityKind,
  EventInterval,
  EventStatus,
  Evidence,
  IsoDate,
  Merge,
  Note,
  Polarity,
  TimePrecision,
} from "../model.ts";
import type { ArticleReading } from "./reading.ts";

export interface NodeBase {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Distinct stories, reprints counted once. */
  readonly stories: number;
  /** Days of the earliest and the latest evidence. */
  readonly first?: IsoDate;
  readonly last?: IsoDate;
  readonly evidence: readonly Evidence[];
  /** How many sentences there are, where only some of them are here (in a part of a graph). */
  readonly sentences?: number;
  readonly formerIds?: readonly string[];
  /** Why it is one: the names (of an event the ids of the tellings) that were taken into it, each with the reason. */
  readonly merged?: readonly Merge[];
  x?: number;
  y?: number;
  size?: number;
  color?: string;
}

export interface EntityNode extends NodeBase {
  readonly kind: EntityKind;
  readonly country?: CountryCode;
  readonly unnamed?: boolean;
}

export interface EventNode extends NodeBase {
  readonly kind: "event";
  readonly act: Act;
  readonly plover: Act;
  readonly mode?: string;
  readonly contexts?: readonly string[];
  readonly status: EventStatus;
  readonly polarity: Polarity;
  /** The status that each article told, by article id. */
  readonly told: Readonly<Record<string, EventStatus>>;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly precision?: TimePrecision;
  readonly basis?: EventInterval["basis"];
}

export interface ArticleNode extends NodeBase {
  readonly kind: "article";
}

export type NodeAttributes = EntityNode | EventNode | ArticleNode;

export type EdgeKind =
  | "actor"
  | "recipient"
  | "participant"
  | "about"
  | "at"
  | "represents"
  | "in"
  | "says"
  | "together"
  | "tells";

export interface EdgeAttributes {
  readonly kind: EdgeKind;
  /** Distinct stories. */
  readonly weight: number;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
  readonly evidence: readonly Evidence[];
  /** Of `represents`. */
  readonly title?: string;
  readonly former?: boolean;
  /** Of `says`. */
  readonly stance?: string;
  readonly quoted?: boolean;
}

export interface GraphAttributes {
  /** Version of the file format. */
  readonly format: 1;
  /** Version of the program that made it. */
  readonly generator: string;
  /** Hash of the inputs: the ids of the articles, sorted. */
  readonly inputs: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly articles: readonly ArticleRecord[];
  readonly notes: readonly Note[];
  /** By the id of the article; only of a graph that was built with them (`build --texts`). */
  readonly texts?: Readonly<Record<string, ArticleReading>>;
  /** Of a piece of a larger graph, as the server sends it to the viewer; `counts` are those of the whole. */
  readonly part?: GraphPart;
}

export interface GraphPart {
  /** Nodes whose neighborhood was asked for: how many edges they have, and how many of them are here. */
  readonly around: Readonly<Record<string, { readonly edges: number; readonly here: number }>>;
}

export type NewsGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
