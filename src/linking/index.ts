/**
 * Analyses of many articles -> one cast, one set of events: the only state of the line.
 *
 * `add` keeps what it is given; `finish` groups by key and runs a pure function over each group, so that the same
 * code can run as the reduce of a cluster. Everything is sorted by content before it is used: the order in which
 * articles were added cannot be seen in the result.
 */
import type { DataSource } from "../lexicon/data.ts";
import type { Analysis, Knowledge } from "../model.ts";
import { toArticleRecords } from "./articles.ts";
import { withoutWrongEdges } from "./decided-edges.ts";
import { decideRoles, withRoles } from "./decided-roles.ts";
import { type LinkedCast, linkEntities } from "./entities.ts";
import { type LinkedEvents, linkEvents } from "./events.ts";
import { createEvidenceMaker } from "./evidence.ts";
import { type LinkingOptions, NO_OPTIONS, toLinkingOptions } from "./options.ts";
import { compareText } from "./order.ts";
import { relate } from "./relations.ts";
import { findRepeated } from "./repeated.ts";
import { findStories } from "./stories.ts";
import { type LinkingTables, loadLinkingTables } from "./tables.ts";

export { parseDecisions } from "./decisions.ts";
export { parseIdentifiers } from "./identifiers.ts";
export { type ReviewItem, reviewKnowledge } from "./review.ts";
export { toLinkingOptions };

export class Linker {
  readonly #analyses = new Map<string, Analysis>();
  readonly #tables: LinkingTables;
  readonly #options: LinkingOptions;

  constructor(data: DataSource, options: Partial<LinkingOptions> = {}) {
    this.#tables = loadLinkingTables(data);
    this.#options = { ...NO_OPTIONS, ...options };
  }

  /** Adds one article. The same article twice (by id) counts once: the copy with the smallest origin stays. Who adds it says so. */
  add(analysis: Analysis): void {
    const { id, origin } = analysis.article;
    const other = this.#analyses.get(id);
    if (other === undefined || origin < other.article.origin) this.#analyses.set(id, analysis);
  }

  /** Takes an article out again, with all its copies; false when there is none of this id. `finish` is as if it had never been there. */
  remove(id: string): boolean {
    return this.#analyses.delete(id);
  }

  /** May be called again after more `add`s. */
  finish(): Knowledge {
    const analyses = [...this.#analyses.values()].sort((a, b) =>
      compareText(a.article.id, b.article.id),
    );
    const stories = findStories(analyses, this.#tables.commonWords);
    const repeated = findRepeated(analyses, stories.reprintOf);
    const toEvidence = createEvidenceMaker(analyses, stories, repeated);
    const cast = linkEntities(analyses, stories, this.#tables, toEvidence, this.#options);
    const happenings = linkEvents(analyses, stories, cast, this.#tables, toEvidence, this.#options);
    const roles = decideRoles(cast, this.#options);
    const {
      events,
      relations,
      notes: wrongNotes,
    } = withoutWrongEdges(
      happenings,
      withRoles(relate(analyses, cast, happenings, repeated, toEvidence), roles.relations),
      cast,
      this.#options,
    );
    const notes = [
      ...analyses.flatMap((analysis) => analysis.notes),
      ...cast.notes,
      ...happenings.notes,
      ...roles.notes,
      ...wrongNotes,
    ];
    return {
      articles: toArticleRecords(analyses, stories),
      entities: cast.entities,
      events,
      relations,
      notes: notes.sort(
        (a, b) => compareText(a.origin, b.origin) || compareText(a.message, b.message),
      ),
    };
  }
}

/** The inside of `finish` for measuring: which entity each mention became. `order`: article id -> index for `cast.resolve`. */
export function linkForMeasuring(
  unsorted: readonly Analysis[],
  data: DataSource,
): {
  readonly cast: LinkedCast;
  readonly events: LinkedEvents;
  readonly order: ReadonlyMap<string, number>;
} {
  const analyses = [...unsorted].sort((a, b) => compareText(a.article.id, b.article.id));
  const tables = loadLinkingTables(data);
  const stories = findStories(analyses, tables.commonWords);
  const repeated = findRepeated(analyses, stories.reprintOf);
  const toEvidence = createEvidenceMaker(analyses, stories, repeated);
  const cast = linkEntities(analyses, stories, tables, toEvidence);
  const events = linkEvents(analyses, stories, cast, tables, toEvidence);
  return { cast, events, order: new Map(analyses.map(({ article }, i) => [article.id, i])) };
}
