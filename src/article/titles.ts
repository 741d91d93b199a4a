/** The headline out of what a page calls itself: without the outlet's name, and as the page's own heading has it. */
import type { MetadataSource } from "../model.ts";

export interface TitleCandidates {
  readonly structured: string | undefined;
  readonly openGraph: string | undefined;
  /** `<title>`, usually with the outlet behind it. */
  readonly document: string | undefined;
  readonly headings: readonly string[];
  readonly outlet: string | undefined;
}

export interface FoundTitle {
  readonly value: string;
  readonly foundIn: MetadataSource;
}

export function chooseTitle(candidates: TitleCandidates): FoundTitle | undefined {
  const { structured, openGraph, document, headings, outlet } = candidates;
  // The outlet's own word for it, given twice in the same form.
  if (structured !== undefined && openGraph !== undefined) {
    const [first, second] = [withoutOutlet(structured, outlet), withoutOutlet(openGraph, outlet)];
    if (fold(first) === fold(second) && fold(first) !== "")
      return { value: first, foundIn: "json-ld" };
  }
  const told = [openGraph, document, structured].filter(
    (text) => text !== undefined && text !== "",
  );
  // The heading that the reader sees, when any other source vouches for it.
  for (const heading of headings) {
    if (told.some((text) => sharesMostWords(heading, text!)))
      return { value: heading, foundIn: "heading" };
  }
  if (structured) return { value: withoutOutlet(structured, outlet), foundIn: "json-ld" };
  if (openGraph) return { value: withoutOutlet(openGraph, outlet), foundIn: "meta" };
  if (document) {
    const bare = withoutOutlet(document, outlet);
    // Only `<title>` ends in the outlet by custom; a headline may end in any name.
    return { value: bare === document ? withoutNameAtEnd(document) : bare, foundIn: "title" };
  }
  return headings[0] === undefined ? undefined : { value: headings[0], foundIn: "heading" };
}

/** Cuts *| Outlet* and *- Outlet* from the end when it names the outlet, or is short beside what stands before it. */
export function withoutOutlet(title: string, outlet: string | undefined): string {
  const match = LAST_PART.exec(title);
  if (!match) return title;
  const [before, part] = [title.slice(0, match.index), match[1]!];
  const isOutlet = outlet !== undefined && fold(part).includes(fold(outlet)) && fold(outlet) !== "";
  const isSuffix =
    part.split(" ").length <= 4 && before.split(" ").length >= 4 && /[|｜ㅣ»·]/.test(match[0]);
  return isOutlet || isSuffix ? withoutOutlet(before.trimEnd(), outlet) : title;
}

/** Cuts *- Quay Post*: one to four capitalized words behind a dash, after four words or more. */
function withoutNameAtEnd(title: string): string {
  const match = LAST_PART.exec(title);
  const before = match === null ? "" : title.slice(0, match.index).trimEnd();
  return match !== null && before.split(" ").length >= 4 && NAME.test(match[1]!) ? before : title;
}

const NAME = /^(?:The )?\p{Lu}[\p{L}.'’&]{0,30}(?:\s(?:of|the|de|\p{Lu}[\p{L}.'’&]{0,30})){0,3}$/u;

export function outletOfTitle(
  document: string | undefined,
  title: string | undefined,
): string | undefined {
  if (document === undefined || title === undefined) return undefined;
  const match = LAST_PART.exec(document);
  return match && fold(document.slice(0, match.index)).startsWith(fold(title).slice(0, 30))
    ? match[1]!.trim()
    : undefined;
}

/** A middle dot without spaces around it parts words, not the outlet from the headline. */
const LAST_PART = /(?:\s{0,2}[|｜ㅣ»]|\s{1,3}[-–—·]\s)\s{0,2}([^|｜ㅣ»·–—]{2,60})$/;

function sharesMostWords(a: string, b: string): boolean {
  const first = words(a);
  const second = new Set(words(b));
  if (first.length < 2) return false;
  return first.filter((word) => second.has(word)).length >= 0.7 * first.length;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether a text folds to this: for most it is told without folding them. */
export function foldsTo(text: string, folded: string): boolean {
  return mayFoldTo(text, folded.charCodeAt(0)) && fold(text) === folded;
}

/** False only where the folded text begins with another letter or digit than this one, a code unit. */
export function mayFoldTo(text: string, first: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return true;
    const small = code >= 65 && code <= 90 ? code + 32 : code;
    if ((small >= 97 && small <= 122) || (small >= 48 && small <= 57)) return small === first;
  }
  return Number.isNaN(first);
}
