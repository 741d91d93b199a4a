/**
 * What the parser asks about a state, after Zhang and Nivre (2011), without labels: words, tags and clusters of the
 * top of the stack and the next tokens, their children, how many, of which kinds (in place of labels) and how far, and
 * which verb and which mark come next.
 *
 * The templates are in groups by what they depend on, for most of it stays the same from one state to the next: what
 * a group adds to the scores is worked out again only when that has changed (`parser-scores.ts`).
 */
import { codesOf, hashTemplates, NONE, type Template } from "../kernel/templates.ts";
import {
  BELOW,
  COUNT_BITS,
  DEPTH,
  KINDS_SHIFT,
  NEXT,
  NEXT_LEFT,
  NEXT_LEFT2,
  NEXT_LEFTS,
  type ParseStates,
  STRIDE,
  TOP,
  TOP_LEFT,
  TOP_LEFT2,
  TOP_LEFTS,
  TOP_RIGHT,
  TOP_RIGHT2,
  TOP_RIGHTS,
} from "./arc-hybrid.ts";
import type { SentenceWords } from "./sentence-words.ts";

// Places of the values. S0, S1, S2 are the top of the stack and those below it, N0 to N3 the next token and those after
// it. Of each: w the word, t its tag, c its cluster of 256 (or as many as it says), l and l2 its outermost children on
// the left, r and r2 on the right; vl and vr how many children it has on either side, kl and kr of which kinds.
const N0w = 1;
const N0t = 2;
const N0c = 3;
const N0c64 = 4;
const N0c1024 = 5;
const N0lw = 6;
const N0lt = 7;
const N0l2t = 8;
const N0vl = 9;
const N0kl = 10;
const N1w = 11;
const N1t = 12;
const N2w = 13;
const N2t = 14;
const N3t = 15;
const S0w = 16;
const S0t = 17;
const S0c = 18;
const S0c1024 = 19;
const S0lw = 20;
const S0lt = 21;
const S0l2w = 22;
const S0l2t = 23;
const S0rw = 24;
const S0rt = 25;
const S0r2t = 26;
const S0vl = 27;
const S0vr = 28;
const S0kl = 29;
const S0kr = 30;
const S1w = 31;
const S1t = 32;
const S1c = 33;
const S1lt = 34;
const S1rw = 35;
const S1rt = 36;
const S1r2t = 37;
const S1vr = 38;
const S1kl = 39;
const S1kr = 40;
const S2w = 41;
const S2t = 42;
/** Two tags. */
const N0N1 = 43;
const S0N0 = 44;
const S1S0 = 45;
/** How far the two at the top are from the next token and from each other. */
const gap = 46;
const gapBelow = 47;
/** Of the stack, and how the sentence is cased. */
const depth = 48;
/** What lies ahead (`look-ahead.ts`). */
const verb = 49;
const mark = 50;

export const PARSER_VALUES = 51;

/** Of the next token and the two behind it: the same as long as it is the next. */
const NEXT_TEMPLATES: readonly Template[] = [
  [1, NONE],
  [5, N0w],
  [6, N0t],
  [7, N0w, N0t],
  [11, N1w, N1t],
  [12, N1t],
  [13, N2w, N2t],
  [14, N2t],
  [16, N0c, N0t],
  [20, N0c1024],
  [28, N0t, N1t],
  [51, N0t, N1t, N2t],
  [145, N0w, verb],
  [147, N0N1, N2t, N3t],
];

/** Of the top of the stack and what lies below it: all that stays as it is until the top is taken away. */
const STACK_TEMPLATES: readonly Template[] = [
  [2, S0w],
  [3, S0t],
  [4, S0w, S0t],
  [8, S1w],
  [9, S1t],
  [10, S1w, S1t],
  [15, S0c, S0t],
  [17, S1c, S1t],
  [18, S2t, S2w],
  [19, S0c1024],
  [29, S1w, S1S0, S0w],
  [30, S1w, S1t, S0t],
  [31, S1t, S0t, S0w],
  [32, S1w, S0w],
  [33, S1t, S0t],
  [37, S1c, S0c, S1S0],
  [40, S1c, S1t, S0t],
  [41, S1t, S0c, S0t],
  [55, S2t, S1S0],
  [60, S1S0, S1rt],
  [61, S1S0, S1lt],
  [62, S1S0, S0lt],
  [65, S0t, S0lt, S0l2t],
  [67, S1t, S1rt, S1r2t],
  [80, S0t, S0lw],
  [81, S0t, S0lt],
  [86, S1t, S1rw],
  [87, S1t, S1rt],
  [88, S1w, S0lw, S0t],
  [89, S1S0, S0lw, S0w],
  [90, S1S0, S0lw, S2t],
  [91, S1t, S1rw, S0t],
  [95, S1S0, S1rt, S0lt],
  [98, S1c, S0lw, S0c],
  [106, S1S0, gapBelow],
  [107, S1w, S0t, gapBelow],
  [108, S1t, S0w, gapBelow],
  [113, S1w, S1vr],
  [124, S1S0, S1kr],
  [125, S1S0, S1kl, S0kl],
  [129, S0w, S0kl],
  [130, S1w, S0t, S1kr],
];

