/**
 * Analyses of many articles -> one cast, one set of events: the only state of the line.
 *
 * `add` makes a record of what it is given and forgets the rest; `finish` groups by key and runs a pure function over each group, so
 * that the same code can run as the reduce of a cluster. Everything is sorted by content before it is used: the order in which articles
 * were added cannot be seen in the result.
 */
import type { DataSource } from "../lexicon/data.ts";
import type {
  Analysis,
  KeptPile,
  Knowledge,
  KnowledgeChange,
  KnowledgeParts,
  LinkedPile,
  Note,
  SortedTexts,
} from "../model.ts";
import { extended } from "../text/extended.ts";
import { toArticleRecord } from "./articles.ts";
import { withoutWrongEdges } from "./decided-edges.ts";
import { decideRoles, withRoles } from "./decided-roles.ts";
import { type Cast, headsOf } from "./entities.ts";
import { createNamings } from "./entity-evidence.ts";
import { type LinkedEvents, linkEvents } from "./events.ts";
import { createEvidenceMaker } from "./evidence.ts";
import { createKeptLines } from "./kept-chains.ts";
import { castOf, placeAll } from "./link.ts";
import { hashesOf, packCounts, toLinkedArticle } from "./linked-state.ts";
import { numberSentences } from "./numbered-evidence.ts";
import { type LinkingOptions, NO_OPTIONS, toLinkingOptions } from "./options.ts";
import { by, compareText } from "./order.ts";
import { createRecordPacker } from "./packed-records.ts";
import { type LinkRecord, toLinkRecord } from "./records.ts";
import { createRelations, type RelatedNodes } from "./relations.ts";
import { relink } from "./relink.ts";
import { type LinkingTables, loadLinkingTables } from "./tables.ts";

export { decisionFault, parseDecisions } from "./decisions.ts";
export { parseIdentifiers } from "./identifiers.ts";
export { type ReviewItem, reviewKnowledge } from "./review.ts";
export { toLinkingOptions };

export class Linker {
  readonly #records = new Map<string, LinkRecord>();
  readonly #packer = createRecordPacker();
  readonly #tables: LinkingTables;
  readonly #options: LinkingOptions;

  constructor(data: DataSource, options: Partial<LinkingOptions> = {}) {
    this.#tables = loadLinkingTables(data);
    this.#options = { ...NO_OPTIONS, ...options };
  }

  /** Adds one article. The same article twice (by id) counts once: the copy with the smallest origin stays. Who adds it says so. */
  add(analysis: Analysis): void {
    const { id, origin } = analysis.article;
    const other = this.#records.get(id);
    if (other === undefined || origin < other.article.origin) {
      this.#records.set(id, this.#packer.pack(toLinkRecord(analysis, this.#tables)));
    }
  }

  /** Takes an article out again, with all its copies; false when there is none of this id. `finish` is as if it had never been there. */
  remove(id: string): boolean {
    return this.#records.delete(id);
  }

