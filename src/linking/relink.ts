/**
 * What an addition or a removal changes, found without linking the rest again: the same knowledge as `Linker` makes of all the articles.
 *
 * 1. *Blocks* whose articles changed are placed again (`placing.ts`); what an article's place hangs on lies in its block.
 * 2. The *cast* is worked out of what is kept of the chains of all articles; hashes tell for which articles and entities it is another.
 * 3. The *region*: articles that came, went, have another place or another cast. Of other articles only the evidence of sentences that share a
 *    printer with one of them can change, because copies are folded printer by printer (`evidence.ts`).
 * 4. *Stories* of articles that came, went, have another story or another cast, of blocks with other counts of words, and of tellings whose participants are
 *    of another country, are clustered again (`relink-stories.ts`); then the *days* (`dayKey`) in which a cluster is another.
 * 5. Events of which a telling lies in them or changed, entities and relations that they tell of, before or now, are told anew.
 */
import type {
  Analysis,
  ChangedRegion,
  CountryCode,
  Evidence,
  KeptPile,
  KnowledgeChange,
  LinkedArticle,
  Relation,
} from "../model.ts";
import { remembered } from "../text/remembered.ts";
import { toArticleRecord } from "./articles.ts";
import { findBlocks } from "./blocks.ts";
import { ChainPile } from "./chain-pile.ts";
import { type Cast, linkEntities } from "./entities.ts";
import { forEachNaming } from "./entity-evidence.ts";
import { isKnown } from "./event-records.ts";
import { createEvidenceMaker, type Finding, printerOfRepeated } from "./evidence.ts";
import { addTo } from "./groups.ts";
import { createKeptLines, unpackChain } from "./kept-chains.ts";
import { type KeptRecord, unpackKept } from "./kept-records.ts";
import { dayOf } from "./link.ts";
import { hashesOf, packCounts, placeOf, toLinkedArticle, unpackCounts } from "./linked-state.ts";
import type { LinkingOptions } from "./options.ts";
import { compareText } from "./order.ts";
import {
  type BlockCounts,
  type Place,
  type PlacedArticle,
  placeArticles,
  toPlacingFacts,
} from "./placing.ts";
import { type LinkRecord, toLinkRecord } from "./records.ts";
import {
  forEachRelation,
  type RelationHead,
  relationKey,
  type VisitRelation,
} from "./relations.ts";
import { relinkEvents } from "./relink-events.ts";
import { countMarked, markedSentence } from "./sentence-marks.ts";
import type { LinkingTables } from "./tables.ts";

