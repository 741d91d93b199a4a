/** Spans of persons, organisations and places, by a sequence model. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article } from "../../model.ts";
import type { NameSpan, Parsed } from "../parsed.ts";
import { createNameTagger } from "./find-in-words.ts";
import type { TaggedSpan } from "./tagger.ts";

export type FindNames = (article: Article, parsed: Parsed) => NameSpan[];

/** In the order of `NAME_KINDS`. */
const KINDS = ["person", "organization", "place", "misc"] as const;

export function createNameFinder(data: DataSource): FindNames {
  const find = createNameTagger(data);
  return (_article, { sentences, tokens }) => {
    if (tokens.count === 0 || sentences.length === 0) return [];
    const starts = new Int32Array(sentences.length + 1);
    for (let s = 0; s < sentences.length; s++) starts[s] = sentences[s]!.firstToken;
    starts[sentences.length] = tokens.count;
    return find(tokens, starts).map(toNameSpan);
  };
}

function toNameSpan({ first, last, kind, confidence, rule }: TaggedSpan): NameSpan {
  return {
    firstToken: first,
    lastToken: last,
    kind: KINDS[kind]!,
    confidence,
    rule: rule ?? "name-model",
  };
}
