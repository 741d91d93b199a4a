/**
 * The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011) over the places of one sentence. The
 * root stands behind the last token; arcs carry no labels yet. A state is a row of 16 cells that shares what lies
 * below the top of its stack with the states it came from (after Huang and Sagae 2010), so that no step copies a stack.
 */
import { UPOS_ID } from "../tag-sets.ts";
import { FIRST, LONGEST_SENTENCE, type SentenceWords } from "./sentence-words.ts";

export const SHIFT = 0;
/** The next token becomes the head of the top of the stack. */
export const LEFT = 1;
/** The second of the stack becomes the head of the top. */
export const RIGHT = 2;

/** Of one sentence: each token and the root are shifted once and get one head, behind the two states that it begins with. */
export const MOST_STATES = 2 * LONGEST_SENTENCE + 4;

/** Cells of a state. The first state, number 0, stands below every stack. */
export const STRIDE = 16;
export const PREVIOUS = 0;
export const ACTION = 1;
export const NEXT = 2;
export const DEPTH = 3;
/**
 * The top of the stack, its outermost and second outermost children; how many it has, left and right, and from bit
 * `KINDS_SHIFT` on of which kinds (`withChild`).
 */
export const TOP = 4;
export const TOP_LEFT = 5;
export const TOP_LEFT2 = 6;
export const TOP_LEFTS = 7;
export const TOP_RIGHT = 8;
export const TOP_RIGHT2 = 9;
export const TOP_RIGHTS = 10;
/** The same for the left children of the next token. */
export const NEXT_LEFT = 11;
export const NEXT_LEFT2 = 12;
export const NEXT_LEFTS = 13;
/** The state whose top is the second of this stack. */
export const BELOW = 14;

/** Where the kinds begin in the cells that count children, and the bits of the number. */
export const KINDS_SHIFT = 10;
export const COUNT_BITS = (1 << KINDS_SHIFT) - 1;

export interface ParseStates {
  readonly cells: Int32Array;
  /** `UPOS` id + 1 by place, of the sentence that is parsed. */
  pos: Int32Array;
  /** Place of the root: one past the last token. */
  root: number;
  /** Number of states in use. */
  count: number;
}

export function createParseStates(): ParseStates {
  return {
    cells: new Int32Array(MOST_STATES * STRIDE),
    pos: new Int32Array(0),
    root: FIRST,
    count: 0,
  };
}

/** Empties the states and returns the first one of a sentence, whose tags are known. */
export function startParse(states: ParseStates, { pos, count }: SentenceWords): number {
  states.cells.fill(0, 0, 2 * STRIDE);
  states.cells[STRIDE + NEXT] = FIRST;
  states.root = FIRST + count;
  states.pos = pos;
  states.count = 2;
  return 1;
}

export function isDone({ cells, root }: ParseStates, state: number): boolean {
  return cells[state * STRIDE + NEXT] === root && cells[state * STRIDE + DEPTH] === 0;
}

/** The root takes one child only: before it does, the stack must have come down to one. */
export function isLegal({ cells, root }: ParseStates, state: number, action: number): boolean {
  const depth = cells[state * STRIDE + DEPTH]!;
  if (action === SHIFT) return cells[state * STRIDE + NEXT]! < root;
  if (action === LEFT) return depth > 0 && (cells[state * STRIDE + NEXT]! < root || depth === 1);
  return depth > 1;
}

/** The action of a state that leaves no choice, -1 where there is one. */
export function onlyAction({ cells, root }: ParseStates, state: number): number {
  const depth = cells[state * STRIDE + DEPTH]!;
  if (cells[state * STRIDE + NEXT] === root) return depth > 1 ? RIGHT : LEFT;
  return depth === 0 ? SHIFT : -1;
}

