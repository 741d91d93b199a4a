/** Spans of persons, organisations and places, by a sequence model. */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article } from "../../model.ts";
import type { NameSpan, Parsed } from "../parsed.ts";
import { loadClusters } from "../word-clusters.ts";
import { makeConsistent } from "./consistency.ts";
import { createTagger, type TaggedSpan } from "./tagger.ts";

export type FindNames = (article: Article, parsed: Parsed) => NameSpan[];

const KINDS = ["person", "organization", "place", "misc"] as const;

export function createNameFinder(data: DataSource): FindNames {
  const tag = createTagger({
    clusters: loadClusters(data),
    model: data.bytes("models/names.bin"),
    lists: () => 0,
  });
  return (_article, { sentences, tokens }) => {
    if (tokens.count === 0) return [];
    const starts = Int32Array.from([
      ...sentences.map(({ firstToken }) => firstToken),
      tokens.count,
    ]);
    return makeConsistent(tag(tokens.form, starts)).map(toNameSpan);
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
