/** Names of a text as `kind: words`, found by the whole path from text to spans. */
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import { createNameFinder } from "../../../src/analysis/names/index.ts";
import type { NameSpan, Parsed } from "../../../src/analysis/parsed.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Article, Block } from "../../../src/model.ts";

const data = nodeData();
const parse = createLanguageEngine(data);
const findNames = createNameFinder(data);

export interface Found {
  readonly parsed: Parsed;
  readonly names: readonly NameSpan[];
  /** `person: Xi Jinping` */
  readonly list: readonly string[];
}

/** A headline, where there is one, and a body. */
export function find(body: string, headline?: string): Found {
  const text = headline === undefined ? body : `${headline}\n\n${body}`;
  const start = text.length - body.length;
  const blocks: Block[] = [{ kind: "body", start, end: text.length }];
  if (headline !== undefined) blocks.unshift({ kind: "headline", start: 0, end: headline.length });
  const article: Article = {
    id: "test",
    title: headline ?? "",
    text,
    blocks,
    language: "en",
    origin: "test",
  };
  const parsed = parse(article);
  const names = findNames(article, parsed);
  const list = names.map(({ kind, firstToken, lastToken }) => {
    const { start, end } = parsed.tokens;
    return `${kind}: ${text.slice(start[firstToken], end[lastToken - 1])}`;
  });
  return { parsed, names, list };
}
