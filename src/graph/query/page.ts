/** Part of a long list, with the length of the whole. */
import type { PageOptions, ResultPage } from "./types.ts";

const LIMIT = 50;

export function page<T, R>(
  all: readonly T[],
  { limit = LIMIT, offset = 0 }: PageOptions,
  toResult: (item: T) => R,
): ResultPage<R> {
  return { total: all.length, offset, items: all.slice(offset, offset + limit).map(toResult) };
}
