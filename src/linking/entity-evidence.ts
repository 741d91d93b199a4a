/** The sentences that name each entity. */
import type { Entity } from "../model.ts";
import type { Cast } from "./entities.ts";
import type { Finding, ToEvidence } from "./evidence.ts";
import type { PlacedArticle } from "./placing.ts";

export function gatherEntities(
  articles: readonly PlacedArticle[],
  cast: Cast,
  toEvidence: ToEvidence,
): Entity[] {
  const found = new Map<string, Finding[]>(cast.heads.map(({ id }) => [id, []]));
  articles.forEach((article, i) => {
    forEachNaming(article, i, cast, (id, finding) => found.get(id)!.push(finding));
  });
  return cast.heads.map((head) => ({ ...head, evidence: toEvidence(found.get(head.id)!) }));
}

/** All that one article says. Plural chains say nothing of their members. */
export function forEachNaming(
  { record }: PlacedArticle,
  article: number,
  cast: Cast,
  visit: (entity: string, finding: Finding) => void,
): void {
  record.chains.forEach(({ members, findings }, chain) => {
    if (members !== undefined) return;
    for (const id of cast.resolve(article, chain)) {
      for (const { sentence, rule } of findings) visit(id, { article, sentence, rule });
    }
  });
}
