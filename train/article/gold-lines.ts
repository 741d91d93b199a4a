/** Which lines of a page are body, by the body that people marked: 60 % of the line's runs of four words stand in it. */
import type { Line } from "../../src/article/lines.ts";
import { wordsOf } from "./shingle-score.ts";

const SHINGLE_WORDS = 4;
const LEAST_SHARE = 0.6;

export function goldLabels(lines: readonly Line[], body: string): Uint8Array {
  const labels = labelsOf(lines, body, (line) => !line.place?.isHidden);
  // A page that shows little of its article at first hides it until a script has run.
  let shown = 0;
  for (let i = 0; i < lines.length; i++) if (labels[i] === 1) shown += lines[i]!.text.length;
  return shown > body.length / 2 ? labels : labelsOf(lines, body, () => true);
}

function labelsOf(
  lines: readonly Line[],
  body: string,
  counts: (line: Line) => boolean,
): Uint8Array {
  const labels = new Uint8Array(lines.length);
  const bodyWords = wordsOf(body.toLowerCase());
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE_WORDS <= bodyWords.length; i++) {
    shingles.add(bodyWords.slice(i, i + SHINGLE_WORDS).join(" "));
  }
  const running = ` ${bodyWords.join(" ")} `;
  const bodyLines = new Set(
    body
      .toLowerCase()
      .split("\n")
      .map((line) => wordsOf(line).join(" ")),
  );
  const short: number[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < lines.length; i++) {
    if (!counts(lines[i]!)) continue;
    const words = wordsOf(lines[i]!.text.toLowerCase());
    const joined = words.join(" ");
    if (words.length < SHINGLE_WORDS) {
      if (bodyLines.has(joined)) labels[i] = 1;
      else if (running.includes(` ${joined} `)) short.push(i);
      continue;
    }
    let found = 0;
    const count = words.length - SHINGLE_WORDS + 1;
    for (let at = 0; at < count; at++) {
      if (shingles.has(words.slice(at, at + SHINGLE_WORDS).join(" "))) found++;
    }
    if (found >= LEAST_SHARE * count && !seen.has(joined)) {
      labels[i] = 1;
      seen.add(joined);
    }
  }
  // Few words stand in any body by chance: they count when the lines around them do.
  for (const i of short) if (labels[i - 1] === 1 && labels[i + 1] === 1) labels[i] = 1;
  return labels;
}
