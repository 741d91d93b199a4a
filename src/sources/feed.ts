/** RSS, RDF and Atom -> a page for each item. Items that bring the whole article are read as clean text. */
import type { Page, PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { gather } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { fragmentText } from "./fragment-text.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readFeed(source: PeekedSource): AsyncGenerator<ReadItem> {
  const bytes = await gather(source.bytes, source.limits.itemBytes);
  if (bytes === undefined) {
    yield noteItem(source.origin, "left out: the feed is too large");
    return;
  }
  // Half of all runs see no feed: the parser is loaded when it is needed.
  const { parseFeed } = await import("feedsmith");
  let parsed: unknown;
  try {
    parsed = parseFeed(decode(bytes, source.charset)).feed;
  } catch {
    yield noteItem(source.origin, "left out: the feed cannot be parsed");
    return;
  }
  const feed = parsed as Feed;
  const items = feed.items ?? feed.entries ?? [];
  if (items.length === 0) yield noteItem(source.origin, "left out: the feed has no items");
  for (const [index, item] of items.slice(0, source.limits.entries).entries()) {
    const origin = `${source.origin}:${index + 1}`;
    const page = pageOfItem(item, feed, origin);
    yield page === undefined ? noteItem(origin, "left out: the item has no text") : { page };
  }
}

type Text = string | { readonly value?: string } | undefined;

interface Person {
  readonly name?: string;
}

interface Item {
  readonly title?: Text;
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly description?: Text;
  readonly summary?: Text;
  readonly content?: Text | { readonly encoded?: string };
  readonly guid?: Text;
  readonly id?: string;
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors?: readonly (string | Person)[];
  readonly dc?: {
    readonly creators?: readonly string[];
    readonly creator?: string;
    readonly dates?: readonly string[];
    readonly date?: string;
  };
}

interface Feed {
  readonly title?: Text;
  readonly language?: string;
  readonly items?: readonly Item[];
  readonly entries?: readonly Item[];
}

function pageOfItem(item: Item, feed: Feed, origin: string): Page | undefined {
  const content = item.content;
  const encoded =
    content !== undefined && typeof content === "object" && "encoded" in content
      ? content.encoded
      : plain(content as Text);
  const full = fragmentText(encoded ?? "");
  const text =
    full !== "" ? full : fragmentText(plain(item.description) ?? plain(item.summary) ?? "");
  if (text === "") return undefined;
  const url =
    item.link ?? item.links?.find((link) => (link.rel ?? "alternate") === "alternate")?.href;
  return {
    origin,
    type: "text",
    content: text,
    ...(url !== undefined && { url }),
    hints: hintsOf(item, feed),
  };
}

function hintsOf(item: Item, feed: Feed): PageHints {
  const title = fragmentText(plain(item.title) ?? "").replace(/\s+/g, " ");
  const id = plain(item.guid) ?? item.id;
  const published = firstDate([
    item.pubDate,
    item.published,
    item.dc?.dates?.[0],
    item.dc?.date,
    item.updated,
  ]);
  const updated = item.published === undefined ? undefined : firstDate([item.updated]);
  const outlet = fragmentText(plain(feed.title) ?? "");
  const authors = (
    item.dc?.creators ??
    (item.dc?.creator ? [item.dc.creator] : undefined) ??
    item.authors ??
    []
  )
    .map((author) => (typeof author === "string" ? author : author.name))
    .filter((name) => name !== undefined && name !== "") as string[];
  const language = feed.language?.slice(0, 2).toLowerCase();
  return {
    ...(title !== "" && { title }),
    ...(id !== undefined && { id }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(outlet !== "" && { outlet }),
    ...(authors.length > 0 && { authors }),
    ...(language !== undefined && { language }),
  };
}

function plain(text: Text): string | undefined {
  return typeof text === "string" ? text : text?.value;
}

function firstDate(values: readonly (string | undefined)[]): string | undefined {
  for (const value of values) {
    const date = value === undefined ? undefined : parseMachineDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}
