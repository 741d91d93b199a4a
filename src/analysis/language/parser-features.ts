/**
 * What the parser asks about a state, after Zhang and Nivre (2011), without labels: words, tags and clusters of the
 * top of the stack and the next tokens, their children, how many, of which kinds (in place of labels) and how far, and
 * which verb and which mark come next. The number of each template is its salt and must stay.
 *
 * The templates are in groups by what they depend on, for most of it stays the same from one state to the next: what
 * a group adds to the scores is worked out again only when that has changed (`parser-scores.ts`).
 */
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
import { hash1, hash2, hash3 } from "./feature-hash.ts";
import type { SentenceWords } from "./sentence-words.ts";

/** More than all groups together have. */
export const PARSER_FEATURES = 160;

/** All features of a state; returns their number. */
export function parserFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
): number {
  let n = nextFeatures(s, states, state, into, 0);
  n = nextChildFeatures(s, states, state, into, n);
  n = stackFeatures(s, states, state, into, n);
  n = topRightFeatures(s, states, state, into, n);
  return jointFeatures(s, states, state, into, n);
}

/** Of the next token and the two behind it: the same as long as it is the next. */
export function nextFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, tag, c256, c1024, nextVerb } = s;
  const { cells } = states;
  const first = state * STRIDE;
  const N0 = cells[first + NEXT]!;
  const N0w = lower[N0]!;
  const N1w = lower[N0 + 1]!;
  const N0t = nextTag(s, N0, states.root);
  const N1t = tag[N0 + 1]!;
  const N2t = tag[N0 + 2]!;
  const N0c = c256[N0]!;
  const verb = nextVerb[N0 + 1]!;
  let n = start;
  into[n++] = hash1(1, 0);
  into[n++] = hash1(5, N0w);
  into[n++] = hash1(6, N0t);
  into[n++] = hash2(7, N0w, N0t);
  into[n++] = hash2(11, N1w, N1t);
  into[n++] = hash1(12, N1t);
  into[n++] = hash2(13, lower[N0 + 2]!, N2t);
  into[n++] = hash1(14, N2t);
  into[n++] = hash2(16, N0c, N0t);
  into[n++] = hash1(20, c1024[N0]!);
  into[n++] = hash2(28, N0t, N1t);
  into[n++] = hash3(51, N0t, N1t, N2t);
  into[n++] = hash2(145, N0w, verb);
  into[n++] = hash3(147, N0t * 128 + N1t, N2t, tag[N0 + 3]!);
  return n;
}

/** Of the left children of the next token: a left arc changes them. */
export function nextChildFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, tag } = s;
  const { cells } = states;
  const first = state * STRIDE;
  const N0 = cells[first + NEXT]!;
  const N0w = lower[N0]!;
  const N0t = nextTag(s, N0, states.root);
  const N0l = cells[first + NEXT_LEFT]!;
  const N0lt = tag[N0l]!;
  const N0l2t = tag[cells[first + NEXT_LEFT2]!]!;
  const N0vl = Math.min(cells[first + NEXT_LEFTS]! & COUNT_BITS, 3);
  const N0kl = cells[first + NEXT_LEFTS]! >> KINDS_SHIFT;
  let n = start;
  into[n++] = hash3(66, N0t, N0lt, N0l2t);
  into[n++] = hash2(84, N0t, lower[N0l]!);
  into[n++] = hash2(85, N0t, N0lt);
  into[n++] = hash2(111, N0w, N0vl);
  into[n++] = hash2(112, N0t, N0vl);
  into[n++] = hash2(127, N0w, N0kl);
  return n;
}

