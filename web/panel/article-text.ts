/** The whole text of an article with every finding underlined; on hover, focus or touch the rule that made it. */
import type { ArticleReading, Finding } from "../../src/graph/reading.ts";
import type { ArticleRecord } from "../../src/model.ts";
import type { Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import { element } from "../dom/element.ts";
import { counted } from "../scene/words.ts";
import type { PageContext } from "./context.ts";
import { type CutPiece, cutText } from "./cuts.ts";

/** Wider findings are told in the margin of what they hold, not underlined as a whole. */
const UNDERLINED = new Set<Finding["what"]>([
  ...(["person", "organization", "group", "country", "place"] as const),
  ...(["event", "time"] as const),
]);
const PARAGRAPH = /\n{1,4}/g;

export function articleText(
  context: PageContext,
  id: string,
  { title }: ArticleRecord,
  { text, findings }: ArticleReading,
): HTMLElement[] {
  const nodeOf = createNodeFinder(context.network, id);
  const says = element("p", { class: "reading-says", role: "status" }, HINT);
  const paragraphs = paragraphsOf(text).map(([start, end], i) =>
    element(
      "p",
      { class: i === 0 && title !== "" && text.startsWith(title) ? "headline" : "" },
      ...cutText(text, findings, start, end).map((piece) => draw(piece)),
    ),
  );
  const kinds = new Map<string, number>();
  for (const { what } of findings) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  return [
    element(
      "section",
      { class: "reading" },
      element("h3", {}, "As it was read"),
      element(
        "p",
        { class: "tally" },
        [...kinds].map(([what, count]) => counted(count, what, PLURALS[what])).join(", "),
      ),
      says,
      element("div", { class: "reading-text" }, ...paragraphs),
    ),
  ];

  function draw({ text: words, findings: over }: CutPiece): Node | string {
    const [main] = over.filter(({ what }) => UNDERLINED.has(what));
    if (main === undefined) {
      return over.length === 0 ? words : element("span", { title: explain(over) }, words);
    }
    const node = nodeOf(main);
    const about = explain(over);
    const show = (): void => {
      says.textContent = about;
    };
    const common = {
      class: `finding mark-${main.what}`,
      title: about,
      onmouseenter: show,
      onfocus: show,
    };
    if (node === undefined) return element("mark", { ...common, tabindex: 0 }, words);
    // A link, for a button would not break over two lines.
    return element(
      "a",
      {
        ...common,
        href: `#at=node+${encodeURIComponent(node)}`,
        class: `${common.class} finding-link`,
        onclick: (event) => {
          event.preventDefault();
          context.actions.focus({ type: "node", id: node });
        },
      },
      words,
    );
  }
}

const HINT = "Point at an underlined word to see what it was taken for and by which rule.";

const PLURALS: Readonly<Record<string, string>> = {
  person: "people",
  country: "countries",
};

/** *person Xi Jinping · rule full-name*, the narrowest first. */
function explain(findings: readonly Finding[]): string {
  return findings.map(({ what, says, rule }) => `${what}: ${says} (rule ${rule})`).join(" · ");
}

function paragraphsOf(text: string): (readonly [start: number, end: number])[] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const { index, 0: gap } of text.matchAll(PARAGRAPH)) {
    if (index > at) spans.push([at, index]);
    at = index + gap.length;
  }
  if (at < text.length) spans.push([at, text.length]);
  return spans;
}

/** Which node of the graph a finding went into: of those with evidence in this article, the one that bears its name, or whose sentence holds the event. */
function createNodeFinder(
  { graph }: Network,
  article: string,
): (finding: Finding) => string | undefined {
  const named = new Map<string, string>();
  const events: { readonly id: string; readonly act: string; start: number; end: number }[] = [];
  graph.forEachNode((id, node) => {
    const here = node.evidence.filter(
      (item) => item.article === article || item.copies?.includes(article) === true,
    );
    if (here.length === 0) return;
    if (isEvent(node)) {
      for (const { start, end, article: from } of here) {
        if (from === article) events.push({ id, act: node.act, start, end });
      }
    } else for (const name of [node.name, ...node.aliases]) named.set(`${node.kind} ${name}`, id);
  });
  return ({ what, says, start, end }) => {
    if (what === "event") {
      const act = says.slice(0, says.indexOf(","));
      return events.find((event) => event.act === act && event.start <= start && end <= event.end)
        ?.id;
    }
    return named.get(`${what} ${says}`);
  };
}
