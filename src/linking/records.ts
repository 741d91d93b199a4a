/**
 * What linking keeps of an article: all that hangs on this article alone, worked out once. Of the analysis itself nothing stays but
 * the sentences, which become evidence. A record is plain data, so that a store can keep it beside the analysis and link again without
 * reading either the text or the analysis.
 */

import type {
  Analysis,
  ArticleRecord,
  BlockKind,
  Chain,
  CountryCode,
  EventMention,
  EventRole,
  Mention,
  Note,
  Role,
  Span,
  Time,
} from "../model.ts";
import { contentHash } from "../text/hash.ts";
import { lowerBound } from "../text/lower-bound.ts";
import type { Mutable } from "../text/mutable.ts";
import { sentenceKey } from "../text/repeated-sentences.ts";
import { shingleSketch } from "../text/reprints.ts";
import type { ForEachCountedWord } from "./counted-words.ts";
import { type EventDays, eventDays, eventKind } from "./event-days.ts";
import { actOf } from "./happenings.ts";
import { type SentenceMarks, toSentenceMarks } from "./sentence-marks.ts";
import type { LinkingTables } from "./tables.ts";
import { walksOf } from "./walks.ts";

export interface LinkRecord {
  readonly article: Omit<ArticleRecord, "reprintGroup">;
  /** Of its text, for reprints. */
  readonly sketch: Uint32Array;
  /** Its words that say something, each once, in the order in which the text first has them. */
  readonly words: readonly string[];
  /** The text as indexes of them. */
  readonly tokens: Uint16Array;
  /** How many of the tokens stand in the headline and the first sentences. */
  readonly lead: number;
  /** Indexes of those words that stand in a name. */
  readonly nameWords: readonly number[];
  readonly sentences: readonly SentenceRecord[];
  readonly marks: SentenceMarks;
  /** By chain of the article. */
  readonly chains: readonly ChainFacts[];
  readonly mentions: readonly MentionFacts[];
  readonly times: readonly TimeFacts[];
  readonly events: readonly EventFacts[];
  readonly offices: readonly OfficeFact[];
  readonly whereabouts: readonly WhereaboutsFact[];
  readonly statements: readonly StatementFact[];
  /** Chains that are named in one sentence, two or more. */
  readonly together: readonly { readonly sentence: number; readonly chains: readonly number[] }[];
  readonly notes: readonly Note[];
}

export interface SentenceRecord extends Span {
  readonly block: BlockKind;
  readonly quote: string;
  /** Equal for the same words of the same outlet; undefined for what is too short to tell, or without an outlet. */
  readonly print?: number;
}

export interface SentenceFact {
  readonly sentence: number;
  readonly rule: string;
}

export type MentionFacts = Pick<Mention, "start" | "end" | "text" | "form" | "entity" | "sentence">;

export type TimeFacts = Pick<Time, "start" | "end" | "timex" | "sentence">;

export interface ChainFacts
  extends Pick<Chain, "kind" | "name" | "country" | "unnamed" | "members"> {
  /** Proper names and short names with the number of mentions. */
  readonly names: readonly (readonly [form: string, count: number])[];
  /** How many mentions there are of it; 0 for what is left out. */
  readonly mentions: number;
  /** Titles held, with the country or the name of the organisation: `president/RUS`. */
  readonly offices: readonly string[];
  /** What a person does for a living, as far as words next to the name tell. */
  readonly walks: readonly string[];
  /** Sentences that name it; those with a pronoun only where there is nothing better. */
  readonly findings: readonly SentenceFact[];
}

type ToldEvent = Pick<
  EventMention,
  | "start"
  | "end"
  | "act"
  | "plover"
  | "mode"
  | "contexts"
  | "lemma"
  | "status"
  | "polarity"
  | "interval"
>;

export interface EventFacts extends ToldEvent, SentenceFact, EventDays {
  /** What it would be called as an event of its own. */
  readonly id: string;
  readonly roles: readonly {
    readonly role: EventRole;
    readonly mention: number;
    readonly chain: number;
  }[];
  /** A chain. */
  readonly place?: number;
  /** Events of different kinds never join. */
  readonly kind: string;
  /** What is done, by its words: `kill` of *shot dead*. */
  readonly deed: string;
  /** Tokens of its sentence: from, up to its own words, behind them, to. */
  readonly around: readonly [from: number, before: number, after: number, to: number];
}

