/** HTML -> a tree. htmlparser2 by way of `cheerio/slim`: six times as fast as cheerio's default, equally good here. */
import { load } from "cheerio/slim";

type Root = ReturnType<ReturnType<typeof load>["root"]>[0];
export type DomNode = NonNullable<Root>["children"][number];
export type DomElement = Extract<DomNode, { attribs: unknown }>;

export interface ParsedPage {
  readonly root: DomElement;
  readonly head: readonly DomElement[];
}

/** The whole document as one element, and those elements of it that speak of metadata. */
export function parsePage(html: string): ParsedPage {
  const document = load(html).root()[0]!;
  return { root: document as unknown as DomElement, head: metadataElements(document) };
}

const METADATA_TAGS = new Set(["title", "meta", "link", "script", "html", "time", "h1", "base"]);

function metadataElements(root: NonNullable<Root>): DomElement[] {
  const found: DomElement[] = [];
  let node: DomNode | null = root.children[0] ?? null;
  while (node !== null) {
    if ("attribs" in node && (METADATA_TAGS.has(node.name) || "itemprop" in node.attribs)) {
      found.push(node);
    }
    if ("children" in node && node.children.length > 0) {
      node = node.children[0] as DomNode;
      continue;
    }
    while (node !== null && node.next === null) {
      const parent: DomNode | null = node.parent as DomNode | null;
      node = parent === null || (parent as unknown) === root ? null : parent;
    }
    if (node !== null) node = node.next as DomNode | null;
  }
  return found;
}

/** The text below an element, white space collapsed; at most `limit` characters. */
export function textBelow(element: DomElement, limit = 2000): string {
  let text = "";
  let node: DomNode | null = element.children[0] ?? null;
  while (node !== null && text.length < limit) {
    if (node.type === "text") text += node.data;
    else if ("children" in node && node.children.length > 0) {
      node = node.children[0] as DomNode;
      continue;
    }
    while (node !== null && node !== element && node.next === null) {
      node = node.parent as DomNode | null;
    }
    node = node === null || node === element ? null : (node.next as DomNode | null);
  }
  return text.slice(0, limit).replace(/\s+/g, " ").trim();
}
