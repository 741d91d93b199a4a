/**
 * What is told of an edge at one of its ends, as one number: four times the number of its sort, 2 more where it leads here and 1 more where it has sentences
 * of its own. Codes of edges between the same two nodes compare as their sorts and directions do.
 */
export function toCode(sort: number, leadsHere: boolean, isProven: boolean): number {
  return sort * 4 + (leadsHere ? 2 : 0) + (isProven ? 1 : 0);
}

export function sortOf(code: number): number {
  return code >> 2;
}

export function leadsHere(code: number): boolean {
  return (code & 2) !== 0;
}

/** Whether it has sentences and days of its own; those of the others are the event's. */
export function isProven(code: number): boolean {
  return (code & 1) !== 0;
}

/** The code as of an edge without sentences of its own. */
export function unproven(code: number): number {
  return code & ~1;
}

/** The same edge as it is seen from its other end. */
export function fromOtherEnd(code: number): number {
  return code ^ 2;
}
