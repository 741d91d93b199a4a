/**
 * The user's decisions over clusters of event mentions. A telling is called by the id that it would have as an event of its own; an
 * event keeps those of its tellings, so both resolve.
 */
import type { Merge, Note } from "../model.ts";
import { contradictions, type DecidedPair } from "./contradictions.ts";
import { isEvent } from "./decided-entities.ts";
import type { LinkingOptions } from "./options.ts";
import { by } from "./order.ts";

export interface DecidedEvents {
  readonly clusters: readonly number[];
  /** Telling -> what was decided of it. */
  readonly reasons: ReadonlyMap<string, readonly Merge[]>;
  readonly notes: readonly Note[];
}

interface TellingPair {
  readonly line: number;
  readonly text: string;
  readonly a: string;
  readonly b: string;
}

/** `ids` and `found`: telling id and cluster of each mention. */
export function decideEvents(
  ids: readonly string[],
  found: readonly number[],
  { decisions, origin }: LinkingOptions,
): DecidedEvents {
  const clusters = [...found];
  const reasons = new Map<string, Merge[]>();
  const notes: Note[] = [];
  let next = found.reduce((a, b) => Math.max(a, b), -1) + 1;
  const pairs = { different: [] as TellingPair[], same: [] as TellingPair[] };
  let parted: readonly number[] = clusters;
  // By what they say: the order of the lines does not matter.
  const sorted = [...decisions].sort(by(({ text }) => text));
  for (const kind of ["different", "same"] as const) {
    parted = [...clusters];
    for (const decision of sorted) {
      if (decision.kind !== kind || !isEvent(decision.a)) continue;
      const { a, b, line, text } = decision;
      const missing = ids.includes(a) ? (ids.includes(b) ? undefined : b) : a;
      if (missing !== undefined) {
        const message = `line ${line} has no effect: nothing is called "${missing}"`;
        notes.push({ stage: "linking", origin, message });
        continue;
      }
      const [x, y] = [clusters[ids.indexOf(a)]!, clusters[ids.indexOf(b)]!];
      pairs[kind].push({ line, text, a, b });
      if (kind === "different" && x === y) {
        ids.forEach((id, i) => {
          if (id === b) clusters[i] = next;
        });
        next++;
      }
      if (kind === "same" && x !== y) {
        clusters.forEach((cluster, i) => {
          if (cluster === y) clusters[i] = x;
        });
        reasons.set(b, [...(reasons.get(b) ?? []), { what: b, reason: `decided: ${text}` }]);
      }
    }
  }
  const numbered = ({ a, b, ...said }: TellingPair): DecidedPair => ({
    ...{ ...said, a: parted[ids.indexOf(a)]!, b: parted[ids.indexOf(b)]! },
  });
  notes.push(...contradictions(pairs.different.map(numbered), pairs.same.map(numbered), origin));
  return { clusters, reasons, notes };
}
