/** Labelled lines -> the pieces of an article: credits cut, nothing twice. */
import type { Credits } from "./credits.ts";
import type { Line, LineLabel, Piece } from "./lines.ts";
import { fold } from "./titles.ts";

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** The agency that a line of the article credits. */
  readonly agency?: string;
}

export function piecesOf(
  lines: readonly Line[],
  labels: readonly LineLabel[],
  title: string | undefined,
  credits: Credits,
): Pieces {
  const pieces: Piece[] =
    title === undefined || title === "" ? [] : [{ kind: "headline", text: title }];
  const seen = new Set(pieces.map((piece) => fold(piece.text)));
  let agency: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const label = labels[i]!;
    const { text } = lines[i]!;
    if (label === "credit") agency ??= credits.ofCreditLine(text);
    if (label !== "body" && label !== "caption") continue;
    const cut = credits.cut(text);
    if (label === "body") agency = cut.agency ?? agency;
    const kept = label === "caption" ? credits.cutCaption(text) : cut.text;
    const folded = fold(kept);
    // A dump prints captions and pull quotes twice; scripts and short scraps leave nothing to read.
    if (folded === "" || seen.has(folded)) continue;
    seen.add(folded);
    pieces.push({ kind: label, text: kept });
  }
  return agency === undefined ? { pieces } : { pieces, agency };
}