/** Of the left children of the next token: a left arc changes them. */
const NEXT_CHILD_TEMPLATES: readonly Template[] = [
  [66, N0t, N0lt, N0l2t],
  [84, N0t, N0lw],
  [85, N0t, N0lt],
  [111, N0w, N0vl],
  [112, N0t, N0vl],
  [127, N0w, N0kl],
];

/** Of the stack and the next token together: other ones in each state. */
const JOINT_TEMPLATES: readonly Template[] = [
  [21, S0w, S0N0, N0w],
  [22, S0w, S0t, N0w],
  [23, S0w, N0t, N0w],
  [24, S0w, S0t, N0t],
  [25, S0t, N0t, N0w],
  [26, S0w, N0w],
  [27, S0t, N0t],
  [34, S1t, N0t],
  [35, S1w, N0w, S1t],
  [36, S0c, N0c, S0N0],
  [38, S0c, S0t, N0t],
  [39, S0t, N0c, N0t],
  [42, S0w, N1t, N0t],
  [43, S1c, N0c, S1t],
  [44, N0w, N1w, S0t],
  [50, S0N0, N1t],
  [52, S0N0, N1t, N2t],
  [53, S1S0, N0t],
  [54, S1S0, N0t, N1t],
  [56, S2t, S1S0, N0t],
  [57, S0N0, S0lt],
  [58, S0N0, S0rt],
  [59, S0N0, N0lt],
  [68, S1S0, N0t, S0w],
  [69, S1S0, N0t, N0w],
  [70, S1S0, N0t, S1w],
  [71, S1w, S0w, N0w],
  [72, S1w, S0t, N0w],
  [73, S1t, S0w, N0w],
  [92, S0t, S0rw, N0t],
  [93, S0N0, N0lw, NONE],
  [94, S0w, N0lw, N0t],
  [96, S0N0, S0rt, N0lt],
  [97, S1S0, S0l2w, N0t],
  [100, S0w, gap],
  [101, S0t, gap],
  [102, N0w, gap],
  [103, N0t, gap],
  [104, S0w, N0w, gap],
  [105, S0N0, gap],
  [115, S0N0, S0vr, N0vl],
  [116, S0N0, S0vl, gap],
  [117, S1S0, S1vr, N0t],
  [118, S0N0, depth],
  [119, S1S0, N0c64, N0t],
  [121, S0N0, S0kr],
  [122, S0N0, N0kl],
  [123, S0N0, S0kl, N0kl],
  [131, S0w, N0t, S0kr],
  [140, S0N0, verb],
  [141, S1S0, N0t, verb],
  [142, S0N0, mark],
  [143, S1S0, N0t, mark],
  [144, S0N0, verb, mark],
  [146, S0N0, S0kl, verb],
];

/** Of the right children of the top: a right arc changes them. */
const TOP_RIGHT_TEMPLATES: readonly Template[] = [
  [63, S1S0, S0rt],
  [64, S0t, S0rt, S0r2t],
  [82, S0t, S0rw],
  [83, S0t, S0rt],
  [109, S0w, S0vl, S0vr],
  [110, S0t, S0vl, S0vr],
  [114, S1S0, S1vr, S0vr],
  [120, S0t, S0kl, S0kr],
  [126, S1S0, S1kr, S0kr],
  [128, S0w, S0kr],
];

/** So that what an action changes stands together: a shift all of them, the arcs those from `NEXT_CHILDREN` on. */
export const PARSER_TEMPLATES: readonly Template[] = [
  ...NEXT_TEMPLATES,
  ...STACK_TEMPLATES,
  ...NEXT_CHILD_TEMPLATES,
  ...JOINT_TEMPLATES,
  ...TOP_RIGHT_TEMPLATES,
];

/** Where the groups begin. */
export const STACK = NEXT_TEMPLATES.length;
export const NEXT_CHILDREN = STACK + STACK_TEMPLATES.length;
export const JOINT = NEXT_CHILDREN + NEXT_CHILD_TEMPLATES.length;
export const TOP_RIGHTS_FROM = JOINT + JOINT_TEMPLATES.length;
export const PARSER_FEATURES = TOP_RIGHTS_FROM + TOP_RIGHT_TEMPLATES.length;

const CODES = codesOf(PARSER_TEMPLATES);
const values = new Int32Array(PARSER_VALUES);
const hashed = new Int32Array(PARSER_FEATURES);
/** In training the joint ones come last: between features of the same weight the first met is kept. */
const TRAINED = [0, NEXT_CHILDREN, STACK, TOP_RIGHTS_FROM, JOINT];
const TRAINED_TO = [STACK, JOINT, NEXT_CHILDREN, PARSER_FEATURES, TOP_RIGHTS_FROM];