export function relink(
  kept: KeptPile,
  tables: LinkingTables,
  options: LinkingOptions,
): KnowledgeChange {
  const pile = placeAgain(kept, tables, options);
  const cast = linkEntities(pile.chains, (article) => pile.ids[article]!, tables, options);
  const castChanged = new Set(
    pile.ids.filter((id, i) => pile.before.get(id)?.castHash !== cast.hashOf(i)),
  );
  const moved = new Set(
    pile.ids.filter((id, i) => pile.before.get(id)?.story !== pile.places[i]!.story),
  );
  const heads = compareHeads(
    kept,
    pile,
    cast,
    new Set([...pile.fresh, ...pile.gone, ...castChanged, ...moved]),
  );
  const told = new Set([
    ...pile.fresh,
    ...pile.gone,
    ...castChanged,
    ...pile.ids.filter((id, i) => !isSameEvidence(pile.before.get(id), pile.places[i]!)),
    ...kept.articlesIn(heads.countries),
  ]);
  const copies = sentencesBeside(told, pile);
  const toEvidence = createEvidenceMaker((i) => pile.placed(i));

  const articlesOf = (entities: ReadonlySet<string>): Set<number> =>
    entities.size === 0 ? new Set() : new Set(cast.articlesOf(entities));
  const isOneOf = (entities: ReadonlySet<string>) => (i: number, chain: number) =>
    entities.size > 0 && cast.resolve(i, chain).some((entity) => entities.has(entity));
  const isResettled = isOneOf(heads.resettled);
  const castBefore = remembered((id) => kept.details(id).cast);
  const events = relinkEvents({
    ...{ kept, pile, cast, tables, toEvidence, told, moved },
    restless: new Set([...pile.fresh, ...castChanged, ...moved]),
    resettled: articlesOf(heads.resettled),
    renamed: articlesOf(heads.renamed),
    isOther(i, chain) {
      const id = pile.ids[i]!;
      if (pile.fresh.has(id) || isResettled(i, chain)) return true;
      return castChanged.has(id) && castBefore(id)[chain]!.join() !== cast.resolve(i, chain).join();
    },
    isRenamed: isOneOf(heads.renamed),
  });

  const toldBefore = tellBefore(kept, pile, told);
  const toldNow = tellNow(pile, told, cast);
  const entities = new Map<string, readonly Evidence[]>();
  const named = new Set([...toldBefore.entities, ...toldNow.entities.keys(), ...heads.changed]);
  addCopies(toldNow, copies, named, toldBefore.relations, pile, cast);
  for (const id of named) {
    if (cast.byId.has(id)) entities.set(id, toEvidence(toldNow.entities.get(id) ?? []));
  }
  const relations = new Map<string, Relation>();
  for (const [key, head] of [...toldBefore.relations, ...toldNow.heads]) {
    relations.set(key, { ...head, evidence: toEvidence(toldNow.relations.get(key) ?? []) });
  }
  const rewritten = pile.ids.flatMap((id, i) => {
    const before = pile.before.get(id);
    const isSame =
      before !== undefined && !pile.fresh.has(id) && isSamePlace(before, pile.places[i]!);
    return isSame && !castChanged.has(id) ? [] : [i];
  });
  const lines = createKeptLines(pile.lineNumbers);
  return {
    region: toRegion(told, copies, pile),
    articles: rewritten.map((i) => ({
      record: toArticleRecord(pile.placed(i)),
      linked: toLinkedArticle(pile.placed(i), i, cast, lines),
    })),
    goneArticles: [...pile.gone],
    goneLines: goneLines(pile),
    entities: [...entities].map(([id, evidence]) => {
      const head = cast.byId.get(id)!;
      return { head, hashes: hashesOf(head), evidence };
    }),
    goneEntities: heads.gone,
    events: events.changed,
    goneEvents: events.gone,
    relations: [...relations.values()],
    tellings: events.tellings,
    goneTellings: events.goneTellings,
    blocks: pile.blocks,
    goneBlocks: pile.goneBlocks,
    work: {
      blocks: pile.blocks.length,
      stories: events.stories,
      days: events.days,
      entities: entities.size,
      events: events.changed.length,
      relations: relations.size,
      read: pile.read(),
    },
  };
}

/** Numbers of what no chain says any more. */
function goneLines({ chains, lineNumbers }: PileAgain): number[] {
  const said = new Uint8Array(chains.lines);
  for (let row = 0; row < chains.rows; row++) said[chains.line(row)] = 1;
  return lineNumbers.filter((_, line) => said[line] === 0);
}

/** All articles where they stand now; of few of them the record. */
export interface PileAgain {
  /** Sorted: an index into them is the number of the article in the cast. */
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly days: readonly number[];
  readonly places: readonly Place[];
  readonly chains: ChainPile;
  /** By line of the pile: its number in the store, where it has one. */
  readonly lineNumbers: readonly number[];
  readonly outlets: readonly (string | undefined)[];
  readonly before: ReadonlyMap<string, LinkedArticle>;
  /** New, or read anew. */
  readonly fresh: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  /** Placed again. */
  readonly blocks: readonly { readonly id: string; readonly counts: string }[];
  readonly goneBlocks: readonly string[];
  readonly isPlacedAgain: (index: number) => boolean;
  countsOf(block: string): BlockCounts;
  placed(index: number): PlacedArticle;
  recordBefore(article: string): LinkRecord;
  read(): number;
}