export interface OfficeFact extends SentenceFact {
  readonly person: number;
  readonly title: string;
  readonly of: number;
  readonly former?: boolean;
}

export interface WhereaboutsFact extends SentenceFact {
  readonly chain: number;
  readonly kind: "in" | "represents";
  readonly country: CountryCode;
}

export interface StatementFact extends SentenceFact {
  readonly speaker: number;
  /** Indexes into `events`. */
  readonly about: readonly number[];
  readonly lemma: string;
  readonly quoted: boolean;
}

/** The headline and the first sentences are the lead. */
const LEAD_SENTENCES = 3;
/** The vocabulary of an article: what is beyond stays out. */
const MOST_WORDS = 65_535;
export function toLinkRecord(analysis: Analysis, tables: LinkingTables): LinkRecord {
  const { article, chains, notes } = analysis;
  const { id, title, origin, published, outlet, agency, url, sourceId } = article;
  const words = readWords(analysis, tables.forEachCountedWord);
  const sentences = sentencesOf(analysis);
  const byChain = chains.map((): Mention[] => []);
  for (const mention of analysis.mentions) byChain[mention.entity]!.push(mention);
  return {
    article: {
      id,
      title,
      origin,
      ...(published !== undefined ? { published } : {}),
      ...(outlet !== undefined ? { outlet } : {}),
      ...(agency !== undefined ? { agency } : {}),
      ...(url !== undefined ? { url } : {}),
      ...(sourceId !== undefined ? { sourceId } : {}),
    },
    sketch: shingleSketch(article.text),
    words: words.words,
    tokens: words.tokens,
    lead: firstFrom(words.starts, leadEnd(analysis)),
    nameWords: nameWords(words, analysis, tables.forEachCountedWord),
    sentences,
    marks: toSentenceMarks(sentences),
    chains: chainFacts(analysis, byChain, tables),
    mentions: analysis.mentions.map(({ start, end, text, form, entity, sentence }) => {
      return { start, end, text, form, entity, sentence };
    }),
    times: analysis.times.map(({ start, end, timex, sentence }) => {
      return { start, end, timex, sentence };
    }),
    events: eventFacts(analysis, words, tables),
    offices: officesOf(analysis).map(({ person, title: office, of, former, sentence, rule }) => ({
      person: analysis.mentions[person]!.entity,
      title: office,
      of: analysis.mentions[of]!.entity,
      sentence,
      rule,
      ...(former ? { former } : {}),
    })),
    whereabouts: whereaboutsOf(analysis),
    statements: analysis.statements
      .filter(({ about }) => about.length > 0)
      .map(({ speaker, about, lemma, quoted, sentence, rule }) => {
        return {
          speaker: analysis.mentions[speaker]!.entity,
          about,
          lemma,
          quoted,
          sentence,
          rule,
        };
      }),
    together: togetherOf(analysis),
    notes,
  };
}

interface Words extends Pick<LinkRecord, "words" | "tokens"> {
  readonly indexOf: ReadonlyMap<string, number>;
  /** Of the tokens, in the text. */
  readonly starts: readonly number[];
}

function readWords({ article: { text } }: Analysis, forEachCountedWord: ForEachCountedWord): Words {
  const indexOf = new Map<string, number>();
  const tokens: number[] = [];
  const starts: number[] = [];
  forEachCountedWord(text, (word, start) => {
    let index = indexOf.get(word);
    if (index === undefined) {
      if (indexOf.size === MOST_WORDS) return;
      index = indexOf.size;
      indexOf.set(word, index);
    }
    tokens.push(index);
    starts.push(start);
  });
  return { indexOf, words: [...indexOf.keys()], tokens: Uint16Array.from(tokens), starts };
}

function leadEnd({ sentences }: Analysis): number {
  return sentences[Math.min(LEAD_SENTENCES, sentences.length) - 1]?.end ?? 0;
}

