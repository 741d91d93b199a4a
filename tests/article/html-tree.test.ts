import { load } from "cheerio/slim";
import { describe, expect, it } from "vitest";
import { type DomElement, nextNode, parseTree } from "../../src/article/html-tree.ts";

/** One line a node: depth and what it is. */
function outline(root: DomElement): string[] {
  const lines: string[] = [];
  for (let node = root.first; node !== undefined; node = nextNode(node, root)) {
    let depth = 0;
    for (let above = node.parent; above !== undefined && above !== root; above = above.parent)
      depth++;
    lines.push(
      `${depth} ${node.kind === "text" ? JSON.stringify(node.data) : `${node.name} ${JSON.stringify(node.attribs)}`}`,
    );
  }
  return lines;
}

type CheerioNode = {
  type: string;
  name: string;
  data: string;
  attribs: object;
  children?: CheerioNode[];
};

function outlineOfCheerio(node: CheerioNode, depth = 0): string[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.type === "text") return [`${depth} ${JSON.stringify(child.data)}`];
    if (child.type === "comment" || child.type === "directive") return [];
    const line = `${depth} ${child.name} ${JSON.stringify(child.attribs)}`;
    return [line, ...outlineOfCheerio(child, depth + 1)];
  });
}

describe("the tree of a page", () => {
  it.each([
    "<p>The minister <b>resigned</b> on Monday.<p>Her deputy did, too.",
    "<!doctype html><html lang=en><head><title>Talks &amp; tea</title></head><body class='a b' CLASS=c>One<br>two</body></html>",
    "before<!-- a comment -->between<?php echo 1 ?>behind",
    "<script>if (a < b) document.write('<p>no</p>')</script><style>p > a {}</style>after",
    "</div></p>closed before it was opened<li>one<li>two<ul><li>three</ul>four",
    "<svg><![CDATA[drawn]]><path d='M0'/></svg><math/>text <a href=x",
    "<table><tr><td>1<td>2<tr><td>3</table> &notanentity; &#x2014; <",
    "",
  ])("is that of cheerio without comments: %s", (html) => {
    const tree = load(html).root()[0] as unknown as CheerioNode;
    expect(outline(parseTree(html))).toEqual(outlineOfCheerio(tree));
  });

  it("ends below the element that is walked", () => {
    const root = parseTree("<div><p>one<i>two</i></p></div><p>three</p>");
    const div = root.first as DomElement;
    const seen = [];
    for (let node = div.first; node !== undefined; node = nextNode(node, div)) seen.push(node);
    expect(seen.map((node) => (node.kind === "text" ? node.data : node.name))).toEqual([
      "p",
      "one",
      "i",
      "two",
    ]);
  });
});
