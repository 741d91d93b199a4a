/** The event mentions of all articles in clusters: first inside each story, then over the stories of a kind and day. */

import { hashOf } from "../text/wide-hash.ts";
import type { Cast } from "./entities.ts";
import { clusterDay, clusterStory, dayKey } from "./event-clusters.ts";
import type { MentionPlace, Mentions } from "./event-mentions.ts";
import { countRoles, type EventMentionRecord } from "./event-records.ts";
import { groupBy } from "./groups.ts";
import type { PlacedArticle } from "./placing.ts";

export interface ClusteredMentions {
  /** Of each mention, named by its smallest; -1 where nobody known takes part. */
  readonly clusters: Int32Array;
  /** The same before clusters of several stories join. */
  readonly inStory: Int32Array;
  /** Of each mention: how many take part, and places. */
  readonly roles: Uint16Array;
  /** 1 where nobody takes part, at a place at the most. */
  readonly namesNobody: Uint8Array;
  /** Hashes of the keys of those clusters; 0 where they have none. */
  readonly dayKeys: Float64Array;
}

/** Records live as long as their story is looked at. */
export function clusterMentions(
  mentions: Mentions,
  articles: readonly PlacedArticle[],
  cast: Cast,
  recordAt: (place: MentionPlace) => EventMentionRecord | undefined,
): ClusteredMentions {
  const clusters = new Int32Array(mentions.count).fill(-1);
  const dayKeys = new Float64Array(mentions.count);
  const roles = new Uint16Array(mentions.count);
  const namesNobody = new Uint8Array(mentions.count);
  const byStory = groupBy(
    articles.map((_, i) => i),
    (i) => articles[i]!.place.story,
  );
  for (const own of byStory.values()) {
    const known: { readonly i: number; readonly record: EventMentionRecord }[] = [];
    for (const article of own) {
      for (const i of mentions.of(article)) {
        const record = recordAt(mentions.place(i));
        if (record === undefined) continue;
        known.push({ i, record });
        roles[i] = countRoles([record], cast);
        namesNobody[i] = Number(record.everyone.size === 0);
      }
    }
    const inside = clusterStory(known.map(({ record }) => record));
    known.forEach(({ i }, at) => {
      clusters[i] = known[inside[at]!]!.i;
    });
    for (const group of groupBy(known, (_, at) => inside[at]!).values()) {
      const key = dayKey(group.map(({ record }) => record));
      if (key === "") continue;
      const hash = hashOf(key);
      for (const { i } of group) dayKeys[i] = hash;
    }
  }
  const inStory = clusters.slice();
  joinDays(clusters, dayKeys, (i) => recordAt(mentions.place(i))!);
  return { clusters, inStory, dayKeys, roles, namesNobody };
}

/** Clusters of different stories that are one kind of act on one day. */
function joinDays(
  clusters: Int32Array,
  dayKeys: Float64Array,
  recordAt: (mention: number) => EventMentionRecord,
): void {
  const dated = new Uint32Array(dayKeys.reduce((sum, key) => sum + Number(key !== 0), 0));
  let count = 0;
  dayKeys.forEach((key, i) => {
    if (key !== 0) dated[count++] = i;
  });
  dated.sort((a, b) => dayKeys[a]! - dayKeys[b]! || a - b);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && dayKeys[dated[end]!] === dayKeys[dated[start]!]) end++;
    const members = [...dated.subarray(start, end)];
    start = end;
    if (new Set(members.map((i) => clusters[i]!)).size === 1) continue;
    const joined = clusterDay(
      members.map(recordAt),
      members.map((i) => clusters[i]!),
    );
    members.forEach((i, at) => {
      clusters[i] = members[joined[at]!]!;
    });
  }
}
