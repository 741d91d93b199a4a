/** The neighbor that lies in the direction of an arrow key. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type Direction = "left" | "right" | "up" | "down";

const UNIT: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Screen coordinates, y downward. Within 60 degrees of the direction; near and straight ahead wins. */
export function walkTo(
  from: { readonly x: number; readonly y: number },
  neighbors: readonly Spot[],
  direction: Direction,
): string | undefined {
  const [ux, uy] = UNIT[direction];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, x, y } of neighbors) {
    const dx = x - from.x;
    const dy = y - from.y;
    const far = Math.hypot(dx, dy);
    const ahead = dx * ux + dy * uy;
    if (far === 0 || ahead < far / 2) continue;
    const cost = far * (2 - ahead / far);
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}
