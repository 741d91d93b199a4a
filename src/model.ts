/**
 * The types that flow along the line, and nothing else:
 *
 *     Page ─▶ Article ─▶ Analysis ─▶ Knowledge ─▶ graph
 *
 * Offsets are UTF-16 units of `article.text`, `[start, end)`. Not finding is `undefined`, never `null`.
 * A number typed `*Index` refers into the array of that name in the same Analysis.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A calendar day, `2023-03-05`. */
export type IsoDate = string;

/** A day or a moment, as precise as the source gave it: `2023-03-05`, `2023-03-05T20:50:00+08:00`. */
export type IsoDateTime = string;

/** ISO 3166-1 alpha-3, `CHN`; also `XKX` for Kosovo, `PSE` for Palestine. */
export type CountryCode = string;

// ── Page ────────────────────────────────────────────────────────────────────────────────────────

/** What a source yields. `dump` is scraped visible text with navigation and teasers in it; `text` is clean. */
export interface Page {
  /** Where it came from, for people and for notes: `news/a.html`, `feed.jsonl.gz:17`, `-`. */
  readonly origin: string;
  readonly type: "html" | "dump" | "text";
  readonly content: string;
  readonly url?: string;
  readonly hints?: PageHints;
}

/** What the source already knows of the article: the fields of a JSONL line, a feed item, a WARC header. */
export interface PageHints {
  readonly id?: string;
  readonly title?: string;
  readonly published?: IsoDateTime;
  readonly updated?: IsoDateTime;
  readonly outlet?: string;
  readonly authors?: readonly string[];
  readonly agency?: string;
  readonly language?: string;
  /** When the page was fetched or the mail sent. Nothing that it tells is news of a later day. */
  readonly retrieved?: IsoDateTime;
}

/**
 * Where a value of the metadata was found. `given`: by the source, as a field of a JSONL line or a feed; `text`: in what
 * the reader sees, as a dateline, a byline, a credit or a line with a date; `title`: the title element of the page;
 * `script`: the data that a script of the page draws it from; `link`: its canonical address; `url`: the address itself.
 */
export type MetadataSource =
  | "given"
  | "json-ld"
  | "meta"
  | "microdata"
  | "time"
  | "url"
  | "link"
  | "title"
  | "heading"
  | "text"
  | "script";

export type MetadataField =
  | "title"
  | "published"
  | "updated"
  | "outlet"
  | "authors"
  | "agency"
  | "url";

export type FoundIn = { readonly [field in MetadataField]?: MetadataSource };

// ── Article ─────────────────────────────────────────────────────────────────────────────────────

export type BlockKind = "headline" | "body" | "caption";

export interface Block extends Span {
  readonly kind: BlockKind;
}

export interface Article {
  /** Hash of the normalised body: the same article from HTML and from a dump is one. */
  readonly id: string;
  readonly title: string;
  /** The headline, a blank line, the body; blocks parted by a blank line. Clean text without a title is kept as it came. */
  readonly text: string;
  /** In order, without overlap; what lies between them is white space. */
  readonly blocks: readonly Block[];
  readonly published?: IsoDateTime;
  readonly updated?: IsoDateTime;
  readonly outlet?: string;
  readonly authors?: readonly string[];
  readonly agency?: string;
  readonly url?: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly origin: string;
  /** The id that a JSONL line brought. */
  readonly sourceId?: string;
  /** Where each value of its metadata was found. */
  readonly foundIn?: FoundIn;
}

// ── Analysis ────────────────────────────────────────────────────────────────────────────────────

export interface Sentence extends Span {
  /** Tokens `[firstToken, lastToken)` of the article. */
  readonly firstToken: number;
  readonly lastToken: number;
  readonly block: BlockKind;
}

/** One token as it is written with `--tokens`. Inside the program tokens are columns: `analysis/tokens.ts`. */
export interface Token extends Span {
  /** Universal part of speech, `VERB`. */
  readonly tag: string;
  /** Penn Treebank tag, `VBD`: tense, number and verb form. */
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the head token in the article, -1 for a root. */
  readonly head: number;
  /** Universal dependency relation with its subtype, `nsubj:pass`. */
  readonly relation: string;
}

