/**
 * What a pile of evidence amounts to: how many stories, from which day to which. Reprints of a story count
 * once.
 */
import type { ArticleRecord, Evidence, IsoDate } from "../model.ts";

export interface Weight {
  readonly stories: number;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
}

export type Weigh = (evidence: readonly Evidence[]) => Weight;

export function createScale(articles: readonly ArticleRecord[]): Weigh {
  const storyOf = new Map(articles.map((article) => [article.id, article.reprintGroup]));
  return (evidence) => {
    const stories = new Set<string>();
    let first: IsoDate | undefined;
    let last: IsoDate | undefined;
    for (const { article, published } of evidence) {
      stories.add(storyOf.get(article) ?? article);
      const day = published?.slice(0, 10);
      if (day === undefined) continue;
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
    }
    return {
      stories: stories.size,
      ...(first !== undefined ? { first } : {}),
      ...(last !== undefined ? { last } : {}),
    };
  };
}
