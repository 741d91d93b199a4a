/** Sentences in the order in which they were published, a part at a time. */
import type { Evidence } from "../../model.ts";
import { byText } from "../../text/order.ts";
import { page } from "./page.ts";
import type { PageOptions, ResultPage, Window } from "./types.ts";
import { isWithin } from "./window.ts";

export function inOrder(
  evidence: readonly Evidence[],
  options: PageOptions & Window,
): ResultPage<Evidence> {
  const inWindow = evidence.filter(({ published }) => isWithin(dayOf(published), options));
  return page(inOrderOfPublication(inWindow), options, (item) => item);
}

/** By day, article and place in it. */
export function earliest(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce((best, item) => (evidenceKey(item) < evidenceKey(best) ? item : best));
}

function inOrderOfPublication(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort(byText(evidenceKey));
}

/** Undated articles come last. */
function evidenceKey({ published, article, start }: Evidence): string {
  return `${published ?? "9999"} ${article} ${String(start).padStart(9, "0")}`;
}

function dayOf(published: string | undefined): { from?: string } {
  return published === undefined ? {} : { from: published.slice(0, 10) };
}
