/** Case N of a seed: which input is broken in which way. Any case can be made again from its two numbers. */
import { createRandom } from "../src/graph/random.ts";
import { mutate, overwriteParts } from "./mutate.ts";
import type { Target } from "./targets.ts";

export interface Case {
  readonly target: Target;
  /** Of the good input that was broken. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of twelve cases five go through the whole line, the others to what reads graph files, stores, decisions and requests. */
const TURNS = [
  "line",
  "graph files",
  "line",
  "requests",
  "decisions",
  "line",
  "stores",
  "line",
  "graph files",
  "line",
  "writing requests",
  "requests",
];

export function caseOf(targets: readonly Target[], seed: number, number: number): Case {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
  const target = targets.find(({ name }) => name === TURNS[number % TURNS.length])!;
  const pick = () => target.inputs[Math.floor(random() * target.inputs.length)]!;
  const chosen = pick();
  const bytes =
    target.name === "stores"
      ? overwriteParts(chosen.bytes, random)
      : mutate(chosen.bytes, pick().bytes, random);
  return { target, name: chosen.name, bytes };
}
