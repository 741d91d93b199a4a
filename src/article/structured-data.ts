/** What JSON-LD says of the article. Pages carry several blocks, graphs, lists, and now and then broken JSON. */
import { decodeHTMLStrict } from "entities/decode";
import type { DomElement } from "./html-tree.ts";
import { scriptText } from "./page.ts";

export interface StructuredData {
  /** schema.org type, lower case: `newsarticle`. */
  readonly type?: string;
  readonly headline?: string;
  readonly description?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly body?: string;
  readonly url?: string;
  readonly language?: string;
  readonly isFree?: boolean;
}

export function structuredData(elements: readonly DomElement[]): StructuredData {
  const things: Thing[] = [];
  for (const element of elements) {
    if (element.name !== "script" || !/ld\+json/i.test(element.attribs.type ?? "")) continue;
    const text = scriptText(element);
    if (text.length < MAX_LENGTH) collect(parseLoosely(text), things, 0);
  }
  const byId = new Map(
    things.flatMap((thing) => (typeof thing["@id"] === "string" ? [[thing["@id"], thing]] : [])),
  );
  const article =
    things.find((thing) => ARTICLE.test(typeOf(thing)) && dateOf(thing) !== undefined) ??
    things.find((thing) => ARTICLE.test(typeOf(thing))) ??
    things.find((thing) => thing.datePublished !== undefined && thing.headline !== undefined);
  const page = things.find((thing) => /^(?:webpage|itempage)$/.test(typeOf(thing)));
  const main = article ?? page;
  if (main === undefined) return { authors: [] };
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value.trim() !== "" ? unescapeText(value) : undefined;
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) ? value["@id"] : undefined;
    return typeof id === "string" && !("name" in (value as Thing))
      ? (byId.get(id) ?? value)
      : value;
  };
  const nameOf = (value: unknown): string | undefined => {
    const thing = resolve(value);
    return isThing(thing)
      ? text(Array.isArray(thing.name) ? thing.name[0] : thing.name)
      : text(thing);
  };
  const authors = list(main.author ?? main.creator).map(nameOf);
  const dated = dateOf(main) !== undefined ? main : (page ?? main);
  return {
    type: typeOf(main),
    authors: authors.filter((name) => name !== undefined),
    ...optional("headline", article && (text(main.headline) ?? text(main.name))),
    ...optional("description", text(main.description)),
    ...optional("published", dateOf(dated)),
    ...optional("updated", text(dated.dateModified)),
    ...optional("publisher", list(main.publisher).map(nameOf)[0]),
    ...optional("body", text(main.articleBody)),
    ...optional(
      "url",
      text(
        isThing(main.mainEntityOfPage)
          ? main.mainEntityOfPage["@id"]
          : (main.mainEntityOfPage ?? main.url),
      ),
    ),
    ...optional("language", text(main.inLanguage)),
    ...optional("isFree", freedom(main.isAccessibleForFree)),
  };
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE =
  /^(?:newsarticle|article|reportagenewsarticle|analysisnewsarticle|opinionnewsarticle|backgroundnewsarticle|reviewnewsarticle|blogposting|liveblogposting|report|scholarlyarticle|advertisercontentarticle|techarticle|satiricalarticle|socialmediaposting)$/;
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 6;

/** JSON with line feeds in strings, comments or CDATA around it, or a comma too many. */
function parseLoosely(text: string): unknown {
  const bare = text.replace(/^[\s\S]{0,40}?(?=[[{])/, "").replace(/[^\]}]{0,40}$/, "");
  for (const candidate of [bare, bare.replace(CONTROL, " ").replace(/,(?=\s{0,20}[\]}])/g, "")]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate is repaired.
    }
  }
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const CONTROL = /[\u0000-\u001f]/g;

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > MAX_DEPTH || things.length > 400) return;
  if (Array.isArray(value)) for (const item of value) collect(item, things, depth + 1);
  else if (isThing(value)) {
    things.push(value);
    for (const key of [
      "@graph",
      "mainEntity",
      "mainEntityOfPage",
      "author",
      "publisher",
      "hasPart",
      "itemReviewed",
    ]) {
      collect(value[key], things, depth + 1);
    }
  }
}

function typeOf(thing: Thing): string {
  const types = list(thing["@type"]).filter((type) => typeof type === "string");
  const names = types.map((type) => type.toLowerCase().replace(/^.*[/:]/, ""));
  return names.find((name) => ARTICLE.test(name)) ?? names[0] ?? "";
}

function dateOf(thing: Thing): string | undefined {
  const value = list(thing.datePublished ?? thing.dateCreated)[0];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function freedom(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return typeof value === "string" ? !/^false$/i.test(value) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isThing(value: unknown): value is Thing {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** JSON-LD often holds text that was escaped for HTML once too often: *R&uuml;ckkehr*, *Q&amp;#38;A*. */
export function unescapeText(text: string): string {
  return (text.includes("&") ? decodeHTMLStrict(text) : text).replace(/\s+/g, " ").trim();
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
