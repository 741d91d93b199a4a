/**
 * The fields of one record (a JSONL line, a CSV row) -> a page. Names besides our own are those of news-please
 * (`maintext`, `date_publish`, `source_domain`), CC-News (`text`, `domain`), trafilatura (`hostname`, `raw_text`; its
 * JSON has the address in `source`, which elsewhere names the outlet),
 * JSON Feed (`content_html`, `date_published`) and schema.org (`articleBody`, `datePublished`).
 */
import type { Page, PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { fragmentText } from "./fragment-text.ts";

/** Undefined when no field holds a text. */
export function pageOfRecord(record: unknown, origin: string): Page | undefined {
  if (record === null || typeof record !== "object" || Array.isArray(record)) return undefined;
  const fields = record as Readonly<Record<string, unknown>>;
  const content = contentOf(fields);
  if (content === undefined) return undefined;
  const url = textOf(fields, NAMES.url) ?? addressIn(fields.source);
  return {
    origin,
    ...content,
    ...(url !== undefined && { url }),
    hints: hintsOf(fields),
  };
}

const NAMES = {
  html: ["html", "raw_html", "page_html", "content_html"],
  dump: ["dump"],
  text: [
    "text",
    "maintext",
    "content_text",
    "articleBody",
    "article_text",
    "full_text",
    "fulltext",
    "body",
    "content",
    "article",
    "raw_text",
  ],
  id: ["id", "_id", "uuid", "guid", "article_id"],
  url: ["url", "link", "permalink", "canonical_url", "source_url", "uri"],
  title: ["title", "headline", "heading"],
  published: [
    "date",
    "published",
    "published_at",
    "publishedAt",
    "date_publish",
    "date_published",
    "publish_date",
    "published_date",
    "publication_date",
    "datePublished",
    "pub_date",
    "pubDate",
    "datetime",
    "timestamp",
  ],
  updated: ["updated", "updated_at", "date_modify", "date_modified", "dateModified", "modified"],
  retrieved: [
    "retrieved",
    "date_download",
    "date_downloaded",
    "date_crawled",
    "crawl_date",
    "crawled_at",
    "scraped_at",
    "scrape_date",
    "fetched_at",
  ],
  outlet: [
    "outlet",
    "publisher",
    "source_name",
    "sitename",
    "site_name",
    "source",
    "publication",
    "source-hostname",
    "hostname",
    "source_domain",
    "domain",
  ],
  authors: ["authors", "author", "byline", "creator"],
  agency: ["agency"],
  language: ["language", "lang", "inLanguage"],
} as const;

const MARKUP = /<(?:p|div|article|html|body|br|h[1-6])(?:\s[^>]{0,200})?\/?>/i;

const WHOLE_PAGE = /<(?:!doctype|html|head|body|nav|header|footer)\b/i;

function contentOf(
  fields: Readonly<Record<string, unknown>>,
): Pick<Page, "type" | "content"> | undefined {
  const text = textOf(fields, NAMES.text);
  // A text beside the page it was taken from has been cleaned by somebody who knew the source.
  if (text !== undefined)
    return MARKUP.test(text) ? contentOfMarkup(text) : { type: "text", content: text };
  const html = textOf(fields, NAMES.html);
  if (html !== undefined) return contentOfMarkup(html);
  const dump = textOf(fields, NAMES.dump);
  return dump === undefined ? undefined : { type: "dump", content: dump };
}

/** A whole page still has its navigation; a fragment is what somebody has taken out of one. */
function contentOfMarkup(html: string): Pick<Page, "type" | "content"> | undefined {
  if (WHOLE_PAGE.test(html)) return { type: "html", content: html };
  const text = fragmentText(html);
  return text === "" ? undefined : { type: "text", content: text };
}

function hintsOf(fields: Readonly<Record<string, unknown>>): PageHints {
  const id = textOf(fields, NAMES.id);
  const title = textOf(fields, NAMES.title)?.trim();
  const published = dateOf(fields, NAMES.published);
  const updated = dateOf(fields, NAMES.updated);
  const retrieved = dateOf(fields, NAMES.retrieved);
  const outlet = textOf(
    fields,
    NAMES.outlet.filter((name) => addressIn(fields[name]) === undefined),
  );
  const agency = textOf(fields, NAMES.agency);
  const language = textOf(fields, NAMES.language)?.slice(0, 2).toLowerCase();
  const authors = authorsOf(fields);
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(outlet !== undefined && { outlet }),
    ...(authors.length > 0 && { authors }),
    ...(agency !== undefined && { agency }),
    ...(language !== undefined && { language }),
    ...(retrieved !== undefined && { retrieved }),
  };
}

/** The first field that holds words. Objects are asked for their `name`, as in `"source": {"name": "..."}`. */
function textOf(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = nameOf(fields[name]);
    if (value !== undefined && !isEmpty(value)) return value;
  }
  return undefined;
}

function addressIn(value: unknown): string | undefined {
  return typeof value === "string" && WEB_ADDRESS.test(value) ? value.trim() : undefined;
}

const WEB_ADDRESS = /^\s{0,5}https?:\/\/\S{3,2000}\s{0,5}$/;

/** Tables have no null: programs that write them put a word in its place. */
function isEmpty(value: string): boolean {
  const trimmed = value.trim();
  return trimmed.length <= LONGEST_EMPTY && EMPTY_VALUES.has(trimmed.toLowerCase());
}

const EMPTY_VALUES: ReadonlySet<string> = new Set(["", "null", "none", "nan", "n/a", "undefined"]);
const LONGEST_EMPTY = 9;

function dateOf(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== "string" && typeof value !== "number") continue;
    const date = parseMachineDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

function authorsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  for (const name of NAMES.authors) {
    const value = fields[name];
    const list = Array.isArray(value)
      ? value
      : typeof value === "string"
        ? splitNames(value)
        : [value];
    const names = list.map(nameOf).filter((text) => text !== undefined && !isEmpty(text));
    if (names.length > 0) return names.map((text) => text!.trim());
  }
  return [];
}

/** `['A B', 'C D']` as a table writes a list, `A B; C D`, `A B`. */
function splitNames(value: string): string[] {
  const listed = /^\s{0,5}\[(.{0,2000})\]\s{0,5}$/.exec(value)?.[1];
  if (listed !== undefined) {
    return listed.split(/,\s{0,5}(?=["'])/).map((name) => name.trim().replace(/^["']|["']$/g, ""));
  }
  return value.split(/\s{0,5};\s{0,5}/);
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    const name = (value as { name?: unknown }).name;
    return typeof name === "string" ? name : undefined;
  }
  return undefined;
}
