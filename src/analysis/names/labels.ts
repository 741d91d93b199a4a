/**
 * The labels of the sequence model: O, and BILOU (begin, inside, last, outside, unit) for four kinds. The order is
 * part of the model's file format.
 */
export const NAME_KINDS = ["PER", "ORG", "LOC", "MISC"] as const;

export type NameKind = (typeof NAME_KINDS)[number];

export const OUTSIDE = 0;
export const LABEL_COUNT = 1 + 4 * NAME_KINDS.length;

export type Part = "B" | "I" | "L" | "U";
const PARTS: readonly Part[] = ["B", "I", "L", "U"];

/** `kind` is an index into `NAME_KINDS`. */
export function labelOf(part: Part, kind: number): number {
  return 1 + 4 * kind + PARTS.indexOf(part);
}

export function partOf(label: number): Part | "O" {
  return label === OUTSIDE ? "O" : PARTS[(label - 1) & 3]!;
}

export function kindOf(label: number): number {
  return (label - 1) >> 2;
}

/** Whether a label may follow another inside a sentence. */
export function mayFollow(before: number, after: number): boolean {
  const open = isOpen(before);
  const part = partOf(after);
  if (part === "I" || part === "L") return open && kindOf(before) === kindOf(after);
  return !open;
}

/** Whether a name goes on after this label. */
export function isOpen(label: number): boolean {
  const part = partOf(label);
  return part === "B" || part === "I";
}

/** Whether a sentence may begin with this label. */
export function mayStart(label: number): boolean {
  return mayFollow(OUTSIDE, label);
}
