/**
 * One name, one kind: where nearly all mentions of a name in the pile are an organisation, the article in which it was
 * taken for a person or a place that no table knows is wrong. Known places stay: a club and its town share a name.
 */
import type { ChainRecord } from "./chain-records.ts";
import { organizationKey } from "./organizations.ts";
import { perName } from "./per-name.ts";

const MAIN_KIND = 0.75;

export function agreeOnKinds(records: readonly ChainRecord[]): ChainRecord[] {
  const names = new Map<string, NameKinds>();
  const toName = perName((name): NameKinds => {
    const key = organizationKey(name);
    let own = names.get(key);
    if (own === undefined) {
      own = { counts: new Map(), main: undefined };
      names.set(key, own);
    }
    return own;
  });
  for (const record of records) {
    if (!canChange(record)) continue;
    const { counts } = toName(record);
    counts.set(record.kind, (counts.get(record.kind) ?? 0) + record.mentions);
  }
  let areSome = false;
  for (const own of names.values()) {
    if (own.counts.size < 2) continue;
    const total = [...own.counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [kind, count] of own.counts) if (count >= MAIN_KIND * total) own.main = kind;
    areSome ||= own.main !== undefined;
  }
  if (!areSome) return [...records];
  return records.map((record) => {
    const kind = canChange(record) ? toName(record).main : undefined;
    return kind === undefined || kind === record.kind ? record : record.withKind(kind);
  });
}

interface NameKinds {
  /** Mentions. */
  readonly counts: Map<ChainRecord["kind"], number>;
  /** What nearly all of them are. */
  main: ChainRecord["kind"] | undefined;
}

/** Who holds an office is a person and a place with a country is one, whatever the others are called. */
function canChange({ kind, unnamed, offices, country }: ChainRecord): boolean {
  if (unnamed) return false;
  if (kind === "place") return country === undefined;
  return kind === "organization" || (kind === "person" && offices.length === 0);
}
