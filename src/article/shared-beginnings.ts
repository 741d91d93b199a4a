/**
 * Lines of a dump that begin alike: a caption behind the text that stands in for its picture (*The pier on Monday.*,
 * *The pier on Monday. Photo: A. Lund*), a teaser behind its heading, the same box between paragraphs.
 */
import type { Line } from "./lines.ts";

export interface SharedBeginnings {
  /** By line: the most characters that it has in common with the beginning of another one. */
  readonly lengths: Float32Array;
  /** Another line begins with the whole of it. */
  readonly beginsOther: Uint8Array;
  /** It begins with the whole of another line. */
  readonly hasOther: Uint8Array;
  /** Within three lines: 1 where it begins or ends with another line, 2 where another line does so with it. */
  readonly near: Uint8Array;
}

/** Fewer characters are alike by chance. */
const LEAST = 15;
const NEAR = 3;
/** So much of a line is compared. */
const COMPARED = 1000;

export function sharedBeginnings(lines: readonly Line[]): SharedBeginnings {
  const n = lines.length;
  const texts = lines.map(({ text }) => text.slice(0, COMPARED));
  // In order of code units the line with the longest common beginning stands beside a line.
  const order = texts.map((_, i) => i).sort((a, b) => compare(texts[a]!, texts[b]!) || a - b);
  const lengths = new Float32Array(n);
  const beginsOther = new Uint8Array(n);
  const hasOther = new Uint8Array(n);
  for (let k = 1; k < n; k++) {
    const [first, second] = [order[k - 1]!, order[k]!];
    if (texts[first] === texts[second]) continue;
    const same = commonLength(texts[first]!, texts[second]!);
    if (same < LEAST) continue;
    lengths[first] = Math.max(lengths[first]!, same);
    lengths[second] = Math.max(lengths[second]!, same);
    if (same < texts[first]!.length) continue;
    beginsOther[first] = 1;
    hasOther[second] = 1;
  }
  const near = Uint8Array.from(lines, (_, i) => nearness(lines, i));
  return { lengths, beginsOther, hasOther, near };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function commonLength(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function nearness(lines: readonly Line[], i: number): number {
  const { text } = lines[i]!;
  for (let k = Math.max(0, i - NEAR); k <= i + NEAR && k < lines.length; k++) {
    const other = lines[k]!.text;
    if (k === i || Math.min(text.length, other.length) < LEAST) continue;
    if (other.length < text.length && (text.startsWith(other) || text.endsWith(other))) return 1;
    if (other.length > text.length && (other.startsWith(text) || other.endsWith(text))) return 2;
  }
  return 0;
}
