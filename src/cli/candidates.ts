/** What was taken for an event in each sentence, and why it became one or none: the steps of the analysis up to there, run once more. */
import { createEventExplainer, type ExplainedSentence } from "../analysis/events/explain.ts";
import { createLanguageEngine } from "../analysis/language/index.ts";
import { createMentionFinder } from "../analysis/mentions/index.ts";
import { createNameFinder } from "../analysis/names/index.ts";
import { createTimeTagger } from "../analysis/times/index.ts";
import type { DataSource } from "../lexicon/data.ts";
import type { Article } from "../model.ts";

export function createCandidateFinder(
  data: DataSource,
): (article: Article) => readonly ExplainedSentence[] {
  const parse = createLanguageEngine(data);
  const findNames = createNameFinder(data);
  const findMentions = createMentionFinder(data);
  const tagTimes = createTimeTagger(data);
  const explain = createEventExplainer(data);
  return (article) => {
    const parsed = parse(article);
    const cast = findMentions(article, parsed, findNames(article, parsed));
    return explain(article, parsed, { ...cast, times: tagTimes(article, parsed) });
  };
}
