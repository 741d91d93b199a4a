/** The scraped text of a page -> what an article is made of. */
import type { Page } from "../model.ts";
import { likelyBodyOfDump } from "./body-region.ts";
import { dumpLines, MOST_LINES } from "./dump-lines.ts";
import { dumpMetadata } from "./dump-metadata.ts";
import { labelLines } from "./labels.ts";
import { lineFacts } from "./line-facts.ts";
import { whyNoArticle } from "./not-article.ts";
import { piecesOf } from "./pieces.ts";
import { CUT_NOTE, type Draft } from "./read-page.ts";
import type { Tools } from "./tools.ts";

/** A draft, or the reason why there is none. */
export function readDump(page: Page, tools: Tools): Draft | string {
  const lines = dumpLines(page.content);
  const facts = lineFacts(lines, tools.phrasesOf);
  const dump = tools.scorer.dump(lines, facts);
  const metadata = dumpMetadata(dump, tools.ranks);
  const title = page.hints?.title ?? metadata.title;
  const isLikely = likelyBodyOfDump(dump.scores, facts);
  const labels = labelLines(lines, facts, isLikely, title, tools.credits);
  const why = whyNoArticle(lines, facts, labels, { title, url: page.url, form: "dump" });
  if (why !== undefined) return why;
  const { pieces, agency } = piecesOf(lines, labels, title, tools.credits);
  const known = {
    ...metadata,
    ...(title !== undefined && { title }),
    ...(agency !== undefined && { agency }),
  };
  const foundIn = Object.fromEntries(Object.keys(known).map((field) => [field, "text" as const]));
  return { known, pieces, foundIn, notes: lines.length < MOST_LINES ? [] : [CUT_NOTE] };
}
