/**
 * Named mentions in the right chain of their article, on MEANTIME: B³ (Bagga and Baldwin 1998) over the gold named
 * mentions of persons, organisations and places. A gold mention stands in the chain of the system mention that
 * covers it best; one that no system mention covers is alone. Beside it: pronouns that landed with the right name.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Analysis } from "../../src/model.ts";
import { covering, type GoldArticle, type GoldMention, readMeantime } from "./meantime.ts";
import type { Suite } from "./suite.ts";

const FILE = "meantime-dev.jsonl";
const NAMED_TYPES = new Set(["PER", "ORG", "LOC"]);

export const suite: Suite = {
  name: "chains",
  about: "named mentions in the right chain of their article, MEANTIME",
  files: [FILE],
  run(dataFolder) {
    const analyze = createAnalyzer(nodeData());
    const score = newScore();
    const details: string[] = [];
    for (const gold of readMeantime(join(dataFolder, FILE))) {
      scoreArticle(gold, analyze(gold.article), score, details);
    }
    const precision = score.precision / score.mentions;
    const recall = score.recall / score.mentions;
    return {
      figures: {
        "named.b3.precision": precision,
        "named.b3.recall": recall,
        "named.b3.f1": (2 * precision * recall) / (precision + recall),
        "named.covered": score.covered / score.mentions,
        "pronouns.precision": score.pronounsRight / Math.max(1, score.pronounsJudged),
        "pronouns.recall": score.pronounsRight / Math.max(1, score.pronouns),
      },
      details: details.join("\n"),
    };
  },
};

interface Score {
  mentions: number;
  covered: number;
  precision: number;
  recall: number;
  pronouns: number;
  pronounsJudged: number;
  pronounsRight: number;
}

function newScore(): Score {
  return {
    mentions: 0,
    covered: 0,
    precision: 0,
    recall: 0,
    pronouns: 0,
    pronounsJudged: 0,
    pronounsRight: 0,
  };
}

function scoreArticle(
  { article, mentions }: GoldArticle,
  analysis: Analysis,
  score: Score,
  details: string[],
): void {
  const isNamed = ({ syntax, type }: GoldMention): boolean =>
    (syntax === "NAM" || syntax === "PRE.NAM") && NAMED_TYPES.has(type);
  const named = mentions.filter(isNamed);
  const names = analysis.mentions.filter(({ form }) => form !== "pronoun" && form !== "role");
  const system = named.map((gold, index) => {
    const mention = covering(gold, names);
    if (mention) score.covered += 1;
    else details.push(`${article.id}: not found: ${gold.text}`);
    return mention ? mention.entity : -1 - index;
  });
  named.forEach((gold, i) => {
    const sameSystem = named.filter((_, j) => system[j] === system[i]);
    const sameGold = named.filter(({ chain }) => chain === gold.chain);
    const both = sameSystem.filter(({ chain }) => chain === gold.chain).length;
    score.mentions += 1;
    score.precision += both / sameSystem.length;
    score.recall += both / sameGold.length;
    if (both < sameSystem.length) {
      const others = sameSystem.filter(({ chain }) => chain !== gold.chain).map(({ text }) => text);
      details.push(`${article.id}: wrongly with ${gold.text}: ${[...new Set(others)].join(" | ")}`);
    }
    if (both < sameGold.length) {
      const others = named.filter(
        (other, j) => other.chain === gold.chain && system[j] !== system[i],
      );
      const texts = [...new Set(others.map(({ text }) => text))];
      details.push(`${article.id}: parted from ${gold.text}: ${texts.join(" | ")}`);
    }
  });
  scorePronouns(mentions, named, system, analysis, score, details, article.id);
}

function scorePronouns(
  mentions: readonly GoldMention[],
  named: readonly GoldMention[],
  system: readonly number[],
  analysis: Analysis,
  score: Score,
  details: string[],
  id: string,
): void {
  for (const gold of mentions) {
    if (gold.syntax !== "PRO" || !named.some(({ chain }) => chain === gold.chain)) continue;
    score.pronouns += 1;
    const found = analysis.mentions.find(
      ({ start, end }) => start === gold.start && end === gold.end,
    );
    if (!found) continue;
    score.pronounsJudged += 1;
    const isRight = named.some(
      ({ chain }, i) => chain === gold.chain && system[i] === found.entity,
    );
    if (isRight) score.pronounsRight += 1;
    else {
      const [start, end] = [Math.max(0, gold.start - 60), gold.end + 30];
      const around = analysis.article.text.slice(start, end);
      details.push(
        `${id}: pronoun ${gold.text} is not ${analysis.chains[found.entity]!.name}: ${around}`,
      );
    }
  }
}
