/** Recognizes what a source holds by its first bytes, never by its name. */
import { decode } from "./charset.ts";
import { isGraph } from "./graph-heads.ts";

export type Form =
  | "empty"
  | "gzip"
  | "zip"
  | "warc"
  | "json"
  | "csv"
  | "feed"
  | "newsml"
  | "mbox"
  | "mail"
  | "pdf"
  | "rtf"
  | "old-office"
  | "graph"
  | "html"
  | "text"
  | "binary";

export const FORM_HEAD_BYTES = 8192;

export function formOf(head: Uint8Array): Form {
  if (head.length === 0) return "empty";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (startsWith(head, "PK\x03\x04") || startsWith(head, "PK\x05\x06")) return "zip";
  if (startsWith(head, "WARC/")) return "warc";
  if (startsWith(head, "%PDF-")) return "pdf";
  if (startsWith(head, "{\\rtf")) return "rtf";
  if (startsWith(head, "\xd0\xcf\x11\xe0")) return "old-office";
  if (isBinary(head)) return "binary";
  const text = decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text === "") return head.length < FORM_HEAD_BYTES ? "empty" : "text";
  if (isGraph(text)) return "graph";
  if (text.startsWith("{") || /^\[\s{0,20}[{\]]/.test(text)) return "json";
  if (text.startsWith("<")) return markupForm(text);
  if (MBOX.test(text)) return "mbox";
  if (isMail(text)) return "mail";
  if (isTable(text)) return "csv";
  return isMarkup(text) ? "html" : "text";
}

const FEED =
  /^(?:<[?!][^>]{0,500}>\s{0,100}|<!--[\s\S]{0,2000}?-->\s{0,100}){0,8}<(?:rss|feed|rdf:RDF)[\s>]/;
const NEWSML =
  /^(?:<[?!][^>]{0,500}>\s{0,100}|<!--[\s\S]{0,2000}?-->\s{0,100}){0,8}<(?:\w{1,10}:)?(?:nitf|newsItem|newsMessage|packageItem|NewsML)[\s>]/;
const MBOX = /^From \S{1,200} .{6,60}\r?\n[\w-]{2,60}:/;
const HEADER_LINE = /^(?:[A-Za-z][\w-]{1,60}: ?.{0,1000}|[ \t].{0,1000})$/;
const MAIL_FIELD =
  /^(?:Return-Path|Received|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To):/i;
const TAG = /<(?:html|head|body|div|p|article|span|a|br|h1|meta|script)\b[^>]{0,400}>/gi;
const TEXT_COLUMN =
  /^(?:text|maintext|content|body|html|article|full_text|raw_text|article_text)$/i;
const OTHER_COLUMN =
  /^(?:id|url|link|title|headline|date|published\w{0,5}|date_publish|author|authors|source|outlet|publisher|domain|language)$/i;

function startsWith(head: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (head[i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Zero bytes outside UTF-16, known signatures, or one control character in ten. */
function isBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return false;
  if (startsWith(head, "\x89PNG") || startsWith(head, "GIF8")) return true;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      control++;
  }
  return control * 10 > head.length;
}

function markupForm(text: string): Form {
  if (FEED.test(text)) return "feed";
  return NEWSML.test(text) ? "newsml" : "html";
}

function isMarkup(text: string): boolean {
  return (text.match(TAG)?.length ?? 0) >= 3;
}

/** Three or more header lines, two of them of the usual fields, before the first empty line. */
function isMail(text: string): boolean {
  const lines = text.split(/\r?\n/, 60);
  let fields = 0;
  let known = 0;
  for (const line of lines) {
    if (line === "") break;
    if (!HEADER_LINE.test(line)) return false;
    fields++;
    if (MAIL_FIELD.test(line)) known++;
  }
  return fields >= 3 && known >= 3;
}

function isTable(text: string): boolean {
  const header = text.split(/\r?\n/, 1)[0]!;
  if (header.length > 2000) return false;
  for (const separator of [",", "\t", ";"]) {
    const columns = header.split(separator).map((name) => name.trim().replace(/^"|"$/g, ""));
    if (columns.length < 2) continue;
    const known = columns.filter((name) => OTHER_COLUMN.test(name)).length;
    if (known >= 1 && columns.some((name) => TEXT_COLUMN.test(name))) return true;
  }
  return false;
}
