/** The order of the sentences of a node or an edge. */
import type { Evidence } from "../model.ts";
import { compareText } from "./order.ts";

type Place = Pick<Evidence, "article" | "start" | "end"> & {
  readonly published?: string | undefined;
};

/** By date, article and place; undated articles last. */
export function compareEvidence(a: Place, b: Place): number {
  return (
    compareText(a.published ?? "9999", b.published ?? "9999") ||
    compareText(a.article, b.article) ||
    a.start - b.start ||
    a.end - b.end
  );
}
