/**
 * One name, one kind: where nearly all mentions of a name in the pile are an organisation, the article in which it was
 * taken for a person or a place that no table knows is wrong. Known places stay: a club and its town share a name.
 */
import type { ChainRecord } from "./chain-records.ts";
import { countMentions, groupBy } from "./groups.ts";
import { organizationKey } from "./organizations.ts";

const MAIN_KIND = 0.75;

export function agreeOnKinds(records: readonly ChainRecord[]): ChainRecord[] {
  const kindOf = new Map<string, ChainRecord["kind"]>();
  const candidates = records.filter(canChange);
  for (const [name, group] of groupBy(candidates, ({ name }) => organizationKey(name))) {
    const kinds = groupBy(group, ({ kind }) => kind);
    if (kinds.size < 2) continue;
    const total = countMentions(group);
    for (const members of kinds.values()) {
      if (countMentions(members) >= MAIN_KIND * total) kindOf.set(name, members[0]!.kind);
    }
  }
  return records.map((record) => {
    const kind = canChange(record) ? kindOf.get(organizationKey(record.name)) : undefined;
    return kind === undefined || kind === record.kind ? record : { ...record, kind };
  });
}

/** Who holds an office is a person and a place with a country is one, whatever the others are called. */
function canChange({ kind, unnamed, offices, country }: ChainRecord): boolean {
  if (unnamed) return false;
  if (kind === "place") return country === undefined;
  return kind === "organization" || (kind === "person" && offices.length === 0);
}
