/** Whether a unit of time with what is around it is meant as a length: "a day after" is, "15 a day" is a rate. */
import { XPOS_ID } from "../tag-sets.ts";
import type { Length, Unit } from "./lengths.ts";
import { type Reading, tokenAt, wordAt } from "./reading.ts";

const BEFORE_ARTICLE = new Set(
  "for in within over after than of about nearly almost around by through during to just only least up until before once some roughly".split(
    " ",
  ),
);
const BEFORE_BARE = new Set(
  "for in within over after of take takes took through by many".split(" "),
);
const AFTER_OPENING = new Set(["over", "in", "through"]);
const BEFORE_ONE = new Set(["in", "for", "just", "only", "than"]);
const RELATIONS = new Set(["after", "before", "later", "earlier", "ago"]);
const PLURAL_TAGS = new Set([XPOS_ID.get("NNS"), XPOS_ID.get("NNPS")]);
const MONEY = /[$€£¥%]/;
const LOWER_S = 115;

/** `begin` is where the expression starts, `at` where number or unit do. */
export function isLength(reading: Reading, begin: number, at: number, length: Length): boolean {
  const { unit, number, end } = length;
  const before = wordAt(reading, begin - 1).text;
  const after = wordAt(reading, end).text;
  if (unit.number === "long") return true;
  if (number === "none") return isBareLength(unit, before, after, begin < at);
  if (unit.code === "Q") {
    // Three quarters are a fraction.
    return length.amount === undefined || (unit.number === "many" && length.amount !== 3);
  }
  if (number === "article")
    return begin < at || isArticleLength(reading, begin, length, before, after);
  if (unit.code === "D" && length.amount === 1 && !length.hyphenated) {
    return RELATIONS.has(after) || after === "of" || BEFORE_ONE.has(before);
  }
  return unit.code !== "S" || unit.number === "many" || length.hyphenated;
}

/** "For years", "decades of war", "hours after", "over the years". */
function isBareLength(unit: Unit, before: string, after: string, isOpened: boolean): boolean {
  if (unit.number !== "many" || unit.code === "Q" || unit.code === "NI" || unit.code === "S")
    return false;
  if (isOpened) return !unit.clock && AFTER_OPENING.has(before);
  if (RELATIONS.has(after)) return true;
  if (unit.clock) return before === "within" || before === "for";
  return BEFORE_BARE.has(before) || after === "of";
}

function isArticleLength(
  reading: Reading,
  begin: number,
  { unit, hyphenated }: Length,
  before: string,
  after: string,
): boolean {
  if (unit.number !== "one" || unit.code === "S" || unit.code === "NI") return false;
  if (isRate(reading, begin)) return false;
  const isVague = unit.code === "D" || (unit.clock && unit.code === "M");
  return (
    !isVague || hyphenated || BEFORE_ARTICLE.has(before) || RELATIONS.has(after) || after === "of"
  );
}

/** "15 a year", "$ 40 a day", "three times a week", "tankers a year": what stands before the article is counted. */
export function isRate(reading: Reading, at: number): boolean {
  const before = wordAt(reading, at - 1);
  const { text, number, unit } = before;
  if (before.digits !== undefined || MONEY.test(text)) return true;
  if (text === "times" || text === "twice" || text === "once") return true;
  if (number) return text !== "half" && number.kind !== "ordinal";
  if (text !== "") return unit?.number === "many";
  const token = tokenAt(reading, at - 1);
  const tag = token < 0 ? 0 : reading.tokens.xpos[token]!;
  if (tag !== 0) return PLURAL_TAGS.has(tag);
  return reading.text.charCodeAt(reading.end[at - 1]! - 1) === LOWER_S && !before.capitalized;
}
