/** Reads MEANTIME (newsreader-project.eu, CC BY 4.0) as articles with gold mentions in character offsets. */
import { readFileSync } from "node:fs";
import type { Article, Mention } from "../../src/model.ts";
import { writeSentence } from "./written-text.ts";

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  /** As the corpus has it, with blanks between tokens. */
  readonly text: string;
  /** As the article has it. */
  readonly written: string;
  readonly chain: string;
  /** PER ORG LOC PRO FIN, or empty. */
  readonly type: string;
  /** NAM, PRE.NAM, PRO, NOM, APP ... or empty. */
  readonly syntax: string;
}

export interface GoldArticle {
  readonly article: Article;
  /** Of the sentences that were annotated in full; each with the happening it tells. */
  readonly events: readonly {
    readonly start: number;
    readonly end: number;
    readonly chain: string;
  }[];
  readonly mentions: readonly GoldMention[];
  /** Every mention of an event, in all sentences, with what the corpus links to it. */
  readonly told: readonly GoldTold[];
}

export interface GoldTold {
  readonly start: number;
  readonly end: number;
  readonly chain: string;
  /** Days that hold the event, by the links of this very mention. */
  readonly days: readonly string[];
  /** Values of the times that hold the event, by the links of this very mention: `2008-09-15`, `2008-09`, `2008-Q3`. */
  readonly times: readonly string[];
  /** Happenings that hold this one or fall together with it, by the links of this very mention. */
  readonly within: readonly string[];
  /** Who or what took part. */
  readonly participants: readonly GoldMention[];
}

interface MeantimeLine {
  readonly doc_id: string;
  readonly dct?: string;
  readonly sentences: readonly (readonly string[])[];
  readonly mentions: readonly {
    readonly id: string;
    readonly tag: string;
    readonly sent: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly attr?: { readonly syntactic_type?: string; readonly value?: string };
    readonly chain?: string | null;
    readonly etype?: string | null;
  }[];
  readonly relations: readonly {
    readonly event?: string;
    readonly participant?: string;
    readonly tlink?: readonly string[];
    readonly rel?: string;
  }[];
}

export function readMeantime(path: string): GoldArticle[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => toGold(JSON.parse(line) as MeantimeLine));
}

/** Title, date line and the next four sentences; later ones are annotated only where they mention what is known. */
const LAST_FULL_SENTENCE = 5;

/** The headline, the date line and the body as three blocks, written as a newspaper would: no blank before a comma. */
function toGold(line: MeantimeLine): GoldArticle {
  let text = "";
  const starts: number[][] = [];
  const ends: number[][] = [];
  const blocks: { kind: "headline" | "body"; start: number; end: number }[] = [];
  line.sentences.forEach((words, sentence) => {
    text += sentence === 0 ? "" : sentence <= 2 ? "\n\n" : " ";
    const start = text.length;
    const written = writeSentence(words, text.length);
    text += written.text;
    starts.push(written.starts);
    ends.push(written.ends);
    if (sentence <= 2)
      blocks.push({ kind: sentence === 0 ? "headline" : "body", start, end: text.length });
    else blocks[blocks.length - 1]!.end = text.length;
  });
  const entities = line.mentions.filter(({ tag, chain }) => tag === "ENTITY_MENTION" && chain);
  const mentions = entities.map((mention) => ({
    start: starts[mention.sent]![mention.start]!,
    end: ends[mention.sent]![mention.end - 1]!,
    text: mention.text,
    written: text.slice(
      starts[mention.sent]![mention.start]!,
      ends[mention.sent]![mention.end - 1]!,
    ),
    chain: mention.chain!,
    type: mention.etype ?? "",
    syntax: mention.attr?.syntactic_type ?? "",
  }));
  const events = line.mentions
    .filter(({ tag, sent }) => tag === "EVENT_MENTION" && sent <= LAST_FULL_SENTENCE)
    .map(({ id, sent, start, end }) => ({
      start: starts[sent]![start]!,
      end: ends[sent]![end - 1]!,
      chain: chainOf(line, id),
    }));
  const byId = new Map(mentions.map((mention, index) => [entities[index]!.id, mention]));
  const told = line.mentions
    .filter(({ tag }) => tag === "EVENT_MENTION")
    .map(({ id, sent, start, end }) => ({
      start: starts[sent]![start]!,
      end: ends[sent]![end - 1]!,
      chain: chainOf(line, id),
      days: timesOf(line, id).filter((value) => DAY.test(value)),
      times: timesOf(line, id),
      within: holdersOf(line, id).map((other) => chainOf(line, other)),
      participants: line.relations.flatMap(({ event, participant }) => {
        const found = event === id && participant ? byId.get(participant) : undefined;
        return found ? [found] : [];
      }),
    }));
  const article: Article = {
    id: line.doc_id,
    title: text.slice(0, blocks[0]?.end ?? 0),
    text,
    blocks,
    ...(line.dct ? { published: line.dct } : {}),
    language: "en",
    origin: line.doc_id,
  };
  return { article, mentions, events, told };
}

