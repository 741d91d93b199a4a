/**
 * Who is named in one sentence with whom: the plainest of projections, for comparison with other tools and where
 * nothing happens. Sentences that list many names say little about any two of them and are left out.
 */
import type { ArticleRecord, Evidence, IsoDate } from "../model.ts";
import type { NewsGraph } from "./attributes.ts";
import { compareText } from "./order.ts";
import { createScale } from "./weigh.ts";

export interface CoMention {
  readonly source: string;
  readonly target: string;
  readonly sentences: number;
  readonly stories: number;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
}

const MOST_NAMES = 12;

/** Most stories first; the smaller id is the source. */
export function coMentions(graph: NewsGraph): CoMention[] {
  const weigh = createScale((graph.getAttribute("articles") ?? []) as readonly ArticleRecord[]);
  const pairs = new Map<string, { source: string; target: string; evidence: Evidence[] }>();
  for (const { ids, evidence } of sentences(graph).values()) {
    const named = [...ids].sort(compareText);
    if (named.length > MOST_NAMES) continue;
    for (const [i, source] of named.entries()) {
      for (const target of named.slice(i + 1)) {
        const key = `${source}\n${target}`;
        const pair = pairs.get(key);
        if (pair === undefined) pairs.set(key, { source, target, evidence: [evidence] });
        else pair.evidence.push(evidence);
      }
    }
  }
  return [...pairs]
    .map(([key, { source, target, evidence }]) => {
      return { key, source, target, sentences: evidence.length, ...weigh(evidence) };
    })
    .sort((a, b) => b.stories - a.stories || b.sentences - a.sentences || compareText(a.key, b.key))
    .map(({ key: _, ...edge }) => edge);
}

/** By article and place in it. */
function sentences(graph: NewsGraph): Map<string, { ids: Set<string>; evidence: Evidence }> {
  const found = new Map<string, { ids: Set<string>; evidence: Evidence }>();
  graph.forEachNode((id, { kind, evidence }) => {
    if (kind === "event" || kind === "article") return;
    for (const item of evidence) {
      const key = `${item.article} ${item.start}`;
      const sentence = found.get(key);
      if (sentence === undefined) found.set(key, { ids: new Set([id]), evidence: item });
      else sentence.ids.add(id);
    }
  });
  return found;
}
