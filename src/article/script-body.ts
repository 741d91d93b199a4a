/**
 * The body that a page keeps in a script, for pages that a browser puts together: the longest string of JSON that holds
 * paragraphs of HTML (*"contentHtml":"<p>..."*), also where JSON was packed into a string of JSON.
 */
import type { ClassWords } from "./class-words.ts";
import type { DomElement } from "./html-tree.ts";
import { lineFacts } from "./line-facts.ts";
import type { Piece } from "./lines.ts";
import { parsePage, scriptText } from "./page.ts";
import { pageLines } from "./page-lines.ts";
import type { PhraseFinder } from "./phrases.ts";

export function scriptBody(
  head: readonly DomElement[],
  classWords: ClassWords,
  phrasesOf: PhraseFinder,
): readonly Piece[] {
  let html = "";
  for (const element of head) {
    if (element.name !== "script") continue;
    for (const found of htmlStrings(scriptText(element).slice(0, LONGEST), 0))
      if (found.length > html.length) html = found;
  }
  if (html === "") return [];
  const { lines } = pageLines(parsePage(html).root, classWords);
  const facts = lineFacts(lines, phrasesOf);
  return lines.flatMap(({ text, place }, i): Piece[] => {
    const { endsSentence, isLong, isFurniture } = facts[i]!;
    const isProse = (endsSentence || isLong) && !isFurniture && !place!.isHidden;
    return isProse && !CAPTION.test(place!.block.signature) ? [{ kind: "body", text }] : [];
  });
}

const CAPTION = /caption|credit/i;
/** Scripts of news pages have up to two million characters. */
const LONGEST = 4_000_000;
const SHORTEST = 800;
/** Each packing adds one backslash more to every quote. */
const MOST_PACKED = 3;
const PARAGRAPHS = /<(?:p|br|div)\b[\s\S]{20,20000}?<(?:p|br|div)\b/i;

/** Strings long enough to be an article, unpacked. One pass: each character is looked at once a level. */
function htmlStrings(script: string, packed: number): string[] {
  const found: string[] = [];
  let start = script.indexOf('"');
  while (start >= 0) {
    const end = endOfString(script, start + 1);
    if (end < 0) break;
    if (end - start > SHORTEST) {
      const text = unpack(script.slice(start, end + 1));
      if (text !== undefined && /^\s{0,9}</.test(text)) {
        if (PARAGRAPHS.test(text)) found.push(text);
      } else if (text !== undefined && packed < MOST_PACKED && text.includes('"'))
        found.push(...htmlStrings(text, packed + 1));
    }
    start = script.indexOf('"', end + 1);
  }
  return found;
}

function endOfString(script: string, from: number): number {
  for (let at = from; at < script.length; at++) {
    const code = script.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at;
  }
  return -1;
}

function unpack(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