export type EntityKind = "person" | "organization" | "group" | "country" | "place";

/** How a mention names its entity. */
export type MentionForm =
  | "name" // Vladimir Putin, Russia, Kremlin
  | "short" // Putin, WHO
  | "adjective" // Russian
  | "metonym" // Moscow (said), the Kremlin
  | "role" // the Russian leader, the president, the two countries
  | "pronoun"; // he, its

export interface Mention extends Span {
  readonly text: string;
  readonly kind: EntityKind;
  readonly form: MentionForm;
  /** Index (and `id`) of its chain. */
  readonly entity: number;
  readonly sentence: number;
  readonly rule: string;
}

/** The mentions of one entity inside one article. `id` is its index in `chains`. */
export interface Chain {
  readonly id: number;
  readonly kind: EntityKind;
  /** The fullest name that the article gives, without titles and articles. */
  readonly name: string;
  /** The country it is (countries), belongs to (persons, organisations, groups) or lies in (places), where the text says so. */
  readonly country?: CountryCode;
  /** No name at all in this article: *Russia's army chief*, *the two sides*. */
  readonly unnamed?: boolean;
  /** Of a plural such as *the two countries*: the chains that it stands for. */
  readonly members?: readonly number[];
}

export type TimePrecision =
  | "time"
  | "day"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "year"
  | "decade";

export interface Time extends Span {
  readonly text: string;
  readonly timex: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value: `2022-12-30`, `2022-W51`, `2023-SP`, `P2D`, `PRESENT_REF`. */
  readonly value: string;
  /** First and last day, both included; either may be open. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly precision?: TimePrecision;
  readonly basis: "explicit" | "resolved";
  readonly sentence: number;
  readonly rule: string;
}

export type Act =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "AID"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT"
  | "OTHER";

export type EventStatus =
  | "actual"
  | "ongoing"
  | "planned"
  | "cancelled"
  | "hypothetical"
  | "claimed";

export type Polarity = "asserted" | "denied";

export type EventRole = "actor" | "recipient" | "participant" | "place" | "about";

export interface RoleFiller {
  readonly role: EventRole;
  /** Index into `mentions`. */
  readonly mention: number;
  /** Alpha-3, or `IGO NGO MNC INT` for what has none. */
  readonly country?: string;
  /** PLOVER sector: GOV MIL REB OPP BUS CVL ... */
  readonly sector?: string;
}

/** The days of an event and how they are known. `publication` only bounds it: on or before the day of the article. */
export interface EventInterval {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly precision?: TimePrecision;
  readonly basis: "explicit" | "resolved" | "inferred" | "publication";
}

export interface EventMention extends Span {
  /** Span of the trigger is `[start, end)`; its sentence is the evidence. */
  readonly sentence: number;
  /** The base act: a planned meeting and the held one are both CONSULT. */
  readonly act: Act;
  /** The PLOVER 2.0 code, derived from act, status and polarity. */
  readonly plover: Act;
  /** PLOVER mode where it is clear: `visit`, `phone`, `troops`; of OTHER what happened: `launch`, `death`. */
  readonly mode?: string;
  /** PLOVER contexts, what it is about: `military`, `election`; at most three. */
  readonly contexts?: readonly string[];
  /** Lemma of the trigger: `meet`, `impose sanction`. */
  readonly lemma: string;
  readonly status: EventStatus;
  readonly polarity: Polarity;
  readonly roles: readonly RoleFiller[];
  /** Index into `times`. */
  readonly time?: number;
  readonly interval?: EventInterval;
  /** Index into `mentions`. */
  readonly place?: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly rule: string;
}

/** Who said what. A statement is not an event. */
export interface Statement extends Span {
  /** Index into `mentions`. */
  readonly speaker: number;
  readonly addressee?: number;
  readonly quoted: boolean;
  /** Lemma of the reporting word: `say`, `warn`. */
  readonly lemma: string;
  /** Indexes into `events`. */
  readonly about: readonly number[];
  readonly time?: number;
  readonly sentence: number;
  readonly rule: string;
}

