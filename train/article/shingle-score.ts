/**
 * How well one text covers another, in runs of four words: the measure of article-extraction-benchmark. Each page
 * weighs the same; precision and recall are of the summed shares.
 */
export interface ShingleScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of pages without a run too many or too few. */
  readonly exact: number;
}

export interface PageCounts {
  readonly right: number;
  readonly surplus: number;
  readonly missing: number;
}

export function comparePage(expected: string, found: string): PageCounts {
  const wanted = shingleCounts(expected);
  const got = shingleCounts(found);
  let [right, surplus, missing] = [0, 0, 0];
  for (const [shingle, count] of wanted) {
    const other = got.get(shingle) ?? 0;
    right += Math.min(count, other);
    missing += Math.max(0, count - other);
  }
  for (const [shingle, count] of got) surplus += Math.max(0, count - (wanted.get(shingle) ?? 0));
  const all = right + surplus + missing;
  return all === 0
    ? { right: 0, surplus: 0, missing: 0 }
    : { right: right / all, surplus: surplus / all, missing: missing / all };
}

export function scorePages(pages: readonly PageCounts[]): ShingleScore {
  let [right, surplus, missing, exact] = [0, 0, 0, 0];
  for (const page of pages) {
    right += page.right;
    surplus += page.surplus;
    missing += page.missing;
    if (page.surplus === 0 && page.missing === 0) exact++;
  }
  return {
    f1: (2 * right) / Math.max(1e-9, 2 * right + surplus + missing),
    precision: right / Math.max(1e-9, right + surplus),
    recall: right / Math.max(1e-9, right + missing),
    exact: exact / Math.max(1, pages.length),
  };
}

const SHINGLE_WORDS = 4;

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}

function shingleCounts(text: string): ReadonlyMap<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  for (let i = 0; i <= last && words.length > 0; i++) {
    const shingle = words.slice(i, i + SHINGLE_WORDS).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
