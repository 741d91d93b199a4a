/** Finds the names of actors in a quote, so that they can be marked. The longest name wins; names never overlap. */

export interface Name {
  readonly id: string;
  readonly text: string;
}

export interface Piece {
  readonly text: string;
  /** The actor that is named. */
  readonly id?: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const SHORTEST = 2;

export function markNames(quote: string, names: readonly Name[]): Piece[] {
  const found: { readonly start: number; readonly end: number; readonly id: string }[] = [];
  const longestFirst = [...names]
    .filter(({ text }) => text.length >= SHORTEST)
    .sort((a, b) => b.text.length - a.text.length);
  for (const { id, text } of longestFirst) {
    for (let at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + text.length)) {
      const end = at + text.length;
      if (!isWhole(quote, at, end)) continue;
      if (found.some((other) => at < other.end && other.start < end)) continue;
      found.push({ start: at, end, id });
    }
  }
  found.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, id } of found) {
    if (start > at) pieces.push({ text: quote.slice(at, start) });
    pieces.push({ text: quote.slice(start, end), id });
    at = end;
  }
  if (at < quote.length) pieces.push({ text: quote.slice(at) });
  return pieces;
}

/** The actors that a quote names. */
export function namedIn(quote: string, names: readonly Name[]): Set<string> {
  return new Set(markNames(quote, names).flatMap(({ id }) => (id === undefined ? [] : [id])));
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = start === 0 ? "" : text[start - 1]!;
  const after = text[end] ?? "";
  return !LETTER.test(before) && !LETTER.test(after);
}
