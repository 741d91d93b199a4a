/** What the user may give to linking. */
import type { Decision } from "./decisions.ts";
import type { IdentifierRow } from "./identifiers.ts";

export interface LinkingOptions {
  /** Parsed by `parseDecisions`. */
  readonly decisions: readonly Decision[];
  /** Name of their file, for notes. */
  readonly origin: string;
  /** Parsed by `parseIdentifiers`, by folded name. */
  readonly identifiers: ReadonlyMap<string, readonly IdentifierRow[]>;
}

export const NO_OPTIONS: LinkingOptions = {
  decisions: [],
  origin: "decisions",
  identifiers: new Map(),
};
