/** The key of an edge, as the graph has it and decisions name it: `person:anna-holm|represents|country:SWE|mayor`. */
export interface EdgeWording {
  readonly title?: string;
  readonly former?: boolean;
  readonly stance?: string;
  readonly quoted?: boolean;
}

/** Unique and stable: source, kind, target and what else tells parallel edges apart. */
export function edgeKey(
  source: string,
  kind: string,
  target: string,
  { title, former, stance, quoted }: EdgeWording = {},
): string {
  const parts = [source, kind, target];
  if (title !== undefined) parts.push(title);
  if (former === true) parts.push("former");
  if (stance !== undefined) parts.push(stance);
  if (quoted === true) parts.push("quoted");
  return parts.join("|");
}
