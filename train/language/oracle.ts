/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs an action makes
 * unreachable from this state. An action of cost 0 is right, whatever went wrong before.
 */
import {
  LEFT,
  type ParseState,
  SHIFT,
  STACK_BASE,
} from "../../src/analysis/language/arc-hybrid.ts";

export interface GoldTree {
  /** Gold head by place; the root's place for the root word. */
  readonly head: Int32Array;
  /** Gold children by place. */
  readonly children: readonly (readonly number[])[];
}

export function actionCost(state: ParseState, gold: GoldTree, action: number): number {
  const { stack, depth, next } = state;
  if (action === SHIFT) {
    let cost = 0;
    const head = gold.head[next]!;
    if (head < next && isOnStack(state, head) && head !== stack[depth - 1]) cost++;
    for (const child of gold.children[next]!) {
      if (child < next && isOnStack(state, child)) cost++;
    }
    return cost;
  }
  const top = stack[depth - 1]!;
  const second = depth - 2 >= STACK_BASE ? stack[depth - 2]! : -1;
  const head = gold.head[top]!;
  let cost = 0;
  if (action === LEFT) {
    if (head === second || head > next) cost++;
  } else if (head >= next) cost++;
  for (const child of gold.children[top]!) if (child >= next) cost++;
  return cost;
}

function isOnStack(state: ParseState, place: number): boolean {
  for (let i = STACK_BASE; i < state.depth; i++) if (state.stack[i] === place) return true;
  return false;
}
