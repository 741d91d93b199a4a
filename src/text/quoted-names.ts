/**
 * Names in lines of the decisions file. A name in double quotes is taken as it stands: `#`, `=` or `->` in it mean nothing, a quote in it is `\"`, a
 * backslash `\\`. Quotes that hold only a part of a name (*"Weird Al" Yankovic*) belong to the name.
 */

/** A quoted stretch begins a word and ends one. */
const QUOTED = /(?<!\S)"((?:[^"\\]|\\["\\])*)"(?=\s|:|$)/g;
const ESCAPED = /\\(["\\])/g;
const NEEDS_ESCAPE = /["\\]/g;
/** Private use: no name of the news has it. */
const HIDDEN = /\uE000(\d+)\uE001/g;
const COMMENT = /(?:^|\s)#.*$/;
/** What has a meaning in a line, or would be lost at its ends. */
const NEEDS_QUOTES = /(?:^|\s)(?:#|=|≠|!=|->|→)|(?:^|\s)"|^\s|\s$/;

export interface HiddenQuotes {
  /** Without its comment, every quoted stretch one word without meaning. */
  readonly line: string;
  /** The name that a part of the line stands for: without the quotes around all of it. */
  nameOf(part: string): string;
  /** A part of the line as it was written. */
  written(part: string): string;
}

export function hideQuotes(text: string): HiddenQuotes {
  const quoted: { readonly written: string; readonly name: string }[] = [];
  const line = text
    .replace(HIDDEN, " ")
    .replace(QUOTED, (written: string, name: string) => {
      quoted.push({ written, name: name.replace(ESCAPED, "$1") });
      return `\uE000${quoted.length - 1}\uE001`;
    })
    .replace(COMMENT, "")
    .trim();
  const written = (part: string) =>
    part.replace(HIDDEN, (_, i: string) => quoted[Number(i)]!.written);
  return {
    line,
    written,
    nameOf(part) {
      const [whole] = part.matchAll(HIDDEN);
      return whole?.[0] === part ? quoted[Number(whole[1])]!.name : written(part);
    },
  };
}

/** The line as it counts, with its quotes. */
export function withoutComment(text: string): string {
  const { line, written } = hideQuotes(text);
  return written(line);
}

/** The name as a line can hold it: in quotes where it would be misread. */
export function quoteName(name: string): string {
  if (!NEEDS_QUOTES.test(name)) return name;
  return `"${name.replace(NEEDS_ESCAPE, "\\$&")}"`;
}
