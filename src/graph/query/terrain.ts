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
/** Of an edge, together with the place from which it is seen. */
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
  /** Different places at the other ends of its edges. */
  neighbors(place: Place): number;
  /** Of many places whose degrees are asked for next: together they are read sooner. */
  readDegrees(places: readonly Place[]): void;
  /** The same of nodes. */
  readNodes(places: readonly Place[]): void;
  createPlaces(): Places;
  /** Those that lead away and those that lead here. */
  forEachStep(place: Place, visit: Visit): void;
  isOutward(place: Place, edge: EdgeMark): boolean;
  edge(place: Place, edge: EdgeMark): EdgeAttributes;
  /** So many of the sentences, evenly over all of them: a country has a hundred thousand. */
  someEvidence(place: Place, most: number): readonly Evidence[];
  someEdgeEvidence(place: Place, edge: EdgeMark, most: number): readonly Evidence[];
  /** As they were published, a part of them. */
  evidenceInOrder(place: Place, options: PageOptions & Window): ResultPage<Evidence>;
  /** How many sentences there are. */
  sentences(place: Place): number;
  edgeId(place: Place, edge: EdgeMark): string;
}

/** Places in the order in which they are met, each once. */
export interface Places {
  /** The order of a place, counted from 0; it is added when it is met for the first time. */
  add(place: Place): number;
  at(order: number): Place;
  readonly size: number;
}

export function createTerrain(graph: NewsGraph): Terrain {
  return {
    place: (id) => id,
    id: (place) => place as string,
    compare: (a, b) => compareText(a as string, b as string),
    node: (place) => graph.getNodeAttributes(place),
    degree: (place) => graph.degree(place),
    neighbors(place) {
      const others = new Set<string>();
      graph.forEachEdge(place, (_edge, _attributes, source, target) =>
        others.add(source === place ? target : source),
      );
      return others.size;
    },
    readDegrees() {},
    readNodes() {},
    createPlaces,
    forEachStep(place, visit) {
      graph.forEachEdge(place, (edge, { kind, weight }, source, target) =>
        visit(source === place ? target : source, kind, weight, edge),
      );
    },
    isOutward: (place, edge) => graph.source(edge) === place,
    edge: (_place, edge) => graph.getEdgeAttributes(edge),
    edgeId: (_place, edge) => edge as string,
    someEvidence: (place, most) => spread(graph.getNodeAttribute(place, "evidence"), most),
    someEdgeEvidence: (_place, edge, most) =>
      spread(graph.getEdgeAttribute(edge, "evidence"), most),
    evidenceInOrder: (place, options) =>
      inOrder(graph.getNodeAttribute(place, "evidence"), options),
    sentences: (place) => graph.getNodeAttribute(place, "evidence").length,
  };
}

function createPlaces(): Places {
  const orders = new Map<Place, number>();
  const places: Place[] = [];
  return {
    add(place) {
      let order = orders.get(place);
      if (order === undefined) {
        order = places.length;
        orders.set(place, order);
        places.push(place);
      }
      return order;
    },
    at: (order) => places[order]!,
    get size() {
      return places.length;
    },
  };
}