/** *Event IS_INCLUDED time* and *time INCLUDES event* say the same; both occur. */
const HOLDS: ReadonlySet<string> = new Set(["INCLUDES", "SIMULTANEOUS"]);
const IS_HELD: ReadonlySet<string> = new Set(["IS_INCLUDED", "SIMULTANEOUS"]);
const DAY = /^\d{4}-\d\d-\d\d$/;
const POINT_OR_PERIOD = /^\d{4}(?:-\d\d(?:-\d\d(?=T|$))?|-Q\d|-W\d\d)?/;

function timesOf(line: MeantimeLine, event: string): string[] {
  const values = holdersOf(line, event).flatMap((other) => {
    const time = line.mentions.find(({ id, tag }) => id === other && tag === "TIMEX3");
    const value = POINT_OR_PERIOD.exec(time?.attr?.value ?? "")?.[0];
    return value === undefined ? [] : [value];
  });
  return [...new Set(values)].sort();
}

/** Ids of what holds an event: times and other events. */
function holdersOf({ relations }: MeantimeLine, event: string): string[] {
  return relations.flatMap(({ tlink, rel = "" }) => {
    const [from, to] = tlink ?? [];
    if (from === event && to !== undefined && IS_HELD.has(rel)) return [to];
    return to === event && from !== undefined && HOLDS.has(rel) ? [from] : [];
  });
}

/** An event that is told once in the corpus has no chain, and stands for itself. */
function chainOf({ doc_id, mentions }: MeantimeLine, event: string): string {
  return mentions.find(({ id }) => id === event)?.chain ?? `${doc_id}:${event}`;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  PER: ["person"],
  ORG: ["organization", "group"],
  LOC: ["country", "place"],
};

/**
 * The mention with the same span, else of those that hold the last word of the gold mention's head the one of its kind, the one that ends
 * there, the one that shares most with it; else one of its kind at its end. Gold mentions run on: *Mobile , Alabama* is the town, *the
 * Prime Minister of Singapore , Mr. Lee* the man; and begin with others: *Singapore 's Changi Airport* is no Singapore.
 */
export function covering(gold: GoldMention, mentions: readonly Mention[]): Mention | undefined {
  const headEnd = gold.start + headLength(gold.written);
  const lastWord = headEnd - 1;
  let best: Mention | undefined;
  let bestShared = 0;
  for (const mention of mentions) {
    if (mention.start === gold.start && mention.end === gold.end) return mention;
    const isOfKind = KINDS[gold.type]?.includes(mention.kind) ?? false;
    const isAtHead = mention.start <= lastWord && mention.end > lastWord;
    if (!isAtHead && !(isOfKind && mention.end === gold.end)) continue;
    const shared =
      Math.min(mention.end, headEnd) -
      Math.max(mention.start, gold.start) +
      (isAtHead ? 100_000 : 50_000) +
      (mention.end === headEnd ? 1000 : 0) +
      (isOfKind ? 5000 : 0);
    if (shared > bestShared) [best, bestShared] = [mention, shared];
  }
  return best;
}

const AFTER_HEAD = /,| (?:in|near|of|for|at|which|who|located) | \(/;
const PUNCTUATION_AT_END = /[^\p{L}\p{N}]+$/u;
const POSSESSIVE_AT_END = / ?['’]s?$/;

/** UTF-16 units up to the end of the head noun. */
function headLength(written: string): number {
  const found = AFTER_HEAD.exec(written);
  const head = found && found.index > 0 ? written.slice(0, found.index) : written;
  return head.replace(POSSESSIVE_AT_END, "").replace(PUNCTUATION_AT_END, "").length || head.length;
}
