/**
 * `node .tools/bench/events.js [rounds]`: events and times of the sentences of the tests, after the parse, in user CPU.
 * Asked: 0.5 ms a sentence for events, 0.3 s a megabyte for times. Beside each stands what the parse of the same text
 * costs in the same run, and for times the plainest search, one regular expression of months, weekdays and years.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEventFinder } from "../src/analysis/events/index.ts";
import { createLanguageEngine } from "../src/analysis/language/index.ts";
import { createMentionFinder } from "../src/analysis/mentions/index.ts";
import { createNameFinder } from "../src/analysis/names/index.ts";
import { createTimeTagger } from "../src/analysis/times/index.ts";
import { dataFolder, nodeData } from "../src/lexicon/node-data.ts";
import { parseTable } from "../src/lexicon/tables.ts";
import type { Article } from "../src/model.ts";

const PLAIN_TIMES =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:19|20)\d\d\b/gi;

const rounds = Number(process.argv[2] ?? 20);
const data = nodeData();
const parse = createLanguageEngine(data);
const findNames = createNameFinder(data);
const findMentions = createMentionFinder(data);
const tagTimes = createTimeTagger(data);
const findEvents = createEventFinder(data);

const articles = testArticles();
const bytes = articles.reduce((sum, { text }) => sum + text.length, 0);
let parsed = articles.map(parse);
const parsing = perRound(() => {
  parsed = articles.map(parse);
});
const found = articles.map((article, i) =>
  findMentions(article, parsed[i]!, findNames(article, parsed[i]!)),
);
const times = articles.map((article, i) => tagTimes(article, parsed[i]!));
const tagging = perRound(() => {
  articles.forEach((article, i) => {
    tagTimes(article, parsed[i]!);
  });
});
const searching = perRound(() => {
  for (const { text } of articles) text.match(PLAIN_TIMES);
});
let events = 0;
const coding = perRound(() => {
  events = 0;
  articles.forEach((article, i) => {
    events += findEvents(article, parsed[i]!, { ...found[i]!, times: times[i]! }).events.length;
  });
});
const sentences = parsed.reduce((sum, one) => sum + one.sentences.length, 0);

console.log(
  `${articles.length} articles, ${sentences} sentences, ${events} events, ${rounds} rounds`,
);
console.log("step               ms/sentence    s/MB   of the parse");
row("parse", parsing);
row("times", tagging);
row("times, plain", searching);
row("events", coding);

function row(name: string, ms: number): void {
  const cells = [(ms / sentences).toFixed(3), (ms / 1000 / (bytes / 1e6)).toFixed(3)];
  console.log(
    `${name.padEnd(18)} ${cells[0]!.padStart(11)} ${cells[1]!.padStart(7)} ${(ms / parsing).toFixed(3).padStart(14)}`,
  );
}

/** User CPU in ms of one round, after two rounds that warm up. */
function perRound(run: () => void): number {
  run();
  run();
  const started = process.cpuUsage();
  for (let i = 0; i < rounds; i++) run();
  return process.cpuUsage(started).user / 1000 / rounds;
}

/** The agency-style sentences of the tests as articles of twelve sentences. */
function testArticles(): Article[] {
  const folder = join(dataFolder(), "..", "tests", "fixtures");
  const texts = ["act-sentences", "agency-sentences", "no-event-sentences"].flatMap((name) =>
    parseTable(readFileSync(join(folder, `${name}.tsv`), "utf8")).map((cells) => cells.at(-1)!),
  );
  const made: Article[] = [];
  for (let i = 0; i < texts.length; i += 12) {
    const text = texts.slice(i, i + 12).join(" ");
    made.push({
      id: `bench-${i}`,
      title: "",
      text,
      blocks: [{ kind: "body", start: 0, end: text.length }],
      published: "2023-03-15",
      language: "en",
      origin: `bench-${i}`,
    });
  }
  return made;
}
