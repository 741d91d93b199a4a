/** Mails and mailboxes: newsletters and alerts -> a page for each mail. Browsers save pages as mails too (MHTML, RFC 2557). */
import type { Email } from "postal-mime";
import type { IsoDateTime, Page, PageHints } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";
import { byteLines, gather, joinBytes } from "./byte-streams.ts";
import { looksScraped } from "./scraped.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readMail(source: PeekedSource): AsyncGenerator<ReadItem> {
  const bytes = await gather(source.bytes, source.limits.itemBytes);
  if (bytes === undefined)
    yield noteItem(source.origin, "left out: the mail is larger than any article");
  else yield await mailItem(bytes, source.origin);
}

/** A mailbox holds mails one after another, each after a line that begins with `From `. */
export async function* readMailbox(source: PeekedSource): AsyncGenerator<ReadItem> {
  const { origin, limits } = source;
  let lines: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  let isAfterBlank = true;
  const finished = async (): Promise<ReadItem | undefined> => {
    if (number === 0) return undefined;
    if (length > limits.itemBytes)
      return noteItem(`${origin}:${number}`, "left out: the mail is larger than any article");
    return mailItem(joinBytes(lines.flatMap((line) => [line, LINE_END])), `${origin}:${number}`);
  };
  for await (const line of byteLines(source.bytes, limits.itemBytes)) {
    if (line !== undefined && isAfterBlank && startsWithFrom(line)) {
      const item = await finished();
      if (item !== undefined) yield item;
      number++;
      lines = [];
      length = 0;
    } else if (length <= limits.itemBytes) {
      length += line === undefined ? limits.itemBytes + 1 : line.length + 1;
      if (line !== undefined && length <= limits.itemBytes) lines.push(unquoted(line));
    }
    isAfterBlank = line?.length === 0;
  }
  const item = await finished();
  if (item !== undefined) yield item;
}

const LINE_END = new Uint8Array([10]);
const FROM = new TextEncoder().encode("From ");
const QUOTE = 0x3e;

function startsWithFrom(line: Uint8Array, at = 0): boolean {
  return FROM.every((byte, i) => line[at + i] === byte);
}

/** `>From` in a text is a `From` that the mailbox had to hide. */
function unquoted(line: Uint8Array): Uint8Array {
  let quotes = 0;
  while (line[quotes] === QUOTE) quotes++;
  return quotes > 0 && startsWithFrom(line, quotes) ? line.subarray(1) : line;
}

async function mailItem(bytes: Uint8Array, origin: string): Promise<ReadItem> {
  try {
    const { default: PostalMime } = await import("postal-mime");
    const mail = await PostalMime.parse(bytes);
    const published = mail.date === undefined ? undefined : parseMachineDate(mail.date);
    if (mail.html && isSavedPage(mail))
      return { page: savedPage(mail, mail.html, origin, published) };
    const outlet = mail.from?.name;
    const hints: PageHints = {
      ...(mail.subject && { title: mail.subject }),
      ...(published !== undefined && { published, retrieved: published }),
      ...(outlet && { outlet }),
      ...(mail.messageId && { id: mail.messageId }),
    };
    if (mail.html) return { page: { origin, type: "html", content: mail.html, hints } };
    const text = mail.text?.trim() ?? "";
    if (text === "") return noteItem(origin, "left out: the mail has no text");
    return { page: { origin, type: looksScraped(text) ? "dump" : "text", content: text, hints } };
  } catch {
    return noteItem(origin, "left out: the mail cannot be parsed");
  }
}

/** Nobody sent it to anybody: its subject, sender and date are what the browser wrote. */
function isSavedPage({ headers }: Email): boolean {
  const isRelated = headers.some(
    ({ key, value }) => key === "content-type" && /^multipart\/related/i.test(value.trim()),
  );
  return isRelated && !headers.some(({ key }) => key === "to" || key === "received");
}

function savedPage(
  { headers }: Email,
  content: string,
  origin: string,
  retrieved: IsoDateTime | undefined,
): Page {
  const address = headers.find(({ key }) => ADDRESS.test(key))?.value.trim();
  return {
    origin,
    type: "html",
    content,
    ...(address?.startsWith("http") && { url: address }),
    ...(retrieved !== undefined && { hints: { retrieved } }),
  };
}

const ADDRESS = /^(?:snapshot-)?content-location$/;
