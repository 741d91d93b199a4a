/**
 * Gold event mentions as records that the linker clusters. Their words, story and day are the program's own; participants are left
 * empty, because gold mentions are mostly no events of the program's own making.
 */
import { toDay } from "../../src/linking/days.ts";
import { clusterEvents } from "../../src/linking/event-clusters.ts";
import type { EventRecord } from "../../src/linking/event-records.ts";
import { toHappening } from "../../src/linking/happenings.ts";
import { countActs, rarityIn } from "../../src/linking/placing.ts";
import { tellingOf, toLinkRecord } from "../../src/linking/records.ts";
import { findStories } from "../../src/linking/stories.ts";
import { weightIn } from "../../src/linking/story-vectors.ts";
import type { LinkingTables } from "../../src/linking/tables.ts";
import type { Analysis, Span, Token } from "../../src/model.ts";

export interface GoldHappening extends Span {
  readonly key: string;
  readonly chain: string;
  /** Index into the analyses, which have tokens. */
  readonly article: number;
}

export interface LinkedHappenings {
  readonly found: ReadonlyMap<string, string>;
  /** By equal lemmas inside a story. */
  readonly byLemma: ReadonlyMap<string, string>;
  /** By equal lemmas on one day. */
  readonly byDay: ReadonlyMap<string, string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** `isDated`: the articles have dates. */
export function linkGold(
  happenings: readonly GoldHappening[],
  analyses: readonly Analysis[],
  tables: LinkingTables,
  isDated = false,
): LinkedHappenings {
  const articles = analyses.map((each) => toLinkRecord(each, tables));
  const { storyOf, spread } = findStories(articles);
  const told = happenings.map((gold) => {
    const analysis = analyses[gold.article]!;
    const head = headOf(gold, analysis.tokens!);
    return {
      lemma: head.lemma,
      ...tellingOf(analysis, { ...head, sentence: sentenceOf(gold, analysis) }, tables),
    };
  });
  const counts = countActs(
    told.map(({ deed }, i) => [deed, storyOf[happenings[i]!.article]!] as const),
  );
  const weights = {
    acts: tables.acts,
    townOf: tables.townOf,
    weightOf: (word: string) => weightIn(spread, word),
    rarityOf: (act: string) => rarityIn(counts, act),
  };
  const records = happenings.map((gold, i): EventRecord => {
    const analysis = analyses[gold.article]!;
    const sentence = sentenceOf(gold, analysis);
    const story = storyOf[gold.article]!;
    const day = isDated ? dayOf(gold, sentence, analysis) : Number.NaN;
    const from = Number.isNaN(day) ? Number.NEGATIVE_INFINITY : day;
    const to = Number.isNaN(day) ? Number.POSITIVE_INFINITY : day;
    return {
      ...toHappening(
        articles[gold.article]!,
        told[i]!,
        { article: gold.article, sentence, story },
        weights,
      ),
      mode: undefined,
      kind: "",
      from,
      to,
      likelyFrom: from,
      likelyTo: to,
      isDated: from === to,
      isDayPrecise: from === to,
      actors: NOBODY,
      recipients: NOBODY,
      everyone: NOBODY,
      heads: NOBODY,
      standsFor: new Map(),
      places: NOBODY,
      surroundings: NOBODY,
    };
  });
  const clusters = clusterEvents(records);
  const by = (name: (i: number) => string) =>
    new Map(happenings.map(({ key }, i) => [key, name(i)]));
  return {
    found: by((i) => String(clusters[i])),
    byLemma: by((i) => `${records[i]!.story}\t${records[i]!.lemma}`),
    byDay: by((i) => `${lemmaDay(happenings[i]!, records[i]!, analyses)}\t${records[i]!.lemma}`),
  };
}

/** Where there is no day, that of the article. */
function lemmaDay(
  { article }: GoldHappening,
  { from }: EventRecord,
  analyses: readonly Analysis[],
): number {
  return Number.isFinite(from) ? from : toDay(analyses[article]!.article.published);
}

/** The first token of the span whose head stands outside. */
export function headOf({ start, end }: Span, tokens: readonly Token[]): Span & { lemma: string } {
  const inside = tokens.filter((token) => token.start < end && token.end > start);
  const head =
    inside.find((token) => !inside.includes(tokens[token.head]!)) ?? inside[0] ?? tokens[0]!;
  return { start: head.start, end: head.end, lemma: head.lemma.toLowerCase() };
}

function sentenceOf({ start }: Span, { sentences }: Analysis): number {
  return Math.max(
    0,
    sentences.findLastIndex((sentence) => sentence.start <= start),
  );
}

/** The day of the program's own event there, else of the nearest date of the sentence. */
function dayOf(gold: Span, sentence: number, { events, times }: Analysis): number {
  const own = events.find(({ start, end }) => start < gold.end && end > gold.start)?.interval;
  if (own?.from !== undefined && own.from === own.to) return toDay(own.from);
  const distance = (span: Span) => Math.max(span.start - gold.end, gold.start - span.end);
  const dates = times
    .filter((time) => time.sentence === sentence && time.from && time.from === time.to)
    .sort((a, b) => distance(a) - distance(b));
  return toDay(dates[0]?.from);
}
