/** Tokens of a corpus written as a newspaper would: no blank before a comma. */
const NO_BLANK_BEFORE = /^(?:[,.;:!?%)\]]|'s?|n't|'(?:re|ve|ll|d|m))$/;
const NO_BLANK_AFTER = /^[([$]$/;

/** `tightHyphens` for corpora that make a word of each hyphen: *all - girl* is written *all-girl*. */
export function writeSentence(
  words: readonly string[],
  offset: number,
  { tightHyphens = false }: { readonly tightHyphens?: boolean } = {},
): { text: string; starts: number[]; ends: number[] } {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let glue = true;
  for (const word of words) {
    const plain = word === "``" || word === "''" ? '"' : word;
    const closing = word === "''";
    const isTight = tightHyphens && word === "-";
    if (!glue && !closing && !isTight && !NO_BLANK_BEFORE.test(plain)) text += " ";
    starts.push(offset + text.length);
    text += plain;
    ends.push(offset + text.length);
    glue = word === "``" || isTight || NO_BLANK_AFTER.test(plain);
  }
  return { text, starts, ends };
}