function placeAgain(
  kept: KeptPile,
  tables: LinkingTables,
  { blockSize, recordsInMemory }: LinkingOptions,
): PileAgain {
  const toRecord = (analysis: Analysis): LinkRecord => toLinkRecord(analysis, tables);
  const records = new Map<string, LinkRecord>();
  let read = 0;
  const recordOf = (id: string): LinkRecord => {
    let record = records.get(id);
    if (record === undefined) {
      record = fresh.has(id) ? toRecord(kept.analysis(id)!) : unpacked(id).record;
      read++;
      records.set(id, record);
      if (records.size > recordsInMemory) records.delete(records.keys().next().value!);
    }
    return record;
  };
  const unpacked = (id: string): KeptRecord => unpackKept(kept.record(id), () => kept.text(id));
  const before = new Map<string, LinkedArticle>();
  const numbersBefore = new Map<string, readonly number[]>();
  const chains = new ChainPile();
  const lineNumbers: number[] = [];
  /** By number; those that went leave holes. */
  const lineOf: (number | undefined)[] = [];
  for (const { number, line } of kept.lines()) {
    const own = chains.lineOf(unpackChain(line));
    lineNumbers[own] = number;
    lineOf[number] = own;
  }
  const lineAt = (number: number): number => {
    const line = lineOf[number];
    if (line === undefined) throw new Error(`what chains say by number ${number} is missing`);
    return line;
  };
  for (const { article, chains: numbers } of kept.articles()) {
    before.set(article.id, article);
    numbersBefore.set(article.id, numbers);
  }
  const gone = new Set(kept.changed.filter((id) => kept.analysis(id) === undefined));
  const fresh = new Set(kept.changed.filter((id) => !gone.has(id)));
  const ids = [...new Set([...before.keys(), ...fresh])]
    .filter((id) => !gone.has(id))
    .sort(compareText);
  const days = ids.map((id) =>
    fresh.has(id) ? dayOf(recordOf(id)) : (before.get(id)!.day ?? Number.NaN),
  );

  const sizes = new Map<string, number>();
  for (const { block } of before.values()) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const places = ids.map((id) => {
    const article = before.get(id);
    return article === undefined ? undefined : placeOf(article);
  });
  const again = new Map<string, BlockCounts>();
  const found = findBlocks(days, blockSize);
  for (const { id, members } of found) {
    const isSame =
      sizes.get(id) === members.length &&
      members.every((i) => !fresh.has(ids[i]!) && places[i]!.block === id);
    if (isSame) continue;
    const block = placeArticles(
      id,
      members.map((i) => {
        const own = ids[i]!;
        if (fresh.has(own)) return toPlacingFacts(recordOf(own));
        const { record, prints } = unpacked(own);
        return toPlacingFacts(record, prints);
      }),
    );
    again.set(id, block.counts);
    members.forEach((i, at) => {
      places[i] = block.places[at]!;
    });
  }
  ids.forEach((id, i) => {
    const lines = fresh.has(id)
      ? recordOf(id).chains.map((chain) => chains.lineOf(chain))
      : numbersBefore.get(id)!.map(lineAt);
    chains.add(lines, days[i]!, places[i]!.story);
  });
  const counts = new Map(again);
  const blockIds = new Set(found.map(({ id }) => id));
  return {
    ids,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    days,
    places: places as Place[],
    ...{ chains, lineNumbers },
    outlets: ids.map((id) =>
      fresh.has(id) ? recordOf(id).article.outlet : before.get(id)!.outlet,
    ),
    before,
    fresh,
    gone,
    blocks: [...again].map(([id, of]) => ({ id, counts: packCounts(of) })),
    goneBlocks: kept.blockIds().filter((id) => !blockIds.has(id)),
    isPlacedAgain: (i) => again.has(places[i]!.block),
    countsOf(block) {
      let of = counts.get(block);
      if (of === undefined) {
        of = unpackCounts(kept.block(block));
        counts.set(block, of);
      }
      return of;
    },
    placed: (i) => ({ record: recordOf(ids[i]!), place: places[i]! }),
    recordBefore: (id) =>
      fresh.has(id) || gone.has(id) ? toRecord(kept.analysisBefore(id)!) : recordOf(id),
    read: () => read,
  };
}

