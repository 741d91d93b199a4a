/**
 * One name, one kind: where nearly all mentions of a name in the pile are an organisation, the article in which it was
 * taken for a person or a place that no table knows is wrong. Known places stay: a club and its town share a name.
 */
import type { ChainRecord } from "./chain-records.ts";
import { organizationKey } from "./organizations.ts";

const MAIN_KIND = 0.75;

export function agreeOnKinds(records: readonly ChainRecord[]): ChainRecord[] {
  const counts = new Map<string, Map<ChainRecord["kind"], number>>();
  for (const record of records) {
    if (!canChange(record)) continue;
    const name = organizationKey(record.name);
    let own = counts.get(name);
    if (own === undefined) {
      own = new Map();
      counts.set(name, own);
    }
    own.set(record.kind, (own.get(record.kind) ?? 0) + record.mentions);
  }
  const kindOf = new Map<string, ChainRecord["kind"]>();
  for (const [name, own] of counts) {
    if (own.size < 2) continue;
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [kind, count] of own) if (count >= MAIN_KIND * total) kindOf.set(name, kind);
  }
  if (kindOf.size === 0) return [...records];
  return records.map((record) => {
    const kind = canChange(record) ? kindOf.get(organizationKey(record.name)) : undefined;
    return kind === undefined || kind === record.kind ? record : record.withKind(kind);
  });
}

/** Who holds an office is a person and a place with a country is one, whatever the others are called. */
function canChange({ kind, unnamed, offices, country }: ChainRecord): boolean {
  if (unnamed) return false;
  if (kind === "place") return country === undefined;
  return kind === "organization" || (kind === "person" && offices.length === 0);
}