function nameWords(
  { indexOf }: Words,
  { mentions }: Analysis,
  forEachCountedWord: ForEachCountedWord,
): number[] {
  const names = new Set<number>();
  for (const { form, text } of mentions) {
    if (form !== "name" && form !== "short") continue;
    forEachCountedWord(text, (word) => {
      const at = indexOf.get(word);
      if (at !== undefined) names.add(at);
    });
  }
  return [...names].sort((a, b) => a - b);
}

function sentencesOf({ article: { text, outlet }, sentences }: Analysis): SentenceRecord[] {
  return sentences.map(({ start, end, block }) => {
    const quote = text.slice(start, end);
    const print = outlet === undefined ? undefined : sentenceKey({ outlet, text: quote });
    return print === undefined ? { start, end, block, quote } : { start, end, block, quote, print };
  });
}

function chainFacts(
  analysis: Analysis,
  byChain: readonly (readonly Mention[])[],
  tables: LinkingTables,
): ChainFacts[] {
  const { chains, mentions, roles } = analysis;
  const walks = walksOf(analysis, tables.walks);
  const acting = actingChains(analysis);
  const offices = chains.map((): string[] => []);
  for (const { person, title, of, former } of roles) {
    if (former) continue;
    const seat = chains[mentions[of]!.entity]!;
    offices[mentions[person]!.entity]!.push(`${title}/${seat.country ?? seat.name}`);
  }
  return chains.map(({ kind, name, country, unnamed, members }, i) => {
    const own = byChain[i]!;
    const names = new Map<string, number>();
    for (const { form, text } of own) {
      if (form === "name" || form === "short") names.set(text, (names.get(text) ?? 0) + 1);
    }
    const naming = own.filter(({ form }) => form !== "pronoun");
    // "Officials said that it was late", without an event: nobody whom a graph should show.
    const isIdle = unnamed === true && country === undefined && !acting.has(i);
    const facts: Mutable<ChainFacts> = {
      kind,
      name,
      names: [...names].map(([form, count]) => [form, count] as const),
      mentions: isIdle ? 0 : own.length,
      offices: offices[i]!,
      walks: walks[i]!,
      findings: members === undefined ? onePerSentence(naming.length > 0 ? naming : own) : [],
    };
    if (country !== undefined) facts.country = country;
    if (unnamed === true) facts.unnamed = unnamed;
    if (members !== undefined) facts.members = members;
    return facts;
  });
}

/** Chains that take part in an event, tell of one, or hold an office. */
function actingChains({ mentions, events, statements, roles }: Analysis): Set<number> {
  return new Set(
    [
      ...events.flatMap((event) => event.roles.map(({ mention }) => mention)),
      ...statements.flatMap(({ speaker, about }) => (about.length > 0 ? [speaker] : [])),
      ...roles.flatMap(({ person, of }) => [person, of]),
    ].map((mention) => mentions[mention]!.entity),
  );
}

/** Of several findings in one sentence the one with the first rule. */
function onePerSentence(findings: readonly SentenceFact[]): SentenceFact[] {
  const rules = new Map<number, string>();
  for (const { sentence, rule } of findings) {
    const other = rules.get(sentence);
    if (other === undefined || rule < other) rules.set(sentence, rule);
  }
  return [...rules].map(([sentence, rule]) => ({ sentence, rule }));
}

