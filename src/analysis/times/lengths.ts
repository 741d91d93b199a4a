/** Reads a number with a unit of time: `two years`, `12-hour`, `half an hour`, `decade-long`, `several months`. */
import { readQuantity } from "./quantities.ts";
import { type Reading, wordAt } from "./reading.ts";
import type { Word } from "./word.ts";

export type Unit = NonNullable<Word["unit"]>;

export interface Length {
  readonly end: number;
  /** `undefined` for an unknown number. */
  readonly amount: number | undefined;
  readonly unit: Unit;
  /** What stands for the number: an article, a number, or nothing ("for years"). */
  readonly number: "article" | "given" | "none";
  /** `27-year`: a determiner belongs to the noun behind. */
  readonly hyphenated: boolean;
}

/** ISO 8601 has no letters for these. */
const ISO_UNITS: Readonly<Record<string, readonly [string, number]>> = {
  "2W": ["W", 2],
  DE: ["Y", 10],
  CE: ["Y", 100],
};

/** Halves that come out even in the next smaller unit. */
const HALVES: Readonly<Record<string, string>> = { PTH: "PT30M", PD: "PT12H", PY: "P6M" };

/** Between number and unit. */
const FILLERS = new Set(
  "full whole more other straight consecutive successive trading business working".split(" "),
);

export function readLength(reading: Reading, at: number): Length | undefined {
  if (wordAt(reading, at).text === "half") return readHalf(reading, at);
  const quantity = readQuantity(reading, at);
  let next = quantity?.end ?? at;
  const hasHyphen = quantity !== undefined && wordAt(reading, next).text === "-";
  if (hasHyphen) next++;
  if (quantity && FILLERS.has(wordAt(reading, next).text)) next++;
  const { unit } = wordAt(reading, next);
  if (!unit || unit.code === "WE") return undefined;
  if (quantity && isAndAHalf(reading, next + 1)) {
    const amount = quantity.value === undefined ? undefined : quantity.value + 0.5;
    return { end: next + 4, amount, unit, number: "given", hyphenated: false };
  }
  const end = skipAge(reading, next + 1);
  const isLong = unit.number === "long" || (!quantity && end === next + 3);
  const isOne = isLong && unit.number !== "many";
  return {
    end,
    amount: quantity ? quantity.value : isOne ? 1 : undefined,
    unit: isLong ? { ...unit, number: "long" } : unit,
    number: quantity ? (quantity.article ? "article" : "given") : "none",
    hyphenated: hasHyphen,
  };
}

/** "Half a year", "half an hour". */
function readHalf(reading: Reading, at: number): Length | undefined {
  const article = wordAt(reading, at + 1).text;
  const hasArticle = article === "a" || article === "an" || article === "-";
  const unitAt = hasArticle ? at + 2 : at + 1;
  const { unit } = wordAt(reading, unitAt);
  if (unit?.number !== "one" || unit.code === "S" || unit.code === "WE") return undefined;
  return { end: unitAt + 1, amount: 0.5, unit, number: "given", hyphenated: article === "-" };
}

/** "A year **and a half**". */
function isAndAHalf(reading: Reading, at: number): boolean {
  return (
    wordAt(reading, at).text === "and" &&
    wordAt(reading, at + 1).text === "a" &&
    wordAt(reading, at + 2).text === "half"
  );
}

/** "-old", "-long", "old" belong to the expression. */
function skipAge(reading: Reading, at: number): number {
  const gap = wordAt(reading, at).text === "-" ? 1 : 0;
  const { text } = wordAt(reading, at + gap);
  if (text === "old" || text === "olds") return at + gap + 1;
  return text === "long" && gap === 1 ? at + 2 : at;
}

/** `P2Y`, `PT12H`, `PXM`. */
export function lengthValue(amount: number | undefined, unit: Unit): string {
  const prefix = unit.clock ? "PT" : "P";
  const [code, factor] = ISO_UNITS[unit.code] ?? [unit.code, 1];
  if (amount === undefined) return `${prefix}X${code}`;
  if (amount === 0.5 && factor === 1) return HALVES[prefix + code] ?? `${prefix}0.5${code}`;
  return `${prefix}${amount * factor}${code}`;
}
