/** Events of one actor laid out along time: one lane a kind of event, and in it rows, so that no mark lies on another one. */

import { ACTS } from "../../src/graph/kinds.ts";
import type { Act } from "../../src/model.ts";

export interface Mark {
  readonly id: string;
  readonly act: Act;
  readonly from: number;
  readonly to: number;
}

export interface PlacedMark extends Mark {
  /** 0 to 1 along the axis. */
  readonly left: number;
  readonly width: number;
  /** Row in its lane. */
  readonly row: number;
  /** Its words find no room between it and the end of the axis: they stand before it. */
  readonly isLate: boolean;
  /** It lies outside of the axis, and its mark at that end of it. */
  readonly outside?: "before" | "after";
}

export interface Lane {
  readonly act: Act;
  readonly rows: number;
  readonly marks: readonly PlacedMark[];
}

/** `least`: the room that a mark takes at least, `words`: that of the words beside it, as parts of the axis. */
export function layLanes(
  marks: readonly Mark[],
  [from, to]: readonly [number, number],
  least: number,
  words = 0,
): Lane[] {
  const whole = Math.max(to - from, 1);
  return ACTS.flatMap((act): Lane[] => {
    const own = marks
      .filter((mark) => mark.act === act)
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    if (own.length === 0) return [];
    const ends: number[] = [];
    const placed = own.map((mark): PlacedMark => {
      const left = Math.min(Math.max((mark.from - from) / whole, 0), 1);
      const right = Math.min(Math.max((mark.to - from) / whole, 0), 1);
      const width = Math.max(right - left, 0);
      const end = left + Math.max(width, least);
      const isLate = words > 0 && end + words > 1 && left >= words;
      const start = isLate ? left - words : left;
      let row = ends.findIndex((taken) => taken <= start);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = isLate ? end : end + words;
      const outside = mark.to < from ? "before" : mark.from > to ? "after" : undefined;
      return { ...mark, left, width, row, isLate, ...(outside && { outside }) };
    });
    return [{ act, rows: ends.length, marks: placed }];
  });
}
