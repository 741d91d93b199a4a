/** The steps of linking over all articles, as far as they come before evidence is gathered. */
import { findBlocks } from "./blocks.ts";
import { type ChainRecord, createChainColumns } from "./chain-records.ts";
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
function chainsOf(articles: readonly PlacedArticle[]): readonly ChainRecord[] {
  const { add, records } = createChainColumns();
  articles.forEach(({ record, place }, i) => {
    add(record.chains, i, dayOf(record), place.story);
  });
  return records;
}

export function castOf(
  articles: readonly PlacedArticle[],
  tables: LinkingTables,
  options: LinkingOptions,
): Cast {
  return linkEntities(
    chainsOf(articles),
    articles.map(({ record }) => ({
      id: record.article.id,
      get chains() {
        return record.chains;
      },
    })),
    tables,
    options,
  );
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
