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
  let key = `${source}|${kind}|${target}`;
  if (title !== undefined) key += `|${title}`;
  if (former === true) key += "|former";
  if (stance !== undefined) key += `|${stance}`;
  if (quoted === true) key += "|quoted";
  return key;
}
