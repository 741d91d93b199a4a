/** Why the names of an entity are taken for one: said for each name beside the one it is called by. */
import type { EntityKind, Merge } from "../model.ts";
import type { ChainRecord } from "./chain-records.ts";
import { by, mostFrequent } from "./order.ts";
import { organizationKey } from "./organizations.ts";
import { foldName } from "./person-names.ts";

const ACRONYM = /^[\p{Lu}\p{N}][\p{Lu}\p{N}&.-]{1,9}$/u;

/** One a name: the reason that most of its chains have, with the first article in which it holds. `idOf`: the id of an article. */
export function mergeReasons(
  kind: EntityKind,
  name: string,
  records: readonly ChainRecord[],
  idOf: (article: number) => string,
): Merge[] {
  // Only for people does the reason hang on the story.
  const stories = new Set<string>();
  if (kind === "person") {
    for (const record of records) if (record.name === name) stories.add(record.story);
  }
  const reasons = new Map<string, Map<string, { count: number; first: string }>>();
  for (const record of records) {
    if (record.name === name) continue;
    const reason = reasonFor(kind, name, record, stories.has(record.story));
    const found = reasons.get(record.name) ?? new Map<string, { count: number; first: string }>();
    reasons.set(record.name, found);
    const id = idOf(record.article);
    const other = found.get(reason);
    if (other === undefined) found.set(reason, { count: 1, first: id });
    else {
      other.count++;
      if (id < other.first) other.first = id;
    }
  }
  return [...reasons]
    .map(([what, found]): Merge => {
      const reason = mostFrequent(new Map([...found].map(([text, { count }]) => [text, count])))!;
      return { what, reason, article: found.get(reason)!.first };
    })
    .sort(by(({ what }) => what));
}

function reasonFor(kind: EntityKind, name: string, record: ChainRecord, isNear: boolean): string {
  if (record.unnamed) {
    return kind === "person"
      ? "office that only this person holds in the story"
      : "the same words for it, without a name";
  }
  if (kind === "country" || kind === "place") return "another name of the place";
  const [own, other] = [foldName(name), foldName(record.name)];
  if (own === other) return "another spelling of the name";
  if (kind !== "person") {
    if (organizationKey(name) === organizationKey(record.name))
      return "the same without legal form";
    return ACRONYM.test(record.name) || ACRONYM.test(name)
      ? "acronym that an article ties to the name"
      : "short name that an article ties to the name";
  }
  if (!other.includes(" ")) {
    return isNear
      ? "part of the name, only bearer in the story"
      : "part of the name, bearer of nearly all mentions";
  }
  return own.split(" ").at(-1) === other.split(" ").at(-1)
    ? "the same last name, first names that agree"
    : "the same words of the name";
}
