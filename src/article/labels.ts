/**
 * Scores -> a label for each line. What the trees take for body is body, unless the line says itself that it is
 * something else; what they do not is told apart by what it says and where it stands.
 */
import type { Credits } from "./credits.ts";
import type { LineFacts } from "./line-facts.ts";
import type { Line, LineLabel } from "./lines.ts";
import { TAG_FLAGS } from "./page-lines.ts";
import { phraseBit } from "./phrases.ts";
import { dropCopyOfBody } from "./repeated-lines.ts";
import { fold, foldsTo } from "./titles.ts";

/** Of a page, the places in the tree part teasers from the story well enough for one threshold. */
export function likelyBodyOfPage(scores: Float32Array): boolean[] {
  return Array.from(scores, (score) => score >= 0.5);
}

/** `isLikely`: by line, whether its score is that of body. */
export function labelLines(
  lines: readonly Line[],
  facts: readonly LineFacts[],
  isLikely: readonly boolean[],
  title: string | undefined,
  credits: Credits,
): LineLabel[] {
  const foldedTitle = fold(title ?? "");
  const isBody = lines.map(
    (line, i) => isLikely[i]! && !isOther(line, facts[i]!, foldedTitle, credits),
  );
  dropHidden(lines, facts, isBody);
  dropCopyOfBody(lines, isBody);
  const first = isBody.indexOf(true);
  const last = isBody.lastIndexOf(true);
  let hasHeadline = false;
  return lines.map((line, i) => {
    if (isBody[i]) return isCaptionLine(line, facts[i]!) ? "caption" : "body";
    if (!hasHeadline && foldedTitle !== "" && foldsTo(line.text, foldedTitle)) {
      hasHeadline = true;
      return "headline";
    }
    const isNear = i >= first - BEFORE_BODY && i <= last + AFTER_BODY;
    return otherLabel(line, facts[i]!, isNear && first >= 0, credits);
  });
}

/** Captions of the story stand so many lines before its first line of body, or behind its last. */
const BEFORE_BODY = 14;
const AFTER_BODY = 2;
const FIGCAPTION = 1 << TAG_FLAGS.indexOf("figcaption");
const FIGURE = 1 << TAG_FLAGS.indexOf("figure");
const NEVER_BODY = phraseBit("share", "advertisement", "related", "more", "navigation");
const CREDIT = phraseBit("credit");
const BYLINE = phraseBit("byline");
const DATE = phraseBit("date");

/** *Related:*, *Advertisement*, *Source: Reuters/lk* and the headline are no body wherever they stand. */
function isOther(
  { text }: Line,
  { phrases, endsSentence, length }: LineFacts,
  foldedTitle: string,
  credits: Credits,
): boolean {
  if (length < 60 && !endsSentence && (phrases & NEVER_BODY) !== 0) return true;
  if (length < 80 && credits.ofCreditLine(text) !== undefined) return true;
  return foldedTitle !== "" && length < 300 && foldsTo(text, foldedTitle);
}

/** What is not shown is body only where it is more than what is shown: else it repeats it for machines. */
function dropHidden(lines: readonly Line[], facts: readonly LineFacts[], isBody: boolean[]): void {
  let [shown, hidden] = [0, 0];
  for (let i = 0; i < lines.length; i++) {
    if (!isBody[i]) continue;
    if (lines[i]!.place?.isHidden) hidden += facts[i]!.length;
    else shown += facts[i]!.length;
  }
  if (hidden === 0 || hidden > shown) return;
  for (let i = 0; i < lines.length; i++) if (lines[i]!.place?.isHidden) isBody[i] = false;
}

function isCaptionLine({ place }: Line, { phrases, length }: LineFacts): boolean {
  if (place !== undefined && (place.block.tags & FIGCAPTION) !== 0) return true;
  return (
    length < 300 &&
    (phrases & CREDIT) !== 0 &&
    place !== undefined &&
    (place.block.tags & FIGURE) !== 0
  );
}

function otherLabel(line: Line, facts: LineFacts, isNear: boolean, credits: Credits): LineLabel {
  const { text, place } = line;
  const { phrases, words, length, linkShare } = facts;
  if (length < 80 && credits.ofCreditLine(text) !== undefined) return "credit";
  if (isNear && words >= 5 && length < 600 && linkShare < 0.5) {
    const isCaption =
      place === undefined
        ? (phrases & CREDIT) !== 0 && !facts.isFurniture
        : (place.block.tags & FIGCAPTION) !== 0 ||
          ((place.block.tags & FIGURE) !== 0 && (phrases & CREDIT) !== 0);
    if (isCaption) return "caption";
  }
  if (length < 100 && (phrases & BYLINE) !== 0) return "byline";
  if (length < 100 && (phrases & DATE) !== 0) return "date";
  if (words >= 4 && (linkShare > 0.5 || text.endsWith("...") || text.endsWith("…")))
    return "teaser";
  return "boilerplate";
}
