/** Sentences, tokens, tags, lemmas and the dependency parse of one article. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article } from "../../model.ts";
import type { Parsed } from "../parsed.ts";

export type ParseArticle = (article: Article) => Parsed;

export function createLanguageEngine(_data: DataSource): ParseArticle {
  throw new Error("not there yet");
}
