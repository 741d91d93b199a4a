/** Decisions that contradict each other, also through others: *same A = B*, *same B = C*, *different A ≠ C*. What is joined stays joined. */
import type { Note } from "../model.ts";

/** A line that joins or parts two things, each called by a number. */
export interface DecidedPair {
  readonly line: number;
  readonly text: string;
  readonly a: number;
  readonly b: number;
}

/** A note for each of `apart` whose two things `same` joins, with the lines that do. */
export function contradictions(
  apart: readonly DecidedPair[],
  same: readonly DecidedPair[],
  origin: string,
): Note[] {
  if (apart.length === 0 || same.length === 0) return [];
  const joined = new Map<number, { readonly to: number; readonly line: number }[]>();
  const put = (from: number, to: number, line: number) => {
    const list = joined.get(from);
    if (list) list.push({ to, line });
    else joined.set(from, [{ to, line }]);
  };
  for (const { a, b, line } of same) {
    put(a, b, line);
    put(b, a, line);
  }
  return apart.flatMap(({ a, b, line, text }): Note[] => {
    const chain = a === b ? undefined : linesBetween(a, b, joined);
    if (chain === undefined) return [];
    const lines = [...chain].sort((x, y) => x - y);
    const which = lines.length === 1 ? `line ${lines[0]} joins` : `lines ${lines.join(", ")} join`;
    const message = `line ${line} contradicts others: it says "${text}", but ${which} them; they stay joined`;
    return [{ stage: "linking", origin, message }];
  });
}

/** The lines on the shortest way, undefined where there is none. */
function linesBetween(
  from: number,
  to: number,
  joined: ReadonlyMap<number, readonly { readonly to: number; readonly line: number }[]>,
): number[] | undefined {
  const ways = new Map<number, readonly number[]>([[from, []]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const way = ways.get(at)!;
    if (at === to) return [...way];
    for (const { to: next, line } of joined.get(at) ?? []) {
      if (ways.has(next)) continue;
      ways.set(next, [...way, line]);
      queue.push(next);
    }
  }
  return undefined;
}
