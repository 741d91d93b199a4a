/** The steps of linking over all articles, as far as they come before evidence is gathered. */
import { findBlocks } from "./blocks.ts";
import { ChainPile } from "./chain-pile.ts";
import { toDay } from "./days.ts";
import { type Cast, linkEntities } from "./entities.ts";
import type { Weights } from "./happenings.ts";
import type { LinkingOptions } from "./options.ts";
import { by } from "./order.ts";
import { toPlaceRows } from "./place-rows.ts";
import {
  type BlockCounts,
  type Place,
  type PlacedArticle,
  placeArticles,
  rarityIn,
  toPlacingFacts,
} from "./placing.ts";
import type { LinkRecord } from "./records.ts";
import { weightIn } from "./story-vectors.ts";
import type { LinkingTables } from "./tables.ts";

export interface PlacedPile {
  /** Sorted by id. */
  readonly articles: readonly PlacedArticle[];
  /** How many events each tells of. */
  readonly eventCounts: Uint32Array;
  /** By block. */
  readonly counts: ReadonlyMap<string, BlockCounts>;
}

export function placeAll(
  unsorted: readonly LinkRecord[],
  { blockSize }: Pick<LinkingOptions, "blockSize">,
): PlacedPile {
  const records = [...unsorted].sort(by(({ article }) => article.id));
  const places = new Array<Place>(records.length);
  const eventCounts = new Uint32Array(records.length);
  const counts = new Map<string, BlockCounts>();
  for (const { id, members } of findBlocks(records.map(dayOf), blockSize)) {
    const block = placeArticles(
      id,
      members.map((i) => {
        eventCounts[i] = records[i]!.events.length;
        return toPlacingFacts(records[i]!);
      }),
    );
    counts.set(id, block.counts);
    const rows = toPlaceRows(block.places);
    members.forEach((i, at) => {
      places[i] = rows[at]!;
    });
  }
  const articles = records.map((record, i) => ({ record, place: places[i]! }));
  return { articles, eventCounts, counts };
}

export function dayOf({ article }: LinkRecord): number {
  return toDay(article.published);
}

/** Apart, so that nothing of the cast keeps them. */
function chainsOf(articles: readonly PlacedArticle[]): ChainPile {
  const pile = new ChainPile();
  for (const { record, place } of articles) {
    pile.add(
      record.chains.map((chain) => pile.lineOf(chain)),
      dayOf(record),
      place.story,
    );
  }
  return pile;
}

export function castOf(
  articles: readonly PlacedArticle[],
  tables: LinkingTables,
  options: LinkingOptions,
): Cast {
  const ids = articles.map(({ record }) => record.article.id);
  return linkEntities(chainsOf(articles), (article) => ids[article]!, tables, options);
}

/** `countsOf` is asked when first needed, which it seldom is. */
export function weightsOf(countsOf: () => BlockCounts, { acts, townOf }: LinkingTables): Weights {
  return {
    acts,
    townOf,
    weightOf: (word) => weightIn(countsOf().spread, word),
    rarityOf: (act) => rarityIn(countsOf(), act),
  };
}