function eventFacts(analysis: Analysis, words: Words, { acts }: LinkingTables): EventFacts[] {
  const { article, sentences, mentions, events } = analysis;
  const told = new Map<string, number>();
  return events.map((event) => {
    const { act, plover, mode, contexts, lemma, status, polarity, interval, place } = event;
    const { start } = sentences[event.sentence]!;
    // A sentence may tell two of one sort: *met A and met B*.
    const key = [article.id, start, act, lemma].join("\t");
    const before = told.get(key) ?? 0;
    told.set(key, before + 1);
    const { deed, around } = tellingIn(analysis, event, words, acts);
    const { from, to, likelyFrom, likelyTo, isDated, isDayPrecise } = eventDays(analysis, event);
    const facts: Mutable<EventFacts> = {
      id: `event:${contentHash(before === 0 ? key : `${key}\t${before}`)}`,
      start: event.start,
      end: event.end,
      sentence: event.sentence,
      rule: event.rule,
      act,
      plover,
      lemma,
      status,
      polarity,
      roles: event.roles.map(({ role, mention }) => {
        return { role, mention, chain: mentions[mention]!.entity };
      }),
      kind: eventKind(event),
      from,
      to,
      likelyFrom,
      likelyTo,
      isDated,
      isDayPrecise,
      deed,
      around,
    };
    if (mode !== undefined) facts.mode = mode;
    if (contexts !== undefined) facts.contexts = contexts;
    if (interval !== undefined) facts.interval = interval;
    if (place !== undefined) facts.place = mentions[place]!.entity;
    return facts;
  });
}

type Trigger = Pick<EventFacts, "start" | "end" | "sentence" | "lemma">;
type Telling = Pick<EventFacts, "deed" | "around">;

function tellingIn(
  { article, sentences }: Analysis,
  { start, end, sentence, lemma }: Trigger,
  { starts }: Words,
  acts: LinkingTables["acts"],
): Telling {
  const whole = sentences[sentence]!;
  const [from = 0, before = 0, after = 0, to = 0] = [whole.start, start, end, whole.end].map((at) =>
    firstFrom(starts, at),
  );
  return {
    deed: actOf(lemma, article.text.slice(start, end), acts),
    around: [from, before, after, to],
  };
}

/** What a trigger tells by the words alone, as an event of a record has it. */
export function tellingOf(analysis: Analysis, trigger: Trigger, tables: LinkingTables): Telling {
  const words = readWords(analysis, tables.forEachCountedWord);
  return tellingIn(analysis, trigger, words, tables.acts);
}

function firstFrom(starts: readonly number[], from: number): number {
  return lowerBound(0, starts.length, (at) => starts[at]! < from);
}

/** Whose an organization of state is, its whereabouts tell, with every sentence. */
function officesOf({ roles }: Analysis): readonly Role[] {
  return roles.filter(({ rule }) => rule !== "organization-country");
}

/** Rules that make an organization of a nation and a noun of state. */
const INSTITUTION = /institution/;

/** Places and newspapers are in countries; the Kremlin and the Russian army stand for Russia. */
function whereaboutsOf({ mentions, chains, roles }: Analysis): WhereaboutsFact[] {
  const ofState = new Set<number>();
  for (const { person, rule } of roles) {
    if (rule === "organization-country") ofState.add(mentions[person]!.entity);
  }
  for (const { form, rule, entity } of mentions) {
    if (form === "metonym" || INSTITUTION.test(rule)) ofState.add(entity);
  }
  const byChain = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const { kind, form, entity } = mention;
    if (form === "pronoun" || (kind !== "place" && kind !== "organization")) continue;
    if (chains[entity]!.country === undefined) continue;
    const list = byChain.get(entity);
    if (list) list.push(mention);
    else byChain.set(entity, [mention]);
  }
  return [...byChain].flatMap(([chain, own]) =>
    (["place", "organization"] as const).flatMap((kind) =>
      onePerSentence(own.filter((mention) => mention.kind === kind)).map(
        ({ sentence, rule }): WhereaboutsFact => ({
          chain,
          sentence,
          rule,
          kind: kind === "place" || !ofState.has(chain) ? "in" : "represents",
          country: chains[chain]!.country!,
        }),
      ),
    ),
  );
}

function togetherOf({ mentions, chains }: Analysis): LinkRecord["together"] {
  const bySentence = new Map<number, Set<number>>();
  for (const { form, sentence, entity } of mentions) {
    if (form === "pronoun" || form === "role") continue;
    const named = bySentence.get(sentence) ?? new Set<number>();
    bySentence.set(sentence, named.add(entity));
  }
  return [...bySentence]
    .filter(([, named]) => named.size > 1 || chains[[...named][0]!]!.members !== undefined)
    .map(([sentence, named]) => ({ sentence, chains: [...named] }));
}
