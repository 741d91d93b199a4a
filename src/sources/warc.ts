/**
 * WARC 1.0 and 1.1 (ISO 28500): the pages of its `response` records. A record is read when it is its turn, so that an
 * archive of gigabytes needs the memory of its largest page.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { parseMachineDate } from "../text/machine-dates.ts";
import { byteReader, indexOfBytes } from "./byte-reader.ts";
import { joinBytes } from "./byte-streams.ts";
import { decode } from "./charset.ts";
import { reason } from "./paths.ts";
import { noteItem, type PeekedSource, type ReadItem } from "./types.ts";

export async function* readWarc(source: PeekedSource): AsyncGenerator<ReadItem> {
  const reader = byteReader(source.bytes);
  for (let number = 1; ; ) {
    const origin = `${source.origin}:${number}`;
    const head = await reader.until(EMPTY_LINE, MAX_HEADER);
    if (head === undefined) {
      const rest = await reader.take(MAX_HEADER);
      if (rest.some((byte) => byte > 32))
        yield noteItem(origin, "cannot be read further: broken WARC record");
      return;
    }
    // Two line ends close a record.
    if (head.length === EMPTY_LINE.length) continue;
    number++;
    const fields = headerFields(LATIN1.decode(head));
    const length = Number(fields.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0) {
      yield noteItem(origin, "cannot be read further: a WARC record without a length");
      return;
    }
    if (fields.get("warc-type") !== "response" || !isHttp(fields)) {
      await reader.skip(length);
    } else if (length > source.limits.itemBytes) {
      await reader.skip(length);
      yield noteItem(origin, "left out: the record is larger than any article");
    } else {
      const payload = await reader.take(length);
      if (payload.length < length) {
        yield noteItem(origin, "cannot be read: the WARC file ends in the middle of a record");
        return;
      }
      const item = responsePage(payload, fields, origin, source.limits.itemBytes);
      if (item !== undefined) yield item;
    }
  }
}

const EMPTY_LINE = new Uint8Array([13, 10, 13, 10]);
const MAX_HEADER = 256 * 1024;
const LATIN1 = new TextDecoder("latin1");
const HTML_TYPE = /^\s{0,5}(?:text\/html|application\/xhtml\+xml)/i;
const MAX_CODINGS = 3;

function isHttp(fields: ReadonlyMap<string, string>): boolean {
  const target = fields.get("warc-target-uri") ?? "";
  return (
    /^<?https?:/i.test(target) && /http/i.test(fields.get("content-type") ?? "application/http")
  );
}

/** Undefined for what is no page: pictures, redirects, errors. Those are the most of an archive, and not worth a note each. */
function responsePage(
  payload: Uint8Array,
  record: ReadonlyMap<string, string>,
  origin: string,
  limit: number,
): ReadItem | undefined {
  const end = indexOfBytes(payload, EMPTY_LINE, 0);
  if (end < 0) return undefined;
  const head = LATIN1.decode(payload.subarray(0, end));
  const status = /^HTTP\/[\d.]{1,5}\s{1,5}(\d{3})/.exec(head)?.[1];
  const fields = headerFields(head);
  const type = fields.get("content-type");
  if (status !== "200" || (type !== undefined && !HTML_TYPE.test(type))) return undefined;
  const url = record.get("warc-target-uri")?.replace(/^<|>$/g, "");
  const retrieved = parseMachineDate(record.get("warc-date") ?? "");
  try {
    const body = decodedBody(payload.subarray(end + EMPTY_LINE.length), fields, limit);
    if (type === undefined && !/<html|<!doctype html/i.test(LATIN1.decode(body.subarray(0, 1024))))
      return undefined;
    const charset = /charset\s{0,3}=\s{0,3}["']?([\w.:-]{2,40})/i.exec(type ?? "")?.[1];
    const content = decode(body, charset);
    const page = { origin, type: "html" as const, content };
    const hints = retrieved === undefined ? undefined : { retrieved };
    return { page: { ...page, ...(url !== undefined && { url }), ...(hints && { hints }) } };
  } catch (error) {
    return noteItem(origin, `cannot be read: ${reason(error)}`);
  }
}

/** Names in lower case. Lines that go on in the next one are joined. */
function headerFields(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]{1,80}/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0)
      fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

function decodedBody(
  body: Uint8Array,
  fields: ReadonlyMap<string, string>,
  limit: number,
): Uint8Array {
  // Crawlers often store the body unpacked and keep the headers as they were.
  let bytes = /chunked/i.test(fields.get("transfer-encoding") ?? "") ? withoutChunks(body) : body;
  const codings = (fields.get("content-encoding") ?? "").toLowerCase().split(/\s{0,3},\s{0,3}/);
  for (const coding of codings.slice(0, MAX_CODINGS).reverse())
    bytes = unpack(bytes, coding, limit);
  return bytes;
}

function unpack(bytes: Uint8Array, coding: string, limit: number): Uint8Array {
  const options = { maxOutputLength: limit };
  if (/gzip/.test(coding)) {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
  }
  if (coding === "br") return unpackedOr(bytes, () => brotliDecompressSync(bytes, options));
  if (coding === "deflate") {
    return unpackedOr(bytes, () =>
      (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options),
    );
  }
  return bytes;
}

/** Neither brotli nor deflate has a signature: what cannot be unpacked and reads as a page was unpacked before. */
function unpackedOr(bytes: Uint8Array, unpacked: () => Uint8Array): Uint8Array {
  try {
    return unpacked();
  } catch (error) {
    if (bytes.includes(0x3c) && !bytes.subarray(0, 1024).includes(0)) return bytes;
    throw error;
  }
}

function withoutChunks(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf(10, at);
    if (lineEnd < 0 || lineEnd - at > 200) break;
    const size = /^\s{0,3}([\da-f]{1,8})\s{0,3}(?:;.{0,190})?\r?$/i.exec(
      LATIN1.decode(body.subarray(at, lineEnd)),
    )?.[1];
    // No size where one must stand: the chunks were joined before.
    if (size === undefined) return parts.length === 0 ? body : joinBytes(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    while (at < body.length && (body[at] === 13 || body[at] === 10)) at++;
  }
  return parts.length === 0 ? body : joinBytes(parts);
}
