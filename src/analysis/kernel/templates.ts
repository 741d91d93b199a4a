/**
 * What a model asks about a place, as a table: each template is its number, which is its salt and must stay, and one to
 * three values that are hashed together; a value is told by its place in a list that is written anew for each place.
 */
import { hash1, hash2, hash3 } from "./feature-hash.ts";

/** The number of the template, then places of values. */
export type Template = readonly [salt: number, a: number, b?: number, c?: number];

/** The first value of every list: always 0. */
export const NONE = 0;

/** Columns of `codesOf`. */
const STRIDE = 5;

/** The templates as numbers, five each: salt, three places, how many of them count. */
export function codesOf(templates: readonly Template[]): Int32Array {
  return Int32Array.from(
    templates.flatMap(([salt, a, b = NONE, c = NONE], i) => [
      salt,
      a,
      b,
      c,
      templates[i]!.length - 1,
    ]),
  );
}

/** Writes the features of the templates `[from, to)` to their own places. */
export function hashTemplates(
  codes: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  features: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const at = i * STRIDE;
    const salt = codes[at]!;
    const a = values[codes[at + 1]!]!;
    const b = values[codes[at + 2]!]!;
    const count = codes[at + 4]!;
    features[i] =
      count === 3
        ? hash3(salt, a, b, values[codes[at + 3]!]!)
        : count === 2
          ? hash2(salt, a, b)
          : hash1(salt, a);
  }
}