/** An office or affiliation: *Russian President*, *Kremlin spokesman*. The span is its evidence. */
export interface Role extends Span {
  /** Index into `mentions`: whoever holds it. */
  readonly person: number;
  /** Lower case, `president`, `spokesman`, `foreign minister`. */
  readonly title: string;
  /** Index into `mentions`: the country or organisation. */
  readonly of: number;
  readonly former?: boolean;
  readonly sentence: number;
  readonly rule: string;
}

export interface Analysis {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly tokens?: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly times: readonly Time[];
  readonly events: readonly EventMention[];
  readonly statements: readonly Statement[];
  readonly roles: readonly Role[];
  readonly notes: readonly Note[];
}

// ── Knowledge ───────────────────────────────────────────────────────────────────────────────────

/** A sentence that says so. `quote === article.text.slice(start, end)`. */
export interface Evidence extends Span {
  /** Id of the article. */
  readonly article: string;
  readonly quote: string;
  readonly kind: BlockKind;
  readonly published?: IsoDateTime;
  /** How this article told the event. */
  readonly status?: EventStatus;
  readonly polarity?: Polarity;
  readonly rule: string;
  /** Ids of reprints that carry the same words. */
  readonly copies?: readonly string[];
}

/** An article as the graph remembers it. */
export interface ArticleRecord {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly published?: IsoDateTime;
  readonly outlet?: string;
  readonly agency?: string;
  readonly url?: string;
  readonly sourceId?: string;
  /** Articles that carry the same words share this id, the smallest of theirs. Weights count them once. */
  readonly reprintGroup: string;
}

/** Why two things became one. */
export interface Merge {
  /** The name, or the id, that was merged in. */
  readonly what: string;
  /** For people: *part of the name, only bearer in the story*; *decided: same A = B*. */
  readonly reason: string;
  /** Id of an article that shows it: its sentences with the name are in the evidence. */
  readonly article?: string;
}

export interface Entity {
  /** `person:xi-jinping`, `country:CHN`, `organization:kremlin`. Does not depend on the order of input. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country?: CountryCode;
  readonly unnamed?: boolean;
  /** Ids that this entity had before it was merged; they still resolve. */
  readonly formerIds?: readonly string[];
  /** Why its names are taken for one; absent where there is but one name. */
  readonly merged?: readonly Merge[];
  /** What a table of the user calls it, by the name of the column: `{ wikidata: "Q7747" }`. */
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

export interface Participant {
  /** Entity id. */
  readonly entity: string;
  readonly role: EventRole;
  readonly evidence: readonly Evidence[];
}

export interface NewsEvent {
  /** `event:` and a hash of the earliest evidence. */
  readonly id: string;
  readonly act: Act;
  readonly plover: Act;
  readonly mode?: string;
  /** PLOVER contexts that at least half of the tellings with any have. */
  readonly contexts?: readonly string[];
  /** A line for people, like a line of news: *Xi Jinping and Vladimir Putin hold talks*. */
  readonly label: string;
  /** The best supported status: held wins over planned. What each article told is in the evidence. */
  readonly status: EventStatus;
  readonly polarity: Polarity;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly precision?: TimePrecision;
  readonly basis?: EventInterval["basis"];
  readonly participants: readonly Participant[];
  readonly formerIds?: readonly string[];
  /** Why its tellings are taken for one; absent where there is but one telling. */
  readonly merged?: readonly Merge[];
  readonly evidence: readonly Evidence[];
}

/** A relation of two nodes that is not a role in an event. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: "represents" | "in" | "says" | "together";
  /** Of `represents`: `president`. */
  readonly title?: string;
  readonly former?: boolean;
  /** Of `says`: the reporting word. */
  readonly stance?: string;
  readonly quoted?: boolean;
  readonly evidence: readonly Evidence[];
}

export interface Knowledge {
  readonly articles: readonly ArticleRecord[];
  readonly entities: readonly Entity[];
  readonly events: readonly NewsEvent[];
  readonly relations: readonly Relation[];
  readonly notes: readonly Note[];
}

/** Evidence whose sentence has a number; its quote is read when it is asked for. */
export interface NumberedEvidence extends Evidence {
  /** Among all sentences of the pile, from 1 on. */
  readonly sentence: number;
}

export interface NumberedQuote
  extends Pick<Evidence, "article" | "start" | "end" | "kind" | "quote" | "published"> {
  readonly number: number;
}

