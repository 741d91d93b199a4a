/** Under focus one line a pair unfolds into one curve an act, each with its verb. */
import { type Pair, verbOf } from "../scene/pairs.ts";
import type { Tone } from "../scene/words.ts";
import { ACT_TONES } from "../scene/words.ts";

export interface Curve {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly curvature: number;
  readonly label: string;
  readonly tone: Tone;
  readonly stories: number;
  readonly isOpen: boolean;
}

const STEP = 0.22;
/** A curve without any bend has no inside to draw. */
const LEAST = 0.06;
/** Beyond that a fan is a brush. */
const MOST_OF_PAIR = 6;

/** Curves of one pair lie side by side, whichever way they point. */
export function fanOut({ id, source, acts }: Pair): Curve[] {
  const shown = acts.slice(0, MOST_OF_PAIR);
  return shown.map((part, i) => {
    const bend = (i - (shown.length - 1) / 2) * STEP;
    const side = part.source === source ? 1 : -1;
    return {
      id: `fan ${id} ${part.act} ${part.source} ${part.directed}`,
      source: part.source,
      target: part.target,
      directed: part.directed,
      curvature: side * (Math.abs(bend) < LEAST ? LEAST : bend),
      label: verbOf(part) + (part.events.length > 1 ? ` ×${part.events.length}` : ""),
      tone: ACT_TONES[part.act],
      stories: part.stories,
      isOpen: part.isOpen,
    };
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the curve is highest; screen coordinates, y downward. */
export function middleOf(from: Spot, to: Spot, curvature: number): Spot {
  return spotOn(from, to, curvature, 0.5);
}

/** `t` runs from 0 to 1 along the quadratic curve. */
export function spotOn(from: Spot, to: Spot, curvature: number, t: number): Spot {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const bend = 2 * t * (1 - t) * curvature;
  return { x: from.x + dx * t + bend * dy, y: from.y + dy * t - bend * dx };
}
