/**
 * The graph as the calls walk it: from place to place along edges, millions of steps where a crowded node is near. A place is whatever
 * stands for a node cheaply: its id in memory, its number in a store. Places of one graph compare as their ids do.
 */

import type { Evidence } from "../../model.ts";
import type { EdgeAttributes, EdgeKind, NewsGraph, NodeAttributes } from "../attributes.ts";
import { compareText } from "../order.ts";
import { inOrder } from "./in-order.ts";
import { spread } from "./spread.ts";
import type { PageOptions, ResultPage, Window } from "./types.ts";

export type Place = string | number;
/** Of an edge, together with the places at its ends. */
export type EdgeMark = string | number;

export type Visit = (other: Place, kind: EdgeKind, weight: number, edge: EdgeMark) => void;

export interface Terrain {
  /** Of a node that exists. */
  place(id: string): Place;
  id(place: Place): string;
  compare(a: Place, b: Place): number;
  node(place: Place): NodeAttributes;
  /** Edges at the place. */
  degree(place: Place): number;
  /** Those that lead away and those that lead here. */
  forEachStep(place: Place, visit: Visit): void;
  isOutward(place: Place, edge: EdgeMark): boolean;
  edge(place: Place, other: Place, edge: EdgeMark): EdgeAttributes;
  /** So many of the sentences, evenly over all of them: a country has a hundred thousand. */
  someEvidence(place: Place, most: number): readonly Evidence[];
  someEdgeEvidence(place: Place, other: Place, edge: EdgeMark, most: number): readonly Evidence[];
  /** As they were published, a part of them. */
  evidenceInOrder(place: Place, options: PageOptions & Window): ResultPage<Evidence>;
  /** How many sentences there are. */
  sentences(place: Place): number;
  edgeId(place: Place, other: Place, edge: EdgeMark): string;
}

export function createTerrain(graph: NewsGraph): Terrain {
  return {
    place: (id) => id,
    id: (place) => place as string,
    compare: (a, b) => compareText(a as string, b as string),
    node: (place) => graph.getNodeAttributes(place),
    degree: (place) => graph.degree(place),
    forEachStep(place, visit) {
      graph.forEachEdge(place, (edge, { kind, weight }, source, target) =>
        visit(source === place ? target : source, kind, weight, edge),
      );
    },
    isOutward: (place, edge) => graph.source(edge) === place,
    edge: (_place, _other, edge) => graph.getEdgeAttributes(edge),
    edgeId: (_place, _other, edge) => edge as string,
    someEvidence: (place, most) => spread(graph.getNodeAttribute(place, "evidence"), most),
    someEdgeEvidence: (_place, _other, edge, most) =>
      spread(graph.getEdgeAttribute(edge, "evidence"), most),
    evidenceInOrder: (place, options) =>
      inOrder(graph.getNodeAttribute(place, "evidence"), options),
    sentences: (place) => graph.getNodeAttribute(place, "evidence").length,
  };
}
