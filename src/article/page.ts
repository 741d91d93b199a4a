/** An HTML page -> its tree, and what of it speaks of metadata. */
import { type DomElement, type DomNode, nextNode, parseTree } from "./html-tree.ts";

export interface ParsedPage {
  readonly root: DomElement;
  readonly head: readonly DomElement[];
  /** It has more elements, or deeper ones, than any page: only the beginning was parsed. */
  readonly isCut: boolean;
}

/** The whole document as one element, and those elements of it that speak of metadata. */
export function parsePage(html: string): ParsedPage {
  const bounded = withinBounds(html);
  const root = parseTree(bounded);
  return {
    root,
    head: metadataElements(root),
    isCut: bounded.length < html.length,
  };
}

/**
 * The parser's time grows with the square of the depth: 40,000 open elements take six seconds. Real pages nest some
 * hundred deep. An element and its line take about a kilobyte of memory: five million in a page of 20 MB would fill
 * it. What goes beyond is cut. Small pages cannot get deep enough to matter.
 */
function withinBounds(html: string): string {
  if (html.length < HARMLESS_LENGTH) return html;
  let depth = 0;
  let elements = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    const name = tag[2]!.toLowerCase();
    if (name === "script" || name === "style") {
      const end = html.indexOf(`</${name}`, TAG.lastIndex);
      if (end < 0) break;
      TAG.lastIndex = end + 8;
    } else if (tag[1] === "/") depth = Math.max(0, depth - 1);
    else if (!CLOSED_BY_OTHERS.has(name) && html[TAG.lastIndex - 2] !== "/") depth++;
    if (tag[1] !== "/") elements++;
    if (depth > DEEPEST || elements > MOST_ELEMENTS) return html.slice(0, tag.index);
  }
  return html;
}

const HARMLESS_LENGTH = 200_000;
const DEEPEST = 4000;
/** The largest pages of the corpora have some ten thousand. */
const MOST_ELEMENTS = 300_000;
/** No `<` inside: a page of nothing but `<a<a<a` would be read from each of them to the end. */
const TAG = /<(\/?)([a-z][^\s/<>]{0,40})[^<>]{0,5000}>/gi;
/** Empty elements, and those that the next of their kind closes. */
const CLOSED_BY_OTHERS = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot".split(
    " ",
  ),
);

const METADATA_TAGS = new Set(["title", "meta", "link", "script", "html", "time", "h1", "base"]);

function metadataElements(root: DomElement): DomElement[] {
  const found: DomElement[] = [];
  for (let node = root.first; node !== undefined; node = nextNode(node, root)) {
    if (node.kind === "text") continue;
    if (METADATA_TAGS.has(node.name) || "itemprop" in node.attribs) found.push(node);
  }
  return found;
}

/** The text below an element, white space collapsed; at most `limit` characters. */
export function textBelow(element: DomElement, limit = 2000): string {
  let text = "";
  let node: DomNode | undefined = element.first;
  while (node !== undefined && text.length < limit) {
    if (node.kind === "text") text += node.data;
    node = nextNode(node, element);
  }
  return text.slice(0, limit).replace(/\s+/g, " ").trim();
}

/** What stands between the tags of a script. */
export function scriptText(element: DomElement): string {
  let text = "";
  for (let child = element.first; child !== undefined; child = child.next) {
    if (child.kind === "text") text += child.data;
  }
  return text === "" ? textBelow(element) : text;
}
