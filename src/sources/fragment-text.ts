/** A piece of HTML that holds nothing but an article, as feeds and news formats carry it -> paragraphs of text. */
import { parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];

/** Paragraphs parted by blank lines. */
export function fragmentText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return textOf(parseDocument(html).children)
    .split(/\n\s{0,200}\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

const LEFT_OUT = new Set("script style noscript template figure iframe form svg table".split(" "));
const BREAKS = new Set(
  "p div li h1 h2 h3 h4 h5 h6 blockquote section article ul ol block hl2 pre tr".split(" "),
);

/** With blank lines around what is a paragraph. A list of what is to come instead of recursion: a piece may nest deep. */
function textOf(nodes: readonly Node[]): string {
  let text = "";
  const ahead: (Node | string)[] = [...nodes].reverse();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (typeof node === "string") text += node;
    else if (node.type === "text") text += node.data;
    else if ("name" in node && LEFT_OUT.has(node.name)) continue;
    else if ("name" in node && node.name === "br") text += "\n";
    else if ("children" in node) {
      const isBreak = "name" in node && BREAKS.has(node.name);
      if (isBreak) {
        text += "\n\n";
        ahead.push("\n\n");
      }
      for (let i = node.children.length - 1; i >= 0; i--) ahead.push(node.children[i]!);
    }
  }
  return text;
}
