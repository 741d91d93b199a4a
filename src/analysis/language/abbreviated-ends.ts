/**
 * Whether a sentence ends after an abbreviation (*the U.S. The president agreed*): the treebanks hold too few of these for
 * the model. Decided only where the words that follow make it plain.
 */
import { MARK } from "./sentence-features.ts";

/** Capitalised after an abbreviation they begin a sentence, whatever comes next but capitals to the end (a headline). */
const STARTERS = new Set(
  "The He She They It We But This These Those There His Her Their".split(" "),
);
/** So do these when a word in lower case follows: headlines write *U.S. And China*. */
const LINKERS = new Set(
  "In On At After Before When While As That And If For From With Since Although However Its An A No Our My You What Why How Who Not Some Many Most All Both Two Three".split(
    " ",
  ),
);
/** Never at the end of a sentence. */
const NEVER_LAST = /^(?:i\.e|e\.g|a\.k\.a|approx|vs|est|ed|eds|al)\.$/i;
const CLOCK = /^[ap]\.m\.$/i;
/** What goes on after a time of day. */
const AFTER_CLOCK =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|\p{Lu}{2,5}|Eastern|Central|Mountain|Pacific|Greenwich|British|Local)$/u;
const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;
const SMALL = /^\p{Ll}/u;
/** *At 9 a.m. Ministers ...* begins with its time; a sentence that ends with one is longer. */
const LEAST_WORDS = 5;

export interface AbbreviationGap {
  readonly forms: readonly string[];
  /** `MARK` of the word before the gap. */
  readonly mark: number;
  /** Place of the word after the gap in `forms`, and where the sentence began. */
  readonly at: number;
  readonly first: number;
}

/** `undefined` where it is not plain. */
export function endsAbbreviated({ forms, mark, at, first }: AbbreviationGap): boolean | undefined {
  const isStreet = mark === MARK.leading && forms[at - 1] === "St." && at - first > 1;
  if (mark !== MARK.abbreviation && !isStreet) return undefined;
  const [before, next, after, third] = [forms[at - 1]!, forms[at]!, forms[at + 1], forms[at + 2]];
  if (SMALL.test(next)) return false;
  const goesOnSmall = after !== undefined && SMALL.test(after);
  if (CLOCK.test(before) && AFTER_CLOCK.test(next)) return false;
  if (NEVER_LAST.test(before)) return false;
  if (STARTERS.has(next) && (goesOnSmall || (third !== undefined && SMALL.test(third))))
    return true;
  if (!goesOnSmall) return undefined;
  if (LINKERS.has(next)) return true;
  const isClockLast =
    CLOCK.test(before) && CAPITALIZED.test(next) && after !== "time" && at - first >= LEAST_WORDS;
  return isClockLast ? true : undefined;
}
