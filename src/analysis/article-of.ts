/** A bare text as an article: paragraphs, parted by blank lines, are its blocks. */
import type { Article, Block } from "../model.ts";

const LINE = /[^\n]+/g;

/** `details`: what is known besides, above all `published`, against which *Tuesday* is resolved. */
export function articleOf(text: string, details: Partial<Article> = {}): Article {
  const blocks: Block[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    if (line.trim() === "") continue;
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    const before = blocks.at(-1);
    const isNextLine = before !== undefined && isOneBreak(text.slice(before.end, start));
    if (isNextLine) blocks[blocks.length - 1] = { ...before, end };
    else blocks.push({ kind: "body", start, end });
  }
  return { id: "text", title: "", text, blocks, language: "en", origin: "text", ...details };
}

function isOneBreak(blanks: string): boolean {
  return blanks.indexOf("\n") === blanks.lastIndexOf("\n");
}
