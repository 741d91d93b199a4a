/**
 * Day and participants of events, MEANTIME. The day of a gold mention is that of the links of its instance to a day (the mention's own
 * links first, then those of its article, then of other articles). `gold.*` gives the mentions and asks for the day; `found.*` and
 * `participants.*` read what the program puts out for those mentions that its own finder finds.
 */
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { createTimeBook, type TimeBook } from "../../src/analysis/events/event-time.ts";
import { loadEventLexicon } from "../../src/analysis/events/lexicon.ts";
import { createReading } from "../../src/analysis/events/reading.ts";
import { repairVerbs } from "../../src/analysis/events/repair-verbs.ts";
import { createLanguageEngine } from "../../src/analysis/language/index.ts";
import { XPOS } from "../../src/analysis/tag-sets.ts";
import type { TokenTable } from "../../src/analysis/tokens.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { Analysis, Article, EventMention, Span, Time } from "../../src/model.ts";
import { type GoldArticle, type GoldTold, readMeantime } from "./meantime.ts";
import type { Suite } from "./suite.ts";

const FILE = "meantime-dev.jsonl";

export const suite: Suite = {
  name: "event-days",
  about: "day and participants of events, MEANTIME",
  files: [FILE],
  run(folder) {
    const articles = readMeantime(join(folder, FILE));
    const daysOf = goldDays(articles);
    const data = nodeData();
    const analyze = createAnalyzer(data);
    const parse = createLanguageEngine(data);
    const lexicon = loadEventLexicon(data);
    const days = { all: 0, publication: 0, nearest: 0, ours: 0, hanging: 0, hangingRight: 0 };
    const end = { all: 0, found: 0, dated: 0, right: 0 };
    const sides = { gold: 0, recalled: 0, fillers: 0, right: 0 };
    const errors: string[] = [];
    for (const gold of articles) {
      const analysis = analyze(gold.article);
      const { mentions, chains, times } = analysis;
      const parsed = repairVerbs(parse(gold.article), lexicon);
      const reading = createReading(gold.article, parsed, lexicon, mentions, chains);
      const page: Page = {
        analysis,
        tokens: parsed.tokens,
        times: createTimeBook(reading, times),
        published: gold.article.published?.slice(0, 10) ?? times.find(isDay)?.from,
      };
      for (const told of gold.told) {
        const found = analysis.events.filter((event) => overlaps(event, told));
        const known = daysOf(gold, told);
        if (known.length > 0) {
          const guess = guessDay(page, told);
          days.all++;
          if (known.includes(page.published ?? "")) days.publication++;
          if (known.includes(guess.nearest ?? page.published ?? "")) days.nearest++;
          if (known.includes(guess.ours ?? "")) days.ours++;
          else {
            const word = gold.article.text.slice(told.start, told.end);
            errors.push(`${gold.article.id} ${word}: ${known.join("/")}, not ${guess.ours}`);
          }
          if (guess.hanging) days.hanging++;
          if (guess.hanging && known.includes(guess.hanging)) days.hangingRight++;
          end.all++;
          if (found.length > 0) end.found++;
          const dated = found.find(({ interval }) => interval && interval.basis !== "publication");
          if (dated) end.dated++;
          if (dated && known.some((day) => holds(dated, day))) end.right++;
        }
        // Participants were annotated completely only where the events were.
        if (found.length > 0 && gold.events.some(({ start }) => start === told.start)) {
          countSides(sides, analysis, found, told);
        }
      }
    }
    return {
      figures: {
        "gold.publicationDay": days.publication / days.all,
        "gold.nearestInSentence": days.nearest / days.all,
        "gold.day": days.ours / days.all,
        "gold.hanging.precision": days.hangingRight / days.hanging,
        "gold.hanging.coverage": days.hanging / days.all,
        "found.share": end.found / end.all,
        "found.interval.precision": end.right / end.dated,
        "found.interval.coverage": end.dated / end.found,
        "participants.recall": sides.recalled / sides.gold,
        "participants.precision": sides.right / sides.fillers,
      },
      details: `${JSON.stringify({ days, end, sides })}\n${errors.join("\n")}`,
    };
  },
};

interface Page {
  readonly analysis: Analysis;
  readonly tokens: TokenTable;
  readonly times: TimeBook;
  readonly published: string | undefined;
}

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

interface Guess {
  /** The day that hangs on the mention or on what it hangs on. */
  readonly hanging: string | undefined;
  readonly nearest: string | undefined;
  readonly ours: string | undefined;
}

function guessDay(page: Page, told: GoldTold): Guess {
  const { analysis, published } = page;
  const head = headOf(page.tokens, told);
  const hanging = hangingDay(page, head);
  const sentence = analysis.sentences.findIndex(({ end }) => end > told.start);
  let nearest: Time | undefined;
  for (const time of analysis.times) {
    if (time.sentence !== sentence || !isDay(time)) continue;
    if (!nearest || distance(time, told) < distance(nearest, told)) nearest = time;
  }
  const inferred = isPresent(page, head) ? published : leadDay(analysis);
  return { hanging, nearest: nearest?.from, ours: hanging ?? inferred ?? published };
}

/** Below the headline, where the present stands for the past, the present tense tells of the day of writing. */
function isPresent({ analysis: { article }, tokens }: Page, head: number): boolean {
  if (head < 0 || tokens.start[head]! < bodyStart(article)) return false;
  return PRESENT.has(XPOS[tokens.xpos[head]!]!);
}

const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);

/** Behind headline and date line. */
function bodyStart({ blocks }: Article): number {
  return blocks[2]?.start ?? 0;
}

const MOST_STEPS_UP = 6;

/** The time of the next word above the mention that has one, if it is a day. */
function hangingDay({ analysis, tokens, times }: Page, head: number): string | undefined {
  for (let at = head, steps = 0; at >= 0 && steps < MOST_STEPS_UP; at = tokens.head[at]!, steps++) {
    const time = analysis.times[times.ofToken(at)];
    if (time) return isDay(time) ? time.from : undefined;
  }
  return undefined;
}

/** A day in the first sentence below headline and date line. */
function leadDay({ article, sentences, times }: Analysis): string | undefined {
  const start = bodyStart(article);
  const lead = sentences.findIndex((sentence) => sentence.start >= start);
  return times.find((time) => time.sentence === lead && isDay(time))?.from;
}

function isDay({ timex, from, to }: Time): boolean {
  return (timex === "DATE" || timex === "TIME") && from !== undefined && from === to;
}

/** The word of the mention that hangs on something outside it. */
function headOf(tokens: TokenTable, span: Span): number {
  for (let token = 0; token < tokens.count; token++) {
    if (!overlapsToken(tokens, token, span)) continue;
    const head = tokens.head[token]!;
    if (head < 0 || !overlapsToken(tokens, head, span)) return token;
  }
  return -1;
}

function overlapsToken({ start, end }: TokenTable, token: number, span: Span): boolean {
  return start[token]! < span.end && end[token]! > span.start;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function distance(time: Span, told: Span): number {
  return Math.min(Math.abs(time.start - told.start), Math.abs(time.end - told.start));
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
