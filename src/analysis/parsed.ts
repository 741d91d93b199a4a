/** What the language engine hands to the later steps of the analysis: sentences and the columns of their tokens. */
import type { Note, Sentence } from "../model.ts";
import type { TokenTable } from "./tokens.ts";

export interface Parsed {
  readonly sentences: readonly Sentence[];
  readonly tokens: TokenTable;
  readonly notes: readonly Note[];
}

/** A name as the sequence model found it: tokens `[firstToken, lastToken)`, without titles and articles. */
export interface NameSpan {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly kind: "person" | "organization" | "place" | "misc";
  /** 0 to 1. */
  readonly confidence: number;
  readonly rule: string;
}
