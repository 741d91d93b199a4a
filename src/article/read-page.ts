/** An HTML page -> what an article is made of. */
import type { Page, PageHints } from "../model.ts";
import { dumpMetadata } from "./dump-metadata.ts";
import { BODY_THRESHOLD, labelLines } from "./labels.ts";
import { lineFacts } from "./line-facts.ts";
import type { Piece } from "./lines.ts";
import { whyNoArticle } from "./not-article.ts";
import { parsePage } from "./page.ts";
import { pageLines } from "./page-lines.ts";
import { pageMetadata } from "./page-metadata.ts";
import { piecesOf } from "./pieces.ts";
import type { Tools } from "./tools.ts";

export interface Draft {
  readonly known: PageHints & { readonly url?: string };
  readonly pieces: readonly Piece[];
}

/** A draft, or the reason why there is none. */
export function readPage(page: Page, tools: Tools): Draft | string {
  const parsed = parsePage(page.content);
  const found = pageLines(parsed.root, tools.classWords);
  const { lines } = found;
  const facts = lineFacts(lines, tools.phrasesOf);
  const { structured, description, openGraphType, ...metadata } = pageMetadata(parsed, page.url);
  const title = page.hints?.title ?? metadata.title;
  const scores = tools.scorer.page(found, facts, { title, description, body: structured.body });
  const labels = labelLines(lines, facts, scores, BODY_THRESHOLD.page, title, tools.credits);
  const why = whyNoArticle(lines, facts, labels, {
    title,
    url: page.url,
    structuredType: structured.type,
    openGraphType,
    isFree: structured.isFree,
    form: "page",
  });
  const read = piecesOf(lines, labels, title, tools.credits);
  const told = bodyTold(structured.body);
  if (why !== undefined && told.length === 0) return why;
  const seen =
    metadata.published === undefined
      ? dumpMetadata(tools.scorer.dump(lines, facts), tools.ranks).published
      : undefined;
  const known = {
    ...(seen !== undefined && { published: seen }),
    ...metadata,
    ...(title !== undefined && { title }),
    ...(read.agency !== undefined && { agency: read.agency }),
  };
  if (why === undefined) return { known, pieces: read.pieces };
  const headline: Piece[] = title === undefined ? [] : [{ kind: "headline", text: title }];
  return { known, pieces: [...headline, ...told] };
}

const LEAST_TOLD = 600;

/** The body that structured data carry, for pages that a script puts together: often cut, so it comes last. */
function bodyTold(body: string | undefined): readonly Piece[] {
  if (body === undefined || body.length < LEAST_TOLD || /<\w/.test(body)) return [];
  return [{ kind: "body", text: body }];
}
