/** Days that an event lies between, without what is not known of them. */
import type { EventInterval } from "../model.ts";
import { extended } from "./extended.ts";

/** Made step by step, so that all that know the same have one hidden class. */
export function toInterval(
  from: EventInterval["from"] | undefined,
  to: EventInterval["to"] | undefined,
  precision: EventInterval["precision"] | undefined,
  basis: EventInterval["basis"],
): EventInterval {
  const told = precision === undefined ? { basis } : { precision, basis };
  if (from !== undefined) return extended(to === undefined ? { from } : { from, to }, told);
  return to === undefined ? told : extended({ to }, told);
}
