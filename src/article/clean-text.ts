/**
 * Clean text -> blocks. The text is kept exactly as it came; a title that the source knows is put before it. A first
 * line that reads as a headline becomes a block of its own.
 */
import type { Article, Block, BlockKind } from "../model.ts";

export function cleanText(
  content: string,
  title: string | undefined,
): Pick<Article, "title" | "text" | "blocks"> {
  const start = content.search(/\S/);
  const trimmedEnd = content.trimEnd().length;
  if (title !== undefined && title !== "") {
    if (
      content.startsWith(title, start) &&
      /^\s{0,5}\n/.test(content.slice(start + title.length))
    ) {
      return {
        title,
        text: content,
        blocks: blocksOf(content, start, trimmedEnd, start + title.length),
      };
    }
    const text = `${title}\n\n${content}`;
    const offset = title.length + 2;
    const body = blocksOf(text, offset + start, offset + trimmedEnd, undefined);
    return { title, text, blocks: [{ kind: "headline", start: 0, end: title.length }, ...body] };
  }
  const lineEnd = content.indexOf("\n", start);
  const firstLine = lineEnd < 0 ? "" : content.slice(start, lineEnd).trimEnd();
  const headline = isHeadline(firstLine, content.slice(lineEnd)) ? firstLine : undefined;
  return {
    title: headline ?? "",
    text: content,
    blocks: blocksOf(
      content,
      start,
      trimmedEnd,
      headline === undefined ? undefined : start + headline.length,
    ),
  };
}

/** Short, without a full stop, and parted from what follows by an empty line. */
function isHeadline(line: string, rest: string): boolean {
  return (
    line.length >= 12 &&
    line.length <= 200 &&
    !/[.:;,]["'”’)]?$/.test(line) &&
    /^\r?\n[ \t]{0,20}\r?\n/.test(rest)
  );
}

const BLANK_LINE = /\r?\n[ \t]{0,20}(?:\r?\n[ \t]{0,20})+/g;

function blocksOf(
  text: string,
  start: number,
  end: number,
  headlineEnd: number | undefined,
): Block[] {
  const blocks: Block[] = [];
  const push = (kind: BlockKind, from: number, to: number): void => {
    const trimmed = text.slice(from, to);
    const first = from + (trimmed.length - trimmed.trimStart().length);
    const last = from + trimmed.trimEnd().length;
    if (last > first) blocks.push({ kind, start: first, end: last });
  };
  let from = start;
  if (headlineEnd !== undefined) {
    push("headline", start, headlineEnd);
    from = headlineEnd;
  }
  for (const { index, 0: blank } of text.slice(0, end).matchAll(BLANK_LINE)) {
    if (index < from) continue;
    push("body", from, index);
    from = index + blank.length;
  }
  push("body", from, end);
  return blocks;
}
