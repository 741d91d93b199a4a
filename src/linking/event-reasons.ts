/** Why the tellings of an event are taken for one: said for each but the first. */
import type { Merge } from "../model.ts";
import type { EventRecord } from "./event-records.ts";

export function eventReasons(members: readonly EventRecord[], ids: readonly string[]): Merge[] {
  const [first, ...rest] = members;
  if (first === undefined) return [];
  return rest
    .map((member, i) => ({ what: ids[i + 1]!, reason: reasonFor(first, member) }))
    .sort((a, b) => (a.what < b.what ? -1 : 1));
}

function reasonFor(a: EventRecord, b: EventRecord): string {
  const shared = [...a.heads].filter((id) => b.heads.has(id)).length;
  const parts = [
    a.story === b.story ? "one story" : "two stories",
    a.act === b.act ? `the act "${a.act}"` : `one class of act ("${a.act}", "${b.act}")`,
    `${shared} shared ${shared === 1 ? "participant" : "participants"}`,
    a.isDated && b.isDated ? "days that meet" : "no days that disagree",
  ];
  return parts.join(", ");
}
