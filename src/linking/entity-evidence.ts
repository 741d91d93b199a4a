/** The sentences that name each entity. */
import type { Cast } from "./entities.ts";
import type { Finding } from "./evidence.ts";
import { createFindingColumns } from "./finding-columns.ts";
import type { PlacedArticle } from "./placing.ts";

export interface Namings {
  /** All that an article says; articles come in their order. */
  add(article: PlacedArticle, index: number): void;
  /** For each entity, by its number, where it is named. No more can be added. */
  findings(): (entity: number) => Finding[];
}

export function createNamings(
  cast: Pick<Cast, "resolve">,
  numberOf: ReadonlyMap<string, number>,
): Namings {
  const namings = createFindingColumns();
  return {
    add(article, i) {
      forEachNaming(article, i, cast, (id, { sentence, rule }) => {
        namings.add(numberOf.get(id)!, i, sentence, rule);
      });
    },
    findings: () => namings.byOwner(numberOf.size),
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
