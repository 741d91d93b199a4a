/**
 * A parsed page -> lines: one for each block of visible text, broken at block elements and at two line breaks in a
 * row. The tree is walked by its pointers, not by recursion: pages nest ten thousand deep.
 */
import type { Line } from "./lines.ts";
import type { DomElement, DomNode } from "./page.ts";

export interface PageLine extends Line {
  /** The block element that holds the line. */
  readonly element: DomElement;
  /** How many of its characters are links. */
  readonly linkLength: number;
}

export function pageLines(root: DomElement): PageLine[] {
  const lines: PageLine[] = [];
  let parts = "";
  let linkLength = 0;
  let links = 0;
  let breaks = 0;
  let block = root;
  const flush = (): void => {
    if (parts !== "") {
      const text = parts.replace(SPACES, " ").trim();
      if (HAS_LETTER_OR_DIGIT.test(text)) lines.push({ text, element: block, linkLength });
      parts = "";
    }
    linkLength = 0;
    breaks = 0;
  };
  let node: DomNode | null = root.children[0] ?? null;
  while (node !== null && node !== root) {
    if (node.type === "text") {
      const data = node.data;
      if (breaks > 0 && SOLID.test(data)) breaks = 0;
      parts += data;
      if (links > 0) linkLength += data.length;
    } else if (isElement(node)) {
      const name = node.name;
      if (name === "br") {
        breaks++;
        parts += " ";
        if (breaks === 2) flush();
      } else if (!SKIPPED.has(name) && !isHidden(node)) {
        const isBlock = !INLINE.has(name);
        if (isBlock) {
          flush();
          block = node;
        } else if (name === "a") links++;
        if (node.children.length > 0) {
          node = node.children[0]!;
          continue;
        }
        if (isBlock) block = blockAbove(node, root);
        else if (name === "a") links--;
      }
    }
    // On to the next node, closing what ends here.
    while (node !== null && node !== root && node.next === null) {
      node = node.parent as DomNode | null;
      if (node === null || node === root || !isElement(node)) continue;
      if (!INLINE.has(node.name)) {
        flush();
        block = blockAbove(node, root);
      } else if (node.name === "a") links--;
    }
    if (node !== null && node !== root) node = node.next as DomNode | null;
  }
  flush();
  return lines;
}

const SPACES = /[\s\u00a0\u200b\ufeff\u00ad]+/g;
const SOLID = /\S/;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SKIPPED = new Set(
  "script style noscript template head svg iframe object embed select option textarea input audio video canvas math map datalist dialog".split(
    " ",
  ),
);
const INLINE = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr o:p picture source amp-img".split(
    " ",
  ),
);
const HIDDEN_STYLE = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i;

function isElement(node: DomNode): node is DomElement {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

function isHidden(element: DomElement): boolean {
  const { hidden, style } = element.attribs;
  return hidden !== undefined || (style !== undefined && HIDDEN_STYLE.test(style));
}

function blockAbove(node: DomElement, root: DomElement): DomElement {
  let above = node.parent as DomElement | null;
  while (above !== null && above !== root && INLINE.has(above.name)) {
    above = above.parent as DomElement | null;
  }
  return above ?? root;
}
