/** What linking keeps of an entity to see whether it became another, and what a store is checked by. */
import type { Entity } from "../model.ts";
import { hashOf } from "./wide-hash.ts";

/** Of what events say of their participants. */
export function namedHash({
  kind,
  name,
  country,
  unnamed,
}: Pick<Entity, "kind" | "name" | "country" | "unnamed">): number {
  return hashOf(JSON.stringify([kind, name, country, unnamed]));
}
