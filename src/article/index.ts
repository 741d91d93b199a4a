/** Page -> Article: the text of the article and what is known of it, or a note on why there is none. */
import type { DataSource } from "../lexicon/data.ts";
import type { Article, FoundIn, Note, Page, PageHints } from "../model.ts";
import { articleId, assembleText } from "./assemble.ts";
import { cleanText } from "./clean-text.ts";
import { readDateline } from "./dateline.ts";
import { futureNote, isAfter } from "./page-dates.ts";
import { readDump } from "./read-dump.ts";
import { type Draft, readPage } from "./read-page.ts";
import { createTools, type Tools } from "./tools.ts";

export interface ArticleResult {
  readonly article?: Article;
  readonly notes: readonly Note[];
}

export type ToArticle = (page: Page) => ArticleResult;

export function createArticleReader(data: DataSource): ToArticle {
  const tools = createTools(data);
  return (page) => {
    const content = page.type === "text" ? readCleanText(page, tools) : readScraped(page, tools);
    if (typeof content === "string") return { notes: [noteOf(page, `left out: ${content}`)] };
    const language = tools.languages.of(bodyOf(content)) ?? content.known.language ?? "en";
    const notes = content.notes.map((message) => noteOf(page, message));
    return { article: articleOf(page, content, language), notes };
  };
}

type Content = Pick<Article, "title" | "text" | "blocks"> &
  Pick<Draft, "known" | "foundIn" | "notes">;

function readCleanText(page: Page, tools: Tools): Content | string {
  const content = cleanText(page.content, page.hints?.title);
  if (content.blocks.length === 0) return "there is no text";
  const known = readDateline(content, tools);
  const title = content.title === "" ? {} : { title: "text" as const };
  return { ...content, known, foundIn: { ...title, ...inText(known) }, notes: [] };
}

function readScraped(page: Page, tools: Tools): Content | string {
  const draft = page.type === "html" ? readPage(page, tools) : readDump(page, tools);
  if (typeof draft === "string") return draft;
  const content = { title: draft.known.title ?? "", ...assembleText(draft.pieces) };
  const dateline = readDateline(content, tools);
  const known = { ...dateline, ...draft.known };
  const foundIn = { ...inText(dateline), ...draft.foundIn };
  const { published, ...rest } = known;
  if (published === undefined || !isAfter(published, page.hints?.retrieved))
    return { ...content, known, foundIn, notes: draft.notes };
  return { ...content, known: rest, foundIn, notes: [...draft.notes, futureNote(published)] };
}

function inText(known: PageHints): FoundIn {
  return Object.fromEntries(Object.keys(known).map((field) => [field, "text" as const]));
}

/** Without the headline: short, full of names, and now and then in another language. */
function bodyOf({ text, blocks }: Content): string {
  const body = blocks.find((block) => block.kind === "body");
  return body === undefined ? text : text.slice(body.start);
}

function articleOf(page: Page, content: Content, language: string): Article {
  const { title, text, blocks } = content;
  // What the source knows goes before what the page says.
  const known: PageHints & { readonly url?: string } = { ...content.known, ...page.hints };
  const { published, updated, outlet, authors, agency, id: sourceId } = known;
  const url = page.url ?? known.url;
  const foundIn = foundInOf(page, content.foundIn);
  return {
    id: articleId(text, blocks),
    title,
    text,
    blocks,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(outlet !== undefined && { outlet }),
    ...(authors !== undefined && { authors }),
    ...(agency !== undefined && { agency }),
    ...(url !== undefined && { url }),
    language,
    origin: page.origin,
    ...(sourceId !== undefined && { sourceId }),
    ...(Object.keys(foundIn).length > 0 && { foundIn }),
  };
}

const FIELDS = ["title", "published", "updated", "outlet", "authors", "agency", "url"] as const;

/** In the order of the fields; the language is always told by the text. */
function foundInOf({ hints, url }: Page, inPage: FoundIn): FoundIn {
  const given = { ...hints, url };
  const places = FIELDS.map((field) => [
    field,
    given[field] === undefined ? inPage[field] : ("given" as const),
  ]);
  return Object.fromEntries(places.filter(([, place]) => place !== undefined)) as FoundIn;
}

function noteOf(page: Page, message: string): Note {
  return { stage: "article", origin: page.origin, message };
}