/** All features of a state, for training; returns their number. */
export function parserFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
): number {
  writeParserValues(s, states, state, values);
  hashTemplates(CODES, values, 0, PARSER_FEATURES, hashed);
  let n = 0;
  for (let group = 0; group < TRAINED.length; group++) {
    for (let i = TRAINED[group]!; i < TRAINED_TO[group]!; i++) into[n++] = hashed[i]!;
  }
  return n;
}

/** Writes the values of a state; the first stays 0. */
export function writeParserValues(
  s: SentenceWords,
  { cells, root }: ParseStates,
  state: number,
  v: Int32Array,
): void {
  const { lower, tag, c256 } = s;
  const first = state * STRIDE;
  const second = cells[first + BELOW]! * STRIDE;
  const third = cells[second + BELOW]! * STRIDE;
  const next = cells[first + NEXT]!;
  const top = cells[first + TOP]!;
  const below = cells[second + TOP]!;
  const lowest = cells[third + TOP]!;
  // The root has a tag of its own.
  const nextTag = next === root ? 127 : tag[next]!;
  const topTag = tag[top]!;
  const belowTag = tag[below]!;
  const secondTag = tag[next + 1]!;
  v[N0w] = lower[next]!;
  v[N0t] = nextTag;
  v[N0c] = c256[next]!;
  v[N0c64] = s.c64[next]!;
  v[N0c1024] = s.c1024[next]!;
  const nextLeft = cells[first + NEXT_LEFT]!;
  const nextLefts = cells[first + NEXT_LEFTS]!;
  v[N0lw] = lower[nextLeft]!;
  v[N0lt] = tag[nextLeft]!;
  v[N0l2t] = tag[cells[first + NEXT_LEFT2]!]!;
  v[N0vl] = Math.min(nextLefts & COUNT_BITS, 3);
  v[N0kl] = nextLefts >> KINDS_SHIFT;
  v[N1w] = lower[next + 1]!;
  v[N1t] = secondTag;
  v[N2w] = lower[next + 2]!;
  v[N2t] = tag[next + 2]!;
  v[N3t] = tag[next + 3]!;
  v[S0w] = lower[top]!;
  v[S0t] = topTag;
  v[S0c] = c256[top]!;
  v[S0c1024] = s.c1024[top]!;
  const topLeft = cells[first + TOP_LEFT]!;
  const topLeft2 = cells[first + TOP_LEFT2]!;
  const topRight = cells[first + TOP_RIGHT]!;
  const topLefts = cells[first + TOP_LEFTS]!;
  const topRights = cells[first + TOP_RIGHTS]!;
  v[S0lw] = lower[topLeft]!;
  v[S0lt] = tag[topLeft]!;
  v[S0l2w] = lower[topLeft2]!;
  v[S0l2t] = tag[topLeft2]!;
  v[S0rw] = lower[topRight]!;
  v[S0rt] = tag[topRight]!;
  v[S0r2t] = tag[cells[first + TOP_RIGHT2]!]!;
  v[S0vl] = Math.min(topLefts & COUNT_BITS, 3);
  v[S0vr] = Math.min(topRights & COUNT_BITS, 4);
  v[S0kl] = topLefts >> KINDS_SHIFT;
  v[S0kr] = topRights >> KINDS_SHIFT;
  v[S1w] = lower[below]!;
  v[S1t] = belowTag;
  v[S1c] = c256[below]!;
  const belowRight = cells[second + TOP_RIGHT]!;
  const belowRights = cells[second + TOP_RIGHTS]!;
  v[S1lt] = tag[cells[second + TOP_LEFT]!]!;
  v[S1rw] = lower[belowRight]!;
  v[S1rt] = tag[belowRight]!;
  v[S1r2t] = tag[cells[second + TOP_RIGHT2]!]!;
  v[S1vr] = Math.min(belowRights & COUNT_BITS, 4);
  v[S1kl] = cells[second + TOP_LEFTS]! >> KINDS_SHIFT;
  v[S1kr] = belowRights >> KINDS_SHIFT;
  v[S2w] = lower[lowest]!;
  v[S2t] = tag[lowest]!;
  v[N0N1] = nextTag * 128 + secondTag;
  v[S0N0] = topTag * 128 + nextTag;
  v[S1S0] = belowTag * 128 + topTag;
  v[gap] = distance(next - top, top);
  v[gapBelow] = distance(top - below, below);
  v[depth] = Math.min(cells[first + DEPTH]!, 5) * 4 + s.casing;
  v[verb] = s.nextVerb[next + 1]!;
  v[mark] = s.nextBreak[next + 1]!;
}

function distance(steps: number, from: number): number {
  if (from === 0) return 0;
  return steps < 5 ? steps : steps < 10 ? 5 : 6;
}
