/** Web and mail addresses at the beginning of a chunk of text without blanks. */
import { Kind, kindOf } from "./characters.ts";

const ADDRESS = /^(?:https?:\/\/|www\.|[\w.+-]{1,64}@[\w-]{1,64}\.[a-z])/i;
const DOMAIN =
  /^[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){0,4}\.(?:com|org|net|edu|gov|mil|int|info|co\.uk|io|ru|cn|de|fr|uk|eu|tv|hk|ua)(?:\/\S{0,500})?$/i;
const LONGEST_PATTERN = 600;

/** The end of the address that begins at `start`, or `start` when none does. Marks that close the sentence stay out. */
export function addressEnd(text: string, start: number, to: number): number {
  const first = text.charCodeAt(start);
  if (kindOf(first) !== Kind.letter && kindOf(first) !== Kind.digit) return start;
  const piece = text.slice(start, Math.min(to, start + LONGEST_PATTERN));
  let end = to;
  if (ADDRESS.test(piece)) {
    while (end > start && /[.,;:!?)\]}>"'’”]/.test(text[end - 1]!)) end--;
    return end;
  }
  if (piece.indexOf(".") < 0) return start;
  while (end > start && /[.,;:!?)\]}>"'’”]/.test(text[end - 1]!)) end--;
  return end - start <= LONGEST_PATTERN && DOMAIN.test(text.slice(start, end)) ? end : start;
}
