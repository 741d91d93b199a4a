/** Names of authors out of what pages write in that place: *By A. Bee and Cee Dee, Reuters*. */
import { type DomElement, nextNode } from "./html-tree.ts";
import { textBelow } from "./page.ts";

/** One name each, without *By*, addresses, numbers and job titles. */
export function authorNames(values: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const value of values) {
    if (ADDRESS.test(value)) continue;
    for (const part of value.slice(0, LONGEST).replace(BEFORE, "").split(SEPARATOR)) {
      const name = part.replace(BEFORE, "").replace(EDGES, "");
      if (isName(name)) names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
    }
  }
  return [...names.values()];
}

/** From the line below the headline: links and elements that are marked as the author's. */
export function visibleAuthors(root: DomElement): readonly string[] {
  for (let node = root.first; node !== undefined; node = nextNode(node, root)) {
    if (node.kind === "text" || !isAuthorElement(node)) continue;
    const text = textBelow(node, LONGEST);
    if (text.length > LONGEST_BYLINE) continue;
    const names = authorNames([text]).filter((name) => FULL_NAME.test(name));
    if (names.length > 0) return names;
  }
  return [];
}

/** A profile page in place of a name. */
const ADDRESS = /^\s{0,5}(?:https?:|@)/;
const LONGEST = 400;
const LONGEST_BYLINE = 90;
const BEFORE =
  /^\s{0,5}(?:(?:written |posted |reported |story |text )?by|von|por|par|di|door|av|af|od|text|texte|author|autor|reporter|redaktion)\s{0,3}:?\s{1,5}/i;
const SEPARATOR = /\s{0,5}[,;|/•·]\s{0,5}|\s{1,5}(?:and|und|et|y|e|og|och|en|with|mit|&)\s{1,5}/;
const EDGES = /^[\s"'“”.:*-]+|[\s"'“”:*-]+$/g;
const JOB =
  /\b(?:editor|reporter|correspondent|writer|staff|journalist|redakteur\w{0,3}|columnist|contributor|producer|director|professor|updated|published|min read|follow|share|comments?)\b/i;
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]{0,30}(?:\s+[\p{L}'’.-]{1,30}){1,4}$/u;

function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 70 &&
    /\p{L}/u.test(text) &&
    !/\d|@|https?:|www\.|[<>{}]/.test(text) &&
    text.split(" ").length <= 7 &&
    !JOB.test(text)
  );
}

function isAuthorElement({ attribs, name }: DomElement): boolean {
  if (name === "meta" || name === "link" || name === "script") return false;
  const { rel, itemprop, class: classes } = attribs;
  return (
    rel === "author" ||
    itemprop === "author" ||
    (classes !== undefined && AUTHOR_CLASS.test(classes))
  );
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|autor|auteur|reporter)(?:[\s_-]{1,2}(?:name|names|link|text))?(?:$|\s)/i;
