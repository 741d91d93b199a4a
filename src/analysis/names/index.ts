/** Spans of persons, organisations and places, by a sequence model. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article } from "../../model.ts";
import type { NameSpan, Parsed } from "../parsed.ts";

export type FindNames = (article: Article, parsed: Parsed) => NameSpan[];

export function createNameFinder(_data: DataSource): FindNames {
  return () => [];
}
