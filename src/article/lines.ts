/** A line: a block of visible text of a page or of a dump. Everything is decided line by line. */
import type { BlockKind } from "../model.ts";

export interface Line {
  /** Without markup, white space collapsed. */
  readonly text: string;
}

export type LineLabel =
  | "headline"
  | "body"
  | "caption"
  | "byline"
  | "date"
  | "credit"
  | "teaser"
  | "boilerplate";

export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
}
