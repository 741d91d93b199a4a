/** One document a source: an HTML page, clean text or a dump. */
import type { Page } from "../model.ts";
import { gather } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { looksScraped } from "./scraped.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readHtml(source: PeekedSource): AsyncGenerator<ReadItem> {
  const content = await textOf(source);
  if (content === undefined) yield tooLarge(source);
  else yield { page: { origin: source.origin, type: "html", content } };
}

export async function* readText(source: PeekedSource): AsyncGenerator<ReadItem> {
  const content = await textOf(source);
  if (content === undefined) {
    yield tooLarge(source);
  } else if (content.trim() === "") {
    yield noteItem(source.origin, "left out: nothing but white space");
  } else {
    const type: Page["type"] = looksScraped(content) ? "dump" : "text";
    yield { page: { origin: source.origin, type, content } };
  }
}

async function textOf(source: PeekedSource): Promise<string | undefined> {
  const bytes = await gather(source.bytes, source.limits.itemBytes);
  return bytes === undefined ? undefined : decode(bytes, source.charset);
}

function tooLarge(source: PeekedSource): ReadItem {
  const megabytes = Math.round(source.limits.itemBytes / 1024 / 1024);
  return noteItem(source.origin, `left out: more than ${megabytes} MB, larger than any article`);
}
