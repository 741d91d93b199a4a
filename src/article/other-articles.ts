/**
 * Several articles on one page: blogs and briefs print whole stories one under the other. The one that the page is
 * about is kept; what the others say belongs to other days and other people.
 */
import type { LineFacts } from "./line-facts.ts";
import type { BlockElement, Line, LineLabel } from "./lines.ts";
import type { PageLines } from "./page-lines.ts";
import { fold } from "./titles.ts";

export interface OtherArticles {
  readonly labels: readonly LineLabel[];
  /** Headlines of the stories that were left out. */
  readonly headlines: readonly string[];
}

/** Stories are `article` elements side by side, each with a heading of its own and body below it. */
export function withoutOtherArticles(
  { lines, blocks }: PageLines,
  facts: readonly LineFacts[],
  labels: readonly LineLabel[],
  title: string | undefined,
): OtherArticles {
  const elements = blocks.filter(({ tag }) => tag === "article");
  if (elements.length < 2) return { labels, headlines: [] };
  const stories = storiesOf(lines, facts, labels);
  const told = [...stories.values()].filter(
    ({ heading, words }) => heading !== undefined && words >= LEAST_WORDS,
  );
  if (told.length < 2) return { labels, headlines: [] };
  const foldedTitle = fold(title ?? "");
  const isTitle = ({ heading }: Story): boolean => {
    const folded = fold(heading!);
    return (
      folded !== "" &&
      (foldedTitle === folded || (folded.length > 12 && foldedTitle.includes(folded)))
    );
  };
  // Lists of recipes and restaurants are articles side by side, too; their headline stands outside of all of them.
  const main = told.find(isTitle);
  const most = Math.max(...told.map(({ words }) => words));
  if (main === undefined || main.words < most / 5) return { labels, headlines: [] };
  const others = new Set(told.filter((story) => story !== main).map(({ element }) => element));
  return {
    labels: labels.map((label, i) => {
      const element = articleOf(lines[i]!);
      return element !== undefined && others.has(element) ? "teaser" : label;
    }),
    headlines: told.filter((story) => story !== main).map(({ heading }) => heading!),
  };
}

/** A story in brief has so many words; with fewer it is a teaser, and mostly no body anyway. */
const LEAST_WORDS = 25;

interface Story {
  readonly element: BlockElement;
  heading: string | undefined;
  words: number;
}

function storiesOf(
  lines: readonly Line[],
  facts: readonly LineFacts[],
  labels: readonly LineLabel[],
): ReadonlyMap<BlockElement, Story> {
  const stories = new Map<BlockElement, Story>();
  for (let i = 0; i < lines.length; i++) {
    const element = articleOf(lines[i]!);
    if (element === undefined) continue;
    let story = stories.get(element);
    if (story === undefined) {
      story = { element, heading: undefined, words: 0 };
      stories.set(element, story);
    }
    const isHeading = HEADING.test(lines[i]!.place!.block.tag);
    if (isHeading && story.words === 0) story.heading ??= lines[i]!.text;
    else if (labels[i] === "body") story.words += facts[i]!.words;
  }
  return stories;
}

const HEADING = /^h[1-3]$/;

/** The outermost `article` element around a line. */
function articleOf({ place }: Line): BlockElement | undefined {
  let found: BlockElement | undefined;
  for (let block = place?.block; block !== undefined; block = block.parent)
    if (block.tag === "article") found = block;
  return found;
}
