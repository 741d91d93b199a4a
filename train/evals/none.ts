/** False events: sentences of real-news kind without any event, written for this project. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import { parseTable } from "../../src/lexicon/tables.ts";
import { sentenceArticle } from "./plover.ts";
import type { Suite, SuiteResult } from "./suite.ts";

export const suite: Suite = {
  name: "none",
  about: "sentences without an event that get one",
  files: [],
  run,
};

function run(): SuiteResult {
  const file = join(dataFolder(), "..", "tests", "fixtures", "no-event-sentences.tsv");
  const analyze = createAnalyzer(nodeData());
  const rows = parseTable(readFileSync(file, "utf8"));
  let withEvent = 0;
  let withBothSides = 0;
  const lines: string[] = [];
  rows.forEach(([kind, text], index) => {
    const { events, mentions } = analyze(sentenceArticle(`none-${index}`, text!));
    if (events.length === 0) return;
    withEvent++;
    const isSided = events.some(
      ({ roles }) =>
        roles.some(({ role }) => role === "actor" || role === "participant") &&
        roles.some(({ role }) => role === "recipient" || role === "participant"),
    );
    if (isSided) withBothSides++;
    const found = events.map(
      ({ plover, lemma, rule, confidence, roles }) =>
        `${plover} ${lemma} <${rule}> ${confidence} ${roles.map(({ role, mention }) => `${role}=${mentions[mention]!.text}`).join(" ")}`,
    );
    lines.push(`${kind}: ${text}`, ...found.map((line) => `    ${line}`));
  });
  return {
    figures: {
      sentences: rows.length,
      "false.any": withEvent / rows.length,
      "false.bothSides": withBothSides / rows.length,
    },
    details: lines.join("\n"),
    lowerIsBetter: ["false.any", "false.bothSides"],
  };
}
