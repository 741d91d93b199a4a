/** Offices that the user has decided: the evidence is that of the person, marked as decided. */
import type { Entity, Note, Relation } from "../model.ts";
import { nameKey } from "../text/fold.ts";
import type { LinkingOptions } from "./options.ts";
import { by } from "./order.ts";

export function decideRoles(
  entities: readonly Entity[],
  { decisions, origin }: LinkingOptions,
): { readonly relations: readonly Relation[]; readonly notes: readonly Note[] } {
  const relations: Relation[] = [];
  const notes: Note[] = [];
  for (const decision of decisions) {
    if (decision.kind !== "role") continue;
    const holder = findEntity(entities, decision.a);
    const seat = findEntity(entities, decision.of);
    if (holder === undefined || seat === undefined) {
      const missing = holder === undefined ? decision.a : decision.of;
      const message = `line ${decision.line} has no effect: nothing is called "${missing}"`;
      notes.push({ stage: "linking", origin, message });
      continue;
    }
    const both = holder.evidence.filter(({ article, start }) =>
      seat.evidence.some((other) => other.article === article && other.start === start),
    );
    const evidence = (both.length > 0 ? both : holder.evidence.slice(0, 1)).map((item) => ({
      ...item,
      rule: `decided: ${decision.text}`,
    }));
    const { title } = decision;
    relations.push({ from: holder.id, to: seat.id, kind: "represents", title, evidence });
  }
  return { relations, notes };
}

/** An office that the articles tell, too, keeps their evidence. */
export function withRoles(
  found: readonly Relation[],
  decided: readonly Relation[],
): readonly Relation[] {
  if (decided.length === 0) return found;
  const key = ({ from, to, kind, title, former, stance }: Relation) =>
    JSON.stringify([from, to, kind, title, former, stance]);
  const known = new Set(found.map(key));
  return [...found, ...decided.filter((relation) => !known.has(key(relation)))].sort(by(key));
}

function findEntity(entities: readonly Entity[], name: string): Entity | undefined {
  const key = nameKey(name);
  return (
    entities.find(({ id, formerIds }) => id === name || formerIds?.includes(name)) ??
    entities.find((entity) => nameKey(entity.name) === key) ??
    entities.find(({ aliases }) => aliases.some((alias) => nameKey(alias) === key))
  );
}
