/** What stands behind an edge: most edges at an event are told by the very sentences that tell the event, and have none of their own. */
import { isEventId } from "../graph/kinds.ts";
import type { Evidence } from "../model.ts";

/** The end whose quotes an edge without its own has. */
export function eventAt(from: string, to: string): string | undefined {
  if (isEventId(to)) return to;
  return isEventId(from) ? from : undefined;
}

export function isSameEvidence(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((item, i) => {
    const other = b[i]!;
    return (
      item === other ||
      (item.article === other.article &&
        item.start === other.start &&
        item.end === other.end &&
        item.quote === other.quote &&
        item.kind === other.kind &&
        item.published === other.published &&
        item.rule === other.rule &&
        item.status === other.status &&
        item.polarity === other.polarity &&
        item.copies?.join("\n") === other.copies?.join("\n"))
    );
  });
}
