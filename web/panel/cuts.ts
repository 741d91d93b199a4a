/** Findings overlap (a name in a role in a statement): cuts a text where any of them begins or ends, each piece with all that cover it. */
import type { Finding } from "../../src/graph/reading.ts";

export interface CutPiece {
  readonly text: string;
  readonly start: number;
  /** The shortest first: the name before the statement around it. */
  readonly findings: readonly Finding[];
}

/** Pieces in order; joined they are `text.slice(start, end)`. */
export function cutText(
  text: string,
  findings: readonly Finding[],
  start = 0,
  end = text.length,
): CutPiece[] {
  const inside = findings.filter(
    (finding) => finding.start < end && finding.end > start && finding.start < finding.end,
  );
  const cuts = new Set([start, end]);
  for (const finding of inside) {
    cuts.add(Math.max(finding.start, start));
    cuts.add(Math.min(finding.end, end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1]!;
    return {
      text: text.slice(from, to),
      start: from,
      findings: inside
        .filter((finding) => finding.start <= from && finding.end >= to)
        .sort((a, b) => a.end - a.start - (b.end - b.start)),
    };
  });
}
