/**
 * Reads the XML that GEXF and GraphML are written in, as a sequence of tags and text: no DOM, no DTD, no
 * entities beyond the five of XML and numbers (so no entity can blow up). One pass by `indexOf`; linear in the
 * length of the text.
 */
import { FormatError } from "./format.ts";

export type XmlItem =
  | { readonly kind: "open"; readonly name: string; readonly attributes: XmlAttributes }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly text: string };

export type XmlAttributes = ReadonlyMap<string, string>;

const ATTRIBUTE = /(?<![^\s=/<>"'])([^\s=/<>"']+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;
const NAME = /^[^\s/>]+/;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** A self-closing tag gives an `open` and a `close`. Prefixes stay in names: `viz:color`. */
export function* readXml(source: string): Generator<XmlItem> {
  const open: string[] = [];
  let position = 0;
  while (position < source.length) {
    const start = source.indexOf("<", position);
    if (start < 0) break;
    if (start > position) yield { kind: "text", text: decode(source.slice(position, start)) };
    if (source.startsWith("<!--", start)) {
      position = after(source, "-->", start);
    } else if (source.startsWith("<![CDATA[", start)) {
      position = after(source, "]]>", start);
      yield { kind: "text", text: source.slice(start + 9, position - 3) };
    } else if (source.startsWith("<?", start)) {
      position = after(source, "?>", start);
      yield instruction(source.slice(start + 2, position - 2));
    } else if (source.startsWith("<!", start)) {
      position = after(source, ">", start);
    } else {
      position = endOfTag(source, start);
      const tag = source.slice(start + 1, position - 1);
      if (tag.startsWith("/")) {
        const name = tag.slice(1).trim();
        if (open.pop() !== name)
          throw new FormatError(`not well-formed XML: unexpected </${name}>`);
        yield { kind: "close", name };
      } else {
        const name = NAME.exec(tag)?.[0] ?? "";
        yield { kind: "open", name, attributes: attributesOf(tag.slice(name.length)) };
        if (tag.endsWith("/")) yield { kind: "close", name };
        else open.push(name);
      }
    }
  }
  if (open.length > 0) throw new FormatError(`the file is cut off: <${open.at(-1)}> is not closed`);
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found < 0) throw new FormatError(`the file is cut off: "${mark}" is missing`);
  return found + mark.length;
}

/** `>` may stand inside an attribute value. */
function endOfTag(source: string, start: number): number {
  for (let i = start; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === GREATER) return i + 1;
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) {
      const end = source.indexOf(unit === DOUBLE_QUOTE ? '"' : "'", i + 1);
      if (end < 0) break;
      i = end;
    }
  }
  throw new FormatError("the file is cut off in the middle of a tag");
}

function attributesOf(tag: string): XmlAttributes {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    attributes.set(name!, decode(double ?? single ?? ""));
  }
  return attributes;
}

function instruction(content: string): XmlItem {
  const blank = content.indexOf(" ");
  return blank < 0
    ? { kind: "instruction", target: content, text: "" }
    : { kind: "instruction", target: content.slice(0, blank), text: content.slice(blank + 1) };
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, named?: string) => {
    if (named !== undefined) return NAMED[named]!;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
