/** Tags one sentence as an article of Wednesday, 15 March 2023, unless another day is given. */
import { createTimeTagger } from "../../../src/analysis/times/index.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Time } from "../../../src/model.ts";
import { plainArticle, plainParse } from "./plain-parse.ts";

const tagTimes = createTimeTagger(nodeData());

export const WEDNESDAY = "2023-03-15T09:00:00+08:00";

export function tag(text: string, published: string | undefined = WEDNESDAY): Time[] {
  const article = plainArticle(text, published);
  return tagTimes(article, plainParse(article));
}

/** As an article without a date. */
export function tagUndated(text: string): Time[] {
  const article = plainArticle(text);
  return tagTimes(article, plainParse(article));
}

/** `text = value` of each time. */
export function values(text: string, published?: string): string[] {
  return tag(text, published).map((time) => `${time.text} = ${time.value}`);
}

/** `text = from..to` of each time. */
export function intervals(text: string, published?: string): string[] {
  return tag(text, published).map((time) => `${time.text} = ${time.from ?? ""}..${time.to ?? ""}`);
}
