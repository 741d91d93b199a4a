/** Labelled pieces -> the text of an article and its blocks. */
import type { Article, Block } from "../model.ts";
import { contentHash } from "../text/hash.ts";
import { lettersAndDigits } from "../text/words.ts";
import type { Piece } from "./lines.ts";

/** The headline, a blank line, the pieces parted by blank lines. */
export function assembleText(pieces: readonly Piece[]): Pick<Article, "text" | "blocks"> {
  let text = "";
  const blocks: Block[] = [];
  for (const piece of pieces) {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += piece.text;
    blocks.push({ kind: piece.kind, start, end: text.length });
  }
  return { text, blocks };
}

/** Letters and digits of the body only: spacing, quotes and dashes differ between a page and its dump. */
export function articleId(text: string, blocks: readonly Block[]): string {
  const body = blocks.filter((block) => block.kind === "body");
  const words = (body.length > 0 ? body : blocks).map(({ start, end }) => text.slice(start, end));
  return contentHash(lettersAndDigits(words.join(" ").normalize("NFKC").toLowerCase()));
}
