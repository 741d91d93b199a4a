/**
 * Coreference of events and entities over documents, ECB+, ten topics at a time as in the standard test part: gold mentions with the
 * program's own stories, and events end to end (the program's mentions scored against the gold ones). Singletons count.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { type LinkingTables, loadLinkingTables } from "../../src/linking/tables.ts";
import type { Analysis, Token } from "../../src/model.ts";
import { type CoreferenceScores, scoreCoreference } from "../coreference-scores.ts";
import { type EcbArticle, inParts, readEcb } from "./ecb-articles.ts";
import { type GoldEntityMention, linkGoldEntities } from "./gold-entities.ts";
import { type GoldHappening, headOf, linkGold } from "./gold-happenings.ts";
import type { Suite } from "./suite.ts";

const FILE = "ecbplus-dev.jsonl";

export const suite: Suite = {
  name: "ecb",
  about: "events and entities over documents, ECB+, own stories, ten topics at a time",
  files: [FILE],
  run(folder) {
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const tables = loadLinkingTables(data);
    const parts = inParts(readEcb(join(folder, FILE))).map((part) => {
      const analyses = part.map(({ article }) => analyze(article, { tokens: true }));
      return {
        ...measureEvents(part, analyses, tables),
        ...measureEndToEnd(part, analyses, tables),
        ...measureEntities(part, analyses, data),
      };
    });
    const mean = (value: (scores: (typeof parts)[number]) => number) =>
      parts.reduce((sum, each) => sum + value(each), 0) / parts.length;
    return {
      figures: {
        "events.conll": mean(({ found }) => found.conll),
        "events.b3.precision": mean(({ found }) => found.b3.precision),
        "events.b3.f1": mean(({ found }) => found.b3.f1),
        "events.lea.f1": mean(({ found }) => found.lea.f1),
        "events.lemma.conll": mean(({ lemma }) => lemma.conll),
        "events.endToEnd.conll": mean(({ endToEnd }) => endToEnd.conll),
        "events.endToEnd.mentions.f1": mean(({ mentionsF1 }) => mentionsF1),
        "entities.conll": mean(({ entities }) => entities.conll),
        "entities.b3.precision": mean(({ entities }) => entities.b3.precision),
        "entities.lemma.conll": mean(({ entityLemma }) => entityLemma.conll),
      },
    };
  },
};

function measureEvents(
  part: readonly EcbArticle[],
  analyses: readonly Analysis[],
  tables: LinkingTables,
): { readonly found: CoreferenceScores; readonly lemma: CoreferenceScores } {
  const happenings = part.flatMap(({ article, mentions }, i) =>
    mentions.flatMap(({ kind, start, end, chain }, m): GoldHappening[] =>
      kind === "event" ? [{ key: `${article.id}:${m}`, chain, article: i, start, end }] : [],
    ),
  );
  const gold = new Map(happenings.map(({ key, chain }) => [key, chain]));
  const { found, byLemma } = linkGold(happenings, analyses, tables);
  return { found: scoreCoreference(gold, found), lemma: scoreCoreference(gold, byLemma) };
}

/**
 * End to end: every full verb of an annotated sentence and every noun that the table of acts knows is taken for a happening. The graph
 * keeps only those with named participants; the corpus annotates them all.
 */
function measureEndToEnd(
  part: readonly EcbArticle[],
  analyses: readonly Analysis[],
  tables: LinkingTables,
): { readonly endToEnd: CoreferenceScores; readonly mentionsF1: number } {
  const gold = new Map<string, string>();
  const happenings = part.flatMap(({ article, mentions, validated }, i): GoldHappening[] => {
    const tokens = analyses[i]!.tokens!;
    for (const mention of mentions) {
      if (mention.kind !== "event") continue;
      gold.set(`${article.id}:${headOf(mention, tokens).start}`, mention.chain);
    }
    return tokens
      .filter(({ start, end }) => validated.some((span) => span.start <= start && end <= span.end))
      .filter((token) => isHappening(token, tables))
      .map(({ start, end }) => ({
        key: `${article.id}:${start}`,
        chain: "",
        article: i,
        start,
        end,
      }));
  });
  const { found } = linkGold(happenings, analyses, tables);
  const right = happenings.filter(({ key }) => gold.has(key)).length;
  return {
    endToEnd: scoreCoreference(gold, found),
    mentionsF1: (2 * right) / (happenings.length + gold.size),
  };
}

/** *Attacker*, *winner*, *protester* tell who, not what. */
const PERSON = /(?:er|or|ist|ee|man|champion)$/i;
const NOT_A_VERB = /^(?:aux|cop)/;

function isHappening({ tag, relation, lemma }: Token, { acts }: LinkingTables): boolean {
  if (tag === "VERB") return !NOT_A_VERB.test(relation);
  if (tag !== "NOUN" && tag !== "PROPN") return false;
  return acts.isKnown(acts.actOf(lemma.toLowerCase())) && !PERSON.test(lemma);
}

function measureEntities(
  part: readonly EcbArticle[],
  analyses: readonly Analysis[],
  data: DataSource,
): { readonly entities: CoreferenceScores; readonly entityLemma: CoreferenceScores } {
  const golds = part.flatMap(({ article, mentions }, i) =>
    mentions.flatMap(({ kind, start, end, chain }, m): GoldEntityMention[] =>
      kind === "event" ? [] : [{ key: `${article.id}:${m}`, chain, kind, article: i, start, end }],
    ),
  );
  const gold = new Map(golds.map(({ key, chain }) => [key, chain]));
  const { found, byLemma } = linkGoldEntities(golds, analyses, data);
  return {
    entities: scoreCoreference(gold, found),
    entityLemma: scoreCoreference(gold, byLemma),
  };
}