/** The state that the action leads to. */
export function applyAction(states: ParseStates, state: number, action: number): number {
  const { cells } = states;
  const made = states.count++;
  const from = state * STRIDE;
  const to = made * STRIDE;
  cells[to + PREVIOUS] = state;
  cells[to + ACTION] = action;
  if (action === SHIFT) {
    cells[to + NEXT] = cells[from + NEXT]! + 1;
    cells[to + DEPTH] = cells[from + DEPTH]! + 1;
    cells[to + TOP] = cells[from + NEXT]!;
    cells[to + TOP_LEFT] = cells[from + NEXT_LEFT]!;
    cells[to + TOP_LEFT2] = cells[from + NEXT_LEFT2]!;
    cells[to + TOP_LEFTS] = cells[from + NEXT_LEFTS]!;
    cells[to + TOP_RIGHT] = 0;
    cells[to + TOP_RIGHT2] = 0;
    cells[to + TOP_RIGHTS] = 0;
    cells[to + NEXT_LEFT] = 0;
    cells[to + NEXT_LEFT2] = 0;
    cells[to + NEXT_LEFTS] = 0;
    cells[to + BELOW] = state;
    return made;
  }
  const below = cells[from + BELOW]! * STRIDE;
  cells[to + NEXT] = cells[from + NEXT]!;
  cells[to + DEPTH] = cells[from + DEPTH]! - 1;
  for (let cell = TOP; cell <= TOP_RIGHTS; cell++) cells[to + cell] = cells[below + cell]!;
  cells[to + NEXT_LEFT] = cells[from + NEXT_LEFT]!;
  cells[to + NEXT_LEFT2] = cells[from + NEXT_LEFT2]!;
  cells[to + NEXT_LEFTS] = cells[from + NEXT_LEFTS]!;
  cells[to + BELOW] = cells[below + BELOW]!;
  if (action === LEFT) {
    cells[to + NEXT_LEFT2] = cells[from + NEXT_LEFT]!;
    cells[to + NEXT_LEFT] = cells[from + TOP]!;
    cells[to + NEXT_LEFTS] = withChild(states, cells[from + NEXT_LEFTS]!, from);
  } else {
    cells[to + TOP_RIGHT2] = cells[below + TOP_RIGHT]!;
    cells[to + TOP_RIGHT] = cells[from + TOP]!;
    cells[to + TOP_RIGHTS] = withChild(states, cells[below + TOP_RIGHTS]!, from);
  }
  return made;
}

/**
 * What a child is to its head, near enough for a tree without labels: what it is, and what stands first in it. A verb
 * that has a bare noun to its left has its subject. One bit each.
 */
const NOTHING = 0;
const BARE_NOUN = 1;
const CASED_NOUN = 2;
const AUXILIARY = 4;
const CLAUSE = 8;
const MARK = 16;
const CONJUNCTION = 32;
const CONJUNCT = 64;
const PUNCTUATION = 128;
const ADVERB = 256;
/** Set beside `BARE_NOUN` for the second of them. */
const SECOND_NOUN = 512;
const DETERMINER = 1024;

const posId = (tag: string): number => UPOS_ID.get(tag)! + 1;
const ADP = posId("ADP");
const CCONJ = posId("CCONJ");
const KIND_OF = new Int32Array(32);
for (const tag of ["NOUN", "PROPN", "PRON", "NUM"]) KIND_OF[posId(tag)] = BARE_NOUN;
for (const tag of ["ADP", "SCONJ", "PART"]) KIND_OF[posId(tag)] = MARK;
KIND_OF[posId("AUX")] = AUXILIARY;
KIND_OF[posId("VERB")] = CLAUSE;
KIND_OF[CCONJ] = CONJUNCTION;
KIND_OF[posId("PUNCT")] = PUNCTUATION;
KIND_OF[posId("ADV")] = ADVERB;
KIND_OF[posId("DET")] = DETERMINER;

/** The cell of a head's children, with the top of the stack of the state at `from` as one more. */
function withChild({ cells, pos }: ParseStates, children: number, from: number): number {
  const first = pos[cells[from + TOP_LEFT]!]!;
  let kind = KIND_OF[pos[cells[from + TOP]!]!]!;
  if (first === CCONJ) kind = CONJUNCT;
  else if (kind === BARE_NOUN && first === ADP) kind = CASED_NOUN;
  else if (kind === BARE_NOUN && ((children >> KINDS_SHIFT) & BARE_NOUN) !== 0) kind = SECOND_NOUN;
  return kind === NOTHING ? children + 1 : (children + 1) | (kind << KINDS_SHIFT);
}

/** Writes the head of each place, walking back from the last state. */
export function readHeads({ cells }: ParseStates, last: number, head: Int32Array): void {
  for (let state = last; state > 1; state = cells[state * STRIDE + PREVIOUS]!) {
    const action = cells[state * STRIDE + ACTION]!;
    if (action === SHIFT) continue;
    const before = cells[state * STRIDE + PREVIOUS]! * STRIDE;
    const child = cells[before + TOP]!;
    head[child] =
      action === LEFT ? cells[before + NEXT]! : cells[cells[before + BELOW]! * STRIDE + TOP]!;
  }
}