/** All sentences of a pile. */
export interface Quotes {
  readonly count: number;
  /** In the order of their numbers, those that are asked for. */
  quotes(isAsked: (number: number) => boolean): Iterable<NumberedQuote>;
}

/** Ids by the million, each once, ascending by code unit; in memory they need not be strings. */
export interface SortedTexts {
  readonly length: number;
  at(place: number): string;
  /** -1 for what is not among them. */
  placeOf(text: string): number;
}

/** Knowledge that is told piece by piece, because evidence of a large pile does not fit into memory. What is asked for is worked out then. */
export interface KnowledgeParts {
  /** Sorted by id. */
  readonly articles: readonly ArticleRecord[];
  readonly notes: readonly Note[];
  readonly entityIds: SortedTexts;
  readonly eventIds: SortedTexts;
  /** How many entities there are of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many relations there are, and roles in events. */
  readonly edges: number;
  /** In the order of their ids. */
  entities(): Iterable<Entity>;
  /** Each once, in the order in which the articles tell of them, which is the quickest. */
  happenings(): Iterable<NewsEvent>;
  relations(): Iterable<Relation>;
  /** Where the sentences of all evidence stand, which is numbered then (`NumberedEvidence`). */
  readonly quotes?: Quotes;
  /** What is kept so that later only what changes is linked again; undefined where decisions of the user look at all at once. */
  readonly linked?: LinkedPile;
}

// ── Linking again ───────────────────────────────────────────────────────────────────────────────

/** What linking found of an article: with it, and its analysis, what hangs on it can be linked again. */
export interface LinkedArticle {
  readonly id: string;
  readonly outlet?: string;
  /** Since 1970; undefined where it has none. */
  readonly day?: number;
  readonly block: string;
  /** Smallest article id of its story, and of its reprint group. */
  readonly story: string;
  readonly reprint: string;
  readonly isCanonical: boolean;
  /** Indexes of the sentences that its outlet repeats, and of each a hash of its words. */
  readonly repeated: readonly number[];
  readonly prints: readonly number[];
  /** Of the entities that its chains became. */
  readonly castHash: number;
}

/** What chains of any article say the same of. */
export interface LinkedLine {
  readonly number: number;
  /** Packed. */
  readonly line: string;
}

/** What is read of few articles at a time. */
export interface LinkedDetails {
  /** Entities of each chain. */
  readonly cast: readonly (readonly string[])[];
  /** Countries in which its places lie. */
  readonly countries: readonly CountryCode[];
  readonly notes: readonly Note[];
  /** All that linking needs to know of the article but its sentences, packed. */
  readonly record: Uint8Array;
}

export interface WrittenArticle extends LinkedArticle, LinkedDetails {
  /** What who is who hangs on: of each of its chains the number of what it says. */
  readonly chains: readonly number[];
  /** What no chain said before. */
  readonly lines: readonly LinkedLine[];
}

/** An event mention of a known participant. */
export interface LinkedTelling {
  readonly article: string;
  /** Index into the events of the article. */
  readonly event: number;
  /** Id of the event that it became. */
  readonly id: string;
  /** Equal for those that are one event by their story alone. */
  readonly cluster: string;
  /** Hash of the kind and the day of the cluster; 0 where it is not known to the day. */
  readonly dayKey: number;
  /** Only places are known. */
  readonly namesNobody: boolean;
}

/** Hashes of an entity: of all that is said of it, and of what the events say of their participants. */
export interface LinkedHead {
  readonly id: string;
  readonly whole: number;
  readonly named: number;
}

/** An entity as it is in the graph, as far as events say it of their participants or hang on it. */
export interface KeptHead extends Pick<Entity, "id" | "name" | "country" | "unnamed"> {
  /** As in `LinkedHead`. */
  readonly whole: number;
}

export interface LinkedBlock {
  readonly id: string;
  /** How rare words and acts are, packed. */
  readonly counts: string;
}

/** The memory of linking, in any order. */
export interface LinkedPile {
  articles(): Iterable<WrittenArticle>;
  tellings(): Iterable<LinkedTelling>;
  heads(): Iterable<LinkedHead>;
  blocks(): Iterable<LinkedBlock>;
}

