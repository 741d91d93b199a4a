/** An HTML page -> what an article is made of. */
import type { FoundIn, IsoDateTime, MetadataSource, Page, PageHints } from "../model.ts";
import { dumpMetadata } from "./dump-metadata.ts";
import { labelLines, likelyBodyOfPage } from "./labels.ts";
import { type LineFacts, lineFacts } from "./line-facts.ts";
import type { Piece } from "./lines.ts";
import { NO_TEXT, whyNoArticle } from "./not-article.ts";
import { withoutOtherArticles } from "./other-articles.ts";
import { type ParsedPage, parsePage } from "./page.ts";
import { futureNote } from "./page-dates.ts";
import { type PageLines, pageLines } from "./page-lines.ts";
import { pageMetadata } from "./page-metadata.ts";
import { piecesOf } from "./pieces.ts";
import { scriptBody } from "./script-body.ts";
import { scriptDate } from "./script-date.ts";
import type { Tools } from "./tools.ts";

export interface Draft {
  readonly known: PageHints & { readonly url?: string };
  readonly pieces: readonly Piece[];
  readonly foundIn: FoundIn;
  /** What was left out of the page, or could not be believed. */
  readonly notes: readonly string[];
}

/** A draft, or the reason why there is none. */
export function readPage(page: Page, tools: Tools): Draft | string {
  const parsed = parsePage(page.content);
  const found = pageLines(parsed.root, tools.classWords);
  const { lines } = found;
  const facts = lineFacts(lines, tools.phrasesOf);
  const { structured, description, openGraphType, future, foundIn, ...metadata } = pageMetadata(
    parsed,
    page.url,
    page.hints?.retrieved,
  );
  const title = page.hints?.title ?? metadata.title;
  const scores = tools.scorer.page(found, facts, { title, description, body: structured.body });
  const all = labelLines(lines, facts, likelyBodyOfPage(scores), title, tools.credits);
  const { labels, headlines } = withoutOtherArticles(found, facts, all, title);
  const why = whyNoArticle(lines, facts, labels, {
    title,
    url: page.url,
    structuredType: structured.type,
    openGraphType,
    isFree: structured.isFree,
    form: "page",
  });
  const read = piecesOf(lines, labels, title, tools.credits);
  const body = why === undefined ? [] : bodyTold(why, structured.body, parsed, tools);
  if (why !== undefined && body.length === 0) return why;
  const seen = metadata.published === undefined ? seenDate(found, facts, parsed, tools) : {};
  const { agency } = read;
  const draft = {
    known: {
      ...(seen.value !== undefined && { published: seen.value }),
      ...metadata,
      ...(title !== undefined && { title }),
      ...(agency !== undefined && { agency }),
    },
    foundIn: {
      ...foundIn,
      ...(seen.foundIn !== undefined && { published: seen.foundIn }),
      ...(agency !== undefined && { agency: "text" as const }),
    },
    notes: [
      ...(parsed.isCut ? [CUT_NOTE] : []),
      ...future.map(futureNote),
      ...headlines.map(
        (text) => `another article on the page was left out: "${text.slice(0, 100)}"`,
      ),
    ],
  };
  if (why === undefined) return { ...draft, pieces: read.pieces };
  const headline: Piece[] = title === undefined ? [] : [{ kind: "headline", text: title }];
  return { ...draft, pieces: [...headline, ...body] };
}

/** A page or dump of millions of lines is read as far as its beginning. */
export const CUT_NOTE = "the end was left out: it is larger than any page of an article";

/** What a page without metadata shows as its date, or keeps for its scripts. */
function seenDate(
  { lines }: PageLines,
  facts: readonly LineFacts[],
  { head }: ParsedPage,
  tools: Tools,
): { readonly value?: IsoDateTime; readonly foundIn?: MetadataSource } {
  const { published } = dumpMetadata(tools.scorer.dump(lines, facts), tools.ranks);
  if (published !== undefined) return { value: published, foundIn: "text" };
  const kept = scriptDate(head);
  return kept === undefined ? {} : { value: kept, foundIn: "script" };
}

const LEAST_TOLD = 600;

/** The body that structured data or a script carry, for pages that a browser puts together: often cut, so it comes last. */
function bodyTold(
  why: string,
  body: string | undefined,
  { head }: ParsedPage,
  tools: Tools,
): readonly Piece[] {
  if (body !== undefined && body.length >= LEAST_TOLD && !/<\w/.test(body))
    return [{ kind: "body", text: body }];
  if (why !== NO_TEXT) return [];
  const pieces = scriptBody(head, tools.classWords, tools.phrasesOf);
  return pieces.reduce((sum, { text }) => sum + text.length, 0) >= LEAST_TOLD ? pieces : [];
}
