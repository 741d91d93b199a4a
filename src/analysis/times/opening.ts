/** Reads what stands in front of a length: `more than`, `at least`, `the past`, `the first`, `another`. */
import { type Reading, wordAt } from "./reading.ts";

export interface Opening {
  readonly end: number;
  readonly hasThe: boolean;
  /** -1 in "the past two weeks", 1 in "the next two weeks". */
  readonly direction: -1 | 0 | 1 | undefined;
}

const DETERMINERS = new Set(["the", "these", "those", "another"]);
const ORDER = new Set(["first", "final", "opening"]);

export function readOpening(reading: Reading, at: number): Opening {
  let end = skipApproximation(reading, at);
  const hasThe = DETERMINERS.has(wordAt(reading, end).text);
  if (hasThe) end++;
  const word = wordAt(reading, end);
  let direction: Opening["direction"];
  if (
    word.direction !== undefined &&
    word.text !== "this" &&
    (hasThe || isAdjective(reading, end))
  ) {
    direction = word.direction;
    end++;
  } else if (hasThe && ORDER.has(word.text)) end++;
  return { end: skipApproximation(reading, end), hasThe, direction };
}

/** "About", "more than", "at least", "up to". */
export function skipApproximation(reading: Reading, at: number): number {
  const word = wordAt(reading, at);
  const next = wordAt(reading, at + 1).text;
  if ((word.text === "more" || word.text === "less") && next === "than") return at + 2;
  if (word.text === "at" && (next === "least" || next === "most")) return at + 2;
  if (word.text === "up" && next === "to") return at + 2;
  return word.approximate ? at + 1 : at;
}

/** "In last two days", not "will last two days". */
function isAdjective(reading: Reading, at: number): boolean {
  if (wordAt(reading, at).text !== "last") return true;
  const before = wordAt(reading, at - 1);
  if (before.text === "to" || before.future) return false;
  return before.preposition === true || before.text === "\n" || before.text === ",";
}
