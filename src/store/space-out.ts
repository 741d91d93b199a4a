/** Numbers for new nodes between those of their neighbors by id, so that numbers may be compared for ids. */
import { compareText } from "../graph/order.ts";
import type { Db } from "./database.ts";

/** Where SQLite, which sorts by bytes, and the program, which sorts by UTF-16 units, differ. */
const HIGH = /[\ud800-\uffff]/;

/** Distance behind the last, where there is no end of room. */
const BEHIND_THE_LAST = 16;

/** Undefined where there is no room. */
export function spaceOut(db: Db, ids: readonly string[]): Map<string, number> | undefined {
  const numbers = new Map<string, number>();
  const before = db.sql("SELECT id, number FROM node_rows WHERE id < ? ORDER BY id DESC LIMIT 1");
  const behind = db.sql("SELECT id, number FROM node_rows WHERE id > ? ORDER BY id LIMIT 1");
  const sorted = [...new Set(ids)].sort(compareText);
  for (let from = 0; from < sorted.length; ) {
    const low = (before.get([sorted[from]!])?.number as number | undefined) ?? 0;
    const next = behind.get([sorted[from]!]);
    if (HIGH.test(sorted[from]!) || HIGH.test((next?.id as string | undefined) ?? ""))
      return undefined;
    let to = from + 1;
    while (to < sorted.length && (next === undefined || sorted[to]! < (next.id as string))) to++;
    const count = to - from;
    const step =
      next === undefined ? BEHIND_THE_LAST : ((next.number as number) - low) / (count + 1);
    if (step < 1) return undefined;
    for (let i = 0; i < count; i++)
      numbers.set(sorted[from + i]!, low + Math.floor(step * (i + 1)));
    from = to;
  }
  return numbers;
}