interface ComparedHeads {
  /** Other in anything, or new. */
  readonly changed: readonly string[];
  /** Those of both that events call otherwise now. */
  readonly renamed: ReadonlySet<string>;
  /** Those of both that are of another country: for whom somebody stands decides which tellings are one event. */
  readonly resettled: ReadonlySet<string>;
  readonly gone: readonly string[];
  /** Countries that came into the cast or left it: with them come and go the whereabouts. */
  readonly countries: readonly CountryCode[];
}

/** `articles`: those of other entities or of another story. What is said of an entity hangs on the chains that it has in its articles and on their stories. */
function compareHeads(
  kept: KeptPile,
  pile: PileAgain,
  cast: Cast,
  articles: ReadonlySet<string>,
): ComparedHeads {
  const touched = new Set<string>();
  for (const id of articles) {
    if (pile.before.has(id)) {
      for (const entities of kept.details(id).cast) for (const each of entities) touched.add(each);
    }
    const i = pile.indexOf.get(id);
    if (i === undefined) continue;
    for (let chain = 0; chain < cast.countChains(i); chain++) {
      for (const each of cast.resolve(i, chain)) touched.add(each);
    }
  }
  const changed: string[] = [];
  const gone: string[] = [];
  const renamed = new Set<string>();
  const resettled = new Set<string>();
  const countries: CountryCode[] = [];
  for (const id of touched) {
    const before = kept.head(id);
    const head = cast.byId.get(id);
    const isOther = (before === undefined) !== (head === undefined);
    if (isOther && id.startsWith(COUNTRY)) countries.push(id.slice(COUNTRY.length));
    if (head === undefined) {
      if (before !== undefined) gone.push(id);
      continue;
    }
    if (before?.whole === hashesOf(head).whole) continue;
    changed.push(id);
    if (before === undefined) continue;
    if (before.name !== head.name || before.unnamed !== head.unnamed) renamed.add(id);
    if (before.country !== head.country) resettled.add(id);
  }
  return { changed, renamed, resettled, gone, countries };
}

const COUNTRY = "country:";

function isSamePlace(before: LinkedArticle, { block, story, ...place }: Place): boolean {
  return (
    before.block === block && before.story === story && isSameEvidence(before, { ...place, block })
  );
}

/** As far as evidence depends on it. */
function isSameEvidence(
  before: LinkedArticle | undefined,
  { block, reprint, isCanonical, repeated }: Omit<Place, "story">,
): boolean {
  return (
    before !== undefined &&
    before.reprint === reprint &&
    before.isCanonical === isCanonical &&
    before.repeated.join() === repeated.join() &&
    (before.block === block || repeated.length === 0)
  );
}

/** Article -> indexes of its sentences. */
type Sentences = ReadonlyMap<number, ReadonlySet<number>>;

/** Sentences of other articles that have, or had, a printer with one of the articles. */
function sentencesBeside(articles: ReadonlySet<string>, pile: PileAgain): Sentences {
  const reprints = new Set<string>();
  const printers = new Set<string>();
  const note = ({ reprint, block, prints }: Pick<Place, "reprint" | "block" | "prints">): void => {
    reprints.add(reprint);
    for (const print of prints) printers.add(printerOfRepeated(block, print));
  };
  for (const id of articles) {
    const before = pile.before.get(id);
    if (before !== undefined) note(before);
    const i = pile.indexOf.get(id);
    if (i !== undefined) note(pile.places[i]!);
  }
  const found = new Map<number, ReadonlySet<number>>();
  pile.ids.forEach((id, i) => {
    if (articles.has(id)) return;
    const { reprint, block, repeated, prints } = pile.places[i]!;
    const own = new Set(
      repeated.filter((_, at) => printers.has(printerOfRepeated(block, prints[at]!))),
    );
    if (reprints.has(reprint)) {
      const count = countMarked(pile.placed(i).record.marks);
      for (let sentence = 0; sentence < count; sentence++) {
        if (!repeated.includes(sentence)) own.add(sentence);
      }
    }
    if (own.size > 0) found.set(i, own);
  });
  return found;
}

