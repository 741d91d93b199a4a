/** The tokens of an article while their trees are mended: copied at the first change, taken back sentence by sentence. */
import type { TokenTable } from "../tokens.ts";
import { type Columns, copy, isTree, restore } from "./mended-columns.ts";

/** What tests look at: the columns as they stand now. */
export type Tree = Pick<Columns, "upos" | "xpos" | "head" | "relation"> & Pick<TokenTable, "lemma">;

export interface Draft {
  readonly tokens: TokenTable;
  /** The columns, when anything was mended. */
  columns: Columns | undefined;
}

/** One kind of mending. It goes through a sentence, `[firstToken, lastToken)`, and leaves the draft alone where all is well. */
export type Repair = (draft: Draft, firstToken: number, lastToken: number) => void;

export function createDraft(tokens: TokenTable): Draft {
  return { tokens, columns: undefined };
}

export function treeOf({ tokens, columns }: Draft): Tree {
  return columns ?? tokens;
}

/** The columns to change. */
export function columnsOf(draft: Draft): Columns {
  draft.columns ??= copy(draft.tokens);
  return draft.columns;
}

/** The way back: a sentence whose tree a change broke is as it came, without any of its repairs. */
export function keepTree({ columns }: Draft, firstToken: number, lastToken: number): void {
  if (columns && !isTree(columns.head, firstToken, lastToken))
    restore(columns, firstToken, lastToken);
}
