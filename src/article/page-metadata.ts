/** Title, dates, outlet, authors of a page, each with the place where it was found. */
import type { FoundIn, IsoDateTime, MetadataSource, PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { authorNames, visibleAuthors } from "./authors.ts";
import type { DomElement } from "./html-tree.ts";
import { type ParsedPage, textBelow } from "./page.ts";
import { believedDate, isAfter, type ToldDate } from "./page-dates.ts";
import { type StructuredData, structuredData, unescapeText } from "./structured-data.ts";
import { chooseTitle, fold, outletOfTitle } from "./titles.ts";

export interface PageMetadata extends PageHints {
  readonly description?: string;
  readonly url?: string;
  readonly structured: StructuredData;
  /** `og:type`, lower case. */
  readonly openGraphType?: string;
  readonly foundIn: FoundIn;
  /** Dates that lie after the page was fetched. */
  readonly future: readonly IsoDateTime[];
}

interface Found<T = string> {
  readonly value: T;
  readonly foundIn: MetadataSource;
}

/** `retrieved`: when the page was fetched, where that is known. */
export function pageMetadata(
  { head, root }: ParsedPage,
  pageUrl: string | undefined,
  retrieved?: IsoDateTime,
): PageMetadata {
  const meta = metaValues(head);
  const structured = structuredData(head);
  const inMeta = (names: readonly string[]): Found | undefined => {
    for (const name of names) {
      const value = meta.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const url = urlOf(head, pageUrl, inMeta(["og:url", "twitter:url"]), structured.url);
  const outlet =
    found("json-ld", structured.publisher) ??
    inMeta(["og:site_name", "application-name", "publisher"]);
  const documentTitle = head.find((element) => element.name === "title");
  const document = documentTitle && textBelow(documentTitle, 400);
  const headings = head
    .filter((element) => element.name === "h1")
    .map((element) => textBelow(element, 400));
  const title = chooseTitle({
    structured: structured.headline ?? inMeta(["headline"])?.value,
    openGraph: inMeta(["og:title", "twitter:title", "parsely-title", "sailthru.title"])?.value,
    document,
    headings: headings.filter((heading) => heading !== ""),
    outlet: outlet?.value,
  });
  const updated = updatedDate(structured.updated, inMeta(UPDATED), retrieved);
  const { date: published, future } = believedDate(
    [
      { text: structured.published, foundIn: "json-ld" },
      ...told(inMeta(PUBLISHED)),
      { text: timeElement(head), foundIn: "time" },
      { text: dateOfUrl(url?.value), foundIn: "url" },
    ],
    updated?.value,
    retrieved,
  );
  const authors = authorsOf(structured, meta, outlet?.value, root);
  const named =
    outlet ??
    found("title", outletOfTitle(document, title?.value)) ??
    found("url", hostOf(url?.value));
  const language = (
    head.find((element) => element.name === "html")?.attribs.lang ??
    structured.language ??
    inMeta(["og:locale", "language"])?.value
  )
    ?.slice(0, 2)
    .toLowerCase();
  const description =
    inMeta(["og:description", "description", "twitter:description"])?.value ??
    structured.description;
  const openGraphType = inMeta(["og:type"])?.value.toLowerCase();
  const values = { title, published, updated, outlet: named, authors, url };
  return {
    structured,
    future,
    ...valuesOf(values),
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description }),
    ...(openGraphType !== undefined && { openGraphType }),
    foundIn: placesOf(values),
  };
}

type Values<T> = {
  readonly [field in keyof T]?: T[field] extends Found<infer V> | undefined ? V : never;
};

function valuesOf<T extends Readonly<Record<string, Found<unknown> | undefined>>>(
  values: T,
): Values<T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, item]) => (item ? [[field, item.value]] : [])),
  ) as Values<T>;
}

function placesOf(values: Readonly<Record<string, Found<unknown> | undefined>>): FoundIn {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, item]) => (item ? [[field, item.foundIn]] : [])),
  );
}

function found(foundIn: MetadataSource, value: string | undefined): Found | undefined {
  return value === undefined || value === "" ? undefined : { value, foundIn };
}

function told(item: Found | undefined): readonly ToldDate[] {
  return item === undefined ? [] : [{ text: item.value, foundIn: item.foundIn }];
}

function urlOf(
  head: readonly DomElement[],
  pageUrl: string | undefined,
  inMeta: Found | undefined,
  structured: string | undefined,
): Found | undefined {
  const canonical = head.find(
    ({ name, attribs }) => name === "link" && attribs.rel === "canonical",
  );
  return (
    found("given", pageUrl) ??
    found("link", httpUrl(canonical?.attribs.href)) ??
    (inMeta && found(inMeta.foundIn, httpUrl(inMeta.value))) ??
    found("json-ld", httpUrl(structured))
  );
}

function updatedDate(
  structured: string | undefined,
  inMeta: Found | undefined,
  retrieved: IsoDateTime | undefined,
): Found<IsoDateTime> | undefined {
  for (const { text, foundIn } of [
    { text: structured, foundIn: "json-ld" as const },
    ...told(inMeta),
  ]) {
    const value = text === undefined ? undefined : parseMachineDate(text);
    if (value !== undefined && !isAfter(value, retrieved)) return { value, foundIn };
  }
  return undefined;
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

function metaValues(head: readonly DomElement[]): ReadonlyMap<string, Found> {
  const values = new Map<string, Found>();
  for (const { name, attribs } of head) {
    const named = attribs.property ?? attribs.name;
    const key = (named ?? attribs.itemprop)?.toLowerCase();
    const value = name === "meta" ? attribs.content : (attribs.datetime ?? attribs.content);
    if (key === undefined || value === undefined || value.trim() === "") continue;
    const foundIn = named === undefined ? "microdata" : "meta";
    if (!values.has(key)) values.set(key, { value: unescapeText(value), foundIn });
  }
  return values;
}

/** Structured data, meta, then the page itself; an outlet that signs for its people is the last resort. */
function authorsOf(
  structured: StructuredData,
  meta: ReadonlyMap<string, Found>,
  outlet: string | undefined,
  root: DomElement,
): Found<readonly string[]> | undefined {
  const named = authorNames(structured.authors);
  const isPerson = (name: string): boolean => outlet === undefined || !isSameName(name, outlet);
  const people = named.filter(isPerson);
  if (people.length > 0) return { value: people, foundIn: "json-ld" };
  for (const key of AUTHORS) {
    const item = meta.get(key);
    if (item === undefined) continue;
    const names = authorNames([item.value]).filter(isPerson);
    if (names.length > 0) return { value: names, foundIn: item.foundIn };
  }
  const seen = visibleAuthors(root);
  if (seen.length > 0) return { value: seen, foundIn: "text" };
  return named.length > 0 ? { value: named, foundIn: "json-ld" } : undefined;
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
