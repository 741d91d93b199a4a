/** Time expressions, resolved against the article's date. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, Time } from "../../model.ts";
import type { Parsed } from "../parsed.ts";

export type TagTimes = (article: Article, parsed: Parsed) => Time[];

export function createTimeTagger(_data: DataSource): TagTimes {
  return () => [];
}
