/** The sentences that name each entity. */
import type { SortedTexts } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { Finding } from "./evidence.ts";
import { createFindingColumns, type FindingsOf } from "./finding-columns.ts";
import type { PlacedArticle } from "./placing.ts";

export interface Namings {
  /** All that an article says; articles come in their order. */
  add(article: PlacedArticle, index: number): void;
  /** For each entity, by its place among the ids, where it is named. No more can be added. */
  findings(): FindingsOf;
}

export function createNamings(cast: Pick<Cast, "resolve">, ids: SortedTexts): Namings {
  const namings = createFindingColumns();
  return {
    add(article, i) {
      forEachNaming(article, i, cast, (id, { sentence, rule }) => {
        namings.add(ids.placeOf(id), i, sentence, rule);
      });
    },
    findings: () => namings.byOwner(ids.length),
  };
}

/** All that one article says. Plural chains say nothing of their members. */
export function forEachNaming(
  { record }: PlacedArticle,
  article: number,
  cast: Pick<Cast, "resolve">,
  visit: (entity: string, finding: Finding) => void,
): void {
  record.chains.forEach(({ members, findings }, chain) => {
    if (members !== undefined) return;
    for (const id of cast.resolve(article, chain)) {
      for (const { sentence, rule } of findings) visit(id, { article, sentence, rule });
    }
  });
}