function toRegion(
  articles: ReadonlySet<string>,
  copies: Sentences,
  pile: PileAgain,
): ChangedRegion {
  const reprints = new Set<string>();
  for (const id of articles) {
    const before = pile.before.get(id);
    if (before !== undefined) reprints.add(before.reprint);
    const i = pile.indexOf.get(id);
    if (i !== undefined) reprints.add(pile.places[i]!.reprint);
  }
  const sentences = new Map<string, ReadonlySet<number>>();
  for (const [i, own] of copies) {
    const { record, place } = pile.placed(i);
    reprints.add(place.reprint);
    sentences.set(
      record.article.id,
      new Set([...own].map((sentence) => markedSentence(record.marks, sentence).start)),
    );
  }
  const near = pile.ids.filter(
    (id, i) => !articles.has(id) && reprints.has(pile.places[i]!.reprint),
  );
  return { articles, sentences, near };
}

interface Told {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlyMap<string, RelationHead>;
}

/** What the articles told of before. What is said of events goes with the events. */
function tellBefore(kept: KeptPile, pile: PileAgain, articles: ReadonlySet<string>): Told {
  const entities = new Set<string>();
  const relations = new Map<string, RelationHead>();
  for (const id of articles) {
    const article = pile.before.get(id);
    if (article === undefined) continue;
    const placed = { record: pile.recordBefore(id), place: placeOf(article) };
    const { cast: ids } = kept.details(id);
    const cast = {
      resolve: (_: number, chain: number) => ids[chain]!,
      byId: { has: (entity: string) => kept.head(entity) !== undefined },
    };
    const known: (string | undefined)[] = [];
    for (const { event, id: other } of kept.tellingsOfArticle(id)) known[event] = other;
    forEachNaming(placed, 0, cast, (entity) => entities.add(entity));
    forEachRelation(placed, 0, cast, known, (head) => {
      if (head.kind !== "says") relations.set(relationKey(head), head);
    });
  }
  return { entities, relations };
}

interface ToldNow {
  readonly entities: Map<string, Finding[]>;
  readonly relations: Map<string, Finding[]>;
  readonly heads: ReadonlyMap<string, RelationHead>;
}

function tellNow(pile: PileAgain, articles: ReadonlySet<string>, cast: Cast): ToldNow {
  const entities = new Map<string, Finding[]>();
  const relations = new Map<string, Finding[]>();
  const heads = new Map<string, RelationHead>();
  for (const id of articles) {
    const i = pile.indexOf.get(id);
    if (i === undefined) continue;
    forEachNaming(pile.placed(i), i, cast, (entity, finding) => addTo(entities, entity, finding));
    forEachLasting(pile, i, cast, (head, finding) => {
      const key = relationKey(head);
      if (!heads.has(key)) heads.set(key, head);
      addTo(relations, key, finding);
    });
  }
  return { entities, relations, heads };
}

/** What the sentences say of the same entities and relations. */
function addCopies(
  { entities, relations, heads }: ToldNow,
  copies: Sentences,
  named: ReadonlySet<string>,
  before: ReadonlyMap<string, RelationHead>,
  pile: PileAgain,
  cast: Cast,
): void {
  for (const [i, sentences] of copies) {
    forEachNaming(pile.placed(i), i, cast, (entity, finding) => {
      if (sentences.has(finding.sentence) && named.has(entity)) addTo(entities, entity, finding);
    });
    forEachLasting(pile, i, cast, (head, finding) => {
      if (!sentences.has(finding.sentence)) return;
      const key = relationKey(head);
      if (heads.has(key) || before.has(key)) addTo(relations, key, finding);
    });
  }
}

/** Relations but those of events. */
function forEachLasting(pile: PileAgain, i: number, cast: Cast, visit: VisitRelation): void {
  const placed = pile.placed(i);
  const known = placed.record.events.map((event) =>
    isKnown(event, i, cast) ? "event:" : undefined,
  );
  forEachRelation(placed, i, cast, known, (head, finding) => {
    if (head.kind !== "says") visit(head, finding);
  });
}
