/** The sentences that name each entity. */
import type { Cast } from "./entities.ts";
import type { Finding } from "./evidence.ts";
import { readFindings } from "./packed-findings.ts";
import type { PlacedArticle } from "./placing.ts";
import { createNumbers } from "./text-numbers.ts";

/** For each id where it is named: articles, sentences and numbers of rules in turns. */
export function createNamings(
  articles: readonly PlacedArticle[],
  cast: Cast,
): (id: string) => Finding[] {
  const namings = new Map<string, number[]>(cast.heads.map(({ id }) => [id, []]));
  const rules = createNumbers();
  articles.forEach((article, i) => {
    forEachNaming(article, i, cast, (id, { sentence, rule }) => {
      namings.get(id)!.push(i, sentence, rules.number(rule));
    });
  });
  return (id) => readFindings(namings.get(id) ?? [], rules);
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
