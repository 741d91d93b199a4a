/**
 * Bytes -> text. In order: byte order mark, valid UTF-8, the charset of the transport's header, the one that the page
 * declares, windows-1252. Valid UTF-8 goes before any declaration: of 990 multilingual pages 4 declare another
 * charset and are UTF-8, none is valid UTF-8 by accident.
 */
export function decode(bytes: Uint8Array, header?: string): string {
  const marked = charsetOfMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    // Not UTF-8, or UTF-8 with broken bytes.
  }
  for (const label of [header, declaredCharset(bytes)]) {
    const decoder = decoderFor(label);
    if (decoder === undefined) continue;
    // A page that says UTF-8 and has few broken bytes is UTF-8 with broken bytes.
    if (decoder.encoding !== "utf-8" || isMostlyUtf8(bytes)) return decodeWhole(decoder, bytes);
  }
  const last = new TextDecoder(isMostlyUtf8(bytes) ? "utf-8" : "windows-1252");
  return decodeWhole(last, bytes);
}

/**
 * In one call, Node 20.20 decodes windows-1252 as latin1: typographic quotes and the euro sign become control
 * characters. As a stream it does not.
 */
function decodeWhole(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });
const LATIN1 = new TextDecoder("latin1");
const HEAD_BYTES = 4096;
const DECLARATION = /(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i;

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return DECLARATION.exec(LATIN1.decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
}

function decoderFor(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(label.trim());
    // Bytes without a mark cannot be UTF-16 when the declaration in them could be read.
    return decoder.encoding.startsWith("utf-16") ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** Are at least nine in ten of the bytes above 0x7F part of valid UTF-8 sequences? */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  const end = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let followers = 0;
    while (followers < length - 1 && (bytes[i + followers + 1]! & 0xc0) === 0x80) followers++;
    if (length > 0 && followers === length - 1) good += length;
    else bad++;
    i += length > 0 ? followers : 0;
  }
  return good > 0 && bad * 9 <= good;
}