/** Of the top of the stack and what lies below it: all that stays as it is until the top is taken away. */
export function stackFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, tag, c256, c1024 } = s;
  const { cells } = states;
  const first = state * STRIDE;
  const second = cells[first + BELOW]! * STRIDE;
  const third = cells[second + BELOW]! * STRIDE;
  const S0 = cells[first + TOP]!;
  const S1 = cells[second + TOP]!;
  const S2 = cells[third + TOP]!;
  const S0w = lower[S0]!;
  const S1w = lower[S1]!;
  const S0t = tag[S0]!;
  const S1t = tag[S1]!;
  const S2t = tag[S2]!;
  const S0l = cells[first + TOP_LEFT]!;
  const S0l2 = cells[first + TOP_LEFT2]!;
  const S1l = cells[second + TOP_LEFT]!;
  const S1r = cells[second + TOP_RIGHT]!;
  const S0lt = tag[S0l]!;
  const S1lt = tag[S1l]!;
  const S1rt = tag[S1r]!;
  const S0l2t = tag[S0l2]!;
  const S1r2t = tag[cells[second + TOP_RIGHT2]!]!;
  const S1vr = Math.min(cells[second + TOP_RIGHTS]! & COUNT_BITS, 4);
  const d1 = distance(S0 - S1, S1);
  const S0c = c256[S0]!;
  const S1c = c256[S1]!;
  const S1S0 = S1t * 128 + S0t;
  const S0kl = cells[first + TOP_LEFTS]! >> KINDS_SHIFT;
  const S1kl = cells[second + TOP_LEFTS]! >> KINDS_SHIFT;
  const S1kr = cells[second + TOP_RIGHTS]! >> KINDS_SHIFT;
  let n = start;
  into[n++] = hash1(2, S0w);
  into[n++] = hash1(3, S0t);
  into[n++] = hash2(4, S0w, S0t);
  into[n++] = hash1(8, S1w);
  into[n++] = hash1(9, S1t);
  into[n++] = hash2(10, S1w, S1t);
  into[n++] = hash2(15, S0c, S0t);
  into[n++] = hash2(17, S1c, S1t);
  into[n++] = hash2(18, S2t, lower[S2]!);
  into[n++] = hash1(19, c1024[S0]!);
  into[n++] = hash3(29, S1w, S1t * 128 + S0t, S0w);
  into[n++] = hash3(30, S1w, S1t, S0t);
  into[n++] = hash3(31, S1t, S0t, S0w);
  into[n++] = hash2(32, S1w, S0w);
  into[n++] = hash2(33, S1t, S0t);
  into[n++] = hash3(37, S1c, S0c, S1t * 128 + S0t);
  into[n++] = hash3(40, S1c, S1t, S0t);
  into[n++] = hash3(41, S1t, S0c, S0t);
  into[n++] = hash2(55, S2t, S1S0);
  into[n++] = hash2(60, S1S0, S1rt);
  into[n++] = hash2(61, S1S0, S1lt);
  into[n++] = hash2(62, S1S0, S0lt);
  into[n++] = hash3(65, S0t, S0lt, S0l2t);
  into[n++] = hash3(67, S1t, S1rt, S1r2t);
  into[n++] = hash2(80, S0t, lower[S0l]!);
  into[n++] = hash2(81, S0t, S0lt);
  into[n++] = hash2(86, S1t, lower[S1r]!);
  into[n++] = hash2(87, S1t, S1rt);
  into[n++] = hash3(88, S1w, lower[S0l]!, S0t);
  into[n++] = hash3(89, S1S0, lower[S0l]!, S0w);
  into[n++] = hash3(90, S1S0, lower[S0l]!, S2t);
  into[n++] = hash3(91, S1t, lower[S1r]!, S0t);
  into[n++] = hash3(95, S1S0, S1rt, S0lt);
  into[n++] = hash3(98, S1c, lower[S0l]!, S0c);
  into[n++] = hash2(106, S1S0, d1);
  into[n++] = hash3(107, S1w, S0t, d1);
  into[n++] = hash3(108, S1t, S0w, d1);
  into[n++] = hash2(113, S1w, S1vr);
  into[n++] = hash2(124, S1S0, S1kr);
  into[n++] = hash3(125, S1S0, S1kl, S0kl);
  into[n++] = hash2(129, S0w, S0kl);
  into[n++] = hash3(130, S1w, S0t, S1kr);
  return n;
}

