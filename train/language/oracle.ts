/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs an action makes
 * unreachable from this state. An action of cost 0 is right, whatever went wrong before.
 */
import {
  BELOW,
  isLegal,
  LEFT,
  NEXT,
  type ParseStates,
  SHIFT,
  STRIDE,
  TOP,
} from "../../src/analysis/language/arc-hybrid.ts";

export interface GoldTree {
  /** Gold head by place; the root's place for the root word. */
  readonly head: Int32Array;
  /** Gold children by place. */
  readonly children: readonly (readonly number[])[];
}

/** The legal action that loses fewest arcs; among equals the one with the highest score. */
export function cheapestAction(
  states: ParseStates,
  state: number,
  gold: GoldTree,
  scores: Float64Array,
): number {
  let best = -1;
  let bestCost = Infinity;
  for (let action = 0; action < 3; action++) {
    if (!isLegal(states, state, action)) continue;
    const cost = actionCost(states, state, gold, action);
    if (cost < bestCost || (cost === bestCost && scores[action]! > scores[best]!)) {
      bestCost = cost;
      best = action;
    }
  }
  return best;
}

export function actionCost(
  states: ParseStates,
  state: number,
  gold: GoldTree,
  action: number,
): number {
  const { cells } = states;
  const at = state * STRIDE;
  const next = cells[at + NEXT]!;
  const top = cells[at + TOP]!;
  let cost = 0;
  if (action === SHIFT) {
    const head = gold.head[next]!;
    if (head < next && head !== top && isOnStack(cells, state, head)) cost++;
    for (const child of gold.children[next]!) {
      if (child < next && isOnStack(cells, state, child)) cost++;
    }
    return cost;
  }
  const second = cells[cells[at + BELOW]! * STRIDE + TOP]!;
  const head = gold.head[top]!;
  if (action === LEFT) {
    if (head === second || head > next) cost++;
  } else if (head >= next) cost++;
  for (const child of gold.children[top]!) if (child >= next) cost++;
  return cost;
}

function isOnStack(cells: Int32Array, state: number, place: number): boolean {
  for (let at = state; cells[at * STRIDE + TOP] !== 0; at = cells[at * STRIDE + BELOW]!) {
    if (cells[at * STRIDE + TOP] === place) return true;
  }
  return false;
}
