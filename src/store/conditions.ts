/** Conditions of a filter as SQL: what a graph in memory decides node by node, the database decides with its indexes. */
import type { Window } from "../graph/query/types.ts";
import type { Value } from "./database.ts";
import { toDayNumber } from "./days.ts";

export interface Conditions {
  where(text: string, ...values: readonly Value[]): void;
  ofKind(kinds: readonly string[] | undefined): void;
  /** One of the words, in one of the columns of the traits. */
  among(columns: readonly string[], words: readonly string[] | undefined): void;
  /** As `isWithin` says. */
  within(window: Window): void;
  readonly text: () => string;
  readonly values: Value[];
}

/** What has no day comes last. As the index of events has them. */
export const FIRST_DAY = "coalesce(n.from_day, n.to_day, n.first, 2932896)";
const LAST_DAY = "coalesce(n.to_day, n.from_day, n.last)";

export function createConditions(term: (text: string) => number): Conditions {
  const parts: string[] = [];
  const values: Value[] = [];
  const where = (text: string, ...more: readonly Value[]): void => {
    parts.push(text);
    values.push(...more);
  };
  return {
    where,
    ofKind(kinds) {
      if (kinds === undefined) return;
      where(`n.kind IN (${kinds.map(() => "?").join(", ")})`, ...kinds.map(term));
    },
    among(columns, words) {
      if (words === undefined) return;
      const places = words.map(() => "?").join(", ");
      const tests = columns.map((column) => `${column} IN (${places})`).join(" OR ");
      where(
        `n.traits IN (SELECT number FROM traits WHERE ${tests})`,
        ...columns.flatMap(() => words),
      );
    },
    within({ since, until }) {
      if (since !== undefined) where(`${LAST_DAY} >= ?`, toDayNumber(since));
      if (until !== undefined) where(`${FIRST_DAY} <= ?`, toDayNumber(until));
    },
    text: () => (parts.length === 0 ? "1" : parts.join(" AND ")),
    values,
  };
}