/** Of the right children of the top: a right arc changes them. */
export function topRightFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, tag } = s;
  const { cells } = states;
  const first = state * STRIDE;
  const second = cells[first + BELOW]! * STRIDE;
  const S0 = cells[first + TOP]!;
  const S1 = cells[second + TOP]!;
  const S0w = lower[S0]!;
  const S0t = tag[S0]!;
  const S1t = tag[S1]!;
  const S0r = cells[first + TOP_RIGHT]!;
  const S0rt = tag[S0r]!;
  const S0r2t = tag[cells[first + TOP_RIGHT2]!]!;
  const S0vl = Math.min(cells[first + TOP_LEFTS]! & COUNT_BITS, 3);
  const S0vr = Math.min(cells[first + TOP_RIGHTS]! & COUNT_BITS, 4);
  const S1vr = Math.min(cells[second + TOP_RIGHTS]! & COUNT_BITS, 4);
  const S1S0 = S1t * 128 + S0t;
  const S0kl = cells[first + TOP_LEFTS]! >> KINDS_SHIFT;
  const S0kr = cells[first + TOP_RIGHTS]! >> KINDS_SHIFT;
  const S1kr = cells[second + TOP_RIGHTS]! >> KINDS_SHIFT;
  let n = start;
  into[n++] = hash2(63, S1S0, S0rt);
  into[n++] = hash3(64, S0t, S0rt, S0r2t);
  into[n++] = hash2(82, S0t, lower[S0r]!);
  into[n++] = hash2(83, S0t, S0rt);
  into[n++] = hash3(109, S0w, S0vl, S0vr);
  into[n++] = hash3(110, S0t, S0vl, S0vr);
  into[n++] = hash3(114, S1S0, S1vr, S0vr);
  into[n++] = hash3(120, S0t, S0kl, S0kr);
  into[n++] = hash3(126, S1S0, S1kr, S0kr);
  into[n++] = hash2(128, S0w, S0kr);
  return n;
}

