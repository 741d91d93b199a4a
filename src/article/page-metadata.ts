/** Title, dates, outlet, authors of a page: JSON-LD, then meta, microdata, `<time>`, the address, a visible date. */
import type { PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { authorNames, visibleAuthors } from "./authors.ts";
import { type DomElement, type ParsedPage, textBelow } from "./page.ts";
import { type StructuredData, structuredData, unescapeText } from "./structured-data.ts";
import { chooseTitle, fold, outletOfTitle } from "./titles.ts";

export interface PageMetadata extends PageHints {
  readonly description?: string;
  readonly url?: string;
  readonly structured: StructuredData;
  /** `og:type`, lower case. */
  readonly openGraphType?: string;
}

export function pageMetadata(
  { head, root }: ParsedPage,
  pageUrl: string | undefined,
): PageMetadata {
  const meta = metaValues(head);
  const structured = structuredData(head);
  const first = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = meta.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const url =
    pageUrl ??
    httpUrl(
      head.find((element) => element.name === "link" && element.attribs.rel === "canonical")
        ?.attribs.href,
    ) ??
    httpUrl(first(["og:url", "twitter:url"])) ??
    httpUrl(structured.url);
  const outlet = structured.publisher ?? first(["og:site_name", "application-name", "publisher"]);
  const documentTitle = head.find((element) => element.name === "title");
  const headings = head
    .filter((element) => element.name === "h1")
    .map((element) => textBelow(element, 400));
  const title = chooseTitle({
    structured: structured.headline,
    openGraph: first(["og:title", "twitter:title", "parsely-title", "sailthru.title"]),
    document: documentTitle && textBelow(documentTitle, 400),
    headings: headings.filter((heading) => heading !== ""),
    outlet,
  });
  const published =
    machineDate(structured.published) ??
    machineDate(first(PUBLISHED)) ??
    machineDate(timeElement(head)) ??
    dateOfUrl(url);
  const updated = machineDate(structured.updated) ?? machineDate(first(UPDATED));
  const authors = authorsOf(structured, meta, outlet, root);
  const outletName =
    outlet ?? outletOfTitle(documentTitle && textBelow(documentTitle, 400), title) ?? hostOf(url);
  const htmlElement = head.find((element) => element.name === "html");
  const language = (
    htmlElement?.attribs.lang ??
    structured.language ??
    first(["og:locale", "language"])
  )
    ?.slice(0, 2)
    .toLowerCase();
  const description =
    first(["og:description", "description", "twitter:description"]) ?? structured.description;
  const openGraphType = first(["og:type"])?.toLowerCase();
  return {
    structured,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(outletName !== undefined && { outlet: outletName }),
    ...(authors.length > 0 && { authors }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description }),
    ...(openGraphType !== undefined && { openGraphType }),
  };
}

const PUBLISHED = [
  "article:published_time",
  "article:published",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publishdate",
  "publish-date",
  "publish_date",
  "published_time",
  "pubdate",
  "article.published",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dc.date.created",
  "dcterms.created",
  "dcterms.issued",
  "dc.date",
  "date",
  "og:article:published_time",
  "article_date_original",
  "originalpublicationdate",
  "article:create_at",
  "created",
];
const UPDATED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "lastmod",
  "last-modified",
  "dcterms.modified",
  "modified",
];
const AUTHORS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "byl",
  "twitter:creator:name",
  "cxenseparse:author",
  "dcterms.creator",
];

function metaValues(head: readonly DomElement[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, attribs } of head) {
    const key = (attribs.property ?? attribs.name ?? attribs.itemprop)?.toLowerCase();
    const value = name === "meta" ? attribs.content : (attribs.datetime ?? attribs.content);
    if (key === undefined || value === undefined || value.trim() === "") continue;
    if (!values.has(key)) values.set(key, unescapeText(value));
  }
  return values;
}

/** Structured data, meta, then the page itself; an outlet that signs for its people is the last resort. */
function authorsOf(
  structured: StructuredData,
  meta: ReadonlyMap<string, string>,
  outlet: string | undefined,
  root: DomElement,
): readonly string[] {
  const named = authorNames(structured.authors);
  const isPerson = (name: string): boolean => outlet === undefined || !isSameName(name, outlet);
  const people = named.filter(isPerson);
  if (people.length > 0) return people;
  for (const key of AUTHORS) {
    const value = meta.get(key);
    if (value === undefined) continue;
    const names = authorNames([value]).filter(isPerson);
    if (names.length > 0) return names;
  }
  const seen = visibleAuthors(root);
  return seen.length > 0 ? seen : named;
}

function isSameName(name: string, outlet: string): boolean {
  const [a, b] = [fold(name), fold(outlet)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}

function timeElement(head: readonly DomElement[]): string | undefined {
  for (const { name, attribs } of head) {
    if (name === "time" && attribs.datetime && attribs.itemprop !== "dateModified")
      return attribs.datetime;
  }
  return undefined;
}

function machineDate(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseMachineDate(text);
}

function dateOfUrl(url: string | undefined): string | undefined {
  const match = url === undefined ? undefined : URL_DATE.exec(url);
  return match
    ? parseMachineDate(`${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}`)
    : undefined;
}

const URL_DATE = /[/_-]((?:19|20)\d{2})[/_-]?(\d{1,2})[/_-]?(\d{1,2})(?=[/_.-]|$)/;

function httpUrl(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^(?:www|m|amp|edition|news)\./, "");
}
