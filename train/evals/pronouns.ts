/**
 * Third person pronouns on ECB+: of those whose gold chain has a name in the same article, how many are resolved at
 * all, and how many to a chain with that name. What the corpus names only by a common noun (*a Mafia boss*) and we take
 * for an office without a name counts as wrong, so that the figure is on the low side.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Analysis } from "../../src/model.ts";
import { type EcbArticle, type EcbMention, readEcb } from "./ecb-articles.ts";
import type { Suite } from "./suite.ts";

const FILE = "ecbplus-dev.jsonl";
const PERSONS = /^(?:he|him|his|himself|she|her|hers|herself)$/i;
/** *The* company, *the* actress: a common noun that describes what has a name elsewhere. */
const NOUNS = /^(?:[Tt]he )?[a-z][^A-Z]*$/;
const THINGS = /^(?:it|its|itself|they|them|their|themselves)$/i;

export const suite: Suite = {
  name: "pronouns",
  about: "pronouns with a name to find, ECB+",
  files: [FILE],
  run(dataFolder) {
    const analyze = createAnalyzer(nodeData());
    const persons: Score = { gold: 0, judged: 0, right: 0 };
    const things: Score = { gold: 0, judged: 0, right: 0 };
    const nouns: Score = { gold: 0, judged: 0, right: 0 };
    const details: string[] = [];
    for (const gold of readEcb(join(dataFolder, FILE))) {
      const analysis = analyze(gold.article);
      scoreReferences(gold, analysis, PERSONS, persons, details);
      scoreReferences(gold, analysis, THINGS, things, details);
      scoreReferences(gold, analysis, NOUNS, nouns, details);
    }
    return {
      figures: {
        "persons.precision": persons.right / Math.max(1, persons.judged),
        "persons.recall": persons.right / Math.max(1, persons.gold),
        "things.precision": things.right / Math.max(1, things.judged),
        "things.recall": things.right / Math.max(1, things.gold),
        "nouns.precision": nouns.right / Math.max(1, nouns.judged),
        "nouns.recall": nouns.right / Math.max(1, nouns.gold),
        "count.nouns": nouns.gold,
      },
      details: details.join("\n"),
    };
  },
};

interface Score {
  gold: number;
  judged: number;
  right: number;
}

function scoreReferences(
  { article, mentions }: EcbArticle,
  analysis: Analysis,
  kind: RegExp,
  score: Score,
  details: string[],
): void {
  for (const gold of mentions) {
    if (!kind.test(gold.text) || (kind === NOUNS && !isDescription(gold, article.text))) continue;
    const names = mentions.filter(
      ({ chain, text }) =>
        chain === gold.chain && /^\p{Lu}/u.test(text) && !PERSONS.test(text) && !THINGS.test(text),
    );
    if (names.length === 0) continue;
    score.gold += 1;
    const found = analysis.mentions.find(
      ({ end, form }) => end === gold.end && form !== "name" && form !== "adjective",
    );
    if (!found || analysis.chains[found.entity]!.unnamed) continue;
    score.judged += 1;
    if (names.some((name) => chainOf(name, analysis) === found.entity)) score.right += 1;
    else {
      const around = article.text.slice(Math.max(0, gold.start - 120), gold.end + 30);
      const name = analysis.chains[found.entity]!.name;
      details.push(`${article.id}: ${gold.text} is not ${name} but ${names[0]!.text}: ${around}`);
    }
  }
}

/** A noun with *the*; what happens (*the move*, *the shooting*) is no description of a name. */
function isDescription({ kind, text, start }: EcbMention, article: string): boolean {
  return (
    kind === "human" &&
    !PERSONS.test(text) &&
    !THINGS.test(text) &&
    (/^the /i.test(text) ||
      /\bthe (?:[\w-]+ )?$/i.test(article.slice(Math.max(0, start - 30), start)))
  );
}

/** The chain of the named mention that shares most with the gold one. */
function chainOf({ start, end }: EcbMention, { mentions }: Analysis): number | undefined {
  let best: number | undefined;
  let bestShared = 0;
  for (const mention of mentions) {
    if (mention.form === "pronoun" || mention.form === "role") continue;
    const shared =
      Math.min(mention.end, end) -
      Math.max(mention.start, start) +
      (mention.end === end ? 1000 : 0);
    if (mention.start < end && mention.end > start && shared > bestShared) {
      [best, bestShared] = [mention.entity, shared];
    }
  }
  return best;
}