/** The same as it is kept: what linking asks to find out what an addition or a removal changes. */
export interface KeptPile {
  /** Articles that came, went or were read anew since. */
  readonly changed: readonly string[];
  /** As it is now; undefined for one that is gone. */
  analysis(article: string): Analysis | undefined;
  /** Of one that is not gone, as it is now. */
  text(article: string): string;
  /** As it was linked. */
  analysisBefore(article: string): Analysis | undefined;
  /** Of what could not be read. */
  readonly notes: readonly Note[];
  /** Analyses of an article from other places than the one that counts, sorted by article and origin. */
  readonly copies: readonly { readonly origin: string; readonly of: string }[];
  articles(): Iterable<{
    readonly article: LinkedArticle;
    readonly chains: readonly number[];
  }>;
  /** What their chains say, sorted by number. */
  lines(): Iterable<LinkedLine>;
  /** Those on which there are any, by article. */
  notesOnArticles(): ReadonlyMap<string, readonly Note[]>;
  details(article: string): Pick<LinkedDetails, "cast">;
  /** As it was packed. */
  record(article: string): Uint8Array;
  /** Of the articles those with an event that names nobody. */
  silentAmong(articles: readonly string[]): readonly string[];
  /** Of the days of which the articles tell those with an event, of any article, that names nobody. */
  silentDays(articles: readonly string[]): readonly number[];
  /** With a place in one of the countries. */
  articlesIn(countries: readonly CountryCode[]): readonly string[];
  /** Undefined for one that was not in the cast. */
  head(id: string): KeptHead | undefined;
  /** Packed counts of a block. */
  block(id: string): string;
  blockIds(): readonly string[];
  tellingsOfArticle(article: string): readonly LinkedTelling[];
  tellingsOfEvent(id: string): readonly LinkedTelling[];
  countTellings(events: readonly string[]): ReadonlyMap<string, number>;
  tellingsOfDay(dayKey: number): readonly LinkedTelling[];
}

/** What an addition or a removal changes. Evidence of entities and relations is that of the region alone. */
export interface KnowledgeChange {
  readonly region: ChangedRegion;
  readonly articles: readonly {
    readonly record: ArticleRecord;
    readonly linked: WrittenArticle;
  }[];
  readonly goneArticles: readonly string[];
  /** Numbers of what no chain says any more. */
  readonly goneLines: readonly number[];
  readonly entities: readonly {
    readonly head: Omit<Entity, "evidence">;
    readonly hashes: LinkedHead;
    readonly evidence: readonly Evidence[];
  }[];
  readonly goneEntities: readonly string[];
  readonly events: readonly { readonly event: NewsEvent; readonly says: readonly Relation[] }[];
  readonly goneEvents: readonly string[];
  /** Those without evidence in the region any more have none. */
  readonly relations: readonly Relation[];
  /** Those that are new or other than before. */
  readonly tellings: readonly LinkedTelling[];
  readonly goneTellings: readonly Pick<LinkedTelling, "article" | "event">[];
  readonly blocks: readonly LinkedBlock[];
  readonly goneBlocks: readonly string[];
  readonly work: RelinkWork;
}

/** Where evidence is told anew. */
export interface ChangedRegion {
  /** Articles of which all is; some of them may be gone. */
  readonly articles: ReadonlySet<string>;
  /** Of others some sentences, by where they start: they are, or were, one piece of evidence with sentences of those articles. */
  readonly sentences: ReadonlyMap<string, ReadonlySet<number>>;
  /** Those others, and all that are reprints of one of them or of the articles. */
  readonly near: readonly string[];
}

/** How much was linked again. */
export interface RelinkWork {
  readonly blocks: number;
  readonly stories: number;
  readonly days: number;
  readonly entities: number;
  readonly events: number;
  readonly relations: number;
  /** Articles whose analysis was read. */
  readonly read: number;
}

// ── Notes ───────────────────────────────────────────────────────────────────────────────────────

export type Stage = "read" | "article" | "analysis" | "linking" | "graph";

/** What went wrong or was left out, and why. A bad article becomes a note, never a crash. */
export interface Note {
  readonly stage: Stage;
  readonly origin: string;
  readonly message: string;
  readonly span?: Span;
}
