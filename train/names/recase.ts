/** Copies of sentences as headlines write them, so that the model learns names where capitals say nothing. */
import { isSmallWord } from "../../src/analysis/names/name-text.ts";
import type { TaggedSentence } from "./read-names.ts";

export type Casing = "title" | "capitals" | "lower";

export function recase(sentence: TaggedSentence, casing: Casing): TaggedSentence {
  return { ...sentence, tokens: sentence.tokens.map((token, i) => recaseToken(token, casing, i)) };
}

function recaseToken(token: string, casing: Casing, i: number): string {
  if (casing === "capitals") return token.toUpperCase();
  if (casing === "lower") return token.toLowerCase();
  if ((i > 0 && isSmallWord(token)) || token.startsWith("'")) return token;
  return token.charAt(0).toUpperCase() + token.slice(1);
}
