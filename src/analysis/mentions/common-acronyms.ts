/**
 * *hypersensitivity pneumonitis, or HP*, *solar-radiation management (S.R.M.)*: letters that the article explains by common nouns stand for
 * that thing, and for no firm that has the same letters; unless the nouns say that it is a body (*the state planning agency (SPA)*).
 */
import { hasTag, type Reading, sentenceOf } from "./reading.ts";

/** The folded forms of such letters. */
export function commonAcronyms(reading: Reading): ReadonlySet<string> {
  const { tokens, keys } = reading;
  const found = new Set<string>();
  for (let i = 2; i < tokens.count; i++) {
    if (!ACRONYM.test(tokens.form[i]!)) continue;
    const end = endOfExplanation(reading, i);
    if (end !== undefined && isExplained(reading, end, keys[i]!.replace(NO_LETTER, "")))
      found.add(keys[i]!);
  }
  return found;
}

const ACRONYM = /^(?:\p{Lu}{2,6}s?|(?:\p{Lu}\.){2,6})$/u;
const NO_LETTER = /[^\p{L}]/gu;

/** Where the nouns end that stand before the letters. */
function endOfExplanation({ tokens, keys }: Reading, at: number): number | undefined {
  if (tokens.form[at - 1] === "(") return at - 1;
  if (keys[at - 1] !== "or") return undefined;
  return tokens.form[at - 2] === "," ? at - 2 : undefined;
}

/** The last words begin with the letters, one each, and are written small. */
function isExplained(reading: Reading, end: number, letters: string): boolean {
  const { tokens, keys, lexicon } = reading;
  const [from] = sentenceOf(reading, end);
  const last = keys[end - 1]!;
  if (!hasTag(reading, end - 1, "NOUN")) return false;
  if (lexicon.organizationNouns("short").has(last) || lexicon.organizationNouns("end").has(last))
    return false;
  const plain = letters.length > 2 && letters.endsWith("s") ? letters.slice(0, -1) : letters;
  return [letters, plain].some((initials) => {
    let at = end - 1;
    for (let i = initials.length - 1; i >= 0; i--) {
      while (at >= from && (keys[at] === "" || keys[at] === "of" || keys[at] === "to")) at -= 1;
      if (at < from || !SMALL.test(tokens.form[at]!) || keys[at]![0] !== initials[i]) return false;
      at -= 1;
    }
    return true;
  });
}

const SMALL = /^\p{Ll}/u;