  /** May be called again after more `add`s. */
  finish(): Knowledge {
    this.#packer.keepSentences(true);
    const knowledge = toKnowledge(this.#link("whole"));
    this.#packer.keepSentences(false);
    return knowledge;
  }

  /**
   * What `finish` would say otherwise than when the pile was kept, without linking the rest again; undefined where decisions of the user
   * look at all at once.
   */
  change(kept: KeptPile): KnowledgeChange | undefined {
    return this.#options.decisions.length > 0
      ? undefined
      : relink(kept, this.#tables, this.#options);
  }

  /** As `finish`, piece by piece, with numbered evidence. */
  parts(): KnowledgeParts {
    return this.#link("parts");
  }

  #link(wanted: Wanted): KnowledgeParts {
    return linkRecords([...this.#records.values()], this.#tables, this.#options, wanted);
  }
}

/** Knowledge that is kept has its quotes; of what is told piece by piece they are read sentence by sentence. */
type Wanted = "whole" | "parts";

function linkRecords(
  records: readonly LinkRecord[],
  tables: LinkingTables,
  options: LinkingOptions,
  wanted: Wanted,
): KnowledgeParts {
  const pile = placeAll(records, options);
  const { articles } = pile;
  const sentences = wanted === "parts" ? numberSentences(articles) : undefined;
  const toEvidence = createEvidenceMaker((i) => articles[i]!, sentences?.toEvidence);
  const cast = castOf(articles, tables, options);
  const { ids, headAt, kinds } = cast.settled();
  const happenings = linkEvents(pile, cast, tables, toEvidence, options);
  const nodes = numberNodes(ids, happenings);
  const namings = createNamings(cast, ids);
  const related = createRelations(cast, nodes, toEvidence);
  const notes = [...cast.notes, ...happenings.notes];
  // Whatever is read of an article is read in one go.
  for (const [i, article] of articles.entries()) {
    namings.add(article, i);
    related.add(article, i);
    notes.push(...article.record.notes);
  }
  const namingsOf = namings.findings();
  const relations = related.found();
  const parts: KnowledgeParts = {
    articles: articles.map(toArticleRecord),
    notes: sortNotes(notes),
    entityIds: ids,
    eventIds: happenings.ids,
    kinds,
    edges: happenings.roleCount + relations.count,
    *entities() {
      for (let number = 0; number < ids.length; number++) {
        yield extended(headAt(number), { evidence: toEvidence(namingsOf(number)) });
      }
    },
    happenings: happenings.all,
    relations: relations.all,
    ...(sentences !== undefined ? { quotes: sentences } : {}),
  };
  const linked: LinkedPile = {
    *articles() {
      const lines = createKeptLines();
      for (const [i, placed] of articles.entries()) yield toLinkedArticle(placed, i, cast, lines);
    },
    tellings: happenings.tellings,
    *heads() {
      for (const head of headsOf(cast.settled())) yield hashesOf(head);
    },
    *blocks() {
      for (const [id, counts] of pile.counts) yield { id, counts: packCounts(counts) };
    },
  };
  if (options.decisions.length === 0) return { ...parts, linked };
  const isWhole = options.decisions.every(({ kind }) => kind !== "role" && kind !== "wrong");
  return isWhole ? parts : decided(parts, cast, happenings, options);
}

/** Entities, then events: the order of their ids inside each. */
function numberNodes(entities: SortedTexts, { ids, idsOf }: LinkedEvents): RelatedNodes {
  const { length } = entities;
  return {
    count: length + ids.length,
    eventsOf: idsOf,
    numberOf(id) {
      const entity = entities.placeOf(id);
      return entity >= 0 ? entity : length + ids.placeOf(id);
    },
    idOf: (number) => (number < length ? entities.at(number) : ids.at(number - length)),
  };
}

/** Decisions on roles and edges look at all of them at once. */
function decided(
  parts: KnowledgeParts,
  cast: Cast,
  happenings: LinkedEvents,
  options: LinkingOptions,
): KnowledgeParts {
  const whole = toKnowledge(parts);
  const roles = decideRoles(whole.entities, options);
  const { events, relations, notes } = withoutWrongEdges(
    whole.events,
    happenings,
    withRoles(whole.relations, roles.relations),
    cast,
    options,
  );
  return {
    ...parts,
    notes: sortNotes([...parts.notes, ...roles.notes, ...notes]),
    edges:
      relations.length + events.reduce((sum, { participants }) => sum + participants.length, 0),
    happenings: () => events,
    relations: () => relations,
  };
}

function toKnowledge({
  articles,
  notes,
  entities,
  happenings,
  relations,
}: KnowledgeParts): Knowledge {
  return {
    articles,
    entities: [...entities()],
    events: [...happenings()].sort(by(({ id }) => id)),
    relations: [...relations()],
    notes,
  };
}

export function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort(
    (a, b) => compareText(a.origin, b.origin) || compareText(a.message, b.message),
  );
}

/** The inside of `finish` for measuring: which entities each mention of an article became, and which event each event mention. */
export function linkForMeasuring(
  analyses: readonly Analysis[],
  data: DataSource,
): {
  readonly entitiesOf: (analysis: Analysis, mention: number) => readonly string[];
  readonly eventsOf: (analysis: Analysis) => readonly (string | undefined)[];
} {
  const tables = loadLinkingTables(data);
  const pile = placeAll(
    analyses.map((each) => toLinkRecord(each, tables)),
    NO_OPTIONS,
  );
  const { articles } = pile;
  const cast = castOf(articles, tables, NO_OPTIONS);
  const toEvidence = createEvidenceMaker((i) => articles[i]!);
  const { idsOf } = linkEvents(pile, cast, tables, toEvidence);
  const order = new Map(articles.map(({ record }, i) => [record.article.id, i]));
  const indexOf = ({ article }: Analysis): number => order.get(article.id)!;
  return {
    entitiesOf: (analysis, mention) =>
      cast.resolve(indexOf(analysis), analysis.mentions[mention]!.entity),
    eventsOf: (analysis) => idsOf(indexOf(analysis)),
  };
}