/** Of the stack and the next token together: other ones in each state. */
export function jointFeatures(
  s: SentenceWords,
  states: ParseStates,
  state: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, tag, c64, c256, nextVerb, nextBreak } = s;
  const { cells } = states;
  const first = state * STRIDE;
  const second = cells[first + BELOW]! * STRIDE;
  const third = cells[second + BELOW]! * STRIDE;
  const depth = cells[first + DEPTH]!;
  const S0 = cells[first + TOP]!;
  const S1 = cells[second + TOP]!;
  const S2 = cells[third + TOP]!;
  const N0 = cells[first + NEXT]!;
  const S0w = lower[S0]!;
  const S1w = lower[S1]!;
  const N0w = lower[N0]!;
  const N1w = lower[N0 + 1]!;
  const S0t = tag[S0]!;
  const S1t = tag[S1]!;
  const S2t = tag[S2]!;
  const N0t = nextTag(s, N0, states.root);
  const N1t = tag[N0 + 1]!;
  const N2t = tag[N0 + 2]!;
  const S0l = cells[first + TOP_LEFT]!;
  const S0l2 = cells[first + TOP_LEFT2]!;
  const S0r = cells[first + TOP_RIGHT]!;
  const N0l = cells[first + NEXT_LEFT]!;
  const S0lt = tag[S0l]!;
  const S0rt = tag[S0r]!;
  const N0lt = tag[N0l]!;
  const S0vl = Math.min(cells[first + TOP_LEFTS]! & COUNT_BITS, 3);
  const S0vr = Math.min(cells[first + TOP_RIGHTS]! & COUNT_BITS, 4);
  const S1vr = Math.min(cells[second + TOP_RIGHTS]! & COUNT_BITS, 4);
  const N0vl = Math.min(cells[first + NEXT_LEFTS]! & COUNT_BITS, 3);
  const d = distance(N0 - S0, S0);
  const S0c = c256[S0]!;
  const S1c = c256[S1]!;
  const N0c = c256[N0]!;
  const S0N0 = S0t * 128 + N0t;
  const S1S0 = S1t * 128 + S0t;
  const S0kl = cells[first + TOP_LEFTS]! >> KINDS_SHIFT;
  const S0kr = cells[first + TOP_RIGHTS]! >> KINDS_SHIFT;
  const N0kl = cells[first + NEXT_LEFTS]! >> KINDS_SHIFT;
  const verb = nextVerb[N0 + 1]!;
  const mark = nextBreak[N0 + 1]!;
  let n = start;
  into[n++] = hash3(21, S0w, S0t * 128 + N0t, N0w);
  into[n++] = hash3(22, S0w, S0t, N0w);
  into[n++] = hash3(23, S0w, N0t, N0w);
  into[n++] = hash3(24, S0w, S0t, N0t);
  into[n++] = hash3(25, S0t, N0t, N0w);
  into[n++] = hash2(26, S0w, N0w);
  into[n++] = hash2(27, S0t, N0t);
  into[n++] = hash2(34, S1t, N0t);
  into[n++] = hash3(35, S1w, N0w, S1t);
  into[n++] = hash3(36, S0c, N0c, S0t * 128 + N0t);
  into[n++] = hash3(38, S0c, S0t, N0t);
  into[n++] = hash3(39, S0t, N0c, N0t);
  into[n++] = hash3(42, S0w, N1t, N0t);
  into[n++] = hash3(43, S1c, N0c, S1t);
  into[n++] = hash3(44, N0w, N1w, S0t);
  into[n++] = hash2(50, S0N0, N1t);
  into[n++] = hash3(52, S0N0, N1t, N2t);
  into[n++] = hash2(53, S1S0, N0t);
  into[n++] = hash3(54, S1S0, N0t, N1t);
  into[n++] = hash3(56, S2t, S1S0, N0t);
  into[n++] = hash2(57, S0N0, S0lt);
  into[n++] = hash2(58, S0N0, S0rt);
  into[n++] = hash2(59, S0N0, N0lt);
  into[n++] = hash3(68, S1S0, N0t, S0w);
  into[n++] = hash3(69, S1S0, N0t, N0w);
  into[n++] = hash3(70, S1S0, N0t, S1w);
  into[n++] = hash3(71, S1w, S0w, N0w);
  into[n++] = hash3(72, S1w, S0t, N0w);
  into[n++] = hash3(73, S1t, S0w, N0w);
  into[n++] = hash3(92, S0t, lower[S0r]!, N0t);
  into[n++] = hash3(93, S0N0, lower[N0l]!, 0);
  into[n++] = hash3(94, S0w, lower[N0l]!, N0t);
  into[n++] = hash3(96, S0N0, S0rt, N0lt);
  into[n++] = hash3(97, S1S0, lower[S0l2]!, N0t);
  into[n++] = hash2(100, S0w, d);
  into[n++] = hash2(101, S0t, d);
  into[n++] = hash2(102, N0w, d);
  into[n++] = hash2(103, N0t, d);
  into[n++] = hash3(104, S0w, N0w, d);
  into[n++] = hash2(105, S0N0, d);
  into[n++] = hash3(115, S0N0, S0vr, N0vl);
  into[n++] = hash3(116, S0N0, S0vl, d);
  into[n++] = hash3(117, S1S0, S1vr, N0t);
  into[n++] = hash2(118, S0N0, Math.min(depth, 5) * 4 + s.casing);
  into[n++] = hash3(119, S1S0, c64[N0]!, N0t);
  into[n++] = hash2(121, S0N0, S0kr);
  into[n++] = hash2(122, S0N0, N0kl);
  into[n++] = hash3(123, S0N0, S0kl, N0kl);
  into[n++] = hash3(131, S0w, N0t, S0kr);
  into[n++] = hash2(140, S0N0, verb);
  into[n++] = hash3(141, S1S0, N0t, verb);
  into[n++] = hash2(142, S0N0, mark);
  into[n++] = hash3(143, S1S0, N0t, mark);
  into[n++] = hash3(144, S0N0, verb, mark);
  into[n++] = hash3(146, S0N0, S0kl, verb);
  return n;
}

/** The root has a tag of its own. */
function nextTag({ tag }: SentenceWords, next: number, root: number): number {
  return next === root ? 127 : tag[next]!;
}

function distance(steps: number, from: number): number {
  if (from === 0) return 0;
  return steps < 5 ? steps : steps < 10 ? 5 : 6;
}
