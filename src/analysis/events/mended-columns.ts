/** The token columns that may be mended, as copies, and the way back when a sentence would lose its tree. */
import { RELATION_ID, UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";

export const VERB = UPOS_ID.get("VERB")!;

export const VB = XPOS_ID.get("VB")!;

export const VBD = XPOS_ID.get("VBD")!;

export const VBG = XPOS_ID.get("VBG")!;

export const VBZ = XPOS_ID.get("VBZ")!;

export const ROOT = RELATION_ID.get("root")!;

export const SAYING: ReadonlySet<string> = new Set([
  "say",
  "tell",
  "report",
  "announce",
  "confirm",
  "claim",
  "add",
]);

export interface Columns {
  readonly tokens: TokenTable;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  readonly lemma: string[];
}

export const FINITE: ReadonlySet<number> = new Set(
  ["VBD", "VBZ", "VBP"].map((name) => XPOS_ID.get(name)!),
);

export function copy(tokens: TokenTable): Columns {
  return {
    tokens,
    upos: tokens.upos.slice(),
    xpos: tokens.xpos.slice(),
    head: tokens.head.slice(),
    relation: tokens.relation.slice(),
    lemma: [...tokens.lemma],
  };
}

/** Whether every token of a sentence leads up to a root: a loop would hang whoever climbs. */
export function isTree(head: Int32Array, firstToken: number, lastToken: number): boolean {
  const length = lastToken - firstToken;
  let roots = 0;
  for (let token = firstToken; token < lastToken; token++) {
    let steps = 0;
    let at = token;
    while (at >= firstToken && at < lastToken && steps <= length) {
      at = head[at]!;
      steps++;
    }
    if (steps > length) return false;
    if (head[token]! < 0) roots++;
  }
  return roots > 0;
}

/** Takes back all repairs of a sentence. */
export function restore(
  { tokens, ...columns }: Columns,
  firstToken: number,
  lastToken: number,
): void {
  for (let token = firstToken; token < lastToken; token++) {
    columns.upos[token] = tokens.upos[token]!;
    columns.xpos[token] = tokens.xpos[token]!;
    columns.head[token] = tokens.head[token]!;
    columns.relation[token] = tokens.relation[token]!;
    columns.lemma[token] = tokens.lemma[token]!;
  }
}
