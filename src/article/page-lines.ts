/**
 * A parsed page -> lines: one for each block of visible text, broken at block elements and at two line breaks in a
 * row. The tree is walked by its pointers, not by recursion: pages nest ten thousand deep.
 */
import type { ClassWords } from "./class-words.ts";
import type { DomElement, DomNode } from "./html-tree.ts";
import type { BlockElement, Line } from "./lines.ts";

export interface PageLines {
  readonly lines: readonly Line[];
  /** In the order in which they open; the first is the whole page. */
  readonly blocks: readonly BlockElement[];
}

export function pageLines(root: DomElement, classWords: ClassWords): PageLines {
  const lines: Line[] = [];
  let block = rootBlock();
  const blocks: BlockElement[] = [block];
  let text = "";
  let [linkLength, boldLength, italicLength] = [0, 0, 0];
  let [links, bolds, italics, hidden] = [0, 0, 0, 0];
  let breaks = 0;
  let isBroken = false;
  const flush = (atBreak: boolean): void => {
    if (text !== "") {
      const solid = text.replace(SPACES, " ").trim();
      if (HAS_LETTER_OR_DIGIT.test(solid)) {
        // Raw lengths hold indents of the source; a share of the line is what matters.
        const scale = solid.length / text.length;
        const place = {
          block,
          linkLength: Math.min(solid.length, linkLength),
          boldLength: Math.min(solid.length, boldLength * scale),
          italicLength: Math.min(solid.length, italicLength * scale),
          isBroken: isBroken || atBreak,
          isHidden: hidden > 0,
        };
        lines.push({ text: solid, place });
        isBroken = atBreak;
      }
      text = "";
      linkLength = boldLength = italicLength = 0;
    }
    if (!atBreak) isBroken = false;
    breaks = 0;
  };
  const leave = (element: DomElement): void => {
    const name = element.name;
    if (!INLINE.has(name)) {
      flush(false);
      block = block.parent ?? block;
      if (isHidden(element)) hidden--;
    } else if (name === "a") links--;
    else if (BOLD.has(name)) bolds--;
    else if (ITALIC.has(name)) italics--;
  };
  let node: DomNode | undefined = root.first;
  while (node !== undefined) {
    if (node.kind === "text") {
      const { data } = node;
      if (SOLID.test(data)) {
        breaks = 0;
        if (links > 0) linkLength += data.trim().length;
        if (bolds > 0) boldLength += data.length;
        if (italics > 0) italicLength += data.length;
      }
      text += data;
    } else {
      const { name } = node;
      if (name === "br") {
        breaks++;
        text += " ";
        if (breaks === 2) flush(true);
      } else if (!SKIPPED.has(name) && !(INLINE.has(name) && isHidden(node))) {
        if (!INLINE.has(name)) {
          flush(false);
          if (isHidden(node)) hidden++;
          block = blockElement(block, node, classWords);
          blocks.push(block);
        } else if (name === "a") links++;
        else if (BOLD.has(name)) bolds++;
        else if (ITALIC.has(name)) italics++;
        if (node.first !== undefined) {
          node = node.first;
          continue;
        }
        leave(node);
      }
    }
    // On to the next node, closing what ends here.
    while (node.next === undefined) {
      const { parent }: DomNode = node;
      if (parent === undefined || parent === root) {
        flush(false);
        return { lines, blocks };
      }
      leave(parent);
      node = parent;
    }
    node = node.next;
  }
  return { lines, blocks };
}

/** Tags that say something of all that stands below them; an element knows those above it as bits. */
export const TAG_FLAGS = [
  "article",
  "main",
  "aside",
  "nav",
  "footer",
  "header",
  "section",
  "ul",
  "ol",
  "li",
  "figure",
  "figcaption",
  "table",
  "form",
  "button",
  "blockquote",
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "address",
  "dl",
  "details",
  "label",
] as const;

const FLAG_OF_TAG = new Map<string, number>(TAG_FLAGS.map((tag, i) => [tag, 1 << i]));
const SPACES = /[\s\u00a0\u200b\ufeff\u00ad]+/g;
const SOLID = /\S/;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SKIPPED = new Set(
  "script style noscript template head svg iframe object embed select option textarea input audio video canvas map datalist dialog".split(
    " ",
  ),
);
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr o:p picture source math".split(
    " ",
  ),
);
const BOLD = new Set(["b", "strong"]);
const ITALIC = new Set(["i", "em"]);
const HIDDEN_STYLE = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i;

function isHidden(element: DomElement): boolean {
  const { hidden, style } = element.attribs;
  return hidden !== undefined || (style !== undefined && HIDDEN_STYLE.test(style));
}

function rootBlock(): BlockElement {
  return {
    parent: undefined,
    tag: "",
    depth: 0,
    signature: "",
    tags: 0,
    ownGroups: 0,
    allGroups: 0,
    ...NO_COUNTS,
  };
}

const NO_COUNTS = { lines: 0, longLines: 0, length: 0, linkLength: 0, longWords: 0, belowCore: -1 };

function blockElement(
  parent: BlockElement,
  { name, attribs }: DomElement,
  classWords: ClassWords,
): BlockElement {
  const classes = attribs.class ?? "";
  let ownGroups = classWords.of(classes);
  for (const value of [attribs.id, attribs.role, attribs.itemprop, attribs["data-testid"]]) {
    if (value !== undefined) ownGroups |= classWords.of(value);
  }
  return {
    parent,
    tag: name,
    depth: parent.depth + 1,
    signature: `${name}.${classes}`,
    tags: parent.tags | (FLAG_OF_TAG.get(name) ?? 0),
    ownGroups,
    // The body element carries the names of whole sections and themes; it says nothing of its parts.
    allGroups: name === "body" || name === "html" ? 0 : parent.allGroups | ownGroups,
    ...NO_COUNTS,
  };
}
