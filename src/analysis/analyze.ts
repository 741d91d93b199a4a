/**
 * Article -> Analysis: the ordered list of steps. Each takes plain data and returns plain data; a step that does
 * better replaces its line here. Pure: it knows one article and neither clock nor file system.
 */
import type { DataSource } from "../lexicon/data.ts";
import type { Analysis, Article, Token } from "../model.ts";
import { createEventFinder } from "./events/index.ts";
import { createLanguageEngine } from "./language/index.ts";
import { createMentionFinder } from "./mentions/index.ts";
import { createNameFinder } from "./names/index.ts";
import type { Parsed } from "./parsed.ts";
import { RELATIONS, UPOS, XPOS } from "./tag-sets.ts";
import { createTimeTagger } from "./times/index.ts";

export interface AnalyzeOptions {
  /** Adds the tokens with tags, heads and relations. Default false. */
  readonly tokens?: boolean;
}

export type Analyze = (article: Article, options?: AnalyzeOptions) => Analysis;

/** Loads tables and models once; the function it returns may be called any number of times. */
export function createAnalyzer(data: DataSource): Analyze {
  const parse = createLanguageEngine(data);
  const findNames = createNameFinder(data);
  const findMentions = createMentionFinder(data);
  const tagTimes = createTimeTagger(data);
  const findEvents = createEventFinder(data);

  return (article, options = {}) => {
    const parsed = parse(article);
    const names = findNames(article, parsed);
    const { mentions, chains, roles } = findMentions(article, parsed, names);
    const times = tagTimes(article, parsed);
    const found = findEvents(article, parsed, { mentions, chains, roles, times });
    return {
      article,
      sentences: parsed.sentences,
      ...(options.tokens ? { tokens: toTokens(parsed) } : {}),
      mentions: found.mentions,
      chains: found.chains,
      times,
      events: found.events,
      statements: found.statements,
      roles,
      notes: parsed.notes,
    };
  };
}

function toTokens({ tokens }: Parsed): Token[] {
  return Array.from({ length: tokens.count }, (_, i) => ({
    start: tokens.start[i]!,
    end: tokens.end[i]!,
    tag: UPOS[tokens.upos[i]!]!,
    xpos: XPOS[tokens.xpos[i]!]!,
    lemma: tokens.lemma[i]!,
    head: tokens.head[i]!,
    relation: RELATIONS[tokens.relation[i]!]!,
  }));
}
