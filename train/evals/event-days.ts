/**
 * Day and participants of events, MEANTIME. `asked.*`: for each gold mention whose happening has a time (`gold-times.ts`), which of several ways
 * to guess it (`time-guesses.ts`) says just that value; `asked.day` is the way chosen on the other documents, in five folds. `linked.*`: the
 * same ways on those mentions that a day was linked to directly. `found.*` and `participants.*` read what the program puts out for those
 * mentions that its own finder finds.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { createTimeBook } from "../../src/analysis/events/event-time.ts";
import { loadEventLexicon } from "../../src/analysis/events/lexicon.ts";
import { createReading } from "../../src/analysis/events/reading.ts";
import { repairTrees } from "../../src/analysis/events/repair-trees.ts";
import { createLanguageEngine } from "../../src/analysis/language/index.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Analysis, EventMention, Span } from "../../src/model.ts";
import { goldTimes } from "./gold-times.ts";
import { type GoldArticle, type GoldTold, readMeantime } from "./meantime.ts";
import type { Suite } from "./suite.ts";
import { GUESSES, hanging, headOf, type Page, writtenOn } from "./time-guesses.ts";

const FILE = "meantime-dev.jsonl";

export const suite: Suite = {
  name: "event-days",
  about: "day and participants of events, MEANTIME",
  files: [FILE],
  run(folder) {
    const articles = readMeantime(join(folder, FILE));
    const asked = goldTimes(articles);
    const daysOf = goldDays(articles);
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const parse = createLanguageEngine(data);
    const lexicon = loadEventLexicon(data);
    const rows: Judged[] = [];
    const linked: Judged[] = [];
    const own = { said: 0, right: 0 };
    const end = { all: 0, found: 0, dated: 0, right: 0 };
    const sides = { gold: 0, recalled: 0, fillers: 0, right: 0 };
    const errors: string[] = [];
    articles.forEach((gold, document) => {
      const analysis = analyze(gold.article);
      const { mentions, chains, times } = analysis;
      const parsed = repairTrees(parse(gold.article), lexicon);
      const reading = createReading(gold.article, parsed, lexicon, mentions, chains);
      const page: Page = {
        analysis,
        reading,
        times: createTimeBook(reading, times),
        published: writtenOn(analysis),
      };
      for (const told of gold.told) {
        const values = asked.get(told.chain);
        if (values) {
          const row = judge(page, told, values, document);
          rows.push(row);
          if (!row.right.has(BEST)) {
            const word = gold.article.text.slice(told.start, told.end);
            errors.push(`${gold.article.id} ${word}: ${values.join("/")}, not ${row.said}`);
          }
          const hung = hanging(page, headOf(page, told), 2);
          if (hung !== undefined) own.said++;
          if (hung !== undefined && values.includes(hung)) own.right++;
        }
        const found = analysis.events.filter((event) => overlaps(event, told));
        const days = daysOf(gold, told);
        if (days.length > 0) {
          linked.push(judge(page, told, days, document));
          end.all++;
          if (found.length > 0) end.found++;
          const dated = found.find(({ interval }) => interval && interval.basis !== "publication");
          if (dated) end.dated++;
          if (dated && days.some((day) => holds(dated, day))) end.right++;
        }
        // Participants were annotated completely only where the events were.
        if (found.length > 0 && gold.events.some(({ start }) => start === told.start)) {
          countSides(sides, analysis, found, told);
        }
      }
    });
    return {
      figures: {
        "count.asked": rows.length,
        ...Object.fromEntries(
          Object.keys(GUESSES).map((way) => [`asked.${way}`, shareRight(rows, way)]),
        ),
        "asked.day": crossValidated(rows),
        "asked.hanging.precision": own.right / own.said,
        "asked.hanging.coverage": own.said / rows.length,
        "count.linked": linked.length,
        "linked.publication": shareRight(linked, "publication"),
        "linked.day": crossValidated(linked),
        "found.share": end.found / end.all,
        "found.interval.precision": end.right / end.dated,
        "found.interval.coverage": end.dated / end.found,
        "participants.recall": sides.recalled / sides.gold,
        "participants.precision": sides.right / sides.fillers,
      },
      details: `${JSON.stringify({ end, sides })}\n${errors.join("\n")}`,
    };
  },
};

/** The way whose errors are printed. */
const BEST = "sameWord";

/** One mention: which ways say its time. */
interface Judged {
  readonly document: number;
  readonly right: ReadonlySet<string>;
  readonly said: string | undefined;
}

function judge(page: Page, told: Span, values: readonly string[], document: number): Judged {
  const said = Object.entries(GUESSES).map(([way, guess]) => [way, guess(page, told)] as const);
  const isRight = (value: string | undefined) => value !== undefined && values.includes(value);
  return {
    document,
    right: new Set(said.filter(([, value]) => isRight(value)).map(([way]) => way)),
    said: said.find(([way]) => way === BEST)?.[1],
  };
}

function shareRight(rows: readonly Judged[], way: string): number {
  return rows.filter(({ right }) => right.has(way)).length / rows.length;
}

const FOLDS = 5;

/** Share right where each document is guessed in the way that is best on the documents of the other folds. */
function crossValidated(rows: readonly Judged[]): number {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = rows.filter(({ document }) => document % FOLDS !== fold);
    const ways = Object.keys(GUESSES);
    const best = ways.reduce((a, b) => (shareRight(others, b) > shareRight(others, a) ? b : a));
    const held = rows.filter(({ document }) => document % FOLDS === fold);
    right += held.filter((row) => row.right.has(best)).length;
  }
  return right / rows.length;
}

/** Days that were linked to a mention, else to its happening in the article, else anywhere. */
function goldDays(
  articles: readonly GoldArticle[],
): (gold: GoldArticle, told: GoldTold) => string[] {
  const inArticle = new Map<string, string[]>();
  const anywhere = new Map<string, string[]>();
  const add = (days: Map<string, string[]>, key: string, more: readonly string[]): void => {
    days.set(key, [...new Set([...(days.get(key) ?? []), ...more])]);
  };
  for (const { article, told } of articles) {
    for (const { chain, days } of told) {
      if (days.length === 0) continue;
      add(inArticle, `${article.id} ${chain}`, days);
      add(anywhere, chain, days);
    }
  }
  return ({ article }, { chain, days }) =>
    days.length > 0
      ? [...days]
      : (inArticle.get(`${article.id} ${chain}`) ?? anywhere.get(chain) ?? []);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds({ interval }: EventMention, day: string): boolean {
  const { from = "", to = "9999" } = interval ?? {};
  return from <= day && day <= to;
}

const SIDES: ReadonlySet<string> = new Set(["PER", "ORG", "LOC"]);

function countSides(
  sides: { gold: number; recalled: number; fillers: number; right: number },
  { mentions }: Analysis,
  found: readonly EventMention[],
  { participants }: GoldTold,
): void {
  const fillers = [
    ...new Set(found.flatMap(({ roles }) => roles.map(({ mention }) => mention))),
  ].map((index) => mentions[index]!);
  const named = participants.filter(({ type, syntax }) => SIDES.has(type) && syntax === "NAM");
  sides.gold += named.length;
  sides.recalled += named.filter((side) => fillers.some((filler) => overlaps(filler, side))).length;
  const names = fillers.filter(({ form }) => form === "name");
  sides.fillers += names.length;
  sides.right += names.filter((name) => participants.some((side) => overlaps(name, side))).length;
}
