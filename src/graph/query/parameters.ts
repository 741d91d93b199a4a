/** Parameters of the calls: from text to values, or a sentence on what was expected. */
import { parseIsoDay } from "../../text/calendar.ts";
import { QueryError } from "./errors.ts";
import { shorten } from "./resolve.ts";

export interface Parameter {
  readonly name: string;
  readonly type: "number" | "day" | "word" | "list";
  readonly about: string;
  /** The words that are known. */
  readonly of?: readonly string[];
  /** The largest number. */
  readonly most?: number;
}

/** Checked against the table of parameters: the right keys with the right types for the call. */
// biome-ignore lint/suspicious/noExplicitAny: the table, not the compiler, ties the call to its parameters
export type Values = any;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WHOLE_NUMBER = /^\d{1,10}$/;

export function readParameters(
  call: string,
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, string>,
): Values {
  const values: Record<string, unknown> = {};
  for (const [name, text] of given) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) {
      const names = parameters.map((candidate) => candidate.name).join(", ");
      throw new QueryError(
        `${call} has no parameter "${shorten(name)}": known are ${names || "none"}`,
      );
    }
    values[name] = readValue(parameter, text);
  }
  return values;
}

function readValue({ name, type, of, most }: Parameter, text: string): unknown {
  if (type === "list") {
    const items = text.split(",").map((item) => item.trim());
    return items.filter((item) => item !== "").map((item) => knownWord(name, item, of));
  }
  if (type === "word") return knownWord(name, text, of);
  if (type === "day") {
    if (isDay(text)) return text;
    throw new QueryError(`${name}: expected a day such as 2023-03-20, got "${shorten(text)}"`);
  }
  if (WHOLE_NUMBER.test(text) && Number(text) <= (most ?? Number.MAX_SAFE_INTEGER))
    return Number(text);
  throw new QueryError(`${name}: expected a whole number up to ${most}, got "${shorten(text)}"`);
}

export function isDay(text: string): boolean {
  return DAY.test(text) && parseIsoDay(text) !== undefined;
}

/** Case does not matter where the words are known. */
function knownWord(name: string, text: string, of: readonly string[] | undefined): string {
  if (of === undefined) return text;
  const known = of.find((word) => word.toLowerCase() === text.toLowerCase());
  if (known !== undefined) return known;
  throw new QueryError(`${name}: "${shorten(text)}" is unknown: expected ${of.join(", ")}`);
}
