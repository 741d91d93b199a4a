/**
 * The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011) over the places of one sentence. The
 * root stands behind the last token; arcs carry no labels yet. The stack is an array, children are known by their
 * two outermost on each side, as the features ask for them.
 */
import { FIRST, LONGEST_SENTENCE } from "./sentence-words.ts";

export const SHIFT = 0;
/** The next token becomes the head of the top of the stack. */
export const LEFT = 1;
/** The second of the stack becomes the head of the top. */
export const RIGHT = 2;

const SIZE = LONGEST_SENTENCE + 8;

export interface ParseState {
  /** Place of the next token. */
  next: number;
  /** Place of the root: one past the last token. */
  root: number;
  depth: number;
  /** `stack[depth - 1]` is the top; the two places below the bottom are 0. */
  readonly stack: Int32Array;
  readonly head: Int32Array;
  /** Outermost and second outermost child on each side, 0 for none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

/** Where the stack begins in its array. */
export const STACK_BASE = 3;

export function createParseState(): ParseState {
  const column = (): Int32Array => new Int32Array(SIZE);
  return {
    next: FIRST,
    root: FIRST,
    depth: STACK_BASE,
    stack: column(),
    head: column(),
    left: column(),
    left2: column(),
    right: column(),
    right2: column(),
    leftCount: column(),
    rightCount: column(),
  };
}

export function startParse(state: ParseState, count: number): void {
  state.next = FIRST;
  state.root = FIRST + count;
  state.depth = STACK_BASE;
  const size = FIRST + count + 4;
  state.head.fill(0, 0, size);
  state.left.fill(0, 0, size);
  state.left2.fill(0, 0, size);
  state.right.fill(0, 0, size);
  state.right2.fill(0, 0, size);
  state.leftCount.fill(0, 0, size);
  state.rightCount.fill(0, 0, size);
}

export function isDone(state: ParseState): boolean {
  return state.next === state.root && state.depth === STACK_BASE;
}

/** The root takes one child only: before it, the stack must have come down to one. */
export function isLegal(state: ParseState, action: number): boolean {
  const depth = state.depth - STACK_BASE;
  if (action === SHIFT) return state.next < state.root;
  if (action === LEFT) return depth > 0 && (state.next < state.root || depth === 1);
  return depth > 1;
}

export function applyAction(state: ParseState, action: number): void {
  if (action === SHIFT) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth]!;
  if (action === LEFT) {
    const head = state.next;
    state.head[child] = head;
    state.left2[head] = state.left[head]!;
    state.left[head] = child;
    state.leftCount[head]!++;
  } else {
    const head = state.stack[state.depth - 1]!;
    state.head[child] = head;
    state.right2[head] = state.right[head]!;
    state.right[head] = child;
    state.rightCount[head]!++;
  }
}
