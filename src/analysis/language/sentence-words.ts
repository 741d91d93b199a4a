/**
 * One sentence as the models read it: number columns with two empty places before the first token and after the
 * root, so that a look beyond the ends needs no test. Reused from sentence to sentence.
 */
import {
  C64,
  C256,
  C1024,
  C4096,
  FORM,
  LOWER,
  PREFIX2,
  PREFIX3,
  SHAPE,
  SUFFIX2,
  SUFFIX3,
  SUFFIX4,
  WORD_ROW,
  type Words,
} from "./words.ts";

/** Place of the first token. */
export const FIRST = 2;
/** The longest sentence that is parsed in one piece. */
export const LONGEST_SENTENCE = 400;
const SIZE = LONGEST_SENTENCE + 8;

export interface SentenceWords {
  /** Number of tokens: they stand at `FIRST .. FIRST + count - 1`, the root at `FIRST + count`. */
  count: number;
  readonly word: Int32Array;
  readonly form: Int32Array;
  readonly lower: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly shape: Int32Array;
  readonly c64: Int32Array;
  readonly c256: Int32Array;
  readonly c1024: Int32Array;
  readonly c4096: Int32Array;
  /** The joint label of UPOS and XPOS plus one, 0 where there is no token: filled by the tagger. */
  readonly tag: Int32Array;
  /** The `UPOS` id plus one. */
  readonly pos: Int32Array;
  /** What lies ahead of a place, at or behind it: filled by `lookAhead`. */
  readonly nextVerb: Int32Array;
  readonly nextBreak: Int32Array;
  /** 0 mixed, 1 most words begin with a capital (a headline), 2 all capitals. */
  casing: number;
}

export function createSentenceWords(): SentenceWords {
  const column = (): Int32Array => new Int32Array(SIZE);
  return {
    count: 0,
    word: column(),
    form: column(),
    lower: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix2: column(),
    prefix3: column(),
    shape: column(),
    c64: column(),
    c256: column(),
    c1024: column(),
    c4096: column(),
    tag: column(),
    pos: column(),
    nextVerb: column(),
    nextBreak: column(),
    casing: 0,
  };
}

/** Fills the columns from the word numbers `ids[from .. to)`. */
export function loadSentence(
  into: SentenceWords,
  words: Words,
  ids: Int32Array,
  from: number,
  to: number,
): void {
  const { facts } = words;
  const count = to - from;
  into.count = count;
  let letters = 0;
  let capitalised = 0;
  let capitals = 0;
  for (let i = 0; i < count; i++) {
    const id = ids[from + i]!;
    const row = id * WORD_ROW;
    const at = FIRST + i;
    into.word[at] = id;
    into.form[at] = facts[row + FORM]!;
    into.lower[at] = facts[row + LOWER]!;
    into.suffix2[at] = facts[row + SUFFIX2]!;
    into.suffix3[at] = facts[row + SUFFIX3]!;
    into.suffix4[at] = facts[row + SUFFIX4]!;
    into.prefix2[at] = facts[row + PREFIX2]!;
    into.prefix3[at] = facts[row + PREFIX3]!;
    into.c64[at] = facts[row + C64]!;
    into.c256[at] = facts[row + C256]!;
    into.c1024[at] = facts[row + C1024]!;
    into.c4096[at] = facts[row + C4096]!;
    const shape = facts[row + SHAPE]!;
    into.shape[at] = shape;
    into.tag[at] = 0;
    into.pos[at] = 0;
    const letterShape = shape & 7;
    if (letterShape === 6) continue;
    letters++;
    if (letterShape === 3) capitals++;
    if (letterShape !== 1) capitalised++;
  }
  into.casing =
    letters >= 3 && capitals * 10 >= letters * 6
      ? 2
      : letters >= 4 && capitalised * 10 >= letters * 7
        ? 1
        : 0;
  for (let at = FIRST + count; at < FIRST + count + 4; at++) clearPlace(into, at);
}

function clearPlace(into: SentenceWords, at: number): void {
  into.form[at] = 0;
  into.lower[at] = 0;
  into.suffix2[at] = 0;
  into.suffix3[at] = 0;
  into.suffix4[at] = 0;
  into.prefix2[at] = 0;
  into.prefix3[at] = 0;
  into.shape[at] = 0;
  into.c64[at] = 0;
  into.c256[at] = 0;
  into.c1024[at] = 0;
  into.c4096[at] = 0;
  into.tag[at] = 0;
  into.pos[at] = 0;
}
