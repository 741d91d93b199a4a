/**
 * The analysis of an article, and beside it what was taken for an event in each sentence, and why it became one
 * or none: the steps of the analysis up to there, run once more.
 */
import { createAnalyzer } from "../analysis/analyze.ts";
import { createEventExplainer } from "../analysis/events/explain.ts";
import { createLanguageEngine } from "../analysis/language/index.ts";
import { createMentionFinder } from "../analysis/mentions/index.ts";
import { createNameFinder } from "../analysis/names/index.ts";
import { createTimeTagger } from "../analysis/times/index.ts";
import type { DataSource } from "../lexicon/data.ts";
import type { Article } from "../model.ts";
import type { Explained } from "./explain-text.ts";

export function createExplainer(data: DataSource): (article: Article) => Explained {
  const analyze = createAnalyzer(data);
  const parse = createLanguageEngine(data);
  const findNames = createNameFinder(data);
  const findMentions = createMentionFinder(data);
  const tagTimes = createTimeTagger(data);
  const explainEvents = createEventExplainer(data);
  return (article) => {
    const parsed = parse(article);
    const cast = findMentions(article, parsed, findNames(article, parsed));
    const findings = { ...cast, times: tagTimes(article, parsed) };
    return {
      analysis: analyze(article, { tokens: true }),
      candidates: explainEvents(article, parsed, findings),
    };
  };
}
