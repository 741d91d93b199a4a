/**
 * Drops the unnamed actors that no event and no statement took up in the end: a reading that was refused looked at them
 * (*people*, *his doctor*, *thousands of pages*), and four in ten are left so. Their numbers are closed up.
 */
import type { Mention } from "../../model.ts";
import { extended } from "../../text/extended.ts";
import type { Happenings } from "./index.ts";

/** Mentions and chains before these numbers were given, and stay as they are. */
export interface Given {
  readonly mentions: number;
  readonly chains: number;
}

export function dropIdleActors(given: Given, found: Happenings): Happenings {
  const used = new Set<number>();
  for (const { roles, place } of found.events) {
    for (const { mention } of roles) used.add(mention);
    if (place !== undefined) used.add(place);
  }
  for (const { speaker, addressee } of found.statements) {
    used.add(speaker);
    if (addressee !== undefined) used.add(addressee);
  }
  const isKept = (mention: number): boolean => mention < given.mentions || used.has(mention);
  if (found.mentions.every((_, mention) => isKept(mention))) return found;

  const kept: Mention[] = [];
  const mentionOf = found.mentions.map((mention, i) => (isKept(i) ? kept.push(mention) - 1 : -1));
  const named = new Set(kept.map(({ entity }) => entity));
  let chains = 0;
  const chainOf = found.chains.map(({ id }) =>
    id < given.chains || named.has(id) ? chains++ : -1,
  );
  return {
    mentions: kept.map((mention) => {
      const entity = chainOf[mention.entity]!;
      return entity === mention.entity ? mention : { ...mention, entity };
    }),
    chains: found.chains
      .filter(({ id }) => chainOf[id]! >= 0)
      .map((chain) => extended(chain, { id: chainOf[chain.id]! })),
    events: found.events.map((event) => {
      const roles = event.roles.map((role) =>
        extended(role, { mention: mentionOf[role.mention]! }),
      );
      const { place } = event;
      return extended(event, place === undefined ? { roles } : { roles, place: mentionOf[place]! });
    }),
    statements: found.statements.map((statement) => ({
      ...statement,
      speaker: mentionOf[statement.speaker]!,
      ...(statement.addressee !== undefined ? { addressee: mentionOf[statement.addressee]! } : {}),
    })),
  };
}
