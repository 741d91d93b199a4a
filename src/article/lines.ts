/** A line: a block of visible text of a page or of a dump. Everything is decided line by line. */
import type { BlockKind } from "../model.ts";

export interface Line {
  /** Without markup, white space collapsed. */
  readonly text: string;
  /** Of a page: where the line stands in the tree. */
  readonly place?: Place;
  /** Of a dump: empty lines before it. */
  readonly blanksBefore?: number;
  /** Of a dump: a list mark stood before it. */
  readonly isListed?: boolean;
}

export interface Place {
  readonly block: BlockElement;
  /** Characters of the line inside links, inside bold type and inside italics. */
  readonly linkLength: number;
  readonly boldLength: number;
  readonly italicLength: number;
  /** It stands in something that is not shown at first: menus, but also articles that a script uncovers. */
  readonly isHidden: boolean;
  /** The line begins or ends at line breaks, not at the edge of its block. */
  readonly isBroken: boolean;
}

/** A block element that holds lines, itself or in blocks below it. The counts are of all lines at or below it. */
export interface BlockElement {
  readonly parent: BlockElement | undefined;
  readonly tag: string;
  readonly depth: number;
  /** Equal for elements with equal tag and class. */
  readonly signature: string;
  /** Tags at or above it: bits of `TAG_FLAGS`. */
  readonly tags: number;
  /** What its own class and id say, and those at or above it. */
  readonly ownGroups: number;
  readonly allGroups: number;
  lines: number;
  longLines: number;
  length: number;
  linkLength: number;
  /** Words of its long lines. */
  longWords: number;
  /** Levels below the block that holds most of the prose; -1 when it is not in there. */
  belowCore: number;
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
