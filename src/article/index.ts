/** Page -> Article: the text of the article and what is known of it, or a note on why there is none. */
import type { DataSource } from "../lexicon/data.ts";
import type { Article, Note, Page, PageHints } from "../model.ts";
import { articleId, assembleText } from "./assemble.ts";
import { cleanText } from "./clean-text.ts";
import { type Credits, createCredits } from "./credits.ts";
import { dumpLines } from "./dump-lines.ts";
import { dumpMetadata } from "./dump-metadata.ts";
import type { Line, LineLabel, Piece } from "./lines.ts";
import { parsePage } from "./page.ts";
import { pageLines } from "./page-lines.ts";
import { pageMetadata } from "./page-metadata.ts";
import { createPhraseFinder } from "./phrases.ts";
import { ruleLabels } from "./rule-labels.ts";
import { fold } from "./titles.ts";
import { createVisibleDates } from "./visible-dates.ts";

export interface ArticleResult {
  readonly article?: Article;
  readonly notes: readonly Note[];
}

export type ToArticle = (page: Page) => ArticleResult;

export function createArticleReader(data: DataSource): ToArticle {
  const phrasesOf = createPhraseFinder(data);
  const credits = createCredits(data);
  const dates = createVisibleDates(data);
  return (page) => {
    if (page.type === "text")
      return result(page, { ...page.hints }, cleanText(page.content, page.hints?.title));
    let lines: readonly Line[];
    let known: PageHints & { readonly url?: string };
    if (page.type === "html") {
      const { root, head } = parsePage(page.content);
      const metadata = pageMetadata(head, page.url);
      lines = pageLines(root);
      const seen =
        metadata.published === undefined
          ? dumpMetadata(lines, dates, phrasesOf).published
          : undefined;
      known = { ...(seen !== undefined && { published: seen }), ...metadata };
    } else {
      lines = dumpLines(page.content);
      known = dumpMetadata(lines, dates, phrasesOf);
    }
    const hints = { ...known, ...page.hints };
    const labels = ruleLabels(lines, hints.title, phrasesOf);
    const { pieces, agency } = piecesOf(lines, labels, hints.title, credits);
    if (!pieces.some((piece) => piece.kind === "body")) {
      return note(page, "left out: no article text found on this page");
    }
    return result(
      page,
      { ...(agency !== undefined && { agency }), ...hints },
      {
        title: hints.title ?? "",
        ...assembleText(pieces),
      },
    );
  };
}

function piecesOf(
  lines: readonly Line[],
  labels: readonly LineLabel[],
  title: string | undefined,
  credits: Credits,
): { pieces: readonly Piece[]; agency: string | undefined } {
  const pieces: Piece[] = title === undefined ? [] : [{ kind: "headline", text: title }];
  const seen = new Set(pieces.map((piece) => fold(piece.text)));
  let agency: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const label = labels[i]!;
    const line = lines[i]!.text;
    const credited = credits.ofCreditLine(line);
    agency ??= credited;
    if (credited !== undefined || (label !== "body" && label !== "caption")) continue;
    const cut = credits.cut(line);
    if (label === "body") agency ??= cut.agency;
    const folded = fold(cut.text);
    if (folded === "" || seen.has(folded)) continue;
    seen.add(folded);
    pieces.push({ kind: label, text: cut.text });
  }
  return { pieces, agency };
}

function result(
  page: Page,
  known: PageHints & { readonly url?: string },
  content: Pick<Article, "title" | "text" | "blocks">,
): ArticleResult {
  if (content.blocks.length === 0) return note(page, "left out: there is no text");
  const { published, updated, outlet, authors, agency, language, id: sourceId } = known;
  const url = page.url ?? known.url;
  const article: Article = {
    id: articleId(content.text, content.blocks),
    ...content,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(outlet !== undefined && { outlet }),
    ...(authors !== undefined && { authors }),
    ...(agency !== undefined && { agency }),
    ...(url !== undefined && { url }),
    language: language ?? "en",
    origin: page.origin,
    ...(sourceId !== undefined && { sourceId }),
  };
  return { article, notes: [] };
}

function note(page: Page, message: string): ArticleResult {
  return { notes: [{ stage: "article", origin: page.origin, message }] };
}
