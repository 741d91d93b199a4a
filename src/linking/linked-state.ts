/** What linking keeps of its results, so that later only what hangs on a change is linked again. */

import type { LinkedArticle, LinkedHead, LinkedLine, WrittenArticle } from "../model.ts";
import { namedHash } from "../text/head-hash.ts";
import { hashOf } from "../text/wide-hash.ts";
import type { Cast, EntityHead } from "./entities.ts";
import type { KeptLines } from "./kept-chains.ts";
import { packKept } from "./kept-records.ts";
import { dayOf } from "./link.ts";
import type { BlockCounts, Place, PlacedArticle } from "./placing.ts";

/** `article`: its index in the cast. */
export function toLinkedArticle(
  { record, place }: PlacedArticle,
  article: number,
  cast: Cast,
  kept: KeptLines,
): WrittenArticle {
  const { id, outlet } = record.article;
  const day = dayOf(record);
  const { block, story, reprint, isCanonical, repeated, prints } = place;
  const lines: LinkedLine[] = [];
  const chains = record.chains.map((facts, chain) =>
    kept.numberOf(cast.line(article, chain), facts, lines),
  );
  return {
    id,
    ...(outlet !== undefined ? { outlet } : {}),
    ...(Number.isNaN(day) ? {} : { day }),
    ...{ block, story, reprint, isCanonical, repeated, prints },
    ...{ chains, lines },
    castHash: cast.hashOf(article),
    cast: chains.map((_, chain) => cast.resolve(article, chain)),
    countries: [...new Set(record.whereabouts.map(({ country }) => country))],
    notes: record.notes,
    record: packKept(record),
  };
}

export function placeOf(article: LinkedArticle): Place {
  const { story, reprint, isCanonical, block, repeated, prints } = article;
  return { story, reprint, isCanonical, block, repeated, prints };
}

/** A word has no line break in it. */
export function packCounts({ spread, stories, storiesOfAct }: BlockCounts): string {
  const words = [...spread.articles.keys()].join("\n");
  const articles = [...spread.articles.values()];
  return JSON.stringify([spread.total, stories, [...storiesOfAct], words, articles]);
}

export function unpackCounts(packed: string): BlockCounts {
  const [total, stories, acts, words, counts] = JSON.parse(packed) as [
    ...[number, number],
    ...[[string, number][], string, number[]],
  ];
  const articles = new Map<string, number>();
  words.split("\n").forEach((word, i) => {
    if (i < counts.length) articles.set(word, counts[i]!);
  });
  return { spread: { total, articles }, stories, storiesOfAct: new Map(acts) };
}

export function hashesOf(head: EntityHead): LinkedHead {
  return { id: head.id, whole: hashOf(JSON.stringify(head)), named: namedHash(head) };
}
