/** Title and date of a dump. */
import type { PageHints } from "../model.ts";
import type { Line } from "./lines.ts";
import { type PhraseFinder, phraseBit } from "./phrases.ts";
import type { VisibleDates } from "./visible-dates.ts";

export function dumpMetadata(
  lines: readonly Line[],
  dates: VisibleDates,
  phrasesOf: PhraseFinder,
): PageHints {
  const body = firstBodyLine(lines);
  const title = titleAbove(lines, body, phrasesOf);
  const [published, updated] = datesNear(lines, body, dates);
  return {
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
  };
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]{0,2}$/;
const UPDATED =
  /updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|uppdaterad/i;
const FURNITURE = [
  "share",
  "advertisement",
  "related",
  "more",
  "navigation",
  "newsletter",
  "rights",
  "cookie",
  "account",
  "comment",
  "credit",
  "byline",
  "date",
  "reading",
  "video",
  "agency",
] as const;

function firstBodyLine(lines: readonly Line[]): number {
  const found = lines.findIndex(
    (line, i) =>
      line.text.length >= 80 &&
      SENTENCE_END.test(line.text) &&
      lines
        .slice(i + 1, i + 5)
        .some((next) => next.text.length >= 80 && SENTENCE_END.test(next.text)),
  );
  return found < 0 ? lines.length : found;
}

function titleAbove(
  lines: readonly Line[],
  body: number,
  phrasesOf: PhraseFinder,
): string | undefined {
  const furniture = FURNITURE.reduce((bits, kind) => bits | phraseBit(kind), 0);
  let best: string | undefined;
  let bestScore = 0;
  for (let i = 0; i < body; i++) {
    const { text } = lines[i]!;
    const words = text.split(" ").length;
    if (
      words < 4 ||
      words > 30 ||
      phrasesOf(text) & furniture ||
      /^[^\p{L}\p{N}"'“‘«¿¡(]/u.test(text) ||
      /[;{}]/.test(text)
    )
      continue;
    const repeats = lines.filter((line) => line.text === text).length;
    const score =
      Math.min(words, 12) +
      4 * (repeats - 1) -
      0.2 * (body - i) -
      (SENTENCE_END.test(text) ? 4 : 0) +
      10;
    if (score > bestScore) {
      bestScore = score;
      best = text;
    }
  }
  return best;
}

function datesNear(
  lines: readonly Line[],
  body: number,
  dates: VisibleDates,
): [string | undefined, string | undefined] {
  const order = [...lines.keys()].filter((i) => lines[i]!.text.length <= 140);
  order.sort(
    (a, b) => Math.abs(a - body) + (a > body ? 30 : 0) - Math.abs(b - body) - (b > body ? 30 : 0),
  );
  let updated: string | undefined;
  for (const i of order) {
    const { text } = lines[i]!;
    let published: string | undefined;
    let from = 0;
    for (const { date, start, end } of dates.find(text)) {
      if (UPDATED.test(text.slice(from, start))) updated ??= date;
      else published ??= date;
      from = end;
    }
    if (published !== undefined) return [published, updated];
  }
  return [updated, undefined];
}
